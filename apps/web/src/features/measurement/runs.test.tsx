import { expect, it } from '@jest/globals';
import { runsOf } from './runs.js';

const month = (number: number, value: string | null, comparableSince: number) => ({
  from: `2026-0${number}-01`,
  to: `2026-0${number}-28`,
  value,
  fewerThan: value === null ? 5 : null,
  definition: { comparableSince },
});

it('breaks the line where something else was counted from then on, and nowhere else', () => {
  const runs = runsOf([month(1, '10', 1), month(2, null, 1), month(3, '6', 3), month(4, '7', 3)]);
  expect(runs.map((run) => run.map(({ value, under }) => value ?? `under ${under}`))).toEqual([
    [10, 'under 5'],
    [6, 7],
  ]);
});
