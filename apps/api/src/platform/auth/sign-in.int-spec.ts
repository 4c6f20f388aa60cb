import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { aDataDir } from '../../../test/support/data-dir.js';
import { FolderTransport, MailOutbox, MailTransport } from '../mail/index.js';
import { TidyAccounts } from './tidy-accounts.js';

const ORIGIN = 'http://127.0.0.1:3000';
const PASSWORD = 'three geese crossed the ring road';

let api: TestApi;
beforeAll(async () => {
  api = await anApi({ OPENIMPACT_DATA_DIR: aDataDir() });
});
afterAll(async () => {
  await api.close();
});

let count = 0;
let address: string;
beforeEach(() => {
  count += 1;
  address = `somebody.${count}@people.example`;
});

function post(path: string, payload: Record<string, unknown>, headers: Record<string, string> = {}) {
  return api.app.inject({
    method: 'POST',
    url: `/api/auth${path}`,
    headers: { origin: ORIGIN, host: '127.0.0.1:3000', ...headers },
    payload,
  });
}

function get(path: string, headers: Record<string, string> = {}) {
  return api.app.inject({ method: 'GET', url: path, headers: { host: '127.0.0.1:3000', ...headers } });
}

/** The session cookie an answer sets, as the browser would send it back. */
function cookieOf(answer: { headers: Record<string, unknown> }): string | undefined {
  const set = ([] as string[]).concat((answer.headers['set-cookie'] as string[] | undefined) ?? []);
  return set.find((cookie) => cookie.startsWith('openimpact='))?.split(';')[0];
}

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The mails to an address, once what is waited for is among them: they are written after the answer, so that its time says nothing. */
async function mailsTo(to: string, areThere: (mails: readonly Mail[]) => boolean): Promise<readonly Mail[]> {
  for (let tries = 0; ; tries += 1) {
    await api.app.get(MailOutbox).sendDue();
    const all: readonly Mail[] = await (api.app.get(MailTransport) as FolderTransport).newest(200);
    const mails = all.filter((mail) => mail.to === to);
    if (areThere(mails) || tries === 100) return mails;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

async function linkTo(to: string, pattern: RegExp): Promise<string> {
  const mails = await mailsTo(to, (all) => all.some(({ body }) => pattern.test(body)));
  const found = mails.map(({ body }) => pattern.exec(body)?.[0]).find((link) => link !== undefined);
  if (found === undefined) throw new Error(`No mail to ${to} holds a link like ${String(pattern)}.`);
  return found;
}

async function viewerOf(cookie: string | undefined): Promise<string | null> {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: cookie ? { cookie } : {},
    payload: { query: '{ viewer { person { name } } }' },
  });
  return answer.json().data.viewer?.person.name ?? null;
}

async function signUp(): Promise<string> {
  await post('/sign-up/email', { email: address, password: PASSWORD, name: 'Ama Mensah' });
  const link = new URL(await linkTo(address, /http\S+verify-email\S+/));
  const answer = await get(link.pathname + link.search);
  return cookieOf(answer) ?? '';
}

describe('signing up', () => {
  it('makes a person once the address is confirmed, and signs nobody in before', async () => {
    const answer = await post('/sign-up/email', { email: address, password: PASSWORD, name: '  Ama  Mensah ' });
    expect([answer.statusCode, answer.json(), cookieOf(answer)]).toEqual([200, { ok: true }, undefined]);
    expect((await post('/sign-in/email', { email: address, password: PASSWORD })).json()).toMatchObject({
      code: 'EMAIL_NOT_VERIFIED',
    });
    const link = new URL(await linkTo(address, /http\S+verify-email\S+/));
    const confirmed = await get(link.pathname + link.search);
    expect(confirmed.statusCode).toBe(303);
    expect(await viewerOf(cookieOf(confirmed))).toBe('Ama Mensah');
    // A confirmed address is not signed in by the same link again.
    expect(cookieOf(await get(link.pathname + link.search))).toBeUndefined();
  });

  it('makes a handle of the name, and another where somebody has it', async () => {
    const handles: string[] = [];
    for (const email of [`one.${address}`, `two.${address}`]) {
      await post('/sign-up/email', { email, password: PASSWORD, name: 'Zoë Ó Briain' });
      const [row] = await api.dataSource.query(
        'select p.handle from people p join auth_users u on u.id = p.id where u.email = $1',
        [email],
      );
      handles.push(row.handle);
    }
    expect(handles).toEqual(['zoe-o-briain', expect.stringMatching(/^zoe-o-briain-\d{2}$/)]);
  });

  it('writes in the language of the page, and to whoever has the address in theirs from then on', async () => {
    const malay = { cookie: 'openimpact-language=ms' };
    await post('/sign-up/email', { email: address, password: PASSWORD, name: 'Ama Mensah' }, malay);
    expect(await linkTo(address, /mengesahkan bahawa ini memang anda/)).toBeTruthy();
    const [row] = await api.dataSource.query(
      'select p.language, u.language_wish from people p join auth_users u on u.id = p.id where u.email = $1',
      [address],
    );
    expect(row).toEqual({ language: 'ms', language_wish: null });
    // Somebody who asks on an English page, perhaps somebody else, changes nothing of what its reader reads.
    await post('/request-password-reset', { email: address }, { 'accept-language': 'en' });
    expect(await linkTo(address, /Selepas itu anda dilog keluar/)).toBeTruthy();
    const mails = await mailsTo(address, () => true);
    expect(mails.map(({ headers }) => headers?.['Content-Language'])).toEqual(['ms', 'ms']);
  });

  it('stores the password as argon2id and no device or network', async () => {
    await signUp();
    const [row] = await api.dataSource.query(
      `select a.password, s.ip_address, s.user_agent from auth_users u join auth_accounts a on a.user_id = u.id join auth_sessions s on s.user_id = u.id where u.email = $1`,
      [address],
    );
    expect(row).toMatchObject({
      password: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/),
      ip_address: null,
      user_agent: null,
    });
  });

  it('answers alike whether the address is known, and tells only its owner', async () => {
    const first = await post('/sign-up/email', { email: address, password: PASSWORD, name: 'Ama' });
    const second = await post('/sign-up/email', {
      email: address.toUpperCase(),
      password: 'another fine sentence',
      name: 'Eve',
    });
    expect([second.statusCode, second.body, Object.keys(second.headers)]).toEqual([
      first.statusCode,
      first.body,
      Object.keys(first.headers),
    ]);
    const subjects = (await mailsTo(address, (mails) => mails.length > 1)).map(({ subject }) => subject);
    expect(subjects.toSorted()).toEqual(['Confirm your address for OpenImpact', 'Your link to sign in to OpenImpact']);
  });

  it('takes an address back from somebody who signed up with it first', async () => {
    await post('/sign-up/email', { email: address, password: 'the attacker chose this', name: 'Eve' });
    await post('/sign-in/magic-link', { email: address });
    const link = new URL(await linkTo(address, /http\S+\/sign-in\/link\S+/));
    const owner = await get(`/api/auth/magic-link/verify${link.search}`);
    expect(cookieOf(owner)).toBeDefined();
    expect((await post('/sign-in/email', { email: address, password: 'the attacker chose this' })).statusCode).toBe(
      401,
    );
  });

  it.each([
    [{ name: ' ' }, 'NAME_MISSING'],
    [{ name: 'A\u202eb' }, 'NAME_HAS_HIDDEN_CHARACTERS'],
    [{ password: 'short' }, 'PASSWORD_TOO_SHORT'],
    [{ password: 'passwordpassword' }, 'PASSWORD_TOO_EASY'],
    [{ email: 'no address' }, 'EMAIL_MALFORMED'],
  ])('refuses %j', async (wrong, code) => {
    const answer = await post('/sign-up/email', { email: address, password: PASSWORD, name: 'Ama', ...wrong });
    expect([answer.statusCode, answer.json().code]).toEqual([400, code]);
  });
});

describe('signing in', () => {
  it('begins a new session each time and ends the one the browser brought', async () => {
    const planted = await signUp();
    const answer = await post('/sign-in/email', { email: address, password: PASSWORD }, { cookie: planted });
    const fresh = cookieOf(answer);
    expect(fresh).toBeDefined();
    expect(fresh).not.toBe(planted);
    expect(await viewerOf(planted)).toBeNull();
    expect(await viewerOf(fresh)).toBe('Ama Mensah');
    expect(([] as string[]).concat(answer.headers['set-cookie'] as string[])[0]).toMatch(/; HttpOnly; SameSite=Lax$/);
  });

  it('does not take a session that its own secret did not sign', async () => {
    const cookie = await signUp();
    const token = decodeURIComponent(cookie.slice('openimpact='.length)).split('.')[0];
    for (const forged of [
      `openimpact=${token}`,
      `openimpact=${token}.`,
      `openimpact=${token}.AAAA`,
      `${cookie}; ${cookie}`,
      'openimpact=%',
      `openimpact=${'x'.repeat(20_000)}`,
    ]) {
      expect(await viewerOf(forged)).toBeNull();
    }
  });

  it('answers alike for a wrong password and an unknown address, in about the same time', async () => {
    await signUp();
    const time = async (email: string) => {
      const began = performance.now();
      const answer = await post('/sign-in/email', { email, password: 'certainly not this one' });
      return { took: performance.now() - began, said: [answer.statusCode, answer.body] };
    };
    const known = await time(address);
    const unknown = await time(`nobody.${count}@people.example`);
    expect(unknown.said).toEqual(known.said);
    // Both hash once; without it the unknown address answers ten times as fast.
    expect(unknown.took).toBeGreaterThan(known.took / 4);
  });

  it('by one-time link works once, and makes the account when there is none', async () => {
    const answer = await post('/sign-in/magic-link', { email: address, name: 'Zoe', callbackURL: '/ideas/new' });
    expect(answer.json()).toEqual({ ok: true });
    const link = new URL(await linkTo(address, /http\S+\/sign-in\/link\S+/));
    expect(link.searchParams.get('to')).toBe('/ideas/new');
    const verify = `/api/auth/magic-link/verify?${new URLSearchParams({ token: link.searchParams.get('token') ?? '', callbackURL: '/ideas/new' })}`;
    const [one, two] = await Promise.all([get(verify), get(verify)]);
    expect([one, two].map(cookieOf).filter(Boolean)).toHaveLength(1);
    expect([one.headers.location, two.headers.location].toSorted()).toEqual([
      '/ideas/new',
      '/sign-in?error=INVALID_TOKEN',
    ]);
  });

  it('leads nowhere but this site', async () => {
    await post('/sign-in/magic-link', { email: address, callbackURL: 'https://evil.example/' });
    const link = new URL(await linkTo(address, /http\S+\/sign-in\/link\S+/));
    expect(link.searchParams.get('to')).toBe('/');
    for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example']) {
      const answer = await get(`/api/auth/magic-link/verify?${new URLSearchParams({ token: 'x', callbackURL: evil })}`);
      expect(String(answer.headers.location)).toMatch(/^\/sign-in\?/);
    }
  });

  it('is not begun by a page of another site, nor by a form', async () => {
    await signUp();
    expect(
      (await post('/sign-in/email', { email: address, password: PASSWORD }, { origin: 'https://evil.example' }))
        .statusCode,
    ).toBe(403);
    const form = await api.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { 'content-type': 'text/plain' },
      payload: JSON.stringify({ email: address, password: PASSWORD }),
    });
    expect([form.statusCode, cookieOf(form)]).toEqual([415, undefined]);
  });

  it('is slowed for one account after ten wrong passwords, whoever asks', async () => {
    const answers = [];
    for (let attempt = 0; attempt < 12; attempt += 1)
      answers.push((await post('/sign-in/email', { email: address, password: 'wrong every time' })).statusCode);
    expect(answers.filter((status) => status === 429)).toHaveLength(2);
  });

  it('ends with signing out, on the server too', async () => {
    const cookie = await signUp();
    await post('/sign-out', {}, { cookie });
    expect(await viewerOf(cookie)).toBeNull();
  });

  it('ends by itself when nobody used it for a week, and goes on for whoever does', async () => {
    const cookie = await signUp();
    const unusedFor = (days: number) =>
      api.dataSource.query(
        `update auth_sessions set used_on = current_date - $2::int where user_id = (select id from auth_users where email = $1)`,
        [address, days],
      );
    await unusedFor(6);
    expect(await viewerOf(cookie)).not.toBeNull();
    const [session] = await api.dataSource.query(
      `select used_on = current_date as today from auth_sessions where user_id = (select id from auth_users where email = $1)`,
      [address],
    );
    expect(session).toEqual({ today: true });
    await unusedFor(7);
    expect(await viewerOf(cookie)).toBeNull();
    await api.app.get(TidyAccounts).execute();
    expect(
      await api.dataSource.query(
        `select from auth_sessions where user_id = (select id from auth_users where email = $1)`,
        [address],
      ),
    ).toEqual([]);
  });

  it('everywhere else ends with a new password', async () => {
    const elsewhere = await signUp();
    await post('/request-password-reset', { email: address });
    const link = new URL(await linkTo(address, /http\S+new-password\S+/));
    const token = link.searchParams.get('token');
    expect((await post('/reset-password', { token, newPassword: 'a wholly different sentence' })).json()).toEqual({
      ok: true,
    });
    expect(await viewerOf(elsewhere)).toBeNull();
    expect((await post('/reset-password', { token, newPassword: 'a third sentence entirely' })).statusCode).toBe(400);
    expect((await post('/sign-in/email', { email: address, password: PASSWORD })).statusCode).toBe(401);
    expect(
      cookieOf(await post('/sign-in/email', { email: address, password: 'a wholly different sentence' })),
    ).toBeDefined();
  });

  it.each([
    '/update-user',
    '/delete-user',
    '/change-email',
    '/list-sessions',
    '/get-session',
    '/sign-in/social',
    '/error',
    '/ok',
  ])('offers nothing at %s', async (path) => {
    expect((await post(path, {})).statusCode).toBe(404);
    expect((await get(`/api/auth${path}`)).statusCode).toBe(404);
  });
});

describe('the outbox page', () => {
  it('is only for this machine', async () => {
    expect((await get('/dev/outbox')).statusCode).toBe(200);
    expect((await get('/dev/outbox', { host: 'evil.example' })).statusCode).toBe(404);
    expect((await get('/dev/outbox', { 'x-forwarded-for': '1.2.3.4' })).statusCode).toBe(404);
  });
});

describe('behind https', () => {
  let secure: TestApi;
  beforeAll(async () => {
    secure = await anApi({
      OPENIMPACT_BASE_URL: 'https://impact.example',
      OPENIMPACT_DATA_DIR: aDataDir(),
    });
  });
  afterAll(async () => {
    await secure.close();
  });

  it('the session is a cookie of this host alone, which never travels in clear and no script reads', async () => {
    const headers = { host: 'impact.example', origin: 'https://impact.example', 'x-forwarded-proto': 'https' };
    const ask = { email: 'https@people.example', password: PASSWORD, name: 'Ama' };
    await secure.app.inject({ method: 'POST', url: '/api/auth/sign-up/email', headers, payload: ask });
    await secure.dataSource.query('update auth_users set email_verified = true');
    const answer = await secure.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', headers, payload: ask });
    const [cookie] = ([] as string[]).concat(answer.headers['set-cookie'] as string[]);
    expect(cookie).toMatch(/^__Host-openimpact=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(cookie).not.toMatch(/Domain/i);
    const viewer = (sent: string) =>
      secure.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { ...headers, cookie: sent },
        payload: { query: '{ viewer { email } }' },
      });
    const pair = cookie!.split(';')[0]!;
    expect((await viewer(pair)).json()).toEqual({ data: { viewer: { email: ask.email } } });
    // The plain name is not taken here: another host of the same site could have planted it.
    expect((await viewer(pair.replace('__Host-', ''))).json()).toEqual({ data: { viewer: null } });
  });

  it('a page on this machine is another site', async () => {
    const answer = await secure.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { host: 'impact.example', origin: 'http://127.0.0.1:3000' },
      payload: { email: 'x@people.example', password: PASSWORD },
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe('tidying', () => {
  it('removes sessions and links that lapsed, and accounts whose address nobody confirmed', async () => {
    await post('/sign-up/email', { email: address, password: PASSWORD, name: 'Nobody Confirms' });
    await api.dataSource.query(`update auth_users set created_at = now() - interval '8 days' where email = $1`, [
      address,
    ]);
    await api.app.get(TidyAccounts).execute();
    const left: unknown[] = await api.dataSource.query(`select 1 from people where name = 'Nobody Confirms'`);
    expect(left).toEqual([]);
  });
});
