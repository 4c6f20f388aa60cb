import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { asked, newId, Reader, sql, together, type Tx } from '../database/index.js';
import { apiTokenHashOf } from './api-token.js';
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
}

interface SessionFound extends ViewerFound {
  readonly sessionId: string;
  readonly usedToday: boolean;
}

interface TokenFound extends ViewerFound {
  readonly tokenId: string;
  readonly usedToday: boolean | null;
}

const MEMBERSHIPS = sql`coalesce((
  select json_agg(json_build_object('organisationId', m.organisation_id, 'roles', m.roles) order by m.joined_at)
  from memberships m where m.person_id = p.id and m.left_at is null), '[]'::json)`;

/**
 * Finds who is behind a request: by session cookie, or by a machine's API token.
 *
 * Who is asked about in the same turn of the event loop is looked up in one statement. Nothing is remembered from one
 * request to the next: a session that was ended is gone for the very next request.
 */
@Injectable()
export class Sessions extends ViewerSource {
  private readonly bySession: (token: string) => Promise<SessionFound | undefined>;
  private readonly byTokenHash: (hash: string) => Promise<TokenFound | undefined>;

  constructor(
    private readonly reader: Reader,
    private readonly settings: SignInSettings,
  ) {
    super();
    this.bySession = together((tokens) =>
      reader.query<SessionFound & { readonly key: string }>(sql`
        select asked.key, found.* from ${asked(tokens)} cross join lateral (
          select p.id, p.handle, p.name, p.steward, p.blocked_at is not null as blocked, null as scopes,
            s.id as "sessionId", s.used_on = current_date as "usedToday", ${MEMBERSHIPS} as memberships
          from auth_sessions s join people p on p.id = s.user_id
          where s.token = asked.key and s.expires_at > clock_timestamp() and s.used_on > current_date - ${IDLE_DAYS}::int
            and p.deleted_at is null limit 1) found`),
    );
    this.byTokenHash = together((hashes) =>
      reader.query<TokenFound & { readonly key: string }>(sql`
        select asked.key, found.* from ${asked(hashes)} cross join lateral (
          select p.id, p.handle, p.name, p.steward, p.blocked_at is not null as blocked, t.scopes,
            t.id as "tokenId", t.last_used_on = current_date as "usedToday", ${MEMBERSHIPS} as memberships
          from api_tokens t join people p on p.id = t.person_id
          where t.token_hash = decode(asked.key, 'hex') and t.revoked_at is null and t.expires_at > app_now()
            and p.deleted_at is null limit 1) found`),
    );
  }

  async viewerOf(request: Asking): Promise<Viewer> {
    const found = await this.find(request);
    if (found === undefined) return anonymous(request.id);
    const { id, handle, name, steward, blocked, memberships, scopes } = found;
    return { person: { id, handle, name, steward, blocked }, memberships, scopes, requestId: request.id };
  }

  /** A token's hash is looked up even beside a cookie: whoever sends one means the token's narrower rights. */
  private async find(request: Asking): Promise<ViewerFound | undefined> {
    if (request.headers.authorization !== undefined) {
      const hash = apiTokenHashOf(request.headers.authorization);
      return hash === undefined ? undefined : this.byApiToken(hash);
    }
    const token = this.tokenOf(request);
    return token === undefined ? undefined : this.ofSession(token);
  }

  tokenOf(request: Asking): string | undefined {
    return sessionTokenOf(request.headers.cookie, this.settings.cookieName, this.settings.secret);
  }

  private async ofSession(token: string): Promise<ViewerFound | undefined> {
    const found = await this.bySession(token);
    if (found !== undefined && !found.usedToday) {
      await this.reader.query(sql`update auth_sessions set used_on = current_date where id = ${found.sessionId}`);
    }
    return found;
  }

  private async byApiToken(hash: Buffer): Promise<ViewerFound | undefined> {
    const found = await this.byTokenHash(hash.toString('hex'));
    if (found !== undefined && !found.usedToday) {
      await this.reader.query(sql`update api_tokens set last_used_on = current_date where id = ${found.tokenId}`);
    }
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
