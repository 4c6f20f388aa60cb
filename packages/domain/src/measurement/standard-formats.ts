import { BAND_UNDER } from '../ventures/index.js';
import type { IndicatorVersion } from './indicators.js';
import { isWhole } from './kept-number.js';

/** A data standard as others implement it. */
export interface Standard {
  readonly title: string;
  readonly description: string;
  /** Its permanent address. */
  readonly address: string;
  readonly licence: string;
  readonly indicators: readonly (IndicatorVersion & { readonly key: string })[];
}

interface Described {
  readonly title: string;
  readonly description: string;
}

function described(indicator: IndicatorVersion): Described {
  const unit = indicator.unitNote === '' ? indicator.unit.toLowerCase() : indicator.unitNote;
  return { title: indicator.title, description: `${indicator.definition} (${unit}; version ${indicator.version})` };
}

/**
 * JSON Schema (2020-12) of one report: the period, and a value for each indicator by its key.
 *
 * A count of people may be the band `"<5"` in place of a number, because whoever counts three people should not have
 * to say so to be valid.
 */
export function jsonSchemaOf(standard: Standard): Readonly<Record<string, unknown>> {
  const day = { type: 'string', format: 'date' };
  const valueOf = (indicator: IndicatorVersion) => {
    const number = isWhole(indicator) ? { type: 'integer', minimum: 0 } : { type: 'number' };
    return indicator.countsPeople ? { anyOf: [number, { const: `<${BAND_UNDER}` }] } : number;
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${standard.address}/standard.schema.json`,
    title: standard.title,
    description: standard.description,
    $comment: `Licence: ${standard.licence}`,
    type: 'object',
    properties: {
      from: { ...day, title: 'First day of the period' },
      to: { ...day, title: 'Last day of the period' },
      values: {
        type: 'object',
        properties: Object.fromEntries(
          standard.indicators.map((indicator) => [indicator.key, { ...described(indicator), ...valueOf(indicator) }]),
        ),
        required: standard.indicators.filter(({ tier }) => tier === 'REQUIRED').map(({ key }) => key),
        additionalProperties: false,
      },
    },
    required: ['from', 'to', 'values'],
    additionalProperties: false,
  };
}

/** Table Schema (Data Package standard) of the template: one row a period, one column an indicator. */
export function tableSchemaOf(standard: Standard): Readonly<Record<string, unknown>> {
  const day = (name: string, title: string) => ({ name, title, type: 'date', constraints: { required: true } });
  return {
    fields: [
      day('from', 'First day of the period'),
      day('to', 'Last day of the period'),
      ...standard.indicators.map((indicator) => ({
        name: indicator.key,
        ...described(indicator),
        // A band is text beside numbers, and a Table Schema has one type a column.
        ...(indicator.countsPeople
          ? {
              type: 'string',
              constraints: { pattern: `^(\\d+|<${BAND_UNDER})$`, required: indicator.tier === 'REQUIRED' },
            }
          : {
              type: isWhole(indicator) ? 'integer' : 'number',
              constraints: { required: indicator.tier === 'REQUIRED' },
            }),
      })),
    ],
    primaryKey: ['from', 'to'],
    missingValues: [''],
  };
}

/** The first line of a spreadsheet to fill in. Keys are plain letters, so nothing needs to be quoted. */
export function csvTemplateOf(standard: Pick<Standard, 'indicators'>): string {
  return `${['from', 'to', ...standard.indicators.map(({ key }) => key)].join(',')}\r\n`;
}
