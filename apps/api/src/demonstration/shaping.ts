import type { PlannedIdea, PlannedShaping } from '@openimpact/builders';

import { DraftCommonsAgreement, SignCommonsAgreement } from '../modules/agreements/index.js';
import { fittingComponents } from '../modules/components/index.js';
import { Appeals, DecideMerge, DeclineIdea, ProposeMerge, WithdrawIdea } from '../modules/ideas/index.js';
import { SaveBrief } from '../modules/pipeline/index.js';
import { AcceptReuseOffer, OfferReuse, RecordNothingFits } from '../modules/reuse/index.js';
import { globalId, raw, sql } from '../platform/database/index.js';
import { pence } from './beginnings.js';
import { timesOf } from './ideas.js';
import { agreed, known, type World } from './world.js';

/** At least as many as the page suggests: each of them needs a reason. */
const SUGGESTED = 10;

/** An idea is made ready to fund: what exists is looked at, the brief written, the lead chosen, what comes back promised. */
export function planShaping(world: World, idea: PlannedIdea): void {
  const { history } = world;
  const { supported, shaped, logged } = timesOf(idea);
  const during = (part: number) => supported - (supported - shaped) * part;
  for (const offer of idea.offers ?? []) {
    history.plan(logged * 0.4, `${offer.component} is offered to ${idea.key}`, async () => {
      await offered(world, idea, offer);
    });
  }
  planAside(world, idea);
  const { shaping } = idea;
  if (shaping === undefined) return;

  history.plan(during(0.2), `a look for reuse, ${idea.key}`, async () => {
    if ('nothingFits' in shaping.reuse) await nothingFits(world, idea, shaping.reuse.nothingFits);
    else {
      const { savesDays, ...offer } = shaping.reuse;
      await accept(world, idea, await offered(world, idea, { ...offer, saves: `About ${savesDays} days of work` }));
    }
  });
  history.plan(during(0.5), `the brief, ${idea.key}`, async () => {
    await agreed(
      world.use(SaveBrief).execute(await world.as(idea.author), {
        ideaId: known(world.ideas, idea.key),
        forWhom: shaping.forWhom,
        outcome: shaping.outcome,
        approach: shaping.approach,
        risks: {
          whatCouldGoWrong: shaping.whatCouldGoWrong.what,
          forWhom: shaping.whatCouldGoWrong.forWhom,
          howWeWouldNotice: shaping.whatCouldGoWrong.noticedBy,
          whenWeWouldStop: shaping.whatCouldGoWrong.stopWhen,
        },
        currency: 'GBP',
        budget: shaping.budget.map(({ kind, label, amount }) => ({ kind, note: label, minorUnits: pence(amount) })),
        leadOrganisationId: known(world.organisations, shaping.lead),
      }),
    );
  });
  history.plan(during(0.9), `what will be shared back, ${idea.key}`, () => promise(world, idea, shaping));
}

/** It leaves the line: taken back by its author, declined by the site team, or gone up in another that says the same. */
function planAside(world: World, idea: PlannedIdea): void {
  const { history } = world;
  const { declined, mergedInto, asideReason = null } = idea;
  const daysAgo = idea.loggedDaysAgo * 0.4;
  const ideaId = () => known(world.ideas, idea.key);
  if (idea.reaches === 'WITHDRAWN') {
    history.plan(daysAgo, `${idea.key} is withdrawn`, async () => {
      const author = await world.as(idea.author);
      await agreed(world.use(WithdrawIdea).execute(author, { ideaId: ideaId(), reason: asideReason }));
    });
  }
  if (declined !== undefined) {
    const { by, appeal } = declined;
    history.plan(daysAgo, `${idea.key} is declined`, async () => {
      await agreed(world.use(DeclineIdea).execute(await world.as(by), { ideaId: ideaId(), reason: asideReason }));
    });
    let appealId = '';
    history.plan(daysAgo - 4, `${idea.author} appeals`, async () => {
      const [change]: { id: string }[] = await world.database.query(
        `select id from stage_changes where idea_id = $1 and to_stage = 'DECLINED'`,
        [ideaId()],
      );
      const ask = { decision: globalId('decline', change?.id ?? ''), reason: appeal.reason };
      ({ appealId } = await agreed(world.use(Appeals).appeal(await world.as(idea.author), ask)));
    });
    history.plan(daysAgo - 9, `${appeal.decidedBy} decides the appeal`, async () => {
      const answer = { appealId, overturn: false, reason: appeal.because };
      await agreed(world.use(Appeals).decide(await world.as(appeal.decidedBy), answer));
    });
  }
  if (mergedInto === undefined) return;
  const into = world.plan.ideas.find(({ key }) => key === mergedInto.idea);
  if (into === undefined) throw new Error(`${idea.key} cannot go up in ${mergedInto.idea}: no such idea.`);
  let mergeId = '';
  history.plan(daysAgo, `${idea.author} proposes to merge`, async () => {
    const pair = { fromId: ideaId(), intoId: known(world.ideas, into.key), reason: mergedInto.reason };
    ({ mergeId } = await agreed(world.use(ProposeMerge).execute(await world.as(idea.author), pair)));
  });
  history.plan(daysAgo - 3, `${into.author} agrees`, async () => {
    const answer = { mergeId, accept: true, reason: null };
    await agreed(world.use(DecideMerge).execute(await world.as(into.author), answer));
  });
}

interface Offer {
  readonly component: string;
  readonly by: string;
  readonly covers: string;
  readonly missing: string;
  readonly saves?: string;
}

async function offered(world: World, idea: PlannedIdea, offer: Offer): Promise<string> {
  const { offerId } = await agreed(
    world.use(OfferReuse).execute(await world.as(offer.by), {
      ideaId: known(world.ideas, idea.key),
      componentId: known(world.components, offer.component),
      part: null,
      covers: offer.covers,
      missing: offer.missing,
      effort: null,
      saves: offer.saves ?? null,
      organisationId: world.organisationOf(offer.by),
    }),
  );
  return offerId;
}

/** The author accepts what they read: the verdict there is, with a reason where it is not a plain yes. */
async function accept(world: World, idea: PlannedIdea, offerId: string): Promise<void> {
  const author = await world.as(idea.author);
  const useCase = world.use(AcceptReuseOffer);
  const first = await useCase.execute(author, { offerId, verdictSeen: 'SATISFIES', reason: null });
  if (first.ok) return;
  const changed = first.reasons.find((reason) => reason.code === 'VERDICT_CHANGED');
  if (changed === undefined) throw new Error(JSON.stringify(first.reasons));
  const reason = 'We asked its maintainers. What we build goes back to them under their own licence.';
  await agreed(useCase.execute(author, { offerId, verdictSeen: changed.now.verdict, reason }));
}

async function nothingFits(world: World, idea: PlannedIdea, because: string): Promise<void> {
  const useCase = world.use(RecordNothingFits);
  const author = await world.as(idea.author);
  const ideaId = known(world.ideas, idea.key);
  const looked = sql`select f.component_id as id from ${fittingComponents(raw('f'), ideaId, SUGGESTED)} order by f.place`;
  const suggested: { id: string }[] = await world.database.query(looked.text, looked.values);
  const reasons = suggested.map(({ id }) => ({ componentId: id, reason: because }));
  await agreed(useCase.execute(author, { ideaId, because, reasons }));
}

async function promise(world: World, idea: PlannedIdea, shaping: PlannedShaping): Promise<void> {
  const lead = await world.as(shaping.leadPerson);
  const { agreementId } = await agreed(
    world.use(DraftCommonsAgreement).execute(await world.as(idea.author), {
      ideaId: known(world.ideas, idea.key),
      outputs: shaping.outputs.map(({ kind, title, licence, dueAfterDays, beforeInstalment }) => ({
        kind,
        title,
        licenceCondition: licence,
        dueAfterDays,
        // The money before it pays for it; what is late then keeps the next instalment closed.
        tranchePosition: beforeInstalment === null ? null : beforeInstalment - 1,
      })),
    }),
  );
  const [draft]: { revision: number }[] = await world.database.query(
    'select revision from commons_agreements where id = $1',
    [agreementId],
  );
  const organisationId = known(world.organisations, shaping.lead);
  await agreed(
    world.use(SignCommonsAgreement).execute(lead, { agreementId, organisationId, revision: draft?.revision ?? 1 }),
  );
}
