import { describe, expect, it } from '@jest/globals';

import { reviseAgenda, signAgenda, unsignedBy, type AgendaFacts } from './agenda.js';
import { postUpdate, recordDecision } from './communication.js';
import { conveneVenture, fundVenture, type ConveneAsk } from './convene-venture.js';
import { recordHandover, stopVenture } from './endings.js';
import { completeMilestone, milestoneStates, planMilestone, type Milestone } from './milestones.js';
import { advancePhase, recordSeatView } from './phases.js';
import { bandPeople, recordUsersSaid } from './progress.js';
import { reviseVenture } from './revise-venture.js';
import { acceptSeatInvitation, countSeats, inviteServiceUser, takeSeat } from './seats.js';
import { answerUsers, planSession } from './sessions.js';

const codesOf = (decision: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  decision.ok ? [] : (decision.reasons ?? []).map((reason) => reason.code);

describe('convening before money', () => {
  const anAsk = (changes: Partial<ConveneAsk> = {}): ConveneAsk => ({
    title: 'A way through',
    summary: '',
    leadOrganisationId: 'lead',
    actsForLead: true,
    ideas: [{ id: 'idea', title: 'A navigator', stage: 'LOGGED', ventureId: null }],
    involvesPeopleAtRisk: false,
    safeguardingLeadId: null,
    ...changes,
  });

  it('needs no money: an idea that was only logged can gather people', () => {
    expect(conveneVenture(anAsk())).toMatchObject({
      ok: true,
      value: { status: 'CONVENING', phase: 'DISCOVERY', members: [{ organisationId: 'lead', role: 'LEAD' }] },
    });
  });

  it('serves several ideas, each of them only once', () => {
    const two = ['one', 'two'].map((id) => ({ id, title: id, stage: 'SUPPORTED' as const, ventureId: null }));
    expect(conveneVenture(anAsk({ ideas: two }))).toMatchObject({ value: { ideaIds: ['one', 'two'] } });
    expect(codesOf(conveneVenture(anAsk({ ideas: [{ ...two[0]!, ventureId: 'other' }, two[1]!] })))).toEqual([
      'IDEA_HAS_VENTURE',
    ]);
  });

  it('says everything that is wrong at once', () => {
    const wrong = anAsk({ title: ' ', ideas: [], actsForLead: false, involvesPeopleAtRisk: true });
    expect(codesOf(conveneVenture(wrong))).toEqual([
      'TEXT_MISSING',
      'NO_IDEA_TO_SERVE',
      'NOT_ACTING_FOR_LEAD',
      'SAFEGUARDING_LEAD_MISSING',
    ]);
  });

  it.each(['WITHDRAWN', 'MERGED', 'DECLINED', 'STOPPED', 'COMMONS'] as const)('is not for an idea in %s', (stage) => {
    const ideas = [{ id: 'idea', title: 'Over', stage, ventureId: null }];
    expect(codesOf(conveneVenture(anAsk({ ideas })))).toEqual(['IDEA_NOT_OPEN_FOR_VENTURE']);
  });
});

describe('a round that succeeded', () => {
  const round = { ideaTitle: 'A navigator', leadOrganisationId: 'lead', funderOrganisationIds: ['f1', 'f2', 'f1'] };

  it('makes a venture where there is none, with the lead and each funder once', () => {
    expect(fundVenture(round, null)).toEqual({
      isNew: true,
      title: 'A navigator',
      status: 'ACTIVE',
      newMembers: [
        { organisationId: 'lead', role: 'LEAD' },
        { organisationId: 'f1', role: 'FUNDER' },
        { organisationId: 'f2', role: 'FUNDER' },
      ],
    });
  });

  it('makes the venture active that convened before, and keeps who was there', () => {
    const before = { status: 'CONVENING' as const, members: [{ organisationId: 'lead', role: 'LEAD' as const }] };
    const after = fundVenture(round, before);
    expect(after).toMatchObject({ isNew: false, status: 'ACTIVE' });
    expect(after.newMembers.map((member) => member.organisationId)).toEqual(['f1', 'f2']);
  });

  it('keeps a lead that also funds as lead', () => {
    const both = fundVenture({ ...round, funderOrganisationIds: ['lead', 'f1'] }, null);
    expect(both.newMembers).toEqual([
      { organisationId: 'lead', role: 'LEAD' },
      { organisationId: 'f1', role: 'FUNDER' },
    ]);
  });

  it('does not wake a venture that ended', () => {
    expect(fundVenture(round, { status: 'STOPPED', members: [] }).status).toBe('STOPPED');
  });
});

describe('the agenda', () => {
  const facts: AgendaFacts = {
    status: 'ACTIVE',
    newest: { version: 2, text: 'We promise each other …' },
    memberOrganisationIds: ['a', 'b'],
    signatures: [{ organisationId: 'a', version: 1 }],
  };

  it('is signed in the version that was read', () => {
    expect(signAgenda({ organisationId: 'a', version: 2 }, facts).ok).toBe(true);
    expect(codesOf(signAgenda({ organisationId: 'b', version: 1 }, facts))).toEqual(['AGENDA_VERSION_NOT_NEWEST']);
  });

  it('is signed once by an organisation, and only by members', () => {
    const signed = { ...facts, signatures: [{ organisationId: 'a', version: 2 }] };
    expect(codesOf(signAgenda({ organisationId: 'a', version: 2 }, signed))).toEqual(['AGENDA_ALREADY_SIGNED']);
    expect(codesOf(signAgenda({ organisationId: 'x', version: 2 }, facts))).toEqual(['NOT_A_MEMBER_ORGANISATION']);
  });

  it('carries no signature over to a new version', () => {
    expect(reviseAgenda({ text: 'New words', seen: 2 }, facts)).toMatchObject({ value: { version: 3 } });
    expect(unsignedBy(facts)).toEqual(['a', 'b']);
  });

  it('is not overwritten by somebody who read an older version', () => {
    expect(codesOf(reviseAgenda({ text: 'Mine', seen: 1 }, facts))).toEqual(['AGENDA_CHANGED_MEANWHILE']);
  });

  it('does not make a version that says the same', () => {
    expect(codesOf(reviseAgenda({ text: ' We promise each other …\n', seen: 2 }, facts))).toEqual([
      'AGENDA_SAME_AS_BEFORE',
    ]);
  });

  it('is closed with its venture', () => {
    const ended = { ...facts, status: 'STOPPED' as const };
    expect(codesOf(reviseAgenda({ text: 'Late', seen: 2 }, ended))).toEqual(['VENTURE_ENDED']);
    expect(codesOf(signAgenda({ organisationId: 'a', version: 2 }, ended))).toEqual(['VENTURE_ENDED']);
  });
});

describe('seats', () => {
  it('shows empty ones, and counts one person alone as not yet enough', () => {
    expect(countSeats([{ personId: 'p', kind: 'PRACTITIONER' }])).toEqual([
      { kind: 'SERVICE_USER', people: 0, missing: 2 },
      { kind: 'PRACTITIONER', people: 1, missing: 1 },
      { kind: 'TECHNOLOGIST', people: 0, missing: 2 },
      { kind: 'FUNDER', people: 0, missing: 2 },
    ]);
  });

  it('are one a person, and the funders’ is for people of a funder', () => {
    const facts = {
      status: 'ACTIVE' as const,
      seats: [{ personId: 'p', kind: 'PRACTITIONER' as const, alias: 'Robin' }],
    };
    expect(codesOf(takeSeat({ personId: 'p', kind: 'FUNDER', belongsToFunder: false }, facts))).toEqual([
      'SEAT_ALREADY_TAKEN',
      'FUNDER_SEAT_NEEDS_FUNDER',
    ]);
    const service = { personId: 'q', kind: 'SERVICE_USER' as const, belongsToFunder: false };
    expect(takeSeat(service, facts).ok).toBe(true);
    // Two who are called the same at one table would be one person to whoever reads what they said.
    expect(codesOf(takeSeat({ ...service, alias: ' robin ' }, facts))).toEqual(['ALIAS_TAKEN']);
  });

  it('are offered to the people it is for with what is asked and how time and expenses are paid', () => {
    const offer = { asked: 'Two evenings', timePaid: '£15 an hour', expensesPaid: 'Travel', places: 2 };
    expect(inviteServiceUser(offer, { status: 'CONVENING', safetySaid: true }).ok).toBe(true);
    expect(
      codesOf(inviteServiceUser({ ...offer, timePaid: ' ', expensesPaid: '' }, { status: 'ACTIVE', safetySaid: true })),
    ).toEqual(['TEXT_MISSING', 'TEXT_MISSING']);
    expect(codesOf(inviteServiceUser({ ...offer, places: 0 }, { status: 'STOPPED', safetySaid: false }))).toEqual([
      'PLACES_OUT_OF_RANGE',
      'SAFETY_NOT_SAID',
      'VENTURE_ENDED',
    ]);
  });

  it('are not taken up by a link whose places or time ran out', () => {
    const facts = { status: 'ACTIVE' as const, seats: [] };
    const open = { placesLeft: 1, expired: false };
    expect(acceptSeatInvitation({ personId: 'p' }, { ...facts, invitation: open })).toMatchObject({
      value: { kind: 'SERVICE_USER', alias: '' },
    });
    for (const over of [
      { ...open, placesLeft: 0 },
      { ...open, expired: true },
    ]) {
      expect(codesOf(acceptSeatInvitation({ personId: 'p' }, { ...facts, invitation: over }))).toEqual([
        'INVITATION_USED_UP',
      ]);
    }
  });
});

describe('a session with the people it is for', () => {
  const facts = { status: 'CONVENING' as const, today: '2027-03-01' };

  it('has a question and a day, before or after today', () => {
    expect(planSession({ question: 'Would you use it?', heldOn: '2027-02-01' }, facts).ok).toBe(true);
    expect(codesOf(planSession({ question: '', heldOn: '2027-02-30' }, facts))).toEqual(['TEXT_MISSING', 'NOT_A_DAY']);
    expect(codesOf(planSession({ question: 'x', heldOn: '2031-01-01' }, facts))).toEqual(['SESSION_TOO_FAR']);
  });

  it('is answered before anything was built, and told what changed once', () => {
    const said = { said: 'Too much text.', people: 6, heardOn: '2027-03-01' };
    expect(codesOf(recordUsersSaid(said, 'CONVENING'))).toEqual(['VENTURE_NOT_STARTED']);
    expect(recordUsersSaid(said, 'CONVENING', { ofSession: true })).toMatchObject({ value: { changed: '' } });
    expect(answerUsers('Half the text.', '').ok).toBe(true);
    expect(codesOf(answerUsers('Half the text.', 'Half the text.'))).toEqual(['USERS_ANSWERED_ALREADY']);
  });
});

describe('safety of people at risk', () => {
  it('is answered for by somebody of the venture', () => {
    const ask = { summary: '', involvesPeopleAtRisk: true, safeguardingLeadId: null };
    expect(codesOf(reviseVenture(ask, { status: 'ACTIVE', leadIsOfVenture: false }))).toEqual([
      'SAFEGUARDING_LEAD_MISSING',
    ]);
    const named = { ...ask, safeguardingLeadId: 'p' };
    expect(codesOf(reviseVenture(named, { status: 'ACTIVE', leadIsOfVenture: false }))).toEqual([
      'SAFEGUARDING_LEAD_NOT_OF_VENTURE',
    ]);
    expect(reviseVenture(named, { status: 'ACTIVE', leadIsOfVenture: true }).ok).toBe(true);
  });
});

describe('a change of phase', () => {
  const facts = {
    status: 'ACTIVE' as const,
    phase: 'DISCOVERY' as const,
    heldSeats: ['SERVICE_USER', 'PRACTITIONER'] as const,
    views: [
      { seat: 'SERVICE_USER', phase: 'PROTOTYPE', agrees: false },
      { seat: 'PRACTITIONER', phase: 'PROTOTYPE', agrees: true },
    ] as const,
  };

  it('against the view of a seat needs a public reason', () => {
    expect(codesOf(advancePhase({ to: 'PROTOTYPE' }, facts))).toEqual(['REASON_NEEDED_AGAINST_VIEW']);
    expect(advancePhase({ to: 'PROTOTYPE', reason: 'We test with paper first.' }, facts)).toMatchObject({
      value: { from: 'DISCOVERY', to: 'PROTOTYPE', against: ['SERVICE_USER'] },
    });
  });

  it('waits until each seat that somebody holds was asked', () => {
    const unasked = { ...facts, views: facts.views.slice(1) };
    expect(advancePhase({ to: 'PROTOTYPE' }, unasked)).toMatchObject({
      reasons: [{ code: 'SEAT_VIEW_MISSING', seat: 'SERVICE_USER' }],
    });
    expect(advancePhase({ to: 'PROTOTYPE' }, { ...unasked, heldSeats: ['PRACTITIONER'] }).ok).toBe(true);
  });

  it('does not skip a phase, nor happen before the venture is active', () => {
    expect(
      codesOf(advancePhase({ to: 'SERVICE', reason: 'x' }, { ...facts, status: 'CONVENING', heldSeats: [] })),
    ).toEqual(['VENTURE_NOT_ACTIVE', 'PHASE_NOT_NEXT']);
  });

  it('hears service users and practitioners, and asks a no for its why', () => {
    const seat = { status: 'ACTIVE' as const, phase: 'DISCOVERY' as const };
    expect(codesOf(recordSeatView({ phase: 'PROTOTYPE', agrees: true }, { ...seat, heldSeat: 'FUNDER' }))).toEqual([
      'SEAT_NOT_HEARD_ON_PHASES',
    ]);
    expect(
      codesOf(recordSeatView({ phase: 'PROTOTYPE', agrees: false }, { ...seat, heldSeat: 'SERVICE_USER' })),
    ).toEqual(['TEXT_MISSING']);
  });
});

describe('the plan', () => {
  const first: Milestone = { id: 'm1', dueOn: '2027-02-10', completedOn: null, dependsOn: [] };
  const facts = { status: 'ACTIVE' as const, milestones: [first] };

  it('names an owner of the venture, a day that exists and what has to be done before', () => {
    const ask = {
      title: 'Paper test',
      phase: 'PROTOTYPE' as const,
      dependsOn: ['m1', 'nothing'],
      ownerIsOfVenture: false,
    };
    expect(codesOf(planMilestone({ ...ask, dueOn: '2027-02-30' }, facts))).toEqual([
      'NOT_A_DAY',
      'OWNER_NOT_OF_VENTURE',
      'MILESTONE_NOT_FOUND',
    ]);
    expect(
      codesOf(planMilestone({ ...ask, dependsOn: ['m1'], ownerIsOfVenture: true, dueOn: '2027-02-09' }, facts)),
    ).toEqual(['DUE_BEFORE_WHAT_IT_NEEDS']);
  });

  it('is done with evidence, after what it waits for', () => {
    const second: Milestone = { id: 'm2', dueOn: '2027-03-01', completedOn: null, dependsOn: ['m1'] };
    expect(codesOf(completeMilestone({ evidence: '' }, second, { ...facts, milestones: [first, second] }))).toEqual([
      'TEXT_MISSING',
      'MILESTONE_WAITS_FOR',
    ]);
    expect(completeMilestone({ evidence: 'Twelve sessions, notes shared.' }, first, facts).ok).toBe(true);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://files.example', 'https://'])(
    'does not link to %s',
    (evidenceUrl) => {
      expect(codesOf(completeMilestone({ evidence: 'See', evidenceUrl }, first, facts))).toEqual([
        'EVIDENCE_ADDRESS_INVALID',
      ]);
    },
  );

  it('says what is late and what comes next', () => {
    const milestones: Milestone[] = [
      { id: 'done', dueOn: '2027-01-01', completedOn: '2027-01-02', dependsOn: [] },
      { id: 'late', dueOn: '2027-02-01', completedOn: null, dependsOn: [] },
      { id: 'today', dueOn: '2027-02-02', completedOn: null, dependsOn: [] },
      { id: 'later', dueOn: '2027-04-01', completedOn: null, dependsOn: [] },
    ];
    expect(Object.fromEntries(milestoneStates(milestones, '2027-02-02'))).toEqual({
      done: 'DONE',
      late: 'OVERDUE',
      today: 'NEXT',
      later: 'PLANNED',
    });
  });
});

describe('what a venture tells', () => {
  it('publishes nothing without words, and lets a draft be unfinished', () => {
    const ask = { title: 'Week six', body: '', wasPublished: false };
    expect(codesOf(postUpdate({ ...ask, publish: true }))).toEqual(['TEXT_MISSING']);
    expect(postUpdate({ ...ask, publish: false }).ok).toBe(true);
  });

  it('logs a decision with its reason', () => {
    expect(codesOf(recordDecision({ decided: 'No star ratings', why: '' }, 'ACTIVE'))).toEqual(['TEXT_MISSING']);
  });

  it('keeps a small number of people as a band, and forgets the number', () => {
    expect([0, 1, 4, 5].map(bandPeople)).toEqual([
      { count: 0, under: null },
      { count: null, under: 5 },
      { count: null, under: 5 },
      { count: 5, under: null },
    ]);
    expect(
      recordUsersSaid({ said: 'It remembers me.', people: 3, changed: 'Kept', heardOn: '2027-03-01' }, 'ACTIVE'),
    ).toMatchObject({ value: { people: { count: null, under: 5 } } });
  });

  it.each([0, -1, 1.5, Number.NaN])('does not take %s people for users who said something', (people) => {
    const ask = { said: 'x', changed: 'y', heardOn: '2027-03-01', people };
    expect(codesOf(recordUsersSaid(ask, 'ACTIVE'))).toEqual(['NOT_A_COUNT']);
  });
});

describe('an ending', () => {
  it('that comes early is told: why, and what was learned', () => {
    expect(codesOf(stopVenture({ why: '', learned: '' }, 'ACTIVE'))).toEqual(['TEXT_MISSING', 'TEXT_MISSING']);
    expect(stopVenture({ why: 'The landlord data closed.', learned: 'Ask first.' }, 'CONVENING').ok).toBe(true);
  });

  it('happens once', () => {
    expect(codesOf(stopVenture({ why: 'x', learned: 'y' }, 'HANDED_OVER'))).toEqual(['VENTURE_ENDED']);
    const handover = { model: 'CO_OPERATIVE' as const, ownerName: 'The Lantern', from: '2027-09-01', needs: 'A host' };
    expect(codesOf(recordHandover(handover, 'STOPPED'))).toEqual(['VENTURE_NOT_ACTIVE']);
    expect(recordHandover(handover, 'ACTIVE').ok).toBe(true);
  });
});
