import type { PlannedEntry, PlannedMeasuring } from '@openimpact/builders';

import { PublishBenchmarks, RecordMeasurements, ReviseIndicator } from '../modules/measurement/index.js';
import { agreed, dayFrom, known, type World } from './world.js';

const MILLISECONDS_A_DAY = 86_400_000;
/** Days after the end of a quarter until the first reports it, and until all have and it is told. */
const FIRST_AFTER_DAYS = 6;
const TOLD_AFTER_DAYS = 20;

/** Organisations report against a data standard, quarter by quarter, and everybody is told of all of them together. */
export function planMeasuring(
  world: World,
  entry: PlannedEntry,
  { keys, organisations, revised }: PlannedMeasuring,
  made: { readonly entryId: () => string; readonly indicatorId: (title: string) => string },
): void {
  const { history } = world;
  const count = Math.max(...organisations.map(({ quarters }) => quarters.length));
  const quarters = lastQuarters(history.now, count);
  const daysAgo = (day: string, later: number) =>
    // Nothing is reported before there is a standard.
    Math.min((history.now.getTime() - Date.parse(day)) / MILLISECONDS_A_DAY - later, entry.daysAgo - later / 100);

  history.plan(
    daysAgo(quarters[revised.beforeQuarter]?.from ?? '', 5),
    `${revised.title} means something else`,
    async () => {
      const viewer = await world.as(entry.by);
      const indicator = entry.indicators?.find(({ title }) => title === revised.title);
      if (indicator === undefined) throw new Error(`Nothing is measured that is called ${revised.title}.`);
      const { definition, changeNote } = revised;
      const ask = { ...indicator, definition, changeNote, unitNote: '', countsPeople: false, seen: 1, material: true };
      const indicatorId = made.indicatorId(revised.title);
      await agreed(world.use(ReviseIndicator).execute(viewer, { ...ask, indicatorId }));
    },
  );
  for (const [index, { from, to }] of quarters.entries()) {
    for (const [place, { organisation, by, quarters: said }] of organisations.entries()) {
      const values = (said[index] ?? []).flatMap((value, at) =>
        value === null ? [] : [{ key: keys[at] ?? '', value, version: versionOf(keys[at], index) }],
      );
      if (values.length === 0) continue;
      history.plan(daysAgo(to, FIRST_AFTER_DAYS + place / 2), `${organisation} reports ${to}`, async () => {
        const organisationId = known(world.organisations, organisation);
        const ask = { organisationId, entryId: made.entryId(), from, to, method: '', values };
        await agreed(world.use(RecordMeasurements).execute(await world.as(by), ask));
      });
    }
    history.plan(daysAgo(to, TOLD_AFTER_DAYS), `${to} is told`, () => world.use(PublishBenchmarks).waiting());
  }

  function versionOf(key: string | undefined, quarter: number): number {
    const isRevised = key === revised.title.toLowerCase().replaceAll(' ', '_');
    return isRevised && quarter >= revised.beforeQuarter ? 2 : 1;
  }
}

/** The last whole quarters that everybody had time to report, the oldest first. */
function lastQuarters(now: Date, count: number): readonly { readonly from: string; readonly to: string }[] {
  const day = dayFrom(now, -TOLD_AFTER_DAYS - 1);
  const [year = 0, month = 0] = day.split('-').map(Number);
  const current = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: count }, (_, back) => {
    const quarter = current - count + back;
    const first = (number: number) => new Date(Date.UTC(Math.floor(number / 4), (number % 4) * 3, 1));
    return { from: dayFrom(first(quarter), 0), to: dayFrom(first(quarter + 1), -1) };
  });
}
