import { Injectable } from '@nestjs/common';

import { sql, UnitOfWork } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import { IDLE_DAYS } from './session-cookie.js';

/** Removes what has lapsed: sessions, one-time links, and the traces of mail that left more than thirty days ago. */
@Injectable()
export class TidyAccounts {
  constructor(
    jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
  ) {
    jobs.every('tidy_accounts', 60, () => this.execute());
  }

  execute(): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      // One condition each, and a clock that stands still: an index serves nothing else.
      await tx.query(sql`delete from auth_sessions where expires_at < statement_timestamp()`);
      await tx.query(sql`delete from auth_sessions where used_on <= current_date - ${IDLE_DAYS}::int`);
      await tx.query(sql`delete from auth_verifications where expires_at < statement_timestamp()`);
      await tx.query(
        sql`delete from mails where coalesce(sent_at, given_up_at) < statement_timestamp() - interval '30 days'`,
      );
      // An account whose address nobody confirmed within a week is most likely somebody else's.
      await tx.query(sql`
        delete from people p using auth_users u
        where u.id = p.id and not u.email_verified and u.created_at < statement_timestamp() - interval '7 days'`);
    });
  }
}
