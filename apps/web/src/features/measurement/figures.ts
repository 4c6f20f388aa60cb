import { useLingui } from '@lingui/react';
import type { ProgressUnit } from '../../gql/graphql.js';
import { useBenchmarkWords } from './benchmark-words.js';

export interface Figure {
  readonly value?: string | null;
  readonly fewerThan?: number | null;
}

/** Numbers as somebody writes them, with what they count where that is short: 12 days, 40 %, fewer than 5. */
export function useFigures({ unit, unitNote }: { readonly unit: ProgressUnit; readonly unitNote: string }) {
  const t = useBenchmarkWords();
  const { i18n } = useLingui();
  const number = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 6 });
  return {
    /** The number alone, for a column that names its unit. */
    bare: ({ value, fewerThan }: Figure): string =>
      value == null ? (fewerThan == null ? '' : t('few', { count: fewerThan })) : number.format(Number(value)),
    said: ({ value, fewerThan }: Figure): string => {
      if (value == null) return fewerThan == null ? '' : t('few', { count: fewerThan });
      const written = number.format(Number(value));
      return unitNote === ''
        ? t(`figure.${unit}`, { value: written })
        : t('figure.note', { value: written, note: unitNote });
    },
  };
}

/** Where on a line a figure stands; a band at its middle. */
export function placeOf({ value, fewerThan }: Figure): number {
  return value == null ? (fewerThan ?? 0) / 2 : Number(value);
}
