import {
  DEMONSTRATION_SEED,
  type PlannedCall,
  type PlannedIdea,
  type PlannedReturn,
  type PlannedVenture,
  seededRandom,
} from '@openimpact/builders';
import type { TeamRole } from '@openimpact/domain';

import { DefineIndicator } from '../modules/measurement/index.js';
import { SubmitReturn, VerifyReturn } from '../modules/returns/index.js';
import { CallTranche, ConfirmReceipt, RecordPayment } from '../modules/tranches/index.js';
import {
  AddTeamMember,
  AdvancePhase,
  AnswerUsers,
  CompleteMilestone,
  InviteServiceUser,
  PlanMilestone,
  PlanSession,
  PostUpdate,
  RecordDecision,
  RecordHandover,
  RecordSeatView,
  RecordUsersSaid,
  ReviseAgenda,
  ReviseVenture,
  SignAgenda,
  StopVenture,
  TakeSeat,
} from '../modules/ventures/index.js';
import { planMeasure } from './measuring.js';
import { endOf } from './funding.js';
import { agreed, dayFrom, known, type World } from './world.js';

/** What every step of a venture's story needs. */
interface Telling {
  readonly world: World;
  readonly idea: PlannedIdea;
  readonly venture: PlannedVenture;
  readonly lead: string;
  /** Plans a step so many days after the money was agreed. */
  readonly after: (days: number, what: string, run: () => Promise<void>) => void;
  readonly ventureId: () => Promise<string>;
  /** The day so many days after the money was agreed. */
  readonly day: (days: number) => string;
}

/** A venture agrees, plans, pays, tells, and shares back; or stops, and tells that. */
export function planDelivery(world: World, idea: PlannedIdea): void {
  const { venture, shaping } = idea;
  const round = idea.rounds?.find(({ ends }) => ends === 'SUCCEEDS');
  if (venture === undefined || shaping === undefined || round === undefined) return;
  const began = endOf(round);
  const telling: Telling = {
    world,
    idea,
    venture,
    lead: shaping.leadPerson,
    after: (days, what, run) => world.history.plan(began - days, `${what}, ${idea.key}`, run),
    ventureId: async () => {
      const [row]: { id: string }[] = await world.database.query(
        'select venture_id as id from venture_ideas where idea_id = $1',
        [known(world.ideas, idea.key)],
      );
      if (row === undefined) throw new Error(`${idea.key} has no project.`);
      return row.id;
    },
    day: (days) => dayFrom(new Date(world.history.now.getTime() - began * 86_400_000), days),
  };
  planTogether(telling);
  planWork(telling);
  planNews(telling);
  for (const measure of venture.measures ?? []) planMeasure(telling, measure);
  for (const call of venture.calls) planCall(telling, call);
  for (const one of venture.returns) planReturn(telling, one);
}

/** Agenda, signatures, team and table. */
function planTogether({ world, venture, lead, after, ventureId }: Telling): void {
  for (const [index, agenda] of venture.agenda.entries()) {
    after(2 + index * 3, 'the agenda', async () => {
      const ask = { ventureId: await ventureId(), text: agenda.text, changeNote: agenda.note, seen: index };
      await agreed(world.use(ReviseAgenda).execute(await world.as(lead), ask));
    });
    for (const [place, signature] of venture.signedBy.entries()) {
      // Of a revised agenda the last member has not signed the newest yet, as happens.
      if (index > 0 && place === venture.signedBy.length - 1) continue;
      after(2.1 + index * 3 + place / 10, 'a signature', async () => {
        const organisationId = known(world.organisations, signature.organisation);
        await agreed(
          world.use(SignAgenda).execute(await world.as(signature.by), {
            ventureId: await ventureId(),
            organisationId,
            version: index + 1,
          }),
        );
      });
    }
  }
  for (const { person, role } of venture.team) {
    after(1, 'somebody joins the team', async () => {
      const { person: member } = await world.as(person);
      const ask = { ventureId: await ventureId(), personId: member.id, role: role as TeamRole };
      await agreed(world.use(AddTeamMember).execute(await world.as(lead), ask));
    });
  }
  const safe = venture.team.find(({ role }) => role === 'SAFEGUARDING');
  if (safe !== undefined) {
    after(3, 'somebody answers for safety', async () => {
      const { person: member } = await world.as(safe.person);
      const ask = {
        ventureId: await ventureId(),
        summary: '',
        involvesPeopleAtRisk: true,
        safeguardingLeadId: member.id,
      };
      await agreed(world.use(ReviseVenture).execute(await world.as(lead), ask));
    });
  }
  const { invites } = venture;
  if (invites !== undefined) {
    const { afterDays, ...invitation } = invites;
    after(afterDays, 'seats are offered', async () => {
      const ask = { ventureId: await ventureId(), ...invitation };
      await agreed(world.use(InviteServiceUser).execute(await world.as(lead), ask));
    });
  }
  for (const { person, kind } of venture.seats) {
    after(6, 'somebody takes a seat', async () => {
      await agreed(world.use(TakeSeat).execute(await world.as(person), { ventureId: await ventureId(), kind }));
    });
  }
}

/** Milestones and phases. */
function planWork({ world, venture, lead, after, ventureId, day }: Telling): void {
  for (const milestone of venture.milestones) {
    let milestoneId = '';
    after(8, 'a milestone is planned', async () => {
      const ownerId = (await world.as(milestone.owner)).person.id;
      const { phase, title, dueAfterDays } = milestone;
      const ask = { ventureId: await ventureId(), phase, title, ownerId, dueOn: day(dueAfterDays) };
      ({ milestoneId } = await agreed(world.use(PlanMilestone).execute(await world.as(lead), ask)));
    });
    const { evidence } = milestone;
    if (evidence === undefined) continue;
    after(milestone.dueAfterDays - 2, 'a milestone is done', async () => {
      await agreed(world.use(CompleteMilestone).execute(await world.as(lead), { milestoneId, evidence }));
    });
  }
  for (const { to, afterDays } of venture.phases) {
    for (const { person, kind } of venture.seats) {
      if (kind !== 'SERVICE_USER' && kind !== 'PRACTITIONER') continue;
      after(afterDays - 2, 'a seat is asked', async () => {
        await agreed(
          world
            .use(RecordSeatView)
            .execute(await world.as(person), { ventureId: await ventureId(), phase: to, agrees: true }),
        );
      });
    }
    after(afterDays, 'the next phase', async () => {
      await agreed(world.use(AdvancePhase).execute(await world.as(lead), { ventureId: await ventureId(), to }));
    });
  }
}

/** Updates, decisions, what users said, and an early ending. */
function planNews({ world, venture, lead, after, ventureId, day }: Telling): void {
  for (const { title, body, by, afterDays } of venture.updates) {
    after(afterDays, 'news', async () => {
      await agreed(
        world
          .use(PostUpdate)
          .execute(await world.as(by), { ventureId: await ventureId(), title, body, language: 'en-GB', publish: true }),
      );
    });
  }
  for (const { decided, why, by, afterDays } of venture.decisions) {
    after(afterDays, 'a decision', async () => {
      await agreed(
        world.use(RecordDecision).execute(await world.as(by), { ventureId: await ventureId(), decided, why }),
      );
    });
  }
  for (const { question, place, access, heldAfterDays, by, answer } of venture.sessions ?? []) {
    after(heldAfterDays - 12, 'a session is announced', async () => {
      const ask = { ventureId: await ventureId(), question, heldOn: day(heldAfterDays), place, access };
      await agreed(world.use(PlanSession).execute(await world.as(by), ask));
    });
    if (answer === undefined) continue;
    after(heldAfterDays + 1, 'what was said in the session', async () => {
      const id = await ventureId();
      const [session]: { id: string }[] = await world.database.query(
        'select id from venture_sessions where venture_id = $1 and question = $2',
        [id, question],
      );
      const heard = { ventureId: id, said: answer.said, people: answer.people, heardOn: day(heldAfterDays) };
      await agreed(
        world
          .use(RecordUsersSaid)
          .execute(await world.as(by), { ...heard, changed: '', sessionId: session?.id ?? null }),
      );
    });
    after(heldAfterDays + 20, 'they are told what changed', async () => {
      const [said]: { id: string }[] = await world.database.query(
        'select u.id from users_said u join venture_sessions s on s.id = u.session_id where s.venture_id = $1 and s.question = $2',
        [await ventureId(), question],
      );
      const told = { usersSaidId: said?.id ?? '', changed: answer.changed };
      await agreed(world.use(AnswerUsers).execute(await world.as(by), told));
    });
  }
  for (const { said, people, changed, afterDays } of venture.usersSaid) {
    after(afterDays, 'what users said', async () => {
      await agreed(
        world.use(RecordUsersSaid).execute(await world.as(lead), {
          ventureId: await ventureId(),
          said,
          people,
          changed,
          heardOn: day(afterDays - 3),
        }),
      );
    });
  }
  const { handedOver, stopped } = venture;
  if (handedOver !== undefined) {
    after(handedOver.afterDays, 'it is handed over', async () => {
      const { model, ownerName, needs, afterDays } = handedOver;
      const handover = { ventureId: await ventureId(), model, ownerName, from: day(afterDays), needs };
      await agreed(world.use(RecordHandover).execute(await world.as(lead), handover));
    });
  }
  if (stopped === undefined) return;
  after(stopped.afterDays, 'it stops', async () => {
    const { why, learned, nextForUsers } = stopped;
    await agreed(
      world
        .use(StopVenture)
        .execute(await world.as(lead), { ventureId: await ventureId(), why, learned, nextForUsers }),
    );
  });
}

/** An instalment is called, paid by each funder and received. */
function planCall({ world, idea, lead, after, day }: Telling, call: PlannedCall): void {
  const random = seededRandom(`${DEMONSTRATION_SEED} instalment ${idea.key} ${call.instalment}`);
  const callKey = random.uuid();
  const roundOf = async (): Promise<string> => {
    const [row]: { id: string }[] = await world.database.query(
      `select id from funding_rounds where idea_id = $1 and status = 'SUCCEEDED'`,
      [known(world.ideas, idea.key)],
    );
    return row?.id ?? '';
  };
  after(call.calledAfterDays, 'an instalment is called', async () => {
    await agreed(
      world.use(CallTranche).execute(await world.as(lead), {
        roundId: await roundOf(),
        position: call.instalment,
        idempotencyKey: callKey,
      }),
    );
  });
  const parts = async (): Promise<{ id: string; amount: string; handle: string }[]> =>
    world.database.query(
      `select p.id, p.amount_minor as amount, h.handle from call_parts p join tranche_calls c on c.id = p.call_id join pledges g on g.id = p.pledge_id join people h on h.id = g.made_by_id
       where c.round_id = $1 and c.position = $2 order by g.placed_at`,
      [await roundOf(), call.instalment],
    );
  const pay = async ({ id, amount, handle }: { id: string; amount: string; handle: string }, paidOn: string) => {
    const reference = `${idea.key}-${call.instalment}`;
    const payment = { partId: id, amount: BigInt(amount), currency: 'GBP', reference, paidOn };
    const recorded = { ...payment, idempotencyKey: random.uuid() };
    return agreed(world.use(RecordPayment).execute(await world.as(handle), recorded));
  };
  const { paidAfterDays, sent } = call;
  if (sent !== undefined) {
    after(sent.afterDays, 'one funder pays', async () => {
      for (const part of await parts()) if (part.handle === sent.by) await pay(part, day(sent.afterDays));
    });
  }
  if (paidAfterDays === undefined) return;
  after(paidAfterDays, 'it is paid', async () => {
    for (const part of await parts()) {
      const { paymentId } = await pay(part, day(paidAfterDays));
      await agreed(
        world.use(ConfirmReceipt).execute(await world.as(lead), { paymentId, idempotencyKey: random.uuid() }),
      );
    }
  });
}

/** What was promised is submitted, and verified by somebody who is not tied to it. */
function planReturn({ world, idea, after, ventureId }: Telling, planned: PlannedReturn): void {
  const output = idea.shaping?.outputs.find(({ title }) => title === planned.output);
  if (output === undefined) throw new Error(`${idea.key} did not promise “${planned.output}”.`);
  let returnId = '';
  after(planned.submittedAfterDays, 'something is shared back', async () => {
    const [promise]: { id: string; today: string }[] = await world.database.query(
      'select o.id, app_now()::date::text as today from obligations o join agreement_outputs a on a.id = o.agreement_output_id where o.idea_id = $1 and a.title = $2',
      [known(world.ideas, idea.key), planned.output],
    );
    const submitted = await agreed(
      world.use(SubmitReturn).execute(await world.as(planned.by), {
        obligationId: promise?.id ?? '',
        language: 'en-GB',
        componentIds: null,
        uploadIds: [],
        title: planned.output,
        summary: planned.summary,
        address: planned.address ?? null,
        text: planned.text ?? null,
        licence: output.licence,
        consent: planned.consent ?? null,
        anonymised: planned.anonymised ?? null,
        method: planned.method ?? null,
        studiedOn: promise?.today ?? null,
        sample: planned.sample ?? null,
        withdrawalContact: planned.withdrawalContact ?? null,
        personalDataChecked: true,
      }),
    );
    ({ returnId } = submitted);
  });
  const { verified } = planned;
  if (verified === undefined) return;
  after(verified.afterDays, 'it is verified', async () => {
    await agreed(world.use(VerifyReturn).execute(await world.as(verified.by), { returnId, reason: verified.reason }));
  });
  const { indicators = [] } = planned;
  if (indicators.length === 0) return;
  after(verified.afterDays + 1, 'it says what it measures', async () => {
    const [entry]: { id: string }[] = await world.database.query(
      'select id from commons_entries where venture_id = $1 and title = $2',
      [await ventureId(), planned.output],
    );
    for (const indicator of indicators) {
      const ask = { ...indicator, unitNote: '', countsPeople: false, list: { entryId: entry?.id ?? '' } };
      await agreed(world.use(DefineIndicator).execute(await world.as(planned.by), ask));
    }
  });
}
