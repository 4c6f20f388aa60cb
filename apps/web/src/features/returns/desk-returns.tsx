import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Section } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { Day, RelativeTime } from '../../ui/time.js';
import { TONES } from './tones.js';
import { useReturnWords } from './words.js';

export const DeskReturns_viewer = graphql(`
  fragment DeskReturns_viewer on Viewer {
    id
    returnsToCheck {
      id
      title
      venture {
        id
        slug
        title
        language
      }
      returns {
        id
        decision
        submittedAt
      }
    }
    promisesDue {
      id
      title
      state
      dueOn
      venture {
        id
        slug
        title
        language
      }
    }
  }
`);

/** On a desk: what waits to be checked, and what one's projects have to share back soon. */
export function DeskReturns({ viewer }: { readonly viewer: FragmentType<typeof DeskReturns_viewer> }) {
  const t = useReturnWords();
  const data = useFragmentData(DeskReturns_viewer, viewer);
  if (data === null) return null;
  return (
    <>
      {data.returnsToCheck.length === 0 ? null : (
        <Section heading={t('desk.check')} id="to-check">
          <ul>
            {data.returnsToCheck.map(({ id, title, venture, returns }) => {
              const waiting = returns.find(({ decision }) => decision == null);
              return (
                <li key={id}>
                  <Link to={`/ventures/${venture.slug}/returns#${id}`}>{title}</Link>{' '}
                  <span lang={venture.language}>{venture.title}</span>{' '}
                  {waiting === undefined
                    ? null
                    : t.rich('desk.since', {}, { time: <RelativeTime at={waiting.submittedAt} /> })}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      {data.promisesDue.length === 0 ? null : (
        <Section heading={t('desk.due')} id="promises-due">
          <ul>
            {data.promisesDue.map(({ id, title, state, dueOn, venture }) => (
              <li key={id}>
                <Link to={`/ventures/${venture.slug}/returns#${id}`}>{title}</Link>{' '}
                <span lang={venture.language}>{venture.title}</span>{' '}
                <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>{' '}
                {t.rich('desk.by', {}, { day: <Day on={dueOn} /> })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
