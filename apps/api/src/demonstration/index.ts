import type { INestApplicationContext } from '@nestjs/common';
import { demonstrationPlan } from '@openimpact/builders';
import type { DataSource } from 'typeorm';

import { StartupError } from '../platform/config/index.js';
import type { Tail } from '../platform/tail/index.js';
import { planBeginnings } from './beginnings.js';
import { planDelivery } from './delivery.js';
import { planFunding } from './funding.js';
import { History } from './history.js';
import { planIdea } from './ideas.js';
import { planLibrary } from './library.js';
import { Mailbox } from './mailbox.js';
import { planShaping } from './shaping.js';
import { planHeldPost, planReport } from './site-team.js';
import { World } from './world.js';

export interface DemonstrationGround {
  readonly app: INestApplicationContext;
  readonly dataSource: DataSource;
  readonly tail: Tail;
}

/** Progress is said this often, so that a log on disk stays short. */
const LINES = 8;

/**
 * Fills an empty database with the demonstration, through the use cases, and marks it as one. A database that holds
 * anybody is left alone: the demonstration never mixes with what people entered.
 *
 * Must run before the server listens and before the tail is started: the log is sealed in the order of the story.
 *
 * @returns whether anything was filled
 */
export async function fillDemonstration(ground: DemonstrationGround, say: (line: string) => void): Promise<boolean> {
  const { dataSource } = ground;
  const [found]: { empty: boolean; interrupted: boolean; now: Date }[] = await dataSource.query(`
    select not exists (select from people) as empty, clock_timestamp() as now,
      demonstration and (select shift <> '0' from app_clock) as interrupted from installation`);
  if (found?.interrupted) {
    throw new StartupError(
      'The demonstration was interrupted while it was being filled, so it is half a story. Empty the database (for the embedded one: remove the data folder) and start again.',
    );
  }
  if (found === undefined || !found.empty) return false;

  say('Filling the empty database with a demonstration. Everybody and everything in it is invented.');
  await dataSource.query('update installation set demonstration = true');
  await Mailbox.during(ground.app, async (mailbox) => {
    const history = new History(dataSource, found.now);
    const world = new World(ground.app, dataSource, ground.tail, demonstrationPlan, history, mailbox);
    planBeginnings(world);
    for (const idea of demonstrationPlan.ideas) {
      planIdea(world, idea);
      planShaping(world, idea);
      planFunding(world, idea);
      planDelivery(world, idea);
    }
    for (const entry of demonstrationPlan.givenEntries) planLibrary(world, entry);
    for (const report of demonstrationPlan.reports) planReport(world, report);
    for (const post of demonstrationPlan.heldPosts) planHeldPost(world, post);
    await history.live(inParts(say));
  });
  await ground.tail.tick();
  return true;
}

/** Says how far the story is, {@link LINES} times. */
function inParts(say: (line: string) => void): (done: number, of: number) => void {
  let said = 0;
  return (done, of) => {
    const part = Math.floor((done / of) * LINES);
    if (part === said) return;
    said = part;
    say(`  ${String(Math.round((done / of) * 100)).padStart(3)} % of the story so far`);
  };
}
