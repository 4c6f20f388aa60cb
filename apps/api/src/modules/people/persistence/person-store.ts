import type { MentionedBy } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';

export interface StoredPerson {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly about: string;
  readonly language: string;
  readonly steward: boolean;
  readonly bornFrom: number | null;
  readonly mentionedBy: MentionedBy;
  readonly deleted_at: Date | null;
}

@Injectable()
export class PersonStore {
  /** The person, locked until the transaction ends; references to them may still be made meanwhile. */
  lock(tx: Tx, id: string): Promise<StoredPerson | undefined> {
    return tx.one<StoredPerson>(sql`
      select id, handle::text, name, about, language, steward, born_from as "bornFrom", mentioned_by as "mentionedBy", deleted_at from people where id = ${id} for no key update`);
  }

  async updateProfile(tx: Tx, person: Omit<StoredPerson, 'steward' | 'deleted_at'>): Promise<void> {
    await tx.query(sql`
      update people set handle = ${person.handle}, name = ${person.name}, about = ${person.about}, language = ${person.language},
        born_from = ${person.bornFrom}, mentioned_by = ${person.mentionedBy}
      where id = ${person.id}`);
  }

  /** Locks every steward, so that of two who leave at once the second sees that the first is gone. */
  async otherStewards(tx: Tx, id: string): Promise<number> {
    const stewards = await tx.query<{ id: string }>(
      sql`select id from people where steward order by id for no key update`,
    );
    return stewards.filter((steward) => steward.id !== id).length;
  }

  /** What is left is an id that others' rows point at, and a name that says nothing. */
  async forget(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query(sql`
      update people set handle = 'left-' || substr(md5(gen_random_uuid()::text), 1, 20), name = 'Somebody who left',
        about = '', language = 'en', steward = false, safeguarding = false, born_from = null, mentioned_by = 'ANYBODY', deleted_at = ${now}
      where id = ${id}`);
  }

  /** Everything that lets somebody sign in as the person, and mail that waits for them. */
  async forgetAccount(tx: Tx, id: string): Promise<void> {
    // One-time links that were sent hold the address as text.
    await tx.query(sql`
      delete from auth_verifications v using auth_users u where u.id = ${id}
        and (v.value like '%' || u.email::text || '%' or v.identifier like '%' || u.email::text || '%' or v.value = u.id::text)`);
    await tx.query(sql`
      delete from mails m using auth_users u where u.id = ${id} and m.to_address = u.email and m.to_address <> ''`);
    await tx.query(sql`delete from mails where person_id = ${id}`);
    await tx.query(sql`delete from api_tokens where person_id = ${id}`);
    await tx.query(sql`delete from auth_users where id = ${id}`);
  }
}
