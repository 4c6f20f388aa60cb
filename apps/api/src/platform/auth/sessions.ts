import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { asked, newId, Reader, sql, type Sql, together, type Tx } from '../database/index.js';
import { apiTokenHashOf } from './api-token.js';
import { Claim } from './claim.js';
import { IDLE_DAYS, SESSION_SECONDS, sessionTokenOf, signedToken } from './session-cookie.js';
import { SignInSettings } from './sign-in-settings.js';
import { anonymous, type Viewer, type ViewerMembership } from './viewer.js';
import { type Asking, ViewerSource } from './viewer-source.js';

interface ViewerFound extends Record<string, unknown> {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly steward: boolean;
  readonly blocked: boolean;
  readonly memberships: readonly ViewerMembership[];
  readonly scopes: readonly string[] | null;
  /** Of the session or the token. */
  readonly keptAs: string;
  readonly usedToday: boolean | null;
}

/** Who it was before, and that in one piece, to be compared with who it is now. */
interface Remembered {
  readonly found: ViewerFound;
  readonly facts: string;
}

type Credential = { readonly kind: 'SESSION' | 'TOKEN'; readonly key: string };

/** How many are remembered at most: whoever comes beyond is looked up first, and takes the place of the oldest. */
const MOST_REMEMBERED = 5_000;

const MEMBERSHIPS = sql`coalesce((
  select json_agg(json_build_object('organisationId', m.organisation_id, 'roles', m.roles) order by m.joined_at)
  from memberships m where m.person_id = p.id and m.left_at is null), '[]'::json)`;

const PERSON = sql`p.id, p.handle, p.name, p.steward, p.blocked_at is not null as blocked, ${MEMBERSHIPS} as memberships`;

/** Whom a credential leads to, a row or none; `key` is its SQL. */
const FOUND: Readonly<Record<Credential['kind'], (key: Sql) => Sql>> = {
  SESSION: (key) => sql`
    select ${PERSON}, null::text[] as scopes, s.id as "keptAs", s.used_on = current_date as "usedToday"
    from auth_sessions s join people p on p.id = s.user_id
    where s.token = ${key} and s.expires_at > clock_timestamp() and s.used_on > current_date - ${IDLE_DAYS}::int
      and p.deleted_at is null limit 1`,
  TOKEN: (key) => sql`
    select ${PERSON}, t.scopes, t.id as "keptAs", t.last_used_on = current_date as "usedToday"
    from api_tokens t join people p on p.id = t.person_id
    where t.token_hash = decode(${key}, 'hex') and t.revoked_at is null and t.expires_at > app_now()
      and p.deleted_at is null limit 1`,
};

const KEPT_IN = { SESSION: sql`auth_sessions set used_on`, TOKEN: sql`api_tokens set last_used_on` } as const;

/**
 * Finds who is behind a request: by session cookie, or by a machine's API token.
 *
 * Who is asked about in the same turn of the event loop is looked up in one statement. What is remembered from one request
 * to the next is a claim at most: a session that was ended is gone for the very next request.
 */
@Injectable()
export class Sessions extends ViewerSource {
  private readonly find: Readonly<Record<Credential['kind'], (key: string) => Promise<ViewerFound | undefined>>>;
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly reader: Reader,
    private readonly settings: SignInSettings,
  ) {
    super();
    const finding = (kind: Credential['kind']) =>
      together((keys) =>
        reader.query<ViewerFound & { readonly key: string }>(sql`
          select asked.key, found.* from ${asked(keys)} cross join lateral (${FOUND[kind](sql`asked.key`)}) found`),
      );
    this.find = { SESSION: finding('SESSION'), TOKEN: finding('TOKEN') };
  }

  async viewerOf(request: Asking): Promise<Viewer> {
    const credential = this.credentialOf(request);
    const found = credential && (await this.look(credential));
    return found === undefined ? anonymous(request.id) : viewerFrom(found, request);
  }

  claimedBy(request: Asking): Viewer | undefined {
    const credential = this.credentialOf(request);
    const remembered = credential && this.remembered.get(credential.key);
    if (credential === undefined || remembered === undefined) return undefined;
    const question = sql`(select row_to_json(found) from (${FOUND[credential.kind](sql`${credential.key}`)}) found)`;
    const isStill = (found: unknown) => found !== null && factsOf(found as ViewerFound) === remembered.facts;
    return { ...viewerFrom(remembered.found, request), claim: new Claim(question, isStill) };
  }

  async stillHolds({ claim }: Viewer): Promise<boolean> {
    if (claim?.take()) {
      const row = await this.reader.one<{ viewer: unknown }>(sql`select ${claim.question} as viewer`);
      claim.answer(row?.viewer ?? null);
    }
    return claim === undefined || claim.holds;
  }

  /** A token's hash is looked up even beside a cookie: whoever sends one means the token's narrower rights. */
  private credentialOf(request: Asking): Credential | undefined {
    if (request.headers.authorization !== undefined) {
      const hash = apiTokenHashOf(request.headers.authorization);
      return hash === undefined ? undefined : { kind: 'TOKEN', key: hash.toString('hex') };
    }
    const token = this.tokenOf(request);
    return token === undefined ? undefined : { kind: 'SESSION', key: token };
  }

  tokenOf(request: Asking): string | undefined {
    return sessionTokenOf(request.headers.cookie, this.settings.cookieName, this.settings.secret);
  }

  private async look({ kind, key }: Credential): Promise<ViewerFound | undefined> {
    const found = await this.find[kind](key);
    this.remembered.delete(key);
    if (found === undefined) return undefined;
    if (!found.usedToday) {
      await this.reader.query(sql`update ${KEPT_IN[kind]} = current_date where id = ${found.keptAs}`);
    }
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= MOST_REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
    const kept = { ...found, usedToday: true };
    this.remembered.set(key, { found: kept, facts: factsOf(kept) });
    return found;
  }

  /** Begins a session for a person and answers the cookie for it; the browser's earlier session ends. */
  async begin(tx: Tx, personId: string, earlier: string | undefined): Promise<string> {
    const token = randomBytes(24).toString('base64url');
    if (earlier !== undefined) await tx.query(sql`delete from auth_sessions where token = ${earlier}`);
    await tx.query(sql`
      insert into auth_sessions (id, user_id, token, expires_at)
      values (${newId()}, ${personId}, ${token}, clock_timestamp() + make_interval(secs => ${SESSION_SECONDS}))`);
    return this.cookie(signedToken(token, this.settings.secret), SESSION_SECONDS);
  }

  private cookie(value: string, seconds: number): string {
    const { cookieName, secureCookies } = this.settings;
    return `${cookieName}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secureCookies ? '; Secure' : ''}`;
  }
}

function viewerFrom({ id, handle, name, steward, blocked, memberships, scopes }: ViewerFound, request: Asking): Viewer {
  return { person: { id, handle, name, steward, blocked }, memberships, scopes, requestId: request.id };
}

/** Everything a viewer is, and whether it was written down today that the session or token is in use. */
function factsOf({ id, handle, name, steward, blocked, memberships, scopes, usedToday }: ViewerFound): string {
  return JSON.stringify([id, handle, name, steward, blocked, memberships, scopes, usedToday]);
}
