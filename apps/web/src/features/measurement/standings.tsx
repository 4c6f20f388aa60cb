import { Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Table } from '../../ui/table.js';
import { useBenchmarkWords } from './benchmark-words.js';
import type { BenchmarkedIndicator } from './benchmarks-page.js';
import { useFigures } from './figures.js';
import { usePeriodWords } from './periods.js';

/** For members: their own numbers beside what everybody is told. */
export function Standings({ indicator }: { readonly indicator: BenchmarkedIndicator }) {
  const t = useBenchmarkWords();
  const { said } = useFigures(indicator.newest);
  const period = usePeriodWords();
  const rows = indicator.benchmarks.nodes.flatMap((one) =>
    one.standings.map((standing) => ({ ...standing, one, id: `${one.id} ${standing.organisation.id}` })),
  );
  const names = new Set(rows.map(({ organisation }) => organisation.name));
  return (
    <Section heading={t('stand')} id="standing">
      <Stack gap={4}>
        {rows.length === 0 ? (
          <Notice tone="plain">{t('stand.none')}</Notice>
        ) : (
          <Table
            caption={t('stand')}
            hideCaption
            columns={[
              { key: 'period', label: t('period') },
              ...(names.size > 1 ? [{ key: 'who', label: t('report.organisation') }] : []),
              { key: 'yours', label: t('stand.yours'), numeric: true },
              { key: 'middle', label: t('middle'), numeric: true },
              { key: 'place', label: t('stand.place') },
            ]}
            rows={rows.map(({ id, one, organisation, place, ...own }) => ({
              id,
              cells: {
                period: period(one.from, one.to),
                who: organisation.name,
                yours: <strong>{said(own)}</strong>,
                middle: said(one.middle),
                place: t(`place.${place}`),
              },
            }))}
          />
        )}
        <p>{t('stand.only')}</p>
      </Stack>
    </Section>
  );
}
