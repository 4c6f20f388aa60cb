import { definePage } from '../../lib/page.js';
import { ActionButton } from '../../ui/action-button.js';
import { Avatar } from '../../ui/avatar.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chart } from '../../ui/chart.js';
import { Facts } from '../../ui/facts.js';
import { CheckboxGroup, MoneyField, RadioGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Columns, PageBody, PageHead, Row, Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { MoneyBar } from '../../ui/money.js';
import { Notice, Tag } from '../../ui/notice.js';
import { PerspectiveTag, SupportBar } from '../../ui/perspective.js';
import { RequirementList } from '../../ui/requirement-list.js';
import { EmptyState, ErrorState, Loading } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { Thread } from '../../ui/thread.js';
import { RelativeTime } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import { PERSPECTIVES, STAGES } from '../../lib/vocabulary.js';

const gbp = (pounds: number) => ({ minorUnits: String(pounds * 100), currency: 'GBP', decimals: 2 });
const REQUIREMENTS = [
  { code: 'VOTES', message: 'Five people back it', met: true, current: '14', needed: '5' },
  {
    code: 'ORGANISATIONS',
    message: 'Two verified organisations stand behind it',
    met: false,
    current: '1',
    needed: '2',
  },
  { code: 'HEARD', message: 'People with experience of it were heard', met: false },
];

/** Every component in its states, for those who build pages. Part of the development server only. */
export const page = definePage({
  head: () => ({ title: 'Gallery', noIndex: true }),
  Component: Gallery,
});

function Gallery() {
  const toast = useToast();
  return (
    <PageBody>
      <Breadcrumb trail={[{ to: '/', label: 'Front page' }]} here="Gallery" />
      <PageHead
        kicker="Idea"
        title="A navigator young people can trust"
        lead="Young people in Harrowby wait four months for an answer and nobody tells them what else is open tonight."
        actions={
          <>
            <Button look="primary">Back this idea</Button>
            <LinkButton to="/gallery">Offer a component</LinkButton>
            <Button look="plain">Follow</Button>
            <Button look="danger">Withdraw</Button>
            <Button disabled>Not yet</Button>
            <Button busy>Sending…</Button>
          </>
        }
      />
      <Thread stage="SUPPORTED" missing="One more organisation, and people with experience of it heard" />
      <Thread stage="COMMONS" />
      <Stack gap={3}>
        {[...STAGES, 'STOPPED'].map((stage) => (
          <Thread key={stage} stage={stage} look="line" />
        ))}
      </Stack>
      <Section heading="Support">
        <Row>
          {PERSPECTIVES.map((each) => (
            <PerspectiveTag key={each} perspective={each} />
          ))}
        </Row>
        <SupportBar
          votes={[
            { perspective: 'LIVED_EXPERIENCE', count: 9 },
            { perspective: 'PRACTITIONER', count: 14 },
            { perspective: 'TECHNOLOGIST', count: 4 },
            { perspective: 'FUNDER', fewerThan: 3 },
            { perspective: 'PUBLIC', count: 7 },
          ]}
          organisations={5}
        />
        <SupportBar compact votes={[{ perspective: 'PRACTITIONER', count: 3 }]} organisations={1} />
        <SupportBar votes={[]} organisations={0} />
      </Section>
      <Section heading="Money">
        <MoneyBar
          minimum={gbp(60_000)}
          target={gbp(90_000)}
          segments={[
            { label: 'Larkfield Foundation', amount: gbp(30_000) },
            { label: 'Tidewater Trust', amount: gbp(12_000) },
            { label: 'Larkfield Foundation', amount: gbp(12_000), matching: true },
          ]}
        />
      </Section>
      <Columns kind="aside" ruled>
        <Section heading="What is still needed">
          <RequirementList requirements={REQUIREMENTS} />
        </Section>
        <Section heading="In short">
          <Facts
            items={[
              { label: 'For', value: 'Young people, 13 to 19' },
              { label: 'Where', value: 'Harrowby, Eastmoor' },
              { label: 'Logged', value: <RelativeTime at="2026-09-01T10:00:00Z" /> },
            ]}
          />
        </Section>
      </Columns>
      <Section
        heading="Ideas"
        action={
          <LinkButton to="/gallery" look="plain">
            All ideas
          </LinkButton>
        }
      >
        <Columns>
          {['SUPPORTED', 'FUNDING', 'COMMONS'].map((stage) => (
            <Card
              key={stage}
              to="/gallery"
              title="Tell carers what changed before they travel"
              kicker={
                <>
                  <Tag>Carers</Tag>
                  <Tag tone="good">Open offer</Tag>
                </>
              }
              footer={<Thread stage={stage} look="line" />}
            >
              <p>
                Carers arrive to find the day centre closed. A text the evening before would save the bus fare and the
                tears.
              </p>
              <SupportBar
                compact
                votes={[
                  { perspective: 'LIVED_EXPERIENCE', count: 3 },
                  { perspective: 'PRACTITIONER', count: 6 },
                ]}
                organisations={2}
              />
            </Card>
          ))}
        </Columns>
      </Section>
      <Section heading="A form">
        <GalleryForm />
      </Section>
      <Section heading="Tables and charts">
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
        <Chart
          title="Twice as many young people finished in spring"
          unit="people"
          over="Month"
          fileName="finished"
          points={[
            { label: 'January', value: 12 },
            { label: 'February', value: 18 },
            { label: 'March', value: 31 },
          ]}
        />
      </Section>
      <Section heading="States">
        <Notice tone="attention" title="Read this first">
          <p>Only two people may do this.</p>
        </Notice>
        <Notice tone="good">
          <p>Payment received.</p>
        </Notice>
        <Notice tone="problem" title="Overdue">
          <p>The report was due on 1 March.</p>
        </Notice>
        <Loading />
        <EmptyState title="No offers yet" action={<Button>Offer a component</Button>}>
          <p>When somebody has something that could help, it appears here.</p>
        </EmptyState>
        <ErrorState failure={{ code: 'INTERNAL', requestId: 'req-7f3a' }} onRetry={() => undefined} />
        <Row>
          <Avatar name="Ama Boateng" />
          <Avatar square name="Tidewater Trust" />
          <Button onClick={() => toast('Your vote is counted.', { label: 'Undo', run: () => undefined })}>
            Show a toast
          </Button>
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
      <Section heading="Text">
        <Markdown
          text={
            'We **asked** twelve people.\n\n- One said *yes*\n- [A link](https://example.org) and <script>alert(1)</script>\n\n> It took four months.'
          }
        />
      </Section>
    </PageBody>
  );
}

function GalleryForm() {
  const form = useForm({
    initial: {
      title: '',
      need: 'It takes four months.',
      stage: '',
      who: 'b',
      themes: ['x'] as readonly string[],
      amount: '20,000',
    },
  });
  return (
    <Form
      form={form}
      submit="Log this idea"
      onSubmit={async () => ({
        __typename: 'Refusal' as const,
        requirements: [
          {
            code: 'TOO_SHORT',
            message: 'Say it in a few more words',
            met: false,
            current: '21 letters',
            needed: '40 letters',
            path: ['input', 'need'],
          },
        ],
      })}
    >
      <TextField name="title" label="In one line" hint="As you would say it to a colleague." />
      <TextArea name="need" label="What is needed and why" />
      <Select name="stage" label="Stage" options={STAGES.map((value) => ({ value, label: value }))} optional />
      <RadioGroup
        name="who"
        label="I’m speaking as"
        options={[
          { value: 'a', label: 'This is about my life', hint: 'Shown under a made-up name.' },
          { value: 'b', label: 'I work with them' },
        ]}
      />
      <CheckboxGroup
        dense
        name="themes"
        label="Themes"
        options={['x', 'y', 'z'].map((value) => ({ value, label: `Theme ${value}` }))}
      />
      <MoneyField name="amount" label="Amount" currency="GBP" />
    </Form>
  );
}
