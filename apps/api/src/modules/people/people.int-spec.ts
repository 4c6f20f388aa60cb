import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aDataDir } from '../../../test/support/data-dir.js';
import { anOrganisation, aPerson, joins, type SignedInViewer } from '../../../test/support/people.js';
import { tracesOf } from '../../../test/support/traces.js';
import { globalId } from '../../platform/database/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi({ OPENIMPACT_DATA_DIR: aDataDir() });
});
afterAll(async () => {
  await api.close();
});

type Answer = { __typename: string; requirements?: { code: string }[] } & Record<string, unknown>;

async function mutate(
  viewer: SignedInViewer,
  name: string,
  fields: string,
  input: Record<string, unknown>,
): Promise<Answer> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await api
    .as(viewer)
    .graphql<Record<string, Answer>>(
      `mutation Do($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Payload { ${fields} } ... on Refusal { requirements { code message needed path } } } }`,
      { input },
    );
  if (errors.length > 0) throw Object.assign(new Error(errors[0]!.message), { code: errors[0]!.extensions?.code });
  return data[name]!;
}
const codesOf = (answer: Answer) => (answer.requirements ?? []).map(({ code }) => code);

describe('a profile', () => {
  it('is changed with what was given and nothing else', async () => {
    const ama = await aPerson(api, { handle: 'ama-profile', name: 'Ama' });
    const answer = await mutate(ama, 'updateProfile', 'person { handle name about }', {
      name: '  Ama  Mensah',
      about: 'Youth worker.',
    });
    expect(answer['person']).toEqual({ handle: 'ama-profile', name: 'Ama Mensah', about: 'Youth worker.' });
  });

  it('does not take a handle that somebody has, whatever its case', async () => {
    await aPerson(api, { handle: 'taken-handle' });
    const eve = await aPerson(api);
    expect(codesOf(await mutate(eve, 'updateProfile', 'person { handle }', { handle: 'Taken-Handle' }))).toEqual([
      'HANDLE_TAKEN',
    ]);
    expect(
      codesOf(await mutate(eve, 'updateProfile', 'person { handle }', { name: '\u202e', handle: 'admin' })),
    ).toEqual(['NAME_HAS_HIDDEN_CHARACTERS', 'NAME_UNREADABLE', 'HANDLE_RESERVED']);
  });

  it('keeps a handle that was given up from everybody but whoever gave it up, also at sign-up and after they left', async () => {
    const change = `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename ... on Refusal { requirements { code } } } }`;
    const takes = async (viewer: SignedInViewer, handle: string) =>
      (await api.as(viewer).graphql<{ updateProfile: unknown }>(change, { input: { handle } })).data.updateProfile;
    const taken = { __typename: 'Refusal', requirements: [{ code: 'HANDLE_TAKEN' }] };
    const done = { __typename: 'UpdateProfilePayload' };
    const [first, second] = [await aPerson(api, { handle: 'first-comer' }), await aPerson(api)];
    expect(await takes(first, 'moved-on')).toEqual(done);
    expect(await takes(second, 'First-Comer')).toEqual(taken);
    await api.dataSource.query(
      `insert into auth_users (id, email, name, handle_wish) values (gen_random_uuid(), 'late@people.example', 'Late', 'first-comer')`,
    );
    const late: { handle: string }[] = await api.dataSource.query(
      `select handle::text from people where name = 'Late'`,
    );
    expect(late[0]?.handle).toMatch(/^first-comer-\d+$/);
    expect(await takes(first, 'first-comer')).toEqual(done);
    await api.dataSource.query(
      `update people set handle = 'left-x', deleted_at = app_now(), about = '' where id = $1`,
      [first.person.id],
    );
    expect([await takes(second, 'first-comer'), await takes(second, 'moved-on')]).toEqual([taken, taken]);
  });

  it('shows nobody an address but its owner', async () => {
    const ama = await aPerson(api, { handle: 'ama-private', email: 'secret.ama@people.example' });
    const own = await api
      .as(ama)
      .graphql<{ viewer: unknown }>(
        '{ viewer { email person { handle } organisations { roles } invitations { id } toConfirm { id } toVerify { id } } }',
      );
    expect(own.errors).toEqual([]);
    expect(own.data.viewer).toEqual({
      email: 'secret.ama@people.example',
      person: { handle: 'ama-private' },
      organisations: [],
      invitations: [],
      toConfirm: [],
      toVerify: [],
    });
    expect((await api.as(nobody).graphql<{ viewer: unknown }>('{ viewer { email } }')).data).toEqual({ viewer: null });
    const seen = await api
      .as(nobody)
      .graphql(
        '{ person(handle: "AMA-private") { id handle name about memberSince organisations { organisation { name } } } }',
      );
    expect(seen.errors).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain('secret');
  });
});

describe('a token for a machine', () => {
  it('acts within its scopes, is stored only as a hash, and ends when told', async () => {
    const ama = await aPerson(api);
    const made = await mutate(ama, 'createApiToken', 'secret apiToken { id scopes }', {
      name: 'Our CRM',
      scopes: ['READ'],
      days: 30,
    });
    const secret = String(made['secret']);
    const ask = async (query: string) =>
      (
        await api.app.inject({
          method: 'POST',
          url: '/graphql',
          headers: { authorization: `Bearer ${secret}` },
          payload: { query },
        })
      ).json();

    expect(await ask('{ viewer { person { handle } } }')).toEqual({
      data: { viewer: { person: { handle: ama.person.handle } } },
    });
    const refused = await ask('mutation { createOrganisation(input: { name: "X", kind: OTHER }) { __typename } }');
    expect(refused.errors[0].extensions.code).toBe('FORBIDDEN');
    const raised = await ask(
      'mutation { createApiToken(input: { name: "X", scopes: [MONEY], days: 1 }) { __typename } }',
    );
    expect(raised.errors[0].extensions.code).toBe('FORBIDDEN');

    const stored: { row: string }[] = await api.dataSource.query(
      'select t::text as row from api_tokens t where person_id = $1',
      [ama.person.id],
    );
    expect(stored[0]!.row).not.toContain(secret);

    const { id } = made['apiToken'] as { id: string };
    await expect(mutate(await aPerson(api), 'revokeApiToken', 'tokenId', { tokenId: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await ask('{ viewer { person { handle } } }')).data.viewer).not.toBeNull();
    await mutate(ama, 'revokeApiToken', 'tokenId', { tokenId: id });
    expect(await ask('{ viewer { person { handle } } }')).toEqual({ data: { viewer: null } });
  });

  it('ends by itself, and lives a year at most', async () => {
    const ama = await aPerson(api);
    expect(codesOf(await mutate(ama, 'createApiToken', 'secret', { name: 'X', scopes: [], days: 366 }))).toEqual([
      'SCOPE_MISSING',
      'TOKEN_LIFETIME',
    ]);
    const { secret } = await mutate(ama, 'createApiToken', 'secret', { name: 'X', scopes: ['READ'], days: 1 });
    await api.moveClock(24 * 60 + 1);
    const answer = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${String(secret)}` },
      payload: { query: '{ viewer { email } }' },
    });
    expect(answer.json()).toEqual({ data: { viewer: null } });
  });
});

describe('taking one’s data along', () => {
  it('gives everything, and nothing of anybody else', async () => {
    const { admin, id, name } = await anOrganisation(api);
    const bo = await joins(api, await aPerson(api, { handle: 'bo-export', email: 'bo.export@people.example' }), id);
    const answer = await mutate(bo, 'exportMyData', 'json fileName', {});
    const data = JSON.parse(String(answer['json']));
    expect(data.account.profile).toMatchObject({ handle: 'bo-export', email: 'bo.export@people.example' });
    expect(data.organisations.memberships).toMatchObject([{ organisation: name, roles: ['MEMBER'] }]);
    expect(String(answer['json'])).not.toContain(admin.person.handle);
  });
});

describe('going', () => {
  it('asks for the handle, and for another admin where people would be locked out', async () => {
    const { admin, id } = await anOrganisation(api);
    await joins(api, await aPerson(api), id);
    expect(codesOf(await mutate(admin, 'deleteMyAccount', 'organisationsLeft', { handle: 'not-me' }))).toEqual([
      'CONFIRMATION_DOES_NOT_MATCH',
      'LAST_ADMIN',
    ]);
    const [person] = await api.dataSource.query('select deleted_at from people where id = $1', [admin.person.id]);
    expect(person.deleted_at).toBeNull();
  });

  it('leaves no trace of name, handle or address in any column of any table', async () => {
    const ama = await aPerson(api, {
      handle: 'zanzibar-unique',
      name: 'Zanzibar Uniquename',
      email: 'zanzibar.mail@people.example',
    });
    const { admin, id, globalId: organisationId } = await anOrganisation(api, { admin: ama });
    await mutate(admin, 'updateProfile', 'person { id }', { about: 'Zanzibar Uniquename lives here.' });
    await mutate(admin, 'inviteMember', 'organisation { id }', {
      organisationId,
      email: 'friend@people.example',
      roles: ['MEMBER'],
    });
    await mutate(admin, 'createApiToken', 'secret', { name: 'zanzibar-unique’s machine', scopes: ['READ'], days: 3 });
    for (const path of ['/api/auth/sign-in/magic-link', '/api/auth/request-password-reset']) {
      await api.app.inject({
        method: 'POST',
        url: path,
        payload: { email: 'zanzibar.mail@people.example', redirectTo: '/' },
      });
    }
    await mutate(admin, 'deleteMyAccount', 'organisationsLeft', { handle: 'zanzibar-unique' });

    expect(await tracesOf(api, 'zanzibar')).toEqual([]);
    const [person] = await api.dataSource.query('select name, deleted_at from people where id = $1', [ama.person.id]);
    expect(person).toMatchObject({ name: 'Somebody who left', deleted_at: expect.any(Date) });
    const left: unknown[] = await api.dataSource.query(
      'select 1 from memberships where organisation_id = $1 and left_at is null',
      [id],
    );
    expect(left).toEqual([]);
    const page = await api
      .as(nobody)
      .graphql(`{ node(id: "${globalId('person', ama.person.id)}") { id } person(handle: "zanzibar-unique") { id } }`);
    expect(page.data).toEqual({ node: null, person: null });
  });

  it('leaves a steward behind, even when the last two go at once', async () => {
    await api.dataSource.query('update people set steward = false');
    const stewards = await Promise.all([1, 2].map(() => aPerson(api, { steward: true })));
    const answers = await Promise.all(
      stewards.map((one) => mutate(one, 'deleteMyAccount', 'organisationsLeft', { handle: one.person.handle })),
    );
    expect(answers.map((answer) => codesOf(answer)[0] ?? 'gone').toSorted()).toEqual(['LAST_STEWARD', 'gone']);
  });
});
