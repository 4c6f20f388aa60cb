import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Card } from '../../ui/card.js';
import { Row, Section } from '../../ui/layout.js';
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
          {data.returnsToCheck.map(({ id, title, venture, returns }) => {
            const waiting = returns.find(({ decision }) => decision == null);
            return (
              <Card
                key={id}
                to={`/ventures/${venture.slug}/returns#${id}`}
                title={<span lang={venture.language}>{title}</span>}
                kicker={<span lang={venture.language}>{venture.title}</span>}
              >
                {waiting === undefined ? undefined : (
                  <p>{t.rich('desk.since', {}, { time: <RelativeTime at={waiting.submittedAt} /> })}</p>
                )}
              </Card>
            );
          })}
        </Section>
      )}
      {data.promisesDue.length === 0 ? null : (
        <Section heading={t('desk.due')} id="promises-due">
          {data.promisesDue.map(({ id, title, state, dueOn, venture }) => (
            <Card
              key={id}
              to={`/ventures/${venture.slug}/returns#${id}`}
              title={<span lang={venture.language}>{title}</span>}
              kicker={<span lang={venture.language}>{venture.title}</span>}
            >
              <Row gap={2}>
                <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
                <span>{t.rich('desk.by', {}, { day: <Day on={dueOn} /> })}</span>
              </Row>
            </Card>
          ))}
        </Section>
      )}
    </>
  );
}
