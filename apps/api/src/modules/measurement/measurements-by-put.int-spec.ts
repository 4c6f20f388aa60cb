import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { aStandard, aToken, QUARTER, type TestStandard } from '../../../test/support/measuring.js';
import { anOrganisation, aPerson, joins, type TestOrganisation } from '../../../test/support/people.js';
import { RateLimits } from '../../platform/auth/index.js';
import { Sessions } from '../../platform/auth/sessions.js';
import { UnitOfWork } from '../../platform/database/index.js';

let api: TestApi;
let standard: TestStandard;
let organisation: TestOrganisation;
let token: string;
beforeAll(async () => {
  api = await anApi();
  standard = await aStandard(api);
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  organisation = await anOrganisation(api, { verified: true });
  token = await aToken(api, organisation.admin, 'MEASUREMENTS');
});

interface Sending {
  readonly method?: 'GET' | 'PUT' | 'DELETE' | 'POST' | 'PATCH';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
}

const BODY = { value: '12.5', version: 1 };
const address = () =>
  `/data/measurements/${organisation.slug}/${standard.slug}/${standard.waited.key}/${QUARTER.from}/${QUARTER.to}`;

async function send({ method = 'PUT', body = BODY, headers = {}, url = address() }: Sending = {}) {
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const {
    statusCode,
    headers: answered,
    body: text,
  } = await api.app.inject({
    method,
    url,
    headers: { authorization: token, ...(hasBody ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(hasBody ? { payload: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
  });
  const said = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  return { status: statusCode, etag: answered['etag'], said, headers: answered };
}

const rows = async (): Promise<number> =>
  (
    await api.dataSource.query('select count(*)::int from measurements where organisation_id = $1', [organisation.id])
  )[0].count;

describe('a value at an address of its own', () => {
  it('is put there, read, corrected and taken back by a program', async () => {
    expect(await send({ method: 'GET' })).toMatchObject({ status: 404 });
    const first = await send({ body: { ...BODY, method: 'From the diary.' } });
    expect(first).toMatchObject({ status: 201, etag: '"1"' });
    const { recordedAt: _, ...said } = first.said;
    expect(said).toEqual({ value: '12.5', fewerThan: null, version: 1, method: 'From the diary.', revision: 1 });
    expect(await send({ method: 'GET' })).toMatchObject({ status: 200, etag: '"1"', said });
    expect(await send({ body: { value: 11, version: 1 } })).toMatchObject({
      status: 200,
      etag: '"2"',
      said: { value: '11' },
    });
    expect(await send({ method: 'DELETE' })).toMatchObject({ status: 204 });
    expect(await send({ method: 'DELETE' })).toMatchObject({ status: 204 });
    expect(await send({ method: 'GET' })).toMatchObject({ status: 404 });
    expect(await send()).toMatchObject({ status: 201, etag: '"4"' });
  });

  it('is one fact though it is put twice, or ten times at once', async () => {
    expect([(await send()).status, (await send()).status, (await send()).etag]).toEqual([201, 200, '"1"']);
    expect(await rows()).toBe(1);
    organisation = await anOrganisation(api, { verified: true });
    token = await aToken(api, organisation.admin, 'MEASUREMENTS');
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await send()).status));
    expect(statuses.toSorted()).toEqual([...Array.from({ length: 9 }, () => 200), 201]);
    expect(await rows()).toBe(1);
  });

  it('is not written over by somebody who knows an older one', async () => {
    await send();
    const none = { 'if-none-match': '*' };
    expect(await send({ headers: none, body: { ...BODY, value: '9' } })).toMatchObject({ status: 412 });
    const racing = ['7', '8'].map((value) => send({ headers: { 'if-match': '"1"' }, body: { ...BODY, value } }));
    const statuses = (await Promise.all(racing)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 412]);
    expect(await send({ method: 'DELETE', headers: { 'if-match': '"1"' } })).toMatchObject({
      status: 412,
      said: { code: 'MEASUREMENT_CHANGED_MEANWHILE' },
    });
    expect(await rows()).toBe(2);
    for (const strange of ['"one"', 'W/"1"', '*', '"1", "2"'])
      expect(await send({ headers: { 'if-match': strange } })).toMatchObject({ status: 400 });
    expect(await rows()).toBe(2);
  });

  it('is refused with what is wrong and what would be right', async () => {
    expect(await send({ body: { value: '12,5', version: 9 } })).toMatchObject({
      status: 422,
      said: {
        code: 'VERSION_UNKNOWN',
        requirements: [{ path: ['version'], current: 'version 9', needed: 'version 1' }],
      },
    });
    const answer = await send({ body: { value: '12,5', version: 1 } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer).toMatchObject({
      status: 422,
      said: { status: 422, requirements: [{ path: ['value'], current: '12,5' }] },
    });
    const url = address().replace(QUARTER.to, '2026-03-30');
    expect(await send({ url })).toMatchObject({
      status: 422,
      said: { requirements: [{ code: 'PERIOD_NOT_WHOLE_MONTHS' }] },
    });
    expect(await send({ body: { ...BODY, method: 'x'.repeat(400) } })).toMatchObject({
      said: { code: 'TEXT_TOO_LONG' },
    });
    expect(await send({ body: { ...BODY, method: 'a\u202eb' } })).toMatchObject({
      said: { code: 'TEXT_HAS_HIDDEN_CHARACTERS', requirements: [{ path: ['method'] }] },
    });
    expect(await rows()).toBe(0);
  });

  it.each<[string, Sending, number]>([
    ['no JSON', { body: '{"value": ' }, 400],
    ['a list', { body: [BODY] }, 400],
    ['nothing', { body: '' }, 400],
    ['a field nobody asked for', { body: { ...BODY, organisation: 'another' } }, 400],
    ['a value that is a list', { body: { ...BODY, value: ['1'] } }, 400],
    ['no version', { body: { value: '1' } }, 400],
    ['half a version', { body: { value: '1', version: 1.5 } }, 400],
    ['text that is no JSON by its header', { headers: { 'content-type': 'text/plain' } }, 415],
    ['a form of another site', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['a megabyte', { body: { ...BODY, method: 'x'.repeat(900_000) } }, 413],
    ['a number that is none', { body: '{"value": 1e999, "version": 1}' }, 422],
    ['a NUL', { body: { ...BODY, value: '1\u0000' } }, 422],
    ['nothing by POST', { method: 'POST' }, 404],
  ])('sent as %s changes nothing', async (_, sending, status) => {
    const answer = await send(sending);
    expect([answer.status, await rows()]).toEqual([status, 0]);
    expect(JSON.stringify(answer.said)).not.toMatch(/SyntaxError|node_modules|QueryFailed/);
  });

  it.each(['organisation', 'standard', 'indicator'] as const)('is nowhere where there is no such %s', async (what) => {
    const parts = { organisation: organisation.slug, standard: standard.slug, indicator: standard.waited.key };
    for (const other of ['none', '%00', '..%2f..', '%F0%9F%92%A9', "'--"]) {
      const url = Object.values({ ...parts, [what]: other }).reduce(
        (all, part) => `${all}/${part}`,
        '/data/measurements',
      );
      for (const method of ['GET', 'PUT', 'DELETE'] as const) {
        expect((await send({ method, url: `${url}/${QUARTER.from}/${QUARTER.to}` })).status).toBe(404);
      }
    }
  });

  it('is nobody else’s: not without a token, not with a session, not with another scope, not for another organisation', async () => {
    await send();
    const other = await anOrganisation(api, { verified: true });
    const { begin } = api.app.get(Sessions);
    const cookie = await api.app
      .get(UnitOfWork)
      .run((tx) => begin.call(api.app.get(Sessions), tx, organisation.admin.person.id, undefined));
    const asked: [string, Readonly<Record<string, string>>, number][] = [
      ['nobody', { authorization: '' }, 401],
      ['a token that is none', { authorization: 'Bearer oi_x' }, 401],
      ['a browser', { authorization: '', cookie: cookie.split(';')[0] ?? '' }, 401],
      ['a token for something else', { authorization: await aToken(api, organisation.admin, 'CONTRIBUTE') }, 403],
      ['another organisation', { authorization: await aToken(api, other.admin, 'MEASUREMENTS', 'READ') }, 404],
    ];
    for (const [who, headers, status] of asked) {
      for (const method of ['GET', 'PUT', 'DELETE'] as const) {
        const answer = await send({ method, headers, body: { ...BODY, value: '1' } });
        expect([who, method, answer.status]).toEqual([who, method, status]);
        expect(JSON.stringify(answer.said)).not.toContain('12.5');
      }
    }
    const reads = await aToken(api, organisation.admin, 'READ');
    expect(await send({ method: 'GET', headers: { authorization: reads } })).toMatchObject({ status: 200 });
    expect(await send({ headers: { authorization: reads } })).toMatchObject({ status: 403 });
    const approver = await joins(api, await aPerson(api), organisation.id, 'APPROVER');
    expect(
      await send({
        headers: { authorization: await aToken(api, approver, 'MEASUREMENTS') },
        body: { ...BODY, value: '1' },
      }),
    ).toMatchObject({
      status: 403,
      said: { code: 'ROLE_MISSING' },
    });
    expect(await rows()).toBe(1);
  });

  it('is no longer theirs whose membership ended or whom the site team blocked', async () => {
    await send();
    await api.dataSource.query('update people set blocked_at = app_now() where id = $1', [
      organisation.admin.person.id,
    ]);
    expect(await send({ body: { ...BODY, value: '1' } })).toMatchObject({ status: 403, said: { code: 'BLOCKED' } });
    expect(await send({ method: 'GET' })).toMatchObject({ status: 200 });
    await api.dataSource.query('update memberships set left_at = app_now() where organisation_id = $1', [
      organisation.id,
    ]);
    expect(await send({ method: 'GET' })).toMatchObject({ status: 404 });
    expect(await rows()).toBe(1);
  });

  it('is slowed for who sends without end, and told when to go on', async () => {
    const limits = api.app.get(RateLimits);
    const counted = { person: organisation.admin.person.id };
    for (let sent = 0; sent < 2_100; sent += 1)
      await limits.take('measurements', counted, { most: 2_000, seconds: 300 });
    const answer = await send();
    expect(answer).toMatchObject({ status: 429, said: { code: 'RATE_LIMITED' } });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(await rows()).toBe(0);
  });

  it('is not taken any more when the standard was taken back', async () => {
    await send();
    await api.dataSource.query(
      `update commons_entries set status = 'WITHDRAWN', withdrawn_because = 'WRONG', withdrawn_reason = 'There is a better one.',
         withdrawn_at = app_now(), withdrawn_by_id = shared_by_id where id = $1`,
      [standard.id],
    );
    expect(await send({ body: { ...BODY, value: '1' } })).toMatchObject({
      status: 409,
      said: { code: 'STANDARD_WITHDRAWN' },
    });
    expect(await send({ method: 'GET' })).toMatchObject({ status: 200, said: { value: '12.5' } });
    // What was reported may still be taken back.
    expect(await send({ method: 'DELETE' })).toMatchObject({ status: 204 });
  });
});
