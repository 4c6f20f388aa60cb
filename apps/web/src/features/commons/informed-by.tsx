import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Section, Stack } from '../../ui/layout.js';
import { EntryCard } from './entry-card.js';
import { useCommonsWords } from './words.js';

export const InformedBy_idea = graphql(`
  fragment InformedBy_idea on Idea {
    id
    informedBy {
      id
      ...EntryCard_entry
    }
  }
`);

/** On an idea's page: what of the shared library it builds on. Where something was taken back, its card says so. */
export function InformedBy({ idea }: { readonly idea: FragmentType<typeof InformedBy_idea> }) {
  const t = useCommonsWords();
  const data = useFragmentData(InformedBy_idea, idea);
  if (data === null || data.informedBy.length === 0) return null;
  return (
    <Section heading={t('part.informed')} id="informed-by">
      <Stack gap={4}>
        {data.informedBy.map((entry) => (
          <EntryCard key={entry.id} entry={entry} level={3} />
        ))}
      </Stack>
    </Section>
  );
}
