import { accept, cleanName, type Decision, type NameRefusalReason, refuse } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { makeApiToken, type SignedInViewer, type TokenScope } from '../../../platform/auth/index.js';
import { newId, sql, UnitOfWork } from '../../../platform/database/index.js';

export const TOKEN_DAYS_MOST = 365;
export const TOKENS_MOST = 20;

export interface CreateApiTokenCommand {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly days: number;
}

export type CreateApiTokenReason =
  | NameRefusalReason
  | { readonly code: 'SCOPE_MISSING' }
  | { readonly code: 'TOKEN_LIFETIME'; readonly days: number; readonly most: number }
  | { readonly code: 'TOO_MANY_TOKENS'; readonly most: number };

/** Makes a token for a machine. It is shown once; only its hash is kept. */
@Injectable()
export class CreateApiToken {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    viewer: SignedInViewer,
    command: CreateApiTokenCommand,
  ): Promise<Decision<{ readonly tokenId: string; readonly secret: string }, CreateApiTokenReason>> {
    return this.unitOfWork.run(async (tx) => {
      const reasons: CreateApiTokenReason[] = [];
      const name = cleanName(command.name);
      const scopes = [...new Set(command.scopes)];
      if (!name.ok) reasons.push(...name.reasons);
      if (scopes.length === 0) reasons.push({ code: 'SCOPE_MISSING' });
      if (!Number.isInteger(command.days) || command.days < 1 || command.days > TOKEN_DAYS_MOST) {
        reasons.push({ code: 'TOKEN_LIFETIME', days: command.days, most: TOKEN_DAYS_MOST });
      }
      // The lock keeps two requests from each making the last token.
      await tx.query(sql`select id from people where id = ${viewer.person.id} for no key update`);
      const held = await tx.one<{ count: number }>(sql`
        select count(*)::int from api_tokens where person_id = ${viewer.person.id} and revoked_at is null and expires_at > app_now()`);
      if ((held?.count ?? 0) >= TOKENS_MOST) reasons.push({ code: 'TOO_MANY_TOKENS', most: TOKENS_MOST });
      if (!name.ok || reasons.length > 0) return refuse(reasons);

      const id = newId();
      const { token, hash } = makeApiToken();
      await tx.query(sql`
        insert into api_tokens (id, person_id, name, token_hash, scopes, expires_at)
        values (${id}, ${viewer.person.id}, ${name.value}, ${hash}, ${scopes}, app_now() + make_interval(days => ${command.days}))`);
      return accept({ tokenId: id, secret: token });
    });
  }
}
