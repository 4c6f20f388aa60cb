import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';
import { PersonStore } from '../persistence/person-store.js';

/** What this module holds about a person: profile, account, sessions, tokens, waiting mail. */
@Injectable()
export class AccountData {
  constructor(personalData: PersonalData, people: PersonStore) {
    personalData.register({
      name: 'account',
      export: async (tx, personId) => {
        const profile = await tx.one(sql`
          select p.handle::text, p.name, p.about, p.language, p.steward, p.created_at as "memberSince",
            p.born_from as "bornFrom", p.mentioned_by as "mentionedBy",
            (select u.email::text from auth_users u where u.id = p.id) as email,
            (select u.email_verified from auth_users u where u.id = p.id) as "emailConfirmed"
          from people p where p.id = ${personId}`);
        const sessions = await tx.query(sql`
          select created_at as "since", expires_at as "until" from auth_sessions where user_id = ${personId} order by created_at`);
        const tokens = await tx.query(sql`
          select name, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_on::text as "lastUsedOn", revoked_at as "revokedAt"
          from api_tokens where person_id = ${personId} order by created_at`);
        const mails = await tx.query(sql`
          select event, created_at as "writtenAt", sent_at as "sentAt" from mails where person_id = ${personId} order by created_at`);
        return { profile, sessions, tokens, mails };
      },
      erase: (tx, personId) => people.forgetAccount(tx, personId),
    });
  }
}
