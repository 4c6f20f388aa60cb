import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import { Pictures } from './pictures.js';
import { useVentureWords } from './words.js';

/** Days of a report, both included; an empty one is open. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const within = (moment: string, { from, to }: Period) =>
  (from === '' || moment.slice(0, 10) >= from) && (to === '' || moment.slice(0, 10) <= to);

export const ReportPlan_venture = graphql(`
  fragment ReportPlan_venture on Venture {
    id
    language
    milestones {
      id
      title
      phase
      state
      dueOn
      completedOn
      evidence
    }
    phaseChanges {
      from
      to
      against
      reason
      changedAt
    }
  }
`);

/** The plan as it stands, and the phases gone through with whatever was said against it. */
export function ReportPlan({ venture }: { readonly venture: FragmentType<typeof ReportPlan_venture> }) {
  const t = useVentureWords();
  const data = useFragmentData(ReportPlan_venture, venture);
  if (data === null) return null;
  return (
    <Section heading={t('tab.plan')} id="plan">
      {data.milestones.length === 0 ? (
        <p>{t('overview.next.none')}</p>
      ) : (
        <Table
          caption={t('plan.table')}
          hideCaption
          columns={[
            { key: 'title', label: t('plan.title') },
            { key: 'phase', label: t('plan.phase') },
            { key: 'due', label: t('plan.due') },
            { key: 'state', label: t('plan.state') },
            { key: 'evidence', label: t('plan.evidence') },
          ]}
          rows={data.milestones.map((milestone) => ({
            id: milestone.id,
            cells: {
              title: <span lang={data.language}>{milestone.title}</span>,
              phase: t(`phase.${milestone.phase}`),
              due: <Day on={milestone.dueOn} />,
              state: t(`state.${milestone.state}`),
              evidence: <span lang={data.language}>{milestone.evidence ?? ''}</span>,
            },
          }))}
        />
      )}
      {data.phaseChanges.map((change) => (
        <p key={change.to}>
          {t('plan.phase.change', { from: t(`phase.${change.from}`), to: t(`phase.${change.to}`) })},{' '}
          <Day on={change.changedAt} />.{' '}
          {change.against.length === 0
            ? ''
            : t('plan.phase.against', { seats: change.against.map((seat) => t(`seat.${seat}`)).join(', ') })}{' '}
          <span lang={data.language}>{change.reason}</span>
        </p>
      ))}
    </Section>
  );
}

export const ReportNews_venture = graphql(`
  fragment ReportNews_venture on Venture {
    id
    language
    updates(first: 100) {
      nodes {
        id
        title
        body
        language
        publishedAt
        pictures {
          id
          address
          description
        }
      }
    }
    usersSaid {
      id
      said
      people
      fewerThan
      changed
      heardOn
    }
    decisions {
      id
      decided
      why
      recordedAt
    }
  }
`);

interface ReportNewsProps {
  readonly venture: FragmentType<typeof ReportNews_venture>;
  readonly period: Period;
}

/** What was heard, decided and told in the period. */
export function ReportNews({ venture, period }: ReportNewsProps) {
  const t = useVentureWords();
  const data = useFragmentData(ReportNews_venture, venture);
  if (data === null) return null;
  const said = data.usersSaid.filter(({ heardOn }) => within(heardOn, period));
  const decisions = data.decisions.filter(({ recordedAt }) => within(recordedAt, period));
  const updates = data.updates.nodes.filter(({ publishedAt }) => publishedAt != null && within(publishedAt, period));
  return (
    <>
      <Section heading={t('progress.said')} id="said">
        {said.length === 0 ? <p>{t('report.nothing')}</p> : null}
        {said.map((one) => (
          <Stack key={one.id} gap={2} as="article">
            <Markdown text={one.said} lang={data.language} />
            <p>
              <Day on={one.heardOn} />,{' '}
              {one.people == null
                ? t('progress.few', { count: one.fewerThan ?? 5 })
                : t('progress.people', { count: one.people })}
            </p>
            {one.changed === '' ? null : (
              <p>
                <strong>{t('progress.changed')}:</strong> <span lang={data.language}>{one.changed}</span>
              </p>
            )}
          </Stack>
        ))}
      </Section>
      <Section heading={t('decisions.title')} id="decisions">
        {decisions.length === 0 ? <p>{t('report.nothing')}</p> : null}
        {decisions.map((decision) => (
          <p key={decision.id} lang={data.language}>
            <strong>{decision.decided}</strong> (<Day on={decision.recordedAt} />){' '}
            {t('decisions.because', { why: decision.why })}
          </p>
        ))}
      </Section>
      <Section heading={t('tab.updates')} id="updates">
        {updates.length === 0 ? <p>{t('report.nothing')}</p> : null}
        {updates.map((update) => (
          <Stack key={update.id} gap={3} as="article">
            <h3 lang={update.language}>{update.title}</h3>
            {update.publishedAt == null ? null : (
              <p>
                <Day on={update.publishedAt} />
              </p>
            )}
            <Markdown text={update.body} lang={update.language} headingLevel={4} />
            <Pictures pictures={update.pictures} lang={update.language} />
          </Stack>
        ))}
      </Section>
    </>
  );
}
