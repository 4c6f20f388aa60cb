import type { PlannedEntry } from '@openimpact/builders';

import { ShareEntry, UseEntry } from '../modules/commons/index.js';
import { DefineIndicator } from '../modules/measurement/index.js';
import { planMeasuring } from './measured.js';
import { agreed, dayFrom, known, type World } from './world.js';

/** Days until others say that they use it, and between one of them and the next. */
const USED_AFTER_DAYS = 12;

/** Organisations give something to the shared library that no money here paid for, and others take it up. */
export function planLibrary(world: World, entry: PlannedEntry): void {
  const { history } = world;
  const { key, kind, title, summary, text, licence, themes, research, consent = null, anonymised = null } = entry;
  let entryId = '';
  const indicators = new Map<string, string>();
  history.plan(entry.daysAgo, `${key} is shared`, async () => {
    const viewer = await world.as(entry.by);
    const { studiedDaysAgo = 0, ...studied } = research ?? {};
    const asked = { kind, title, summary, text, licence, themes, consent, anonymised, ...studied };
    const said = {
      ...asked,
      studiedOn: research === undefined ? null : dayFrom(history.now, -studiedDaysAgo),
      organisationId: known(world.organisations, entry.organisation),
      language: 'en-GB',
      ideaId: null,
    };
    ({ entryId } = await agreed(world.use(ShareEntry).execute(viewer, said)));
    for (const indicator of entry.indicators ?? []) {
      const list = { entryId };
      const more = { unitNote: '', countsPeople: false };
      const { indicatorId } = await agreed(world.use(DefineIndicator).execute(viewer, { ...indicator, ...more, list }));
      indicators.set(indicator.title, indicatorId);
    }
  });
  if (entry.measured !== undefined) {
    const indicatorId = (title: string) => known(indicators, title);
    planMeasuring(world, entry, entry.measured, { entryId: () => entryId, indicatorId });
  }
  for (const [index, { organisation, by, whatFor }] of entry.uses.entries()) {
    history.plan(entry.daysAgo - USED_AFTER_DAYS * (index + 1), `${organisation} uses ${key}`, async () => {
      const organisationId = known(world.organisations, organisation);
      const since = null;
      await agreed(world.use(UseEntry).declare(await world.as(by), { entryId, organisationId, whatFor, since }));
    });
  }
}
