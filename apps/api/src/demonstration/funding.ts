import { DEMONSTRATION_SEED, type PlannedIdea, type PlannedRound, seededRandom } from '@openimpact/builders';

import { ApprovePledge, CloseDueRounds, CloseFundingRound, PlacePledge } from '../modules/pledges/index.js';
import { OpenFundingRound } from '../modules/rounds/index.js';
import { pence } from './beginnings.js';
import { agreed, known, type World } from './world.js';

/** When a round of the plan ends, in days before now. It ends when its last pledge reached the target, or at its deadline. */
export function endOf(round: PlannedRound): number {
  const pledged = round.pledges.reduce((sum, pledge) => sum + pledge.amount, 0);
  const wholeTime = round.openedDaysAgo - round.openForDays;
  return pledged >= round.target ? round.openedDaysAgo - round.openForDays * 0.8 : wholeTime - 0.01;
}

/** Rounds open, funders pledge under their offers, and the rounds close. */
export function planFunding(world: World, idea: PlannedIdea): void {
  for (const [index, round] of (idea.rounds ?? []).entries()) planRound(world, idea, round, index);
}

function planRound(world: World, idea: PlannedIdea, round: PlannedRound, index: number): void {
  const { history } = world;
  const { shaping } = idea;
  if (shaping === undefined) throw new Error(`${idea.key} asks for money and has no brief.`);
  // Keys of money are made once and kept, here as in a page: a story told again is the same story.
  const random = seededRandom(`${DEMONSTRATION_SEED} money ${idea.key} ${index}`);
  let roundId = '';
  history.plan(round.openedDaysAgo, `a round opens for ${idea.key}`, async () => {
    const opened = await agreed(
      world.use(OpenFundingRound).execute(await world.as(shaping.leadPerson), {
        ideaId: known(world.ideas, idea.key),
        moneyHolderOrganisationId: null,
        draft: {
          purpose: round.purpose,
          currency: 'GBP',
          minimum: pence(round.minimum),
          target: pence(round.target),
          deadline: new Date(history.now.getTime() - (round.openedDaysAgo - round.openForDays) * 86_400_000),
          tranches: round.instalments.map(({ title, percent }) => ({ title, basisPoints: percent * 100 })),
        },
      }),
    );
    ({ roundId } = opened);
  });
  for (const [place, pledge] of round.pledges.entries()) {
    // Pledges on an open round have happened already; those on a closed one fill its time.
    const span = round.ends === 'OPEN' ? round.openedDaysAgo : round.openedDaysAgo - endOf(round);
    const at = round.openedDaysAgo - span * ((place + 1) / (round.pledges.length + 1.5));
    const key = random.uuid();
    let pledgeId = '';
    history.plan(at, `${pledge.by} pledges to ${idea.key}`, async () => {
      const placed = await agreed(
        world.use(PlacePledge).execute(await world.as(pledge.by), {
          roundId,
          mandateId: known(world.mandates, pledge.mandate),
          amount: pence(pledge.amount),
          currency: 'GBP',
          conditions: [],
          note: '',
          idempotencyKey: key,
        }),
      );
      ({ pledgeId } = placed);
    });
    const { approvedBy } = pledge;
    if (approvedBy === undefined) continue;
    const approvalKey = random.uuid();
    history.plan(at - 0.2, `${approvedBy} approves the pledge to ${idea.key}`, async () => {
      const [content]: { hash: string }[] = await world.database.query(
        `select encode(content_hash, 'hex') as hash from pledges where id = $1`,
        [pledgeId],
      );
      const approval = { pledgeId, contentHash: content?.hash ?? '', idempotencyKey: approvalKey };
      await agreed(world.use(ApprovePledge).execute(await world.as(approvedBy), approval));
    });
  }
  if (round.ends === 'OPEN') return;
  const closeKey = random.uuid();
  const pledged = round.pledges.reduce((sum, pledge) => sum + pledge.amount, 0);
  history.plan(endOf(round), `the round for ${idea.key} closes`, async () => {
    if (pledged < round.target) await world.use(CloseDueRounds).sweep();
    else {
      const close = { roundId, givingUpBecause: null, idempotencyKey: closeKey };
      await agreed(world.use(CloseFundingRound).execute(await world.as(shaping.leadPerson), close));
    }
  });
}
