import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Columns } from '../../ui/layout.js';
import { Table } from '../../ui/table.js';
import css from './support.module.css';
import { useSupportWords } from './words.js';

export const Lens_idea = graphql(`
  fragment Lens_idea on Idea {
    id
    support {
      votes
      byPerspective {
        perspective
        count
        fewerThan
      }
      byOrganisation {
        others
        named {
          slug
          name
          votes
        }
      }
    }
  }
`);

/** The same votes, side by side: as people described themselves, and by the organisations they speak for. */
export function Lens({ idea }: { readonly idea: FragmentType<typeof Lens_idea> }) {
  const t = useSupportWords();
  const v = useVocabulary();
  const data = useFragmentData(Lens_idea, idea);
  if (data === null || data.support.votes === 0) return null;
  const { byPerspective, byOrganisation } = data.support;
  const others = byOrganisation.others;
  return (
    <details>
      <summary>{t('lens')}</summary>
      <Columns kind="even">
        <Table
          caption={t('lens.perspective')}
          columns={[
            { key: 'who', label: t('lens.who') },
            { key: 'votes', label: t('lens.votes'), numeric: true },
          ]}
          rows={byPerspective.map(({ perspective, count, fewerThan }) => ({
            id: perspective,
            cells: {
              who: v.perspective(perspective),
              votes: count ?? (fewerThan == null ? t('lens.hidden') : t('fewerThan', { number: fewerThan })),
            },
          }))}
        />
        <Table
          caption={t('lens.organisation')}
          columns={[
            { key: 'who', label: t('lens.organisations') },
            { key: 'votes', label: t('lens.votes'), numeric: true },
          ]}
          rows={[
            ...byOrganisation.named.map(({ slug, name, votes }) => ({
              id: slug,
              cells: { who: <Link to={`/organisations/${slug}`}>{name}</Link>, votes },
            })),
            ...(others === 0
              ? []
              : [
                  {
                    id: 'others',
                    cells: { who: t('lens.others', { count: others }), votes: t('fewerThan', { number: 3 }) },
                  },
                ]),
          ]}
        />
      </Columns>
      <p className={css.note}>{t('lens.note')}</p>
    </details>
  );
}
