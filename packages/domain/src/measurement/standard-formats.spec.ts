import { expect, it } from '@jest/globals';

import type { IndicatorVersion } from './indicators.js';
import { csvTemplateOf, jsonSchemaOf, tableSchemaOf, type Standard } from './standard-formats.js';

const indicator: IndicatorVersion = {
  title: 'Moved into a home',
  definition: 'People who slept thirty nights in a home of their own.',
  unit: 'PEOPLE',
  unitNote: '',
  direction: 'UP',
  countsPeople: true,
  tier: 'REQUIRED',
  version: 2,
  change: 'MATERIAL',
  changeNote: 'Longer',
};

const standard: Standard = {
  title: 'Homes that last',
  description: 'What we count when we say that somebody has a home.',
  address: 'https://open.example/commons/homes-that-last',
  licence: 'CC-BY-4.0',
  indicators: [
    { ...indicator, key: 'moved_into_a_home' },
    { ...indicator, key: 'nights_outside', unit: 'DAYS', countsPeople: false, tier: 'OPTIONAL', version: 1 },
  ],
};

it('asks in a report for what is required, and lets a handful of people stay a band', () => {
  expect(jsonSchemaOf(standard)).toMatchObject({
    $id: 'https://open.example/commons/homes-that-last/standard.schema.json',
    properties: {
      values: {
        required: ['moved_into_a_home'],
        properties: {
          moved_into_a_home: { anyOf: [{ type: 'integer', minimum: 0 }, { const: '<5' }] },
          nights_outside: { type: 'number' },
        },
      },
    },
  });
});

it('gives a spreadsheet whose columns are the fields of its description', () => {
  expect(csvTemplateOf(standard)).toBe('from,to,moved_into_a_home,nights_outside\r\n');
  const { fields } = tableSchemaOf(standard) as { fields: { name: string; constraints: { pattern?: string } }[] };
  expect(fields.map(({ name }) => name)).toEqual(['from', 'to', 'moved_into_a_home', 'nights_outside']);
  const people = new RegExp(fields[2]!.constraints.pattern!);
  expect(['0', '12', '<5', '<6', '3.5', ''].map((value) => people.test(value))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
