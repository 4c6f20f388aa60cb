import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Stack } from '../../ui/layout.js';
import { EmptyState } from '../../ui/states.js';
import { PromiseItem } from './promise-item.js';
import { useReturnWords } from './words.js';

export const ReturnsPart_venture = graphql(`
  fragment ReturnsPart_venture on Venture {
    id
    language
    obligationsSettled
    obligations {
      id
      ...PromiseItem_obligation
    }
  }
`);

/** What a project promised to share back, and how each promise stands. */
export function ReturnsPart({ venture }: { readonly venture: FragmentType<typeof ReturnsPart_venture> }) {
  const t = useReturnWords();
  const data = useFragmentData(ReturnsPart_venture, venture);
  if (data === null) return null;
  if (data.obligations.length === 0) return <EmptyState title={t('part.none')}>{t('part.lead')}</EmptyState>;
  return (
    <Stack gap={6}>
      <p>
        {t('part.lead')} {t('part.count', { settled: data.obligationsSettled, all: data.obligations.length })}
      </p>
      {data.obligations.map((obligation) => (
        <PromiseItem key={obligation.id} obligation={obligation} lang={data.language} />
      ))}
    </Stack>
  );
}
