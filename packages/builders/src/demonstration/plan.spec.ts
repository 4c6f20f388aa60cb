import { describe, expect, it } from '@jest/globals';

import { ASIDE_STAGES, BUDGET_LINE_KINDS, STAGES, type Perspective } from '@openimpact/domain';

import { demonstrationPlan as plan } from './index.js';

const personOf = new Map(plan.people.map((person) => [person.handle, person]));
const organisationOf = new Map(plan.organisations.map((organisation) => [organisation.key, organisation]));
const mandateOf = new Map(plan.mandates.map((mandate) => [mandate.key, mandate]));
const componentKeys = new Set(plan.components.map((component) => component.key));

/** Every text of the plan with where it stands. */
function texts(value: unknown, path = 'plan'): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one, index) => texts(one, `${path}[${index}]`));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => texts(one, `${path}.${key}`));
  }
  return [];
}

describe('the plan of the demonstration', () => {
  it('has an idea in every stage, and some that left the line', () => {
    const reached = new Set(plan.ideas.map((idea) => idea.reaches));
    expect([...STAGES, ...ASIDE_STAGES].filter((stage) => !reached.has(stage))).toEqual([]);
  });

  it('is as large as a county: what a page looks like when it is full can be seen', () => {
    const { people, organisations, components, mandates, ideas } = plan;
    const size = [people, organisations, components, mandates, ideas].map((list) => list.length);
    for (const [index, least] of [120, 25, 20, 12, 60].entries()) expect(size[index]).toBeGreaterThanOrEqual(least);
    expect(ideas.filter(({ venture }) => venture !== undefined).length).toBeGreaterThanOrEqual(5);
  });

  it('has ideas at every step in a fair number, with fewer the further they are', () => {
    const at = (stage: string) => plan.ideas.filter(({ reaches }) => reaches === stage).length;
    const [logged = 0, supported = 0, shaped = 0, funding = 0, delivery = 0, commons = 0] = STAGES.map(at);
    expect(logged).toBeGreaterThan(supported);
    expect(supported).toBeGreaterThan(shaped);
    for (const [count, least] of [
      [shaped, 6],
      [funding, 5],
      [delivery, 4],
      [commons, 2],
    ] as const) {
      expect(count).toBeGreaterThanOrEqual(least);
    }
  });

  it('has reports about ideas and by people who are in it, decided by somebody of the site team or waiting', () => {
    const ideas = new Set(plan.ideas.map(({ key }) => key));
    for (const { idea, writtenBy, reportedBy, decision, appeal } of plan.reports) {
      expect([idea, ideas.has(idea)]).toEqual([idea, true]);
      for (const handle of [writtenBy, reportedBy]) expect([handle, personOf.has(handle)]).toEqual([handle, true]);
      if (decision === undefined) continue;
      expect(personOf.get(decision.by)?.steward).toBe(true);
      // A second one: nobody decides about what they decided.
      if (appeal?.decision === undefined) continue;
      expect(personOf.get(appeal.decision.by)?.steward).toBe(true);
      expect(appeal.decision.by).not.toBe(decision.by);
    }
    for (const { idea, by } of plan.heldPosts) {
      expect([idea, by, ideas.has(idea), personOf.has(by)]).toEqual([idea, by, true, true]);
    }
    expect(new Set(plan.reports.map(({ reason }) => reason)).size).toBeGreaterThanOrEqual(4);
  });

  it('has something of most kinds in the shared library', () => {
    const given = plan.givenEntries.map((entry) => entry.kind);
    const owed = plan.ideas.flatMap(({ shaping }) => shaping?.outputs.map((output) => output.kind) ?? []);
    expect(new Set([...given, ...owed]).size).toBeGreaterThanOrEqual(7);
    for (const { organisation, by, uses } of plan.givenEntries) {
      for (const act of [{ organisation, by }, ...uses]) {
        const members = organisationOf.get(act.organisation)?.members.map(({ person }) => person);
        expect([act.organisation, members]).toEqual([act.organisation, expect.arrayContaining([act.by])]);
      }
    }
  });

  it('names nobody and nothing twice', () => {
    for (const keys of [
      plan.people.map((person) => person.handle),
      plan.people.map((person) => person.name),
      plan.organisations.map((organisation) => organisation.name),
      plan.ideas.map((idea) => idea.key),
      plan.ideas.map((idea) => idea.title),
    ]) {
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('speaks only of people who are in it', () => {
    const named = plan.ideas.flatMap((idea) => [
      idea.author,
      ...idea.interests.map((interest) => interest.by),
      ...idea.comments.map((comment) => comment.by),
      ...(idea.harm ? [idea.harm.by] : []),
      ...(idea.shaping ? [idea.shaping.leadPerson] : []),
      ...(idea.rounds ?? []).flatMap((round) =>
        round.pledges.flatMap((pledge) => [pledge.by, pledge.approvedBy ?? pledge.by]),
      ),
      ...(idea.venture ? [...idea.venture.team, ...idea.venture.seats].map((one) => one.person) : []),
    ]);
    expect(named.filter((handle) => !personOf.has(handle))).toEqual([]);
  });

  it('has interests and signatures from members of their organisation', () => {
    const acts = plan.ideas.flatMap((idea) => [...idea.interests, ...(idea.venture?.signedBy ?? [])]);
    const strangers = acts.filter(
      (act) => !organisationOf.get(act.organisation)?.members.some((member) => member.person === act.by),
    );
    expect(strangers).toEqual([]);
  });

  it('asks for no more supporters than hold the hat', () => {
    for (const idea of plan.ideas) {
      for (const [perspective, count] of Object.entries(idea.support) as [Perspective, number][]) {
        const able = plan.people.filter(
          (person) => person.perspective === perspective && person.handle !== idea.author,
        );
        expect([idea.key, perspective, able.length >= count]).toEqual([idea.key, perspective, true]);
      }
    }
  });

  it('keeps every pledge inside its offer, and every round inside its target', () => {
    const drawn = new Map<string, number>();
    for (const round of plan.ideas.flatMap((idea) => idea.rounds ?? [])) {
      const total = round.pledges.reduce((sum, pledge) => sum + pledge.amount, 0);
      expect(total <= round.target).toBe(true);
      if (round.ends === 'SUCCEEDS') expect(total >= round.minimum).toBe(true);
      if (round.ends === 'FAILS') expect(total < round.minimum).toBe(true);
      expect(round.instalments.reduce((sum, instalment) => sum + instalment.percent, 0)).toBe(100);
      for (const pledge of round.pledges) {
        const mandate = mandateOf.get(pledge.mandate);
        expect(mandate !== undefined && pledge.amount >= mandate.smallest && pledge.amount <= mandate.largest).toBe(
          true,
        );
        if (round.ends !== 'FAILS') drawn.set(pledge.mandate, (drawn.get(pledge.mandate) ?? 0) + pledge.amount);
      }
    }
    for (const [key, amount] of drawn) expect(amount <= (mandateOf.get(key)?.budget ?? 0)).toBe(true);
  });

  it('asks a second person wherever a pledge is above the threshold of its organisation or its offer', () => {
    const missing = plan.ideas
      .flatMap((idea) => idea.rounds ?? [])
      .flatMap((round) => round.pledges)
      .filter((pledge) => {
        const mandate = mandateOf.get(pledge.mandate);
        const thresholds = [
          mandate?.approvalThreshold,
          organisationOf.get(mandate?.organisation ?? '')?.approvalThreshold,
        ];
        const lowest = Math.min(...thresholds.map((threshold) => threshold ?? Number.POSITIVE_INFINITY));
        const asked = pledge.approvedBy !== undefined || pledge.waits === true;
        return pledge.amount > lowest !== asked || pledge.approvedBy === pledge.by;
      });
    expect(missing).toEqual([]);
  });

  it('builds on components that are in it, under lines of the budget that exist', () => {
    for (const shaping of plan.ideas.flatMap((idea) => (idea.shaping ? [idea.shaping] : []))) {
      if ('component' in shaping.reuse) expect(componentKeys.has(shaping.reuse.component)).toBe(true);
      for (const line of shaping.budget) expect(BUDGET_LINE_KINDS).toContain(line.kind);
    }
  });

  it('holds nothing that reads like an address, a telephone number or a postcode', () => {
    const suspicious = texts(plan).filter(
      ([path, text]) =>
        !path.includes('.publiccode') &&
        !path.includes('.registration') &&
        /[\w.]+@[\w.]+|\b0\d{9,10}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/.test(text),
    );
    expect(suspicious).toEqual([]);
  });
});
