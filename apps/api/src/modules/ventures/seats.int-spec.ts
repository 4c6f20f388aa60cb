import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anOrganisation, aPerson, type TestOrganisation } from '../../../test/support/people.js';
import type { SignedInViewer } from '../../platform/auth/index.js';
import { newId } from '../../platform/database/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

interface Table {
  readonly id: string;
  readonly ventureId: string;
  readonly slug: string;
  readonly lead: TestOrganisation;
  /** In the coordinating team. */
  readonly coordinator: SignedInViewer;
}

async function aTable(status: 'ACTIVE' | 'CONVENING' = 'ACTIVE'): Promise<Table> {
  const lead = await anOrganisation(api);
  const coordinator = await aPerson(api);
  const id = newId();
  const slug = `venture-${id}`;
  await api.dataSource.query(
    `insert into ventures (id, slug, title, status, created_at, started_at, safety_said_at) values ($1, $2, 'Warm halls', $3, app_now(), case when $3 = 'ACTIVE' then app_now() end, app_now())`,
    [id, slug, status],
  );
  await api.dataSource.query(
    `insert into venture_members (venture_id, organisation_id, role, joined_at) values ($1, $2, 'LEAD', app_now())`,
    [id, lead.id],
  );
  await api.dataSource.query(
    `insert into venture_team (venture_id, person_id, role, joined_at) values ($1, $2, 'COORDINATOR', app_now())`,
    [id, coordinator.person.id],
  );
  return { id, ventureId: `venture_${id}`, slug, lead, coordinator };
}

interface Answer {
  readonly __typename: string;
  readonly requirements?: readonly { readonly code: string; readonly path: readonly string[] | null }[];
  readonly link?: string;
  readonly errors: readonly { readonly extensions?: { readonly code?: string } }[];
}

async function mutate(viewer: SignedInViewer, name: string, input: Record<string, unknown>): Promise<Answer> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}`;
  const link = name === 'inviteServiceUser' ? '... on InviteServiceUserPayload { link }' : '';
  const { data, errors } = await api
    .as(viewer)
    .graphql<Record<string, Omit<Answer, 'errors'>> | null>(
      `mutation M($input: ${type}Input!) { ${name}(input: $input) { __typename ${link} ... on Refusal { requirements { code path } } } }`,
      { input },
    );
  return { ...(data?.[name] ?? { __typename: 'Nothing' }), errors };
}

const codesOf = (answer: Answer) =>
  answer.requirements?.map(({ code }) => code) ?? answer.errors.map(({ extensions }) => extensions?.code);

const OFFER = { asked: 'Two evenings a month', timePaid: '£15 an hour', expensesPaid: 'Travel and childcare' };

/** The last part of a fresh link. */
async function anInvitation({ ventureId, coordinator }: Table, places = 1): Promise<string> {
  const { link } = await mutate(coordinator, 'inviteServiceUser', { ventureId, ...OFFER, places });
  return link!.split('/').at(-1)!;
}

async function ask<T>(
  document: string,
  variables: Record<string, unknown>,
  viewer: Parameters<TestApi['as']>[0] = nobody,
) {
  const { data, errors } = await api.as(viewer).graphql<T>(document, variables);
  expect(errors).toEqual([]);
  return data;
}

const HOLDERS = `query ($slug: String!) { venture(slug: $slug) { seats { kind people } seatHolders { kind alias accessNeeds person { name } }
  seatInvitations { taken } viewerCan { leaveSeat { allowed } } } }`;

interface Holders {
  readonly venture: {
    readonly seats: readonly { readonly kind: string; readonly people: number }[];
    readonly seatHolders: readonly unknown[];
    readonly seatInvitations: readonly unknown[];
    readonly viewerCan: { readonly leaveSeat: { readonly allowed: boolean } };
  };
}

describe('an invitation', () => {
  it('waits, where money founded the project, until it is said whether people at risk take part', async () => {
    const table = await aTable();
    const { ventureId, coordinator } = table;
    await api.dataSource.query('update ventures set safety_said_at = null where id = $1', [table.id]);
    const invite = () => mutate(coordinator, 'inviteServiceUser', { ventureId, ...OFFER, places: 1 });
    expect(codesOf(await invite())).toEqual(['SAFETY_NOT_SAID']);
    const [{ n }] = await api.dataSource.query(
      'select count(*)::int as n from seat_invitations where venture_id = $1',
      [table.id],
    );
    expect(n).toBe(0);
    const asked = `query ($slug: String!) { venture(slug: $slug) { safetySaid } }`;
    expect(await ask(asked, { slug: table.slug })).toEqual({ venture: { safetySaid: false } });
    await mutate(coordinator, 'reviseVenture', { ventureId, summary: '', involvesPeopleAtRisk: false });
    expect(await ask(asked, { slug: table.slug })).toEqual({ venture: { safetySaid: true } });
    expect((await invite()).link).toBeDefined();
  });

  it('says to whoever has the link what is asked and how it is paid', async () => {
    const token = await anInvitation(await aTable());
    const document = `query ($token: String!) { seatInvitation(token: $token) { asked timePaid expensesPaid open venture { title } } }`;
    expect(await ask(document, { token })).toEqual({
      seatInvitation: { ...OFFER, open: true, venture: { title: 'Warm halls' } },
    });
    expect(await ask(document, { token: 'guessed' })).toEqual({ seatInvitation: null });
  });

  it('seats exactly as many as it has places for, however many follow it at once', async () => {
    const table = await aTable();
    const token = await anInvitation(table, 2);
    const people = await Promise.all([1, 2, 3, 4, 5].map(() => aPerson(api)));
    const answers = await Promise.all(people.map((person) => mutate(person, 'acceptSeatInvitation', { token })));
    expect(answers.filter(({ __typename }) => __typename === 'AcceptSeatInvitationPayload')).toHaveLength(2);
    expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['INVITATION_USED_UP']));
    expect((await ask<Holders>(HOLDERS, { slug: table.slug })).venture.seats[0]).toMatchObject({ people: 2 });
  });

  it('is made and ended by the team only, and leads nowhere once it is ended', async () => {
    const table = await aTable();
    const stranger = await aPerson(api);
    expect(codesOf(await mutate(stranger, 'inviteServiceUser', { ventureId: table.ventureId, ...OFFER }))).toEqual([
      'NOT_IN_COORDINATING_TEAM',
    ]);
    const token = await anInvitation(table);
    const [{ id }] = await api.dataSource.query('select id from seat_invitations where venture_id = $1', [table.id]);
    const invitationId = `seatinvitation_${id}`;
    expect(codesOf(await mutate(stranger, 'withdrawSeatInvitation', { invitationId }))).toEqual(['NOT_FOUND']);
    await mutate(table.coordinator, 'withdrawSeatInvitation', { invitationId });
    expect(codesOf(await mutate(stranger, 'acceptSeatInvitation', { token }))).toEqual(['NOT_FOUND']);
    expect((await ask<Holders>(HOLDERS, { slug: table.slug })).venture.seats[0]).toMatchObject({ people: 0 });
  });

  it('is over after two months', async () => {
    const token = await anInvitation(await aTable());
    await api.moveClock(61 * 24 * 60);
    expect(codesOf(await mutate(await aPerson(api), 'acceptSeatInvitation', { token }))).toEqual([
      'INVITATION_USED_UP',
    ]);
    await api.moveClock(-61 * 24 * 60);
  });
});

describe('somebody who sits there under another name', () => {
  const seat = { alias: 'Robin', accessNeeds: 'A chair with arms' };

  it('is that name to everybody, and what they need is read by the team alone', async () => {
    const table = await aTable();
    const robin = await aPerson(api, { name: 'Somebody Quiet' });
    await mutate(robin, 'acceptSeatInvitation', { token: await anInvitation(table), ...seat });
    const { slug } = table;
    const shown = { kind: 'SERVICE_USER', alias: 'Robin', accessNeeds: null, person: null };
    const other = await aPerson(api);
    for (const viewer of [nobody, other, table.lead.admin]) {
      const { venture } = await ask<Holders>(HOLDERS, { slug }, viewer);
      expect(venture.seatHolders).toEqual([shown]);
      expect(venture.seatInvitations).toEqual([]);
    }
    const { venture } = await ask<Holders>(HOLDERS, { slug }, table.coordinator);
    expect(venture.seatHolders).toEqual([{ ...shown, accessNeeds: 'A chair with arms' }]);
    // How many took it up, and never who.
    expect(venture.seatInvitations).toEqual([{ taken: 1 }]);
    const logged = await api.dataSource.query(
      `select a.actor_id, c.content::text as said from activities a join activity_contents c on c.activity_id = a.id where a.venture_id = $1`,
      [table.id],
    );
    expect(JSON.stringify(logged)).not.toContain(robin.person.id);
    expect(JSON.stringify(logged)).not.toContain('chair');
  });

  it('leaves without a reason, and takes name and needs along', async () => {
    const table = await aTable();
    const robin = await aPerson(api);
    await mutate(robin, 'takeSeat', { ventureId: table.ventureId, kind: 'SERVICE_USER', ...seat });
    expect((await ask<Holders>(HOLDERS, { slug: table.slug }, robin)).venture.viewerCan.leaveSeat.allowed).toBe(true);
    expect(await mutate(robin, 'leaveSeat', { ventureId: table.ventureId })).toMatchObject({
      __typename: 'LeaveSeatPayload',
    });
    const { venture } = await ask<Holders>(HOLDERS, { slug: table.slug }, table.coordinator);
    expect(venture.seatHolders).toEqual([]);
    const [stored] = await api.dataSource.query('select alias, access_needs from venture_seats where venture_id = $1', [
      table.id,
    ]);
    expect(stored).toEqual({ alias: '', access_needs: '' });
    expect(codesOf(await mutate(robin, 'leaveSeat', { ventureId: table.ventureId }))).toEqual(['NO_SEAT_HELD']);
    // And may come back.
    expect(
      await mutate(robin, 'takeSeat', { ventureId: table.ventureId, kind: 'SERVICE_USER', ...seat }),
    ).toMatchObject({ __typename: 'TakeSeatPayload' });
  });
});

describe('a session', () => {
  const QUESTION = { question: 'Would you use it?', heldOn: '2026-01-10', place: 'Back room', access: 'Step-free' };
  const PAGE = `query ($slug: String!) { venture(slug: $slug) { sessions { id question place answer { id said people fewerThan changed answeredAt } } } }`;
  interface Sessions {
    readonly venture: {
      readonly sessions: readonly {
        readonly id: string;
        readonly place: string | null;
        readonly answer: { readonly id: string; readonly changed: string } | null;
      }[];
    };
  }

  it('tells where it is to the table and the team, and to nobody who looks for the people', async () => {
    const { ventureId, slug, coordinator, lead } = await aTable('CONVENING');
    const robin = await aPerson(api);
    await mutate(robin, 'takeSeat', { ventureId, kind: 'SERVICE_USER' });
    expect(codesOf(await mutate(robin, 'planSession', { ventureId, ...QUESTION }))).toEqual([
      'NOT_IN_COORDINATING_TEAM',
    ]);
    await mutate(coordinator, 'planSession', { ventureId, ...QUESTION });
    const place = async (viewer: Parameters<TestApi['as']>[0]) =>
      (await ask<Sessions>(PAGE, { slug }, viewer)).venture.sessions.map((session) => session.place);
    expect(await place(robin)).toEqual(['Back room']);
    expect(await place(coordinator)).toEqual(['Back room']);
    for (const viewer of [nobody, await aPerson(api), lead.admin]) expect(await place(viewer)).toEqual([null]);
  });

  it('is answered once, and what changed reaches the people who sit there themselves', async () => {
    const { id, ventureId, slug, coordinator } = await aTable('CONVENING');
    const robin = await aPerson(api);
    const bystander = await aPerson(api);
    await mutate(robin, 'takeSeat', { ventureId, kind: 'SERVICE_USER' });
    await mutate(bystander, 'takeSeat', { ventureId, kind: 'PRACTITIONER' });
    const ideaId = await anIdeaOf(id);
    await mutate(coordinator, 'planSession', { ventureId, ...QUESTION });
    const [session] = (await ask<Sessions>(PAGE, { slug })).venture.sessions;
    const usersSaid = { said: 'Too much text.', people: 3, heardOn: '2026-01-10', sessionId: session!.id };
    await mutate(coordinator, 'recordProgress', { ventureId, usersSaid });
    expect(codesOf(await mutate(coordinator, 'recordProgress', { ventureId, usersSaid }))).toEqual([
      'SESSION_ANSWERED_ALREADY',
    ]);
    const [answered] = (await ask<Sessions>(PAGE, { slug })).venture.sessions;
    expect(answered?.answer).toMatchObject({ said: 'Too much text.', people: null, fewerThan: 5, changed: '' });

    const usersSaidId = answered!.answer!.id;
    await mutate(coordinator, 'answerUsers', { usersSaidId, changed: 'Half the text is gone.' });
    expect(codesOf(await mutate(coordinator, 'answerUsers', { usersSaidId, changed: 'More' }))).toEqual([
      'USERS_ANSWERED_ALREADY',
    ]);
    expect((await ask<Sessions>(PAGE, { slug })).venture.sessions[0]?.answer).toMatchObject({
      changed: 'Half the text is gone.',
    });
    expect(await toldOf(id, 'users_said.answered')).toEqual([robin.person.id]);
    expect(ideaId).toBeTruthy();
  });

  it('of another venture answers nothing here', async () => {
    const elsewhere = await aTable();
    await mutate(elsewhere.coordinator, 'planSession', { ventureId: elsewhere.ventureId, ...QUESTION });
    const [session] = (await ask<Sessions>(PAGE, { slug: elsewhere.slug })).venture.sessions;
    const { ventureId, coordinator } = await aTable();
    const usersSaid = { said: 'x', people: 6, heardOn: '2026-01-10', sessionId: session!.id };
    expect(codesOf(await mutate(coordinator, 'recordProgress', { ventureId, usersSaid }))).toEqual(['NOT_FOUND']);
  });
});

it('tells those who were asked when it goes on against what they said', async () => {
  const { id, ventureId, coordinator } = await aTable();
  const robin = await aPerson(api);
  await mutate(robin, 'takeSeat', { ventureId, kind: 'SERVICE_USER' });
  await mutate(robin, 'recordSeatView', { ventureId, phase: 'PROTOTYPE', agrees: false, why: 'Too fast' });
  await mutate(coordinator, 'advancePhase', { ventureId, to: 'PROTOTYPE', reason: 'On paper only.' });
  expect(await toldOf(id, 'venture.phase_advanced')).toEqual([robin.person.id]);
});

it('names who answers for safety: somebody of the venture, whom everybody can read', async () => {
  const { ventureId, slug, coordinator } = await aTable();
  const risk = { ventureId, summary: '', involvesPeopleAtRisk: true };
  expect(codesOf(await mutate(coordinator, 'reviseVenture', risk))).toEqual(['SAFEGUARDING_LEAD_MISSING']);
  const stranger = await aPerson(api);
  const named = (person: SignedInViewer) => ({ ...risk, safeguardingLeadId: `person_${person.person.id}` });
  expect(codesOf(await mutate(coordinator, 'reviseVenture', named(stranger)))).toEqual([
    'SAFEGUARDING_LEAD_NOT_OF_VENTURE',
  ]);
  expect(codesOf(await mutate(stranger, 'reviseVenture', named(coordinator)))).toEqual(['NOT_IN_COORDINATING_TEAM']);
  await mutate(coordinator, 'reviseVenture', named(coordinator));
  expect(
    await ask(`query ($slug: String!) { venture(slug: $slug) { involvesPeopleAtRisk safeguardingLead { name } } }`, {
      slug,
    }),
  ).toEqual({ venture: { involvesPeopleAtRisk: true, safeguardingLead: { name: coordinator.person.name } } });
});

async function anIdeaOf(ventureId: string): Promise<string> {
  const author = await aPerson(api);
  const id = newId();
  await api.dataSource.query(
    `insert into ideas (id, slug, title, need, outcome, people_served, stage, author_id, created_at, updated_at)
     values ($1, $2, 'A warm place', 'Cold halls', 'Warm halls', 'Everybody', 'LOGGED', $3, app_now(), app_now())`,
    [id, `idea-${id}`, author.person.id],
  );
  await api.dataSource.query('insert into venture_ideas (venture_id, idea_id, joined_at) values ($1, $2, app_now())', [
    ventureId,
    id,
  ]);
  return id;
}

/** Who is told of an entry of the log by name. */
async function toldOf(ventureId: string, kind: string): Promise<string[]> {
  const rows: { person_id: string }[] = await api.dataSource.query(
    `select t.person_id from activities a join activity_addressees t on t.activity_id = a.id where a.venture_id = $1 and a.kind = $2`,
    [ventureId, kind],
  );
  return rows.map((row) => row.person_id);
}
