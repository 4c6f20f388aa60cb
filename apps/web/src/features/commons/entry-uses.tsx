import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { useViewer } from '../../lib/viewer.js';
import { Section } from '../../ui/layout.js';
import { Day } from '../../ui/time.js';
import { useCommonsWords } from './words.js';

const EntryActions = later(() => import('./entry-actions.js').then((part) => part.EntryActions));

export const EntryUses_entry = graphql(`
  fragment EntryUses_entry on CommonsEntry {
    id
    status
    uses {
      whatFor
      since
      declaredAt
      organisation {
        id
        slug
        name
      }
    }
    ...EntryActions_entry
  }
`);

/** Who says that they use it, and what whoever looks can do about it. */
export function EntryUses({ entry }: { readonly entry: FragmentType<typeof EntryUses_entry> }) {
  const t = useCommonsWords();
  const { person } = useViewer();
  const data = useFragmentData(EntryUses_entry, entry);
  if (data === null) return null;
  return (
    <Section heading={t('uses.title')} id="uses">
      {data.uses.length === 0 ? (
        <p>{t('uses.none')}</p>
      ) : (
        <ul>
          {data.uses.map(({ organisation, whatFor, since, declaredAt }) => (
            <li key={organisation.id}>
              <Link to={`/organisations/${organisation.slug}`}>{organisation.name}</Link>: {whatFor}{' '}
              {since == null
                ? t.rich('uses.said', {}, { day: <Day on={declaredAt} /> })
                : t.rich('uses.since', {}, { day: <Day on={since} /> })}
            </li>
          ))}
        </ul>
      )}
      {person === null ? null : <EntryActions entry={data} />}
    </Section>
  );
}
