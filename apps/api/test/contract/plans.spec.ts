import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';

import { folded } from '../../bench/collected.js';
import type { Planned } from '../../bench/read-plan.js';
import { readPlan } from '../../bench/read-plan.js';
import { EXCEPTIONS } from './plan-exceptions.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const { plans } = JSON.parse(readFileSync(resolve(ROOT, 'docs/reference/plans.json'), 'utf8')) as {
  plans: Record<string, Planned>;
};
const documents = Object.values(
  JSON.parse(readFileSync(resolve(ROOT, 'apps/web/dist/trusted-documents.json'), 'utf8')) as Record<string, string>,
);
const queries = documents.flatMap((text) =>
  parse(text).definitions.flatMap((part) =>
    part.kind === Kind.OPERATION_DEFINITION && part.operation === 'query' ? [part.name?.value ?? ''] : [],
  ),
);

it('has the plan of every query of the pages among 100,000 ideas (npm run plans writes them down)', () => {
  expect(queries.filter((name) => !(name in plans))).toEqual([]);
});

const { statements } = JSON.parse(readFileSync(resolve(ROOT, 'docs/reference/statements.json'), 'utf8')) as {
  statements: Record<string, Record<string, { readonly faults?: readonly string[] }>>;
};
const faults = [
  ...Object.entries(plans).flatMap(([name, plan]) => plan.faults.map((fault) => `${name}: ${fault}`)),
  ...Object.entries(statements).flatMap(([from, found]) =>
    Object.values(found).flatMap((statement) => (statement.faults ?? []).map((fault) => `${from}: ${fault}`)),
  ),
];
const reasonOf = (fault: string) => [fault, `${fault.split(':')[0]}: *`].find((key) => key in EXCEPTIONS);

it('has no statement that reads or orders a large table, unless it is said why', () => {
  expect(faults.filter((fault) => reasonOf(fault) === undefined)).toEqual([]);
});

it('gives no reason for what is not so', () => {
  const used = new Set(faults.map(reasonOf));
  expect(Object.keys(EXCEPTIONS).filter((key) => !used.has(key))).toEqual([]);
});

it('sees a large table that is read whole, one without an index, and many rows put in order', () => {
  const rowsOf = new Map([
    ['ideas', 100_000],
    ['hearings', 0],
  ]);
  const scan = (table: string, more: object = {}) => ({ 'Node Type': 'Seq Scan', 'Relation Name': table, ...more });
  const faultsOf = (plan: object, seqscan: boolean) => readPlan(plan, { rowsOf, seqscan }).faults;
  expect(faultsOf({ 'Node Type': 'Limit', Plans: [scan('ideas')] }, true)).toEqual(['reads all of ideas']);
  expect(faultsOf(scan('hearings'), true)).toEqual([]);
  expect(faultsOf(scan('hearings'), false)).toEqual(['has no index for hearings']);
  const walk = { 'Node Type': 'Index Scan', 'Relation Name': 'ideas', 'Index Name': 'ideas_pk', 'Plan Rows': 100_000 };
  expect(faultsOf({ 'Node Type': 'Limit', Plans: [walk] }, true)).toEqual([]);
  expect(faultsOf({ 'Node Type': 'Sort', Plans: [walk] }, true)).toEqual([
    'puts many rows in order',
    'reads all of ideas in the order of ideas_pk',
  ]);
});

it('takes a statement for the same whatever its values, how many they are, and how many rows are wanted', () => {
  expect(folded('select id from votes\n  where id in ($1, $2,$3) limit 20')).toBe(
    folded('select id from votes where id in ($4, $5) limit 100'),
  );
  expect(folded('insert into votes (id, kind) values ($1, $2), ($3, $4)')).toBe(
    folded('insert into votes (id, kind) values ($1, $2)'),
  );
  expect(folded('select id from votes where id = $1')).not.toBe(folded('select id from votes where person_id = $1'));
});
