import type { PlannedMeasure } from '@openimpact/builders';

import { DefineIndicator, RecordProgress, ReviseIndicator, SetTarget } from '../modules/measurement/index.js';
import { agreed, type World } from './world.js';

interface Measuring {
  readonly world: World;
  readonly lead: string;
  readonly after: (days: number, what: string, run: () => Promise<void>) => void;
  readonly ventureId: () => Promise<string>;
  readonly day: (days: number) => string;
}

/** A venture says what it measures, where it began and where it should arrive, and reports period by period. */
export function planMeasure({ world, lead, after, ventureId, day }: Measuring, measure: PlannedMeasure): void {
  const { title, definition, unit, unitNote = '', direction, baseline, target, values, revised } = measure;
  let indicatorId = '';
  const asked = { title, unit, unitNote, direction, countsPeople: false, tier: 'OPTIONAL' as const };
  after(9, 'what is measured', async () => {
    const viewer = await world.as(lead);
    const list = { ventureId: await ventureId() };
    ({ indicatorId } = await agreed(world.use(DefineIndicator).execute(viewer, { ...asked, definition, list })));
    await agreed(
      world.use(SetTarget).execute(viewer, {
        ...list,
        indicatorId,
        baseline: baseline.value,
        baselineOn: day(baseline.day),
        target: target.value,
        targetOn: day(target.day),
      }),
    );
  });
  if (revised !== undefined) {
    after(revised.afterDays, 'what is measured changes', async () => {
      const { changeNote, material } = revised;
      const ask = { ...asked, indicatorId, definition: revised.definition, seen: 1, material, changeNote };
      await agreed(world.use(ReviseIndicator).execute(await world.as(lead), ask));
    });
  }
  for (const { value, from, to } of values) {
    after(to + 2, 'a number', async () => {
      const ask = { ventureId: await ventureId(), indicatorId, value, from: day(from), to: day(to) };
      await agreed(world.use(RecordProgress).execute(await world.as(lead), ask));
    });
  }
}
