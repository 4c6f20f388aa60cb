import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { aDataDir } from '../../../test/support/data-dir.js';
import { newId } from '../database/index.js';

/** The session cookie an answer sets, as the browser would send it back. */
function cookieOf(answer: { headers: Record<string, unknown> }): string | undefined {
  const set = ([] as string[]).concat((answer.headers['set-cookie'] as string[] | undefined) ?? []);
  return set.find((cookie) => cookie.startsWith('openimpact='))?.split(';')[0];
}

describe('demonstration sign-in', () => {
  let demo: TestApi;
  beforeAll(async () => {
    demo = await anApi({ OPENIMPACT_DATA_DIR: aDataDir() });
  });
  afterAll(async () => {
    await demo.close();
  });

  const signInAs = (payload: unknown, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    demo.app.inject({
      method: 'POST',
      url: '/api/demo/sign-in',
      headers: { host: '127.0.0.1:3000', 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(payload),
      remoteAddress,
    });
  const add = (handle: string, demonstration: boolean) =>
    demo.dataSource.query(
      `insert into people (id, handle, name, about, demonstration) values ($1, $2, $3, 'Youth worker', $4)`,
      [newId(), handle, handle, demonstration],
    );

  it('does not exist in a database that is none', async () => {
    await add('ama', true);
    expect((await signInAs({ handle: 'ama' })).statusCode).toBe(404);
    expect((await demo.app.inject({ url: '/api/demo/people', headers: { host: '127.0.0.1:3000' } })).statusCode).toBe(
      404,
    );
  });

  it('signs in as an invented person, and a session of another browser is not taken over', async () => {
    await demo.dataSource.query('update installation set demonstration = true');
    const people = await demo.app.inject({ url: '/api/demo/people', headers: { host: '127.0.0.1:3000' } });
    expect(people.json()).toEqual({
      people: [{ handle: 'ama', name: 'ama', does: 'Youth worker', steward: false, organisations: [] }],
    });
    const answer = await signInAs({ handle: 'ama' });
    const cookie = cookieOf(answer);
    const viewer = await demo.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { cookie: cookie ?? '' },
      payload: { query: '{ viewer { email person { handle } } }' },
    });
    expect(viewer.json()).toEqual({ data: { viewer: { email: null, person: { handle: 'ama' } } } });
    const again = await signInAs({ handle: 'ama' }, { cookie: cookie ?? '' });
    expect(cookieOf(again)).not.toBe(cookie);
    const old = await demo.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { cookie: cookie ?? '' },
      payload: { query: '{ viewer { email } }' },
    });
    expect(old.json()).toEqual({ data: { viewer: null } });
  });

  it.each([
    ['another host’s name', { host: 'demo.example' }, '127.0.0.1', 403],
    ['another machine', {}, '192.0.2.7', 403],
    ['a proxy', { 'x-forwarded-for': '192.0.2.7' }, '127.0.0.1', 403],
    ['another proxy', { forwarded: 'for=192.0.2.7' }, '127.0.0.1', 403],
    ['another site’s page', { origin: 'https://evil.example' }, '127.0.0.1', 403],
    ['a form', { 'content-type': 'text/plain' }, '127.0.0.1', 415],
  ])('is refused from %s', async (_what, headers, remoteAddress, status) => {
    const answer = await signInAs({ handle: 'ama' }, headers, remoteAddress);
    expect([answer.statusCode, cookieOf(answer)]).toEqual([status, undefined]);
  });

  it.each([[{}], [{ handle: 'nobody' }], [{ handle: ['ama'] }], [{ handle: { a: 1 } }], [null], ['ama']])(
    'takes no %j',
    async (payload) => {
      const answer = await signInAs(payload);
      expect(cookieOf(answer)).toBeUndefined();
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
    },
  );

  it('ends for everybody as soon as somebody real is there', async () => {
    await add('real-person', false);
    const answer = await signInAs({ handle: 'ama' });
    expect([answer.statusCode, answer.json().code, cookieOf(answer)]).toEqual([403, 'DEMONSTRATION_CLOSED', undefined]);
    expect((await signInAs({ handle: 'real-person' })).statusCode).toBe(403);
  });
});

describe('a demonstration that is meant to be public', () => {
  let open: TestApi;
  beforeAll(async () => {
    open = await anApi({
      OPENIMPACT_DEMO_PUBLIC: '1',
      OPENIMPACT_BASE_URL: 'https://demo.example',
      OPENIMPACT_DATA_DIR: aDataDir(),
    });
    await open.dataSource.query('update installation set demonstration = true');
    await open.dataSource.query(
      `insert into people (id, handle, name, about, demonstration) values ($1, 'ama', 'Ama', 'Youth worker', true)`,
      [newId()],
    );
  });
  afterAll(async () => {
    await open.close();
  });

  const signIn = (host: string) =>
    open.app.inject({
      method: 'POST',
      url: '/api/demo/sign-in',
      headers: {
        host,
        'content-type': 'application/json',
        'x-forwarded-for': '192.0.2.7',
        'x-forwarded-proto': 'https',
      },
      payload: JSON.stringify({ handle: 'ama' }),
      remoteAddress: '192.0.2.1',
    });

  it('signs in through its proxy, under its own name only', async () => {
    expect((await signIn('demo.example')).statusCode).toBe(200);
    expect((await signIn('other.example')).statusCode).toBe(403);
    expect((await signIn('127.0.0.1')).statusCode).toBe(403);
  });
});
