import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';

import { checkPassword, cleanEmail, cleanName } from '@openimpact/domain';

import type { Config } from '../config/index.js';
import type { Accounts } from './accounts.js';
import type { AttemptRule, RateLimits } from './rate-limits.js';
import { installationUrl, isFromThisSite } from './request-origin.js';
import { sessionTokenOf } from './session-cookie.js';

export interface AuthRoutesOptions {
  readonly accounts: Accounts;
  readonly limits: RateLimits;
  readonly pool: pg.Pool;
  readonly config: Config;
  readonly cookieName: string;
  readonly secret: string;
}

interface Route {
  readonly method: 'GET' | 'POST';
  /** Attempts from one network address, and for one account whoever asks. */
  readonly perAddress: AttemptRule;
  readonly perAccount?: AttemptRule;
}

const MINUTE = 60;
const QUARTER = 15 * MINUTE;

/**
 * What of the account library can be reached. Everything else it offers (changing the address, deleting the user,
 * listing tokens) is done by this product's own use cases or not at all.
 */
const ROUTES: Readonly<Record<string, Route>> = {
  '/sign-up/email': {
    method: 'POST',
    perAddress: { most: 30, seconds: QUARTER },
    perAccount: { most: 5, seconds: QUARTER },
  },
  '/sign-in/email': {
    method: 'POST',
    perAddress: { most: 60, seconds: QUARTER },
    perAccount: { most: 10, seconds: QUARTER },
  },
  '/sign-in/magic-link': {
    method: 'POST',
    perAddress: { most: 30, seconds: QUARTER },
    perAccount: { most: 5, seconds: QUARTER },
  },
  '/request-password-reset': {
    method: 'POST',
    perAddress: { most: 30, seconds: QUARTER },
    perAccount: { most: 5, seconds: QUARTER },
  },
  '/send-verification-email': {
    method: 'POST',
    perAddress: { most: 30, seconds: QUARTER },
    perAccount: { most: 5, seconds: QUARTER },
  },
  '/magic-link/verify': { method: 'GET', perAddress: { most: 60, seconds: QUARTER } },
  '/verify-email': { method: 'GET', perAddress: { most: 60, seconds: QUARTER } },
  '/reset-password': { method: 'POST', perAddress: { most: 30, seconds: QUARTER } },
  '/change-password': { method: 'POST', perAddress: { most: 20, seconds: QUARTER } },
  '/revoke-other-sessions': { method: 'POST', perAddress: { most: 60, seconds: QUARTER } },
  '/sign-out': { method: 'POST', perAddress: { most: 120, seconds: QUARTER } },
};

/** Where a person who signed in may be sent: a path of this site, nothing that a browser reads as another host. */
export function safePath(value: unknown): string {
  if (typeof value !== 'string' || value.length > 500) return '/';
  // A backslash is a slash to a browser, and control characters are dropped before it parses.
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value) ? value : '/';
}

interface Fault {
  readonly code: string;
  readonly message: string;
}

/** `/api/auth/*`: sign-up, sign-in, one-time links, passwords, sign-out. */
export function mountAuthRoutes(server: FastifyInstance, options: AuthRoutesOptions): void {
  server.all('/api/auth/*', async (request, reply) => {
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const path = new URL(request.url, installationUrl(options.config)).pathname.slice('/api/auth'.length);
    const route = Object.hasOwn(ROUTES, path) ? ROUTES[path] : undefined;
    if (route === undefined || route.method !== request.method) {
      return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is nothing at this address.' } satisfies Fault);
    }
    const body = bodyOf(request);
    const faults = route.method === 'POST' ? checkRequest(request, path, body, options.config) : undefined;
    if (faults) return reply.code(faults.status).send(faults.answer);

    const wait = await tooMany(options.limits, path, route, request.ip, body);
    if (wait !== undefined) {
      return reply
        .code(429)
        .header('retry-after', wait)
        .send({ code: 'RATE_LIMITED', message: 'Too many attempts. Wait a little.', retryAfterSeconds: wait });
    }
    return pass(request, reply, path, body, options);
  });
}

function bodyOf(request: FastifyRequest): Record<string, unknown> {
  const { body } = request;
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
}

function checkRequest(
  request: FastifyRequest,
  path: string,
  body: Record<string, unknown>,
  config: Config,
): { status: number; answer: Fault } | undefined {
  // Only a page of this site signs people in or out: a form elsewhere must not sign somebody in as its author.
  if (!isFromThisSite(request, config)) {
    return { status: 403, answer: { code: 'FORBIDDEN', message: 'This request came from another site.' } };
  }
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '') && path !== '/sign-out') {
    return { status: 415, answer: { code: 'BAD_USER_INPUT', message: 'Send JSON.' } };
  }
  if ('email' in body && (typeof body['email'] !== 'string' || cleanEmail(body['email']) === null)) {
    return { status: 400, answer: { code: 'EMAIL_MALFORMED', message: 'This does not look like an email address.' } };
  }
  if (path === '/sign-up/email' || (path === '/sign-in/magic-link' && body['name'] !== undefined)) {
    const name = cleanName(typeof body['name'] === 'string' ? body['name'] : '');
    if (!name.ok)
      return {
        status: 400,
        answer: { code: firstCode(name.reasons), message: 'Write the name you want others to see.' },
      };
    body['name'] = name.value;
  }
  const password = path === '/sign-up/email' ? body['password'] : body['newPassword'];
  if (password !== undefined) {
    const known = [
      body['name'],
      body['email'],
      typeof body['email'] === 'string' ? body['email'].split('@')[0] : undefined,
    ].filter((word): word is string => typeof word === 'string');
    const checked = checkPassword(typeof password === 'string' ? password : '', known);
    if (!checked.ok) {
      return {
        status: 400,
        answer: { code: firstCode(checked.reasons), message: 'Choose at least 12 characters that are hard to guess.' },
      };
    }
  }
  return undefined;
}

/** The form shows one thing at a time here; a refusal always has a reason. */
function firstCode(reasons: readonly { readonly code: string }[]): string {
  return reasons[0]?.code ?? 'BAD_USER_INPUT';
}

async function tooMany(
  limits: RateLimits,
  path: string,
  route: Route,
  address: string,
  body: Record<string, unknown>,
): Promise<number | undefined> {
  const byAddress = await limits.take(path, { address }, route.perAddress);
  const email = typeof body['email'] === 'string' ? cleanEmail(body['email']) : null;
  const byAccount =
    route.perAccount && email !== null ? await limits.take(path, { account: email }, route.perAccount) : undefined;
  return byAddress ?? byAccount;
}

async function pass(
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  body: Record<string, unknown>,
  { accounts, config, cookieName, pool, secret }: AuthRoutesOptions,
): Promise<FastifyReply> {
  const baseUrl = installationUrl(config);
  const url = new URL(request.url, baseUrl);
  for (const key of ['callbackURL', 'errorCallbackURL', 'newUserCallbackURL']) {
    if (url.searchParams.has(key)) url.searchParams.set(key, safePath(url.searchParams.get(key)));
    if (key in body) body[key] = safePath(body[key]);
  }
  // The page asked for its own errors, so a spent link leads to words instead of to where it would have led.
  if (path === '/magic-link/verify' || path === '/verify-email') url.searchParams.set('errorCallbackURL', '/sign-in');
  if (request.method === 'GET' && !url.searchParams.has('callbackURL')) url.searchParams.set('callbackURL', '/');

  const headers = new Headers({ origin: new URL(baseUrl).origin });
  if (request.headers.cookie !== undefined) headers.set('cookie', request.headers.cookie);
  const posted = request.method === 'POST';
  if (posted) headers.set('content-type', 'application/json');

  const answer = await accounts.handler(
    new Request(url, { method: request.method, headers, ...(posted ? { body: JSON.stringify(body) } : {}) }),
  );
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) void reply.header('set-cookie', cookies);
  if (cookies.some((cookie) => cookie.startsWith(`${cookieName}=`) && !/;\s*max-age=0/i.test(cookie))) {
    await endEarlierSession(pool, sessionTokenOf(request.headers.cookie, cookieName, secret), cookies);
  }
  const location = answer.headers.get('location');
  if (location !== null) {
    const target = new URL(location, baseUrl);
    return reply
      .code(303)
      .header('location', safePath(target.pathname + target.search))
      .send();
  }
  if (answer.ok) return reply.code(200).send({ ok: true });
  return reply.code(answer.status).send(await faultOf(answer));
}

/** A session ends when its browser signs in anew: one that was planted or left open is worth nothing afterwards. */
async function endEarlierSession(
  pool: pg.Pool,
  earlier: string | undefined,
  cookies: readonly string[],
): Promise<void> {
  if (earlier === undefined || cookies.some((cookie) => decodeURIComponent(cookie).includes(`=${earlier}.`))) return;
  await pool.query('delete from auth_sessions where token = $1', [earlier]);
}

async function faultOf(answer: Response): Promise<Fault> {
  const said = (await answer.json().catch(() => ({}))) as { code?: unknown };
  const code = typeof said.code === 'string' ? said.code : 'BAD_USER_INPUT';
  return { code, message: FAULT_WORDS[code] ?? 'That did not work. Check what you typed and try again.' };
}

const FAULT_WORDS: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'This address and password do not belong together.',
  EMAIL_NOT_VERIFIED: 'Open the mail we sent you and confirm your address first.',
  INVALID_TOKEN: 'This link was used already, or is too old. Ask for a new one.',
  INVALID_PASSWORD: 'The password you have now is not right.',
};
