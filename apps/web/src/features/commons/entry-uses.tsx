import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { useViewer } from '../../lib/viewer.js';
import { Section } from '../../ui/layout.js';
import { StandingUses } from '../../lib/uses/standing-uses.js';
import { useUsesWords } from '../../lib/uses/words.js';

const EntryActions = later(() => import('./entry-actions.js').then((part) => part.EntryActions));
const EntryUseActs = later(() => import('./entry-use-acts.js').then((part) => part.EntryUseActs));

export const EntryUses_entry = graphql(`
  fragment EntryUses_entry on CommonsEntry {
    id
    status
    uses {
      id
      ...StandingUse_use
    }
    ...EntryActions_entry
  }
`);

/** Who says that they use it, since when and whether they said so within a year, and what whoever looks can do about it. */
export function EntryUses({ entry }: { readonly entry: FragmentType<typeof EntryUses_entry> }) {
  const t = useUsesWords();
  const { person } = useViewer();
  const data = useFragmentData(EntryUses_entry, entry);
  if (data === null) return null;
  return (
    <Section heading={t('title')} id="uses">
      <StandingUses uses={data.uses} renderActs={(use) => <EntryUseActs use={use} />} />
      {person === null ? null : <EntryActions entry={data} />}
    </Section>
  );
}
