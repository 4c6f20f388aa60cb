import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { times } from '@openimpact/builders';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anOrganisation, aPerson, type SignedInViewer, type TestOrganisation } from '../../../test/support/people.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { PersonalData } from '../../platform/personal-data/index.js';
import { ConveneVenture, ReviseAgenda, SignAgenda, TakeSeat } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

async function anIdea(stage = 'LOGGED'): Promise<string> {
  const author = await aPerson(api);
  const id = newId();
  await api.dataSource.query(
    `insert into ideas (id, slug, title, need, outcome, people_served, stage, author_id, created_at, updated_at)
     values ($1, $2, 'A warm place', 'Cold halls', 'Warm halls', 'Anyone', $3, $4, app_now(), app_now())`,
    [id, `idea-${id.slice(-8)}`, stage, author.person.id],
  );
  return id;
}

async function aVenture(): Promise<{ id: string; slug: string; ideaId: string; lead: TestOrganisation }> {
  const lead = await anOrganisation(api);
  const ideaId = await anIdea();
  const decision = await api.app
    .get(ConveneVenture)
    .execute(lead.admin, { title: 'Warm halls', organisationId: lead.id, ideaIds: [ideaId] });
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  const [row] = await api.dataSource.query('select slug from ventures where id = $1', [decision.value.ventureId]);
  return { id: decision.value.ventureId, slug: row.slug, ideaId, lead };
}

async function mutate(viewer: SignedInViewer, name: string, input: Record<string, unknown>) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await api
    .as(viewer)
    .graphql<Record<string, { __typename: string; requirements?: { code: string; path: string[] | null }[] }>>(
      `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ... on Refusal { requirements { code path message } } } }`,
      { input },
    );
  return { errors, ...(data?.[name] ?? { __typename: 'Nothing' }) } as {
    errors: readonly { extensions?: { code?: string } }[];
    __typename: string;
    requirements?: { code: string; path: string[] | null }[];
  };
}

const PAGE = `query ($slug: String!) { venture(slug: $slug) {
  title status phase leadOrganisation { name } ideas { title venture { title } }
  members { role signedVersion organisation { name } } team { role person { name } } seats { kind people missing }
  seatHolders { kind person { name } } agenda { version text signatures { organisation { name } } } agendas { version signatures { organisation { name } } }
  milestones { title state dueOn completedOn evidence needs } updates(first: 5) { nodes { title body } pageInfo { hasNextPage } }
  decisions { decided why } usersSaid { said people fewerThan changed }
  phaseChanges { to against reason } seatViews { seat agrees } ending { why learned } handover { ownerName model }
  myDrafts { title } viewerCan { coordinate { allowed } signAgenda { allowed requirements { code } } signFor takeSeat { allowed } }
} }`;

interface VenturePage {
  readonly members: readonly unknown[];
  readonly seats: readonly unknown[];
  readonly seatHolders: readonly unknown[];
  readonly agendas: readonly unknown[];
  readonly milestones: readonly { readonly state: string }[];
  readonly updates: { readonly nodes: readonly unknown[] };
  readonly myDrafts: readonly unknown[];
  readonly usersSaid: readonly unknown[];
}

async function page(slug: string, viewer: Parameters<TestApi['as']>[0] = nobody): Promise<VenturePage> {
  const { data, errors } = await api.as(viewer).graphql<{ venture: VenturePage }>(PAGE, { slug });
  expect(errors).toEqual([]);
  return data.venture;
}

describe('a venture before money', () => {
  it('is there for everyone to read, with its empty seats', async () => {
    const { slug, lead } = await aVenture();
    expect(await page(slug)).toMatchObject({
      status: 'CONVENING',
      leadOrganisation: { name: lead.name },
      ideas: [{ title: 'A warm place', venture: { title: 'Warm halls' } }],
      seats: [
        { kind: 'SERVICE_USER', people: 0, missing: 2 },
        { kind: 'PRACTITIONER', people: 0, missing: 2 },
        { kind: 'TECHNOLOGIST', people: 0, missing: 2 },
        { kind: 'FUNDER', people: 0, missing: 2 },
      ],
      agenda: null,
      viewerCan: { coordinate: { allowed: false }, takeSeat: { allowed: false } },
    });
  });

  it('is one for an idea, however many convene at once', async () => {
    const ideaId = await anIdea();
    const organisations = await Promise.all(times(6, () => anOrganisation(api)));
    const decisions = await Promise.all(
      organisations.map((organisation) =>
        api.app
          .get(ConveneVenture)
          .execute(organisation.admin, { title: 'Mine', organisationId: organisation.id, ideaIds: [ideaId] }),
      ),
    );
    expect(decisions.filter((decision) => decision.ok)).toHaveLength(1);
    const [{ count }] = await api.dataSource.query('select count(*)::int from venture_ideas where idea_id = $1', [
      ideaId,
    ]);
    expect(count).toBe(1);
  });

  it('is convened only by somebody who speaks for its lead', async () => {
    const lead = await anOrganisation(api);
    const stranger = await aPerson(api);
    const answer = await mutate(stranger, 'conveneVenture', {
      title: 'Not mine',
      organisationId: lead.globalId,
      ideaIds: [`idea_${await anIdea()}`],
    });
    expect(answer.requirements?.map(({ code }) => code)).toEqual(['NOT_ACTING_FOR_LEAD']);
  });
});

describe('the agenda', () => {
  it('keeps each signature on the version it was given to', async () => {
    const { id, slug, lead } = await aVenture();
    const ventureId = `venture_${id}`;
    expect(await mutate(lead.admin, 'reviseAgenda', { ventureId, text: '# We agree', seen: 0 })).toMatchObject({
      __typename: 'ReviseAgendaPayload',
    });
    expect(
      await mutate(lead.admin, 'signAgenda', { ventureId, organisationId: lead.globalId, version: 1 }),
    ).toMatchObject({ __typename: 'SignAgendaPayload' });
    expect(await mutate(lead.admin, 'reviseAgenda', { ventureId, text: '# We agree more', seen: 1 })).toMatchObject({
      __typename: 'ReviseAgendaPayload',
    });
    const { agendas, members } = await page(slug);
    expect(agendas).toEqual([
      { version: 2, signatures: [] },
      { version: 1, signatures: [{ organisation: { name: lead.name } }] },
    ]);
    expect(members).toMatchObject([{ signedVersion: 1 }]);
    expect(
      await mutate(lead.admin, 'signAgenda', { ventureId, organisationId: lead.globalId, version: 1 }),
    ).toMatchObject({
      requirements: [{ code: 'AGENDA_VERSION_NOT_NEWEST' }, { code: 'AGENDA_ALREADY_SIGNED' }],
    });
  });

  it('is signed once by an organisation whose people sign at the same moment', async () => {
    const { id, lead } = await aVenture();
    await api.app.get(ReviseAgenda).execute(lead.admin, { ventureId: id, text: 'Together', seen: 0 });
    const sign = () =>
      api.app.get(SignAgenda).execute(lead.admin, { ventureId: id, organisationId: lead.id, version: 1 });
    const decisions = await Promise.all(times(8, sign));
    expect(decisions.filter((decision) => decision.ok)).toHaveLength(1);
  });

  it('does not lose the words of two who write at once', async () => {
    const { id, lead } = await aVenture();
    const write = (text: string) => api.app.get(ReviseAgenda).execute(lead.admin, { ventureId: id, text, seen: 0 });
    const decisions = await Promise.all([write('Mine'), write('Yours')]);
    expect(decisions.map((decision) => decision.ok).toSorted()).toEqual([false, true]);
  });
});

describe('the table', () => {
  it('names nobody who did not choose to be named, in page or log', async () => {
    const { id, slug } = await aVenture();
    const user = await aPerson(api, { name: 'Somebody Quiet' });
    await mutate(user, 'takeSeat', { ventureId: `venture_${id}`, kind: 'SERVICE_USER' });
    const { seats, seatHolders } = await page(slug);
    expect(seats[0]).toEqual({ kind: 'SERVICE_USER', people: 1, missing: 1 });
    expect(seatHolders).toEqual([{ kind: 'SERVICE_USER', person: null }]);
    const logged = await api.dataSource.query(
      `select actor_id from activities where venture_id = $1 and kind = 'seat.taken'`,
      [id],
    );
    expect(logged).toEqual([{ actor_id: null }]);
  });

  it('seats a person once', async () => {
    const { id } = await aVenture();
    const person = await aPerson(api);
    const sit = () => api.app.get(TakeSeat).execute(person, { ventureId: id, kind: 'PRACTITIONER' });
    expect((await Promise.all(times(5, sit))).filter((decision) => decision.ok)).toHaveLength(1);
  });
});

describe('plan and news', () => {
  it('shows what is late and what is next, and takes evidence', async () => {
    const { id, slug, lead } = await aVenture();
    const ventureId = `venture_${id}`;
    const ownerId = `person_${lead.admin.person.id}`;
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    for (const [title, days] of [
      ['Late', -3],
      ['Next', 4],
      ['Later', 40],
    ] as const) {
      const planned = { ventureId, phase: 'DISCOVERY', title, ownerId, dueOn: inDays(days) };
      expect(await mutate(lead.admin, 'planMilestone', planned)).toMatchObject({ __typename: 'PlanMilestonePayload' });
    }
    const before = await page(slug);
    expect(before.milestones.map(({ state }) => state)).toEqual(['OVERDUE', 'NEXT', 'PLANNED']);
    const [{ id: milestone }] = await api.dataSource.query(
      `select id from milestones where venture_id = $1 and title = 'Late'`,
      [id],
    );
    const bad = { milestoneId: `milestone_${milestone}`, evidence: 'See', evidenceUrl: 'javascript:alert(1)' };
    expect(await mutate(lead.admin, 'completeMilestone', bad)).toMatchObject({
      requirements: [{ code: 'EVIDENCE_ADDRESS_INVALID', path: ['input', 'evidenceUrl'] }],
    });
    await mutate(lead.admin, 'completeMilestone', { ...bad, evidenceUrl: 'https://notes.example.org/one' });
    expect((await page(slug)).milestones[0]).toMatchObject({ state: 'DONE', evidence: 'See' });
  });

  it('keeps a draft to its author until it is published', async () => {
    const { id, slug, lead } = await aVenture();
    const ventureId = `venture_${id}`;
    await mutate(lead.admin, 'postUpdate', { ventureId, title: 'Not yet', body: 'Half a thought', publish: false });
    expect((await page(slug)).updates.nodes).toEqual([]);
    expect((await page(slug, await aPerson(api))).myDrafts).toEqual([]);
    expect((await page(slug, lead.admin)).myDrafts).toEqual([{ title: 'Not yet' }]);
    const [{ id: draft }] = await api.dataSource.query('select id from updates where venture_id = $1', [id]);
    const stranger = await mutate(await aPerson(api), 'postUpdate', {
      ventureId,
      updateId: `update_${draft}`,
      title: 'Stolen',
      body: 'x',
    });
    expect(stranger.requirements?.map(({ code }) => code)).toEqual(['NOT_IN_COORDINATING_TEAM']);
    await mutate(lead.admin, 'postUpdate', {
      ventureId,
      updateId: `update_${draft}`,
      title: 'Now',
      body: 'A whole one',
    });
    expect((await page(slug)).updates.nodes).toEqual([{ title: 'Now', body: 'A whole one' }]);
  });

  it('keeps no small count of people, and reports nothing before it started', async () => {
    const { id, slug, lead } = await aVenture();
    const usersSaid = { said: 'It is warm.', people: 3, changed: 'Open on Sundays', heardOn: '2026-10-01' };
    expect(await mutate(lead.admin, 'recordProgress', { ventureId: `venture_${id}`, usersSaid })).toMatchObject({
      requirements: [{ code: 'VENTURE_NOT_STARTED' }],
    });
    await api.dataSource.query(`update ventures set status = 'ACTIVE', started_at = app_now() where id = $1`, [id]);
    await mutate(lead.admin, 'recordProgress', { ventureId: `venture_${id}`, usersSaid });
    expect((await page(slug)).usersSaid).toEqual([
      { said: 'It is warm.', people: null, fewerThan: 5, changed: 'Open on Sundays' },
    ]);
  });
});

describe('phases and endings', () => {
  it('does not go on against the people it is for without saying why', async () => {
    const { id, slug, lead } = await aVenture();
    const ventureId = `venture_${id}`;
    await api.dataSource.query(`update ventures set status = 'ACTIVE', started_at = app_now() where id = $1`, [id]);
    const user = await aPerson(api);
    await mutate(user, 'takeSeat', { ventureId, kind: 'SERVICE_USER' });
    expect(await mutate(lead.admin, 'advancePhase', { ventureId, to: 'PROTOTYPE' })).toMatchObject({
      requirements: [{ code: 'SEAT_VIEW_MISSING' }],
    });
    await mutate(user, 'recordSeatView', { ventureId, phase: 'PROTOTYPE', agrees: false, why: 'Too fast' });
    expect(await mutate(lead.admin, 'advancePhase', { ventureId, to: 'PROTOTYPE' })).toMatchObject({
      requirements: [{ code: 'REASON_NEEDED_AGAINST_VIEW' }],
    });
    await mutate(lead.admin, 'advancePhase', { ventureId, to: 'PROTOTYPE', reason: 'On paper only, for two weeks.' });
    expect(await page(slug)).toMatchObject({
      phase: 'PROTOTYPE',
      phaseChanges: [{ to: 'PROTOTYPE', against: ['SERVICE_USER'], reason: 'On paper only, for two weeks.' }],
    });
  });

  it('stops once, told, and changes nothing afterwards', async () => {
    const { id, slug, lead, ideaId } = await aVenture();
    const ventureId = `venture_${id}`;
    const stop = { ventureId, why: 'The halls closed.', learned: 'Ask the caretakers first.' };
    const stranger = await aPerson(api);
    expect(await mutate(stranger, 'stopVenture', stop)).toMatchObject({ requirements: [{ code: 'NOT_THE_LEAD' }] });
    expect(await mutate(lead.admin, 'stopVenture', stop)).toMatchObject({ __typename: 'StopVenturePayload' });
    expect(await page(slug)).toMatchObject({
      status: 'STOPPED',
      ending: { why: 'The halls closed.', learned: 'Ask the caretakers first.' },
    });
    expect(await mutate(lead.admin, 'stopVenture', stop)).toMatchObject({ requirements: [{ code: 'VENTURE_ENDED' }] });
    const logged = await api.dataSource.query(
      `select idea_id from activities where kind = 'venture.stopped' and venture_id = $1`,
      [id],
    );
    expect(logged).toEqual([{ idea_id: ideaId }]);
  });

  it('answers like absent for what is not there', async () => {
    const person = await aPerson(api);
    const answer = await mutate(person, 'takeSeat', { ventureId: `venture_${newId()}`, kind: 'PRACTITIONER' });
    expect(answer.errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });
});

it('lets go of seats, views and drafts with an account, and keeps what was published', async () => {
  const { id, lead } = await aVenture();
  const ventureId = `venture_${id}`;
  await mutate(lead.admin, 'takeSeat', { ventureId, kind: 'PRACTITIONER' });
  await mutate(lead.admin, 'postUpdate', { ventureId, title: 'Draft', body: 'x', publish: false });
  await mutate(lead.admin, 'postUpdate', { ventureId, title: 'Published', body: 'y' });
  const personId = lead.admin.person.id;
  await api.app.get(UnitOfWork).run(async (tx) => {
    const data = await api.app.get(PersonalData, { strict: false }).exportAll(tx, personId);
    expect(data['projects']).toMatchObject({
      seats: [{ kind: 'PRACTITIONER' }],
      updates: [{ title: 'Draft' }, { title: 'Published' }],
    });
    await api.app.get(PersonalData, { strict: false }).eraseAll(tx, personId);
  });
  const [left] = await api.dataSource.query(
    `select (select count(*)::int from venture_seats where person_id = $1) as seats, (select array_agg(title) from updates where author_id = $1) as updates`,
    [personId],
  );
  expect(left).toEqual({ seats: 0, updates: ['Published'] });
});
