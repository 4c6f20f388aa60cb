import { PERSPECTIVES, STAGES } from '../lib/vocabulary.js';
import { ActionButton } from '../ui/action-button.js';
import { Avatar } from '../ui/avatar.js';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { Button, LinkButton } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Chart } from '../ui/chart.js';
import { Difference } from '../ui/difference.js';
import { Facts } from '../ui/facts.js';
import { FilterForm, FilterSearch, FilterSelect } from '../ui/filter-form.js';
import { HelpContacts } from '../ui/help-contacts.js';
import { Columns, PageBody, PageHead, Row, Section, Stack } from '../ui/layout.js';
import { Line } from '../ui/line.js';
import { Markdown } from '../ui/markdown.js';
import { Menu } from '../ui/menu.js';
import { MoneyBar } from '../ui/money.js';
import { Notice, Tag } from '../ui/notice.js';
import { ShowMore } from '../ui/pagination.js';
import { PerspectiveTag, SupportBar } from '../ui/perspective.js';
import { PipelineThread } from '../ui/pipeline-thread.js';
import { RequirementList } from '../ui/requirement-list.js';
import { EmptyState, ErrorState, Loading } from '../ui/states.js';
import { Table } from '../ui/table.js';
import { Tabs } from '../ui/tabs.js';
import { Thread } from '../ui/thread.js';
import { RelativeTime } from '../ui/time.js';
import { useToast } from '../ui/toast.js';
import { FormGallery } from './form-gallery.js';
import { REQUIREMENTS } from './requirements.js';
import { Shown } from './shown.js';

const gbp = (pounds: number) => ({ minorUnits: String(pounds * 100), currency: 'GBP', decimals: 2 });
const VOTES = [
  { perspective: 'LIVED_EXPERIENCE', count: 9 },
  { perspective: 'PRACTITIONER', count: 14 },
  { perspective: 'TECHNOLOGIST', count: 4 },
  { perspective: 'FUNDER', fewerThan: 3 },
  { perspective: 'PUBLIC', count: 7 },
];
const POINTS = [
  { label: 'January', value: 12 },
  { label: 'February', value: 18 },
  { label: 'March', value: 31 },
  { label: 'April', value: 4, shown: 'fewer than 5' },
];
const FAILURES = ['OFFLINE', 'NOT_FOUND', 'UNAUTHENTICATED', 'FORBIDDEN', 'CONFLICT', 'NEW_VERSION'] as const;

/** Every component in its states. Each part is also a picture that a check compares: see `gallery.mjs`. */
export function Gallery() {
  return (
    <PageBody>
      <Shown name="head">
        <Breadcrumb trail={[{ to: '/', label: 'Front page' }]} here="Gallery" />
        <PageHead
          kicker="Idea"
          title="A navigator young people can trust"
          lead="Young people in Harrowby wait four months for an answer and nobody tells them what else is open tonight."
          actions={<Button look="primary">Back this idea</Button>}
        />
        <Tabs
          label="Parts"
          tabs={[
            { to: '/', label: 'What it is' },
            { to: '/plan', label: 'Plan' },
            { to: '/money', label: 'Money' },
          ]}
        />
      </Shown>
      <Shown name="buttons">
        <Row>
          <Button look="primary">Back this idea</Button>
          <Button>Offer a component</Button>
          <LinkButton to="/">Read how</LinkButton>
          <Button look="plain">Follow</Button>
          <Button look="danger">Withdraw</Button>
        </Row>
        <Row>
          <Button small look="primary">
            Small
          </Button>
          <Button small>Small</Button>
          <Button disabled>Not yet</Button>
          <Button busy>Sending…</Button>
        </Row>
      </Shown>
      <Shown name="thread">
        <Thread stage="LOGGED" missing="Five people who back it" />
        <Thread stage="SUPPORTED" missing="One more organisation, and people with experience of it heard" />
        <Thread stage="COMMONS" />
        <Thread stage="STOPPED" />
        <Stack gap={2}>
          {[...STAGES, 'STOPPED'].map((stage) => (
            <Thread key={stage} stage={stage} look="line" />
          ))}
        </Stack>
      </Shown>
      <Shown name="pipeline">
        <PipelineThread
          counts={STAGES.map((stage, index) => ({ stage, count: (index * 7) % 23 }))}
          addressOf={(stage) => `/ideas?stage=${stage}`}
        />
      </Shown>
      <Shown name="support">
        <Row>
          {PERSPECTIVES.map((each) => (
            <PerspectiveTag key={each} perspective={each} />
          ))}
        </Row>
        <SupportBar votes={VOTES} total={36} organisations={5} />
        <SupportBar compact votes={[{ perspective: 'PRACTITIONER', count: 3 }]} organisations={1} />
        <SupportBar votes={[]} organisations={0} />
      </Shown>
      <Shown name="money">
        <MoneyBar minimum={gbp(60_000)} target={gbp(90_000)} segments={[]} />
        <MoneyBar
          minimum={gbp(60_000)}
          target={gbp(90_000)}
          segments={[{ label: 'Larkfield Foundation', amount: gbp(30_000) }]}
        />
        <MoneyBar
          minimum={gbp(60_000)}
          target={gbp(90_000)}
          segments={[
            { label: 'Larkfield Foundation', amount: gbp(30_000) },
            { label: 'Tidewater Trust', amount: gbp(36_000) },
            { label: 'Larkfield Foundation', amount: gbp(12_000), matching: true },
          ]}
        />
        <MoneyBar compact minimum={gbp(10)} target={gbp(20)} segments={[{ label: 'All', amount: gbp(20) }]} />
      </Shown>
      <Shown name="requirements">
        <RequirementList requirements={REQUIREMENTS} />
        <RequirementList look="problems" requirements={REQUIREMENTS.filter(({ met }) => !met)} />
      </Shown>
      <Shown name="cards">
        <Columns>
          {['SUPPORTED', 'FUNDING'].map((stage) => (
            <Card
              key={stage}
              to="/"
              title="Tell carers what changed before they travel"
              kicker={
                <>
                  <Tag>Carers</Tag>
                  <Tag tone="good">Open offer</Tag>
                  <Tag tone="attention">Soon due</Tag>
                  <Tag tone="problem">Overdue</Tag>
                </>
              }
              footer={<Thread stage={stage} look="line" />}
            >
              <p>Carers arrive to find the day centre closed. A text the evening before would save the bus fare.</p>
              <SupportBar compact votes={VOTES} organisations={2} />
            </Card>
          ))}
        </Columns>
        <Facts
          items={[
            { label: 'For', value: 'Young people, 13 to 19' },
            { label: 'Where', value: 'Harrowby, Eastmoor' },
            { label: 'Logged', value: <RelativeTime at="2026-09-01T10:00:00Z" /> },
          ]}
        />
        <Row>
          <Avatar name="Ama Boateng" />
          <Avatar square name="Tidewater Trust" />
        </Row>
      </Shown>
      <FormGallery />
      <Shown name="table">
        <Table
          caption="Instalments"
          columns={[
            { key: 'name', label: 'Instalment' },
            { key: 'due', label: 'Due' },
            { key: 'amount', label: 'Amount', numeric: true },
          ]}
          rows={[
            { id: '1', cells: { name: 'First', due: '1 March 2026', amount: '£20,000' } },
            { id: '2', cells: { name: 'Second', due: '1 June 2026', amount: '£34,500' } },
          ]}
          total={{ name: 'Together', due: '', amount: '£54,500' }}
        />
        <ShowMore pageInfo={{ hasNextPage: true, endCursor: 'x' }} />
      </Shown>
      <Shown name="chart">
        <Chart
          title="Twice as many young people finished in spring"
          unit="people"
          over="Month"
          fileName="finished"
          points={POINTS}
        />
        <Line
          runs={[
            [
              { at: 0, value: 12 },
              { at: 1, value: 18 },
              { at: 2, value: 31 },
            ],
            [
              { at: 4, value: null, under: 5 },
              { at: 5, value: 22 },
            ],
          ]}
          marks={[25]}
          highest="31"
          lowest="0"
          first="January"
          last="June"
        />
      </Shown>
      <Shown name="states">
        <Loading />
        <EmptyState title="No offers yet" action={<Button>Offer a component</Button>}>
          <p>When somebody has something that could help, it appears here.</p>
        </EmptyState>
        <ErrorState failure={{ code: 'INTERNAL', requestId: 'req-7f3a' }} onRetry={nothing} />
      </Shown>
      <Shown name="failures">
        {FAILURES.map((code) => (
          <ErrorState key={code} failure={{ code }} />
        ))}
      </Shown>
      <Shown name="notices">
        <Notice title="In short">
          <p>It takes ten minutes.</p>
        </Notice>
        <Notice tone="attention" title="Read this first">
          <p>Only two people may do this.</p>
        </Notice>
        <Notice tone="good">
          <p>Payment received.</p>
        </Notice>
        <Notice tone="problem" title="Overdue">
          <p>The report was due on 1 March.</p>
        </Notice>
        <HelpContacts />
      </Shown>
      <Shown name="text">
        <Markdown
          text={
            '### What we heard\n\nWe **asked** twelve people.\n\n- One said *yes*\n- [A link](https://example.org) and <script>alert(1)</script>\n\n> It took four months.\n\n| Who | How many |\n| --- | --- |\n| Carers | 12 |'
          }
        />
        <Difference lang="en" before="Beds for one night." after="Beds and blankets for tonight." />
      </Shown>
      <Shown name="filter">
        <FilterForm label="Choose ideas">
          <FilterSearch name="q" label="Words" value="beds" />
          <FilterSelect
            name="stage"
            label="Stage"
            any="Any"
            value="b"
            options={[
              { value: 'a', label: 'Logged' },
              { value: 'b', label: 'Has backing' },
            ]}
          />
        </FilterForm>
      </Shown>
      <Shown name="actions">
        <Acting />
      </Shown>
    </PageBody>
  );
}

function Acting() {
  const toast = useToast();
  return (
    <Section heading="What opens when it is pressed">
      <Row>
        <Menu
          label="Ama Boateng"
          items={[
            {
              kind: 'choice',
              label: 'Acting for',
              value: '',
              choose: nothing,
              options: [
                { value: '', label: 'Myself' },
                { value: 'a', label: 'Lantern Youth Project' },
              ],
            },
            { kind: 'link', to: '/desk', label: 'My work' },
            { kind: 'action', label: 'Sign out', run: nothing },
          ]}
        />
        <Button onClick={() => toast('Your vote is counted.', { label: 'Undo', run: nothing })}>Say something</Button>
      </Row>
      <ActionButton
        look="danger"
        run={async () => null}
        confirm={{
          title: 'Withdraw this idea?',
          text: <p>It leaves the pipeline. Its page stays, marked as withdrawn.</p>,
          submit: 'Withdraw it',
        }}
      >
        Withdraw
      </ActionButton>
      <ActionButton look="primary" run={async () => null} permission={{ allowed: false, requirements: REQUIREMENTS }}>
        Open a round
      </ActionButton>
    </Section>
  );
}

const nothing = () => undefined;
