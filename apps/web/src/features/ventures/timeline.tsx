import { Fragment, type ReactNode } from 'react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useSite } from '../../lib/site.js';
import { Section } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { PHASES } from './phases-list.js';
import css from './timeline.module.css';
import { useVentureWords } from './words.js';

export const Timeline_venture = graphql(`
  fragment Timeline_venture on Venture {
    id
    language
    phase
    status
    milestones {
      id
      title
      phase
      state
      dueOn
      completedOn
      needs
      owner {
        id
        handle
        name
      }
    }
  }
`);

/** The plan as one reads it at a glance: four phases, the steps of each by date, and where today is. */
export function Timeline({ venture }: { readonly venture: FragmentType<typeof Timeline_venture> }) {
  const t = useVentureWords();
  const { renderedAt } = useSite();
  const data = useFragmentData(Timeline_venture, venture);
  if (data === null || data.milestones.length === 0) return null;
  const today = renderedAt.slice(0, 10);
  const titles = new Map(data.milestones.map(({ id, title }) => [id, title]));
  const now = data.status === 'CONVENING' || data.status === 'ACTIVE' ? data.phase : null;
  return (
    <Section heading={t('timeline.title')} id="timeline">
      <ol className={css.phases}>
        {PHASES.map((phase) => {
          const steps = data.milestones.filter((milestone) => milestone.phase === phase);
          // Today stands in the phase the project is in, before the first step that is still to come.
          const place = phase === now ? steps.findIndex(({ dueOn }) => dueOn >= today) : -1;
          const beforeIt = place === -1 ? steps.length : place;
          return (
            <li key={phase} className={css.phase} aria-current={phase === now ? 'step' : undefined}>
              <h3>{t(`phase.${phase}`)}</h3>
              {steps.length === 0 && phase !== now ? <p className={css.nothing}>{t('timeline.none')}</p> : null}
              <ol className={css.steps}>
                {steps.map((step, index) => (
                  <Fragment key={step.id}>
                    {phase === now && index === beforeIt ? <Today day={today}>{t('timeline.today')}</Today> : null}
                    <li className={css[step.state]}>
                      <strong lang={data.language}>{step.title}</strong>
                      <span className={css.when}>
                        {step.state === 'OVERDUE' || step.state === 'NEXT' ? (
                          <Tag tone={step.state === 'OVERDUE' ? 'attention' : 'plain'}>{t(`state.${step.state}`)}</Tag>
                        ) : null}{' '}
                        {step.completedOn == null ? (
                          <Day on={step.dueOn} />
                        ) : (
                          <>
                            {t('timeline.done')} <Day on={step.completedOn} />
                          </>
                        )}
                        {step.owner == null ? null : (
                          <>
                            , <Link to={`/people/${step.owner.handle}`}>{step.owner.name}</Link>
                          </>
                        )}
                      </span>
                      {step.needs.length === 0 ? null : (
                        <span className={css.after} lang={data.language}>
                          {t('timeline.after', { steps: step.needs.map((id) => titles.get(id) ?? '').join(', ') })}
                        </span>
                      )}
                    </li>
                  </Fragment>
                ))}
                {phase === now && beforeIt === steps.length ? <Today day={today}>{t('timeline.today')}</Today> : null}
              </ol>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function Today({ day, children }: { readonly day: string; readonly children: ReactNode }) {
  return (
    <li className={css.today}>
      {children} <Day on={day} />
    </li>
  );
}
