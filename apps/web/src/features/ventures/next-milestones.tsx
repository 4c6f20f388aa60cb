import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useSite } from '../../lib/site.js';
import { Section } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import css from './next-milestones.module.css';
import { useVentureWords } from './words.js';

export const NextMilestones_venture = graphql(`
  fragment NextMilestones_venture on Venture {
    id
    slug
    language
    milestones {
      id
      title
      state
      dueOn
    }
  }
`);

/** More than these nobody reads at a glance; the plan has all of them. */
const SHOWN = 3;

/** Today, what is late and what is next, before anything else. */
export function NextMilestones({
  venture,
  onPlan = false,
}: {
  readonly venture: FragmentType<typeof NextMilestones_venture>;
  /** On the page of the plan itself, which needs no way to the plan. */
  readonly onPlan?: boolean;
}) {
  const t = useVentureWords();
  const { renderedAt } = useSite();
  const data = useFragmentData(NextMilestones_venture, venture);
  if (data === null) return null;
  const late = data.milestones.filter(({ state }) => state === 'OVERDUE');
  const next = data.milestones.filter(({ state }) => state === 'NEXT');
  const shown = [...late.slice(0, SHOWN), ...next.slice(0, SHOWN)];
  const more = late.length + next.length - shown.length;
  return (
    <Section
      heading={t('overview.next')}
      id="next"
      action={onPlan ? undefined : <Link to={`/ventures/${data.slug}/plan`}>{t('overview.plan')}</Link>}
    >
      <p>
        {t('overview.today')} <Day on={renderedAt.slice(0, 10)} />
        {late.length === 0 ? '' : `. ${t('overview.late', { count: late.length })}`}
      </p>
      {shown.length === 0 ? (
        <p>{t(data.milestones.length === 0 ? 'overview.next.none' : 'overview.next.done')}</p>
      ) : (
        <ul className={css.due}>
          {shown.map((milestone) => (
            <li key={milestone.id}>
              <Tag tone={milestone.state === 'OVERDUE' ? 'attention' : 'plain'}>{t(`state.${milestone.state}`)}</Tag>
              <span>
                <strong lang={data.language}>{milestone.title}</strong>
                <br />
                {t('overview.next.due')} <Day on={milestone.dueOn} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {more === 0 ? null : <p>{t('overview.more', { count: more })}</p>}
    </Section>
  );
}
