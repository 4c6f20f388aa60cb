import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { Facts } from '../../ui/facts.js';
import { Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Day } from '../../ui/time.js';
import { useVentureWords } from './words.js';

const RecordUsersSaid = later(() => import('./record-users-said.js').then((part) => part.RecordUsersSaid));

export const UsersSaid_venture = graphql(`
  fragment UsersSaid_venture on Venture {
    id
    language
    usersSaid {
      id
      said
      people
      fewerThan
      changed
      heardOn
    }
    viewerCan {
      coordinate {
        allowed
      }
    }
  }
`);

/** What the people who used it said, and what changed because of it. */
export function UsersSaid({ venture }: { readonly venture: FragmentType<typeof UsersSaid_venture> }) {
  const t = useVentureWords();
  const data = useFragmentData(UsersSaid_venture, venture);
  if (data === null) return null;
  return (
    <Section heading={t('progress.said')} id="said">
      <Stack gap={6}>
        {data.usersSaid.length === 0 ? <p>{t('progress.said.none')}</p> : null}
        {data.usersSaid.map((said) => (
          <Stack key={said.id} gap={3} as="article">
            <Markdown text={said.said} lang={data.language} />
            <Facts
              items={[
                {
                  label: t('progress.heard'),
                  value: (
                    <>
                      <Day on={said.heardOn} />,{' '}
                      {said.people == null
                        ? t('progress.few', { count: said.fewerThan ?? 5 })
                        : t('progress.people', { count: said.people })}
                    </>
                  ),
                },
                { label: t('progress.changed'), value: <span lang={data.language}>{said.changed}</span> },
              ]}
            />
          </Stack>
        ))}
        {data.viewerCan.coordinate.allowed ? <RecordUsersSaid ventureId={data.id} /> : null}
      </Stack>
    </Section>
  );
}
