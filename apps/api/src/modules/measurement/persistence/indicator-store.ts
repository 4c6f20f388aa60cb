import type { IndicatorVersion, ProgressTarget } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Sql, type Tx } from '../../../platform/database/index.js';

/** Whose list of indicators: a venture's own, or a data standard's. */
export type IndicatorList =
  | { readonly ventureId: string; readonly entryId?: null }
  | { readonly entryId: string; readonly ventureId?: null };

export interface By {
  readonly personId: string;
  readonly at: Date;
}

/** An indicator in its newest version. */
export interface StoredIndicator extends IndicatorVersion {
  readonly id: string;
  readonly key: string;
  readonly versionId: string;
  readonly ventureId: string | null;
  readonly entryId: string | null;
}

const NEWEST = sql`
  select i.id, i.key, i.venture_id as "ventureId", i.entry_id as "entryId", v.id as "versionId", v.version, v.title, v.definition, v.unit,
    v.unit_note as "unitNote", v.direction, v.counts_people as "countsPeople", v.tier, v.change, v.change_note as "changeNote"
  from indicators i join lateral (select * from indicator_versions w where w.indicator_id = i.id order by w.version desc limit 1) v on true`;

@Injectable()
export class IndicatorStore {
  /** The list, locked by its owner's row: whoever writes into it holds the venture or the entry. */
  list(tx: Tx, list: IndicatorList): Promise<StoredIndicator[]> {
    return tx.query<StoredIndicator>(sql`${NEWEST} where ${inList(list)} order by i.created_at, i.id`);
  }

  find(tx: Tx, id: string): Promise<StoredIndicator | undefined> {
    return tx.one<StoredIndicator>(sql`${NEWEST} where i.id = ${id}`);
  }

  async add(
    tx: Tx,
    list: IndicatorList,
    indicator: IndicatorVersion & { readonly key: string },
    by: By,
  ): Promise<StoredIndicator> {
    const id = newId();
    const { ventureId = null, entryId = null } = list;
    await tx.query(sql`
      insert into indicators (id, venture_id, entry_id, key, created_at) values (${id}, ${ventureId}, ${entryId}, ${indicator.key}, ${by.at})`);
    return { ...indicator, id, ventureId, entryId, versionId: await this.addVersion(tx, id, indicator, by) };
  }

  /** The id of the new version. */
  async addVersion(tx: Tx, indicatorId: string, version: IndicatorVersion, by: By): Promise<string> {
    const id = newId();
    await tx.query(sql`
      insert into indicator_versions (id, indicator_id, version, title, definition, unit, unit_note, direction, counts_people, tier, change,
        change_note, author_id, created_at)
      values (${id}, ${indicatorId}, ${version.version}, ${version.title}, ${version.definition}, ${version.unit}, ${version.unitNote},
        ${version.direction}, ${version.countsPeople}, ${version.tier}, ${version.change}, ${version.changeNote}, ${by.personId}, ${by.at})`);
    return id;
  }

  /** A venture reports against the indicator from now on. */
  async track(tx: Tx, ventureId: string, indicatorId: string, at: Date): Promise<void> {
    await tx.query(sql`
      insert into venture_indicators (venture_id, indicator_id, since) values (${ventureId}, ${indicatorId}, ${at})
      on conflict on constraint venture_indicators_pk do nothing`);
  }

  /** The indicator, if the venture reports against it. */
  tracked(tx: Tx, ventureId: string, indicatorId: string): Promise<StoredIndicator | undefined> {
    return tx.one<StoredIndicator>(sql`
      ${NEWEST} join venture_indicators t on t.indicator_id = i.id where t.venture_id = ${ventureId} and i.id = ${indicatorId}`);
  }

  async setTarget(tx: Tx, ventureId: string, indicatorId: string, { baseline, target }: ProgressTarget): Promise<void> {
    await tx.query(sql`
      update venture_indicators set baseline = ${baseline?.value ?? null}, baseline_under = ${baseline?.under ?? null},
        baseline_on = ${baseline?.on ?? null}, target = ${target?.value ?? null}, target_under = ${target?.under ?? null},
        target_on = ${target?.on ?? null}
      where venture_id = ${ventureId} and indicator_id = ${indicatorId}`);
  }
}

function inList(list: IndicatorList): Sql {
  return list.ventureId == null ? sql`i.entry_id = ${list.entryId}` : sql`i.venture_id = ${list.ventureId}`;
}
