import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import { useReturnWords } from './words.js';

export const PromisesTable_venture = graphql(`
  fragment PromisesTable_venture on Venture {
    id
    obligations {
      id
      kind
      title
      state
      dueOn
      entry {
        id
        slug
        title
      }
    }
  }
`);

/** Every promise of a project in one table, for a report. */
export function PromisesTable({ venture }: { readonly venture: FragmentType<typeof PromisesTable_venture> }) {
  const t = useReturnWords();
  const v = useVocabulary();
  const data = useFragmentData(PromisesTable_venture, venture);
  if (data === null) return null;
  if (data.obligations.length === 0) return <p>{t('part.none')}</p>;
  return (
    <Table
      caption={t('table.caption')}
      hideCaption
      columns={[
        { key: 'title', label: t('table.what') },
        { key: 'kind', label: t('table.kind') },
        { key: 'due', label: t('table.due') },
        { key: 'state', label: t('table.state') },
      ]}
      rows={data.obligations.map(({ id, kind, title, state, dueOn, entry }) => ({
        id,
        cells: {
          title: entry == null ? title : <Link to={`/commons/${entry.slug}`}>{title}</Link>,
          kind: v.outputKind(kind),
          due: <Day on={dueOn} />,
          state: t(`state.${state}`),
        },
      }))}
    />
  );
}
