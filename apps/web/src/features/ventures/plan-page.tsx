import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { later } from '../../lib/later.js';
import { Section, Stack } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { EmptyState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import { NextMilestones } from './next-milestones.js';
import { Phases } from './phases.js';
import { Timeline } from './timeline.js';
import { headOf, VentureFrame } from './venture-frame.js';
import { useVentureWords } from './words.js';

// The team's own; their code comes when somebody of the team gets near them.
const PlanMilestone = later(() => import('./milestone-forms.js').then((part) => part.PlanMilestone));
const ReviseMilestone = later(() => import('./revise-milestone.js').then((part) => part.ReviseMilestone));
const CompleteMilestone = later(() => import('./milestone-forms.js').then((part) => part.CompleteMilestone));

const PlanDocument = graphql(`
  query VenturePlan($slug: String!) {
    venture(slug: $slug) {
      id
      slug
      title
      language
      milestones {
        id
        title
        phase
        state
        dueOn
        firstDueOn
        movedWhy
        completedOn
        evidence
        evidenceUrl
        needs
        owner {
          id
          handle
          name
        }
      }
      team {
        role
        person {
          id
          name
        }
      }
      viewerCan {
        coordinate {
          allowed
        }
      }
      ...VentureFrame_venture
      ...NextMilestones_venture
      ...Timeline_venture
      ...Phases_venture
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(PlanDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.venture != null,
  head: (data, { i18n }) => headOf(data.venture, i18n, 'plan'),
  Component: PlanPage,
});

function PlanPage({ data: { venture } }: PageProps<ResultOf<typeof PlanDocument>>) {
  const t = useVentureWords();
  if (venture == null) return null;
  const people = new Map(
    venture.team.flatMap(({ person }) => (person == null ? [] : [[person.id, person.name] as const])),
  );
  const titles = new Map(venture.milestones.map(({ id, title }) => [id, title]));
  const open = venture.milestones.filter(({ state }) => state !== 'DONE');
  return (
    <VentureFrame venture={venture}>
      <NextMilestones venture={venture} onPlan />
      {venture.milestones.length === 0 ? (
        <EmptyState title={t('plan.none')}>{t('plan.none.text')}</EmptyState>
      ) : (
        <>
          <Timeline venture={venture} />
          <Table
            caption={t('plan.table')}
            columns={[
              { key: 'title', label: t('plan.title') },
              { key: 'state', label: t('plan.state') },
              { key: 'due', label: t('plan.due') },
              { key: 'phase', label: t('plan.phase') },
              { key: 'owner', label: t('plan.owner') },
              { key: 'needs', label: t('plan.needs') },
              { key: 'evidence', label: t('plan.evidence') },
            ]}
            rows={venture.milestones.map((milestone) => ({
              id: milestone.id,
              cells: {
                title: <span lang={venture.language}>{milestone.title}</span>,
                state: (
                  <Tag
                    tone={milestone.state === 'OVERDUE' ? 'attention' : milestone.state === 'DONE' ? 'good' : 'plain'}
                  >
                    {t(`state.${milestone.state}`)}
                  </Tag>
                ),
                due: (
                  <Stack gap={1}>
                    <Day on={milestone.dueOn} />
                    {milestone.firstDueOn == null ? null : (
                      <small>
                        {t.rich('plan.moved', {}, { day: <Day on={milestone.firstDueOn} /> })}:{' '}
                        <span lang={venture.language}>{milestone.movedWhy}</span>
                      </small>
                    )}
                  </Stack>
                ),
                phase: t(`phase.${milestone.phase}`),
                owner:
                  milestone.owner == null ? (
                    t('team.gone')
                  ) : (
                    <Link to={`/people/${milestone.owner.handle}`}>{milestone.owner.name}</Link>
                  ),
                needs: (
                  <span lang={venture.language}>{milestone.needs.map((id) => titles.get(id) ?? '').join(', ')}</span>
                ),
                evidence: (
                  <Stack gap={1}>
                    <span lang={venture.language}>{milestone.evidence ?? ''}</span>
                    {milestone.evidenceUrl == null ? null : (
                      <a href={milestone.evidenceUrl} rel="nofollow ugc">
                        {t('plan.evidence.link')}
                      </a>
                    )}
                  </Stack>
                ),
              },
            }))}
          />
        </>
      )}
      {venture.viewerCan.coordinate.allowed ? (
        <Section heading={t('plan.add')} id="add">
          <PlanMilestone ventureId={venture.id} people={people} milestones={open} />
          {open.length === 0 ? null : <CompleteMilestone milestones={open} />}
          {open.length === 0 ? null : <ReviseMilestone people={people} milestones={open} />}
        </Section>
      ) : null}
      <Phases venture={venture} />
    </VentureFrame>
  );
}
