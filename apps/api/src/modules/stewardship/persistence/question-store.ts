import { createHmac } from 'node:crypto';

import type { PersonalDataKind } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { SignInSettings } from '../../../platform/auth/index.js';
import { newId, sql, type Tx } from '../../../platform/database/index.js';

/** Something that looks like personal data, where somebody typed it. */
export interface AskedAbout {
  readonly operation: string;
  readonly field: string;
  readonly kind: PersonalDataKind;
  readonly found: string;
}

/** For how many hours an answer is found again: as long as somebody may be writing one text. */
export const ANSWER_HOURS = 24;

/** What authors were asked before something was published, and what they said. */
@Injectable()
export class QuestionStore {
  constructor(private readonly settings: SignInSettings) {}

  /** Of these, the ones this person said may stand; the others are noted as asked. */
  async ask(tx: Tx, personId: string, found: readonly AskedAbout[]): Promise<readonly AskedAbout[]> {
    const open: AskedAbout[] = [];
    for (const each of found) {
      const row = await tx.one<{ kept: boolean }>(sql`
        insert into personal_data_questions (id, person_id, operation, field, kind, found_key, asked_at)
        values (${newId()}, ${personId}, ${each.operation}, ${each.field}, ${each.kind}, ${this.keyOf(personId, each.found)}, app_now())
        on conflict (person_id, found_key, operation, field) where found_key is not null do update set asked_at = excluded.asked_at
        returning kept_at is not null as kept`);
      if (row?.kept !== true) open.push(each);
    }
    return open;
  }

  /** The author's word that a text may stand. Answers how many questions it settled. */
  async keep(tx: Tx, personId: string, found: string): Promise<number> {
    const rows = await tx.query(sql`
      update personal_data_questions set kept_at = coalesce(kept_at, app_now())
      where person_id = ${personId} and found_key = ${this.keyOf(personId, found)} returning id`);
    return rows.length;
  }

  /** The decision stays, and nothing is left that was made from the text. */
  async forgetKeys(tx: Tx): Promise<void> {
    await tx.query(sql`
      update personal_data_questions set found_key = null
      where found_key is not null and asked_at < app_now() - make_interval(hours => ${ANSWER_HOURS})`);
  }

  /** Keyed with the installation's secret: a telephone number under a plain hash is found by trying them all. */
  private keyOf(personId: string, found: string): Buffer {
    return createHmac('sha256', this.settings.secret).update(`personal data\0${personId}\0${found}`).digest();
  }
}
