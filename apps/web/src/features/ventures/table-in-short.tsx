import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Section } from '../../ui/layout.js';
import css from './the-table.module.css';
import { useVentureWords } from './words.js';

export const TableInShort_venture = graphql(`
  fragment TableInShort_venture on Venture {
    id
    slug
    seats {
      kind
      people
      missing
    }
  }
`);

/** The table in one line a kind, on the first page of a project. */
export function TableInShort({ venture }: { readonly venture: FragmentType<typeof TableInShort_venture> }) {
  const t = useVentureWords();
  const data = useFragmentData(TableInShort_venture, venture);
  if (data === null) return null;
  return (
    <Section
      heading={t('table.title')}
      id="table"
      action={<Link to={`/ventures/${data.slug}/team`}>{t('table.see')}</Link>}
    >
      <ul className={css.short}>
        {data.seats.map(({ kind, people, missing }) => (
          <li key={kind} className={css[kind]}>
            <span>{t(`seat.${kind}`)}</span> <strong>{t('table.count', { people, missing })}</strong>
          </li>
        ))}
      </ul>
    </Section>
  );
}
