import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Section, Stack } from '../../ui/layout.js';
import { EntryCard } from './entry-card.js';
import { useCommonsWords } from './words.js';

export const CameBack_idea = graphql(`
  fragment CameBack_idea on Idea {
    id
    commonsEntries(first: 20) {
      nodes {
        id
        ...EntryCard_entry
      }
    }
  }
`);

/** On an idea's page: what it gave to everybody. Nothing is said before there is something. */
export function CameBack({ idea }: { readonly idea: FragmentType<typeof CameBack_idea> }) {
  const t = useCommonsWords();
  const data = useFragmentData(CameBack_idea, idea);
  if (data === null || data.commonsEntries.nodes.length === 0) return null;
  return (
    <Section heading={t('part.title')} id="came-back">
      <Stack gap={4}>
        {data.commonsEntries.nodes.map((entry) => (
          <EntryCard key={entry.id} entry={entry} level={3} />
        ))}
      </Stack>
    </Section>
  );
}
