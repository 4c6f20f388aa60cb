import { Link } from 'react-router';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Row, Section, Stack } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { useVentureWords } from './words.js';

export const NextMilestones_venture = graphql(`
  fragment NextMilestones_venture on Venture {
    id
    slug
    milestones {
      id
      title
      state
      dueOn
    }
  }
`);

/** What is late and what is next, before anything else. */
export function NextMilestones({
  venture,
  onPlan = false,
}: {
  readonly venture: FragmentType<typeof NextMilestones_venture>;
  /** On the page of the plan itself, which needs no way to the plan. */
  readonly onPlan?: boolean;
}) {
  const t = useVentureWords();
  const data = useFragmentData(NextMilestones_venture, venture);
  if (data === null) return null;
  const due = data.milestones.filter(({ state }) => state === 'OVERDUE' || state === 'NEXT');
  return (
    <Section
      heading={t('overview.next')}
      id="next"
      action={onPlan ? undefined : <Link to={`/ventures/${data.slug}/plan`}>{t('overview.plan')}</Link>}
    >
      {due.length === 0 ? (
        <p>{t(data.milestones.length === 0 ? 'overview.next.none' : 'overview.next.done')}</p>
      ) : (
        <Stack gap={3}>
          {due.map((milestone) => (
            <Row key={milestone.id} gap={3}>
              <Tag tone={milestone.state === 'OVERDUE' ? 'attention' : 'plain'}>{t(`state.${milestone.state}`)}</Tag>
              <strong>{milestone.title}</strong>
              <span>
                {t('overview.next.due')} <Day on={milestone.dueOn} />
              </span>
            </Row>
          ))}
        </Stack>
      )}
    </Section>
  );
}
