import type { MetadataSeverity } from '../../gql/graphql.js';
import { Table } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { useComponentWords } from './words.js';

export interface MetadataProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: MetadataSeverity;
}

/** What is wrong in a file, where, in the order in which its author meets it. */
export function MetadataProblems({ problems }: { readonly problems: readonly MetadataProblem[] }) {
  const t = useComponentWords();
  return (
    <Table
      caption={t('problems.caption')}
      hideCaption
      columns={[
        { key: 'line', label: t('problems.where') },
        { key: 'what', label: t('problems.what') },
        { key: 'kind', label: t('problems.kind') },
      ]}
      rows={problems.map(({ line, column, message, severity }, index) => ({
        id: `${line}-${column}-${index}`,
        cells: {
          line: t('problems.line', { line }),
          what: message,
          kind: <Tag tone={severity === 'ERROR' ? 'problem' : 'attention'}>{t(`problems.${severity}`)}</Tag>,
        },
      }))}
    />
  );
}
