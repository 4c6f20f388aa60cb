import { useLingui } from '@lingui/react';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import { useMeasurementWords } from './words.js';

export const IndicatorsTable_venture = graphql(`
  fragment IndicatorsTable_venture on Venture {
    id
    language
    indicators {
      baseline
      baselineFewerThan
      target
      targetFewerThan
      targetOn
      indicator {
        id
        newest {
          id
          title
          unit
          unitNote
        }
      }
      values {
        id
        value
        fewerThan
        to
      }
    }
  }
`);

/** Where each number began, where it should arrive and where it is, in one table for a report. */
export function IndicatorsTable({ venture }: { readonly venture: FragmentType<typeof IndicatorsTable_venture> }) {
  const t = useMeasurementWords();
  const { i18n } = useLingui();
  const data = useFragmentData(IndicatorsTable_venture, venture);
  if (data === null) return null;
  if (data.indicators.length === 0) return <p>{t('none.reader')}</p>;
  const number = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 6 });
  const say = (value: string | null | undefined, fewerThan: number | null | undefined) =>
    value == null ? (fewerThan == null ? '' : t('few', { count: fewerThan })) : number.format(Number(value));
  return (
    <Table
      caption={t('title')}
      hideCaption
      columns={[
        { key: 'title', label: t('define.title') },
        { key: 'unit', label: t('define.unit') },
        { key: 'baseline', label: t('baseline'), numeric: true },
        { key: 'latest', label: t('latest'), numeric: true },
        { key: 'target', label: t('target'), numeric: true },
      ]}
      rows={data.indicators.map(({ indicator: { id, newest }, values, ...measured }) => {
        const latest = values.at(-1);
        return {
          id,
          cells: {
            title: <span lang={data.language}>{newest.title}</span>,
            unit: newest.unitNote === '' ? t(`unit.${newest.unit}`) : newest.unitNote,
            baseline: say(measured.baseline, measured.baselineFewerThan),
            latest:
              latest === undefined ? (
                ''
              ) : (
                <>
                  {say(latest.value, latest.fewerThan)} (<Day on={latest.to} />)
                </>
              ),
            target: say(measured.target, measured.targetFewerThan),
          },
        };
      })}
    />
  );
}
