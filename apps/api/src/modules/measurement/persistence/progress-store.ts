import type { ProgressValue } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';
import type { By, StoredIndicator } from './indicator-store.js';

@Injectable()
export class ProgressStore {
  /**
   * Adds a value. One of the same period that was reported before is kept and marked as corrected by this one.
   *
   * The venture must be locked: two reports of one period would each take the other for the older one.
   */
  async add(tx: Tx, ventureId: string, indicator: StoredIndicator, value: ProgressValue, by: By): Promise<string> {
    const id = newId();
    await tx.query(sql`
      update progress_values set corrected_by_id = ${id}
      where venture_id = ${ventureId} and indicator_id = ${indicator.id} and period_from = ${value.from} and period_to = ${value.to}
        and corrected_by_id is null`);
    await tx.query(sql`
      insert into progress_values (id, venture_id, indicator_id, indicator_version_id, counts_people, value, under, period_from, period_to,
        recorded_by_id, recorded_at)
      values (${id}, ${ventureId}, ${indicator.id}, ${indicator.versionId}, ${indicator.countsPeople}, ${value.value}, ${value.under},
        ${value.from}, ${value.to}, ${by.personId}, ${by.at})`);
    return id;
  }
}
