import type { DeclaredUse } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { limit, raw, type Reader, sql, type Sql, type Tx } from '../../../platform/database/index.js';

/** Where the uses of one kind of thing are kept: tables and column, and never a word from outside. */
export interface UsesOf {
  readonly uses: Sql;
  readonly doubts: Sql;
  /** The column that says what is used. */
  readonly what: Sql;
}

const OF_COMPONENTS: UsesOf = {
  uses: raw('component_uses'),
  doubts: raw('component_use_doubts'),
  what: raw('component_id'),
};

/** A use under its lock. */
export interface LockedUse {
  readonly id: string;
  /** What is used. */
  readonly whatId: string;
  readonly organisationId: string;
  readonly ended: boolean;
  /** Doubts that nobody has answered. */
  readonly doubts: number;
}

/** More people than that do not look after one organisation's word. */
const MOST_TOLD = 200;

/** The standing words of organisations that they use something: locked, confirmed, ended, doubted. */
export class StandingUses {
  constructor(private readonly of: UsesOf) {}

  /** Uses whose organisation spoke, or was asked, longer ago than its word holds: the longest first. */
  async toRemind(reader: Reader, days: number, most: number): Promise<string[]> {
    const due = await reader.query<{ id: string }>(sql`
      select id from ${this.of.uses} where ended_at is null and greatest(confirmed_at, reminded_at) <= app_now() - make_interval(days => ${days})
      order by greatest(confirmed_at, reminded_at) ${limit(most)}`);
    return due.map(({ id }) => id);
  }

  async lock(tx: Tx, id: string): Promise<LockedUse | undefined> {
    return tx.one(sql`
      select u.id, u.${this.of.what} as "whatId", u.organisation_id as "organisationId", u.ended_at is not null as ended,
        (select count(*)::int from ${this.of.doubts} d where d.use_id = u.id and d.answered_at is null) as doubts
      from ${this.of.uses} u where u.id = ${id} for update of u`);
  }

  async confirm(
    tx: Tx,
    id: string,
    word: { readonly version: string | null; readonly answer: string; readonly at: Date },
  ): Promise<void> {
    await tx.query(sql`
      update ${this.of.uses} set confirmed_at = ${word.at}, version = coalesce(${word.version}, version) where id = ${id}`);
    await tx.query(sql`
      update ${this.of.doubts} set answer = ${word.answer}, answered_at = ${word.at} where use_id = ${id} and answered_at is null`);
  }

  /** Marks a use as asked about, unless its organisation spoke or was asked within the days its word holds. */
  async remind(
    tx: Tx,
    id: string,
    days: number,
  ): Promise<{ readonly whatId: string; readonly organisationId: string; readonly confirmedOn: string } | undefined> {
    return tx.one(sql`
      update ${this.of.uses} set reminded_at = app_now()
      where id = ${id} and ended_at is null and greatest(confirmed_at, reminded_at) <= app_now() - make_interval(days => ${days})
      returning ${this.of.what} as "whatId", organisation_id as "organisationId",
        to_char(confirmed_at at time zone 'UTC', 'YYYY-MM-DD') as "confirmedOn"`);
  }

  /** Who may speak for an organisation about what it uses: all who belong to it. */
  async peopleOf(tx: Tx, organisationId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select p.id from memberships m join people p on p.id = m.person_id and p.deleted_at is null
      where m.organisation_id = ${organisationId} and m.left_at is null order by m.joined_at, p.id ${limit(MOST_TOLD)}`);
    return rows.map(({ id }) => id);
  }

  async end(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(sql`update ${this.of.uses} set ended_at = ${at} where id = ${id}`);
  }

  async hasOpenDoubt(tx: Tx, useId: string, personId: string): Promise<boolean> {
    const found = await tx.one(sql`
      select from ${this.of.doubts} where use_id = ${useId} and raised_by_id = ${personId} and answered_at is null`);
    return found !== undefined;
  }

  async doubt(
    tx: Tx,
    id: string,
    doubt: { readonly useId: string; readonly reason: string; readonly byId: string; readonly at: Date },
  ): Promise<void> {
    await tx.query(sql`
      insert into ${this.of.doubts} (id, use_id, reason, raised_by_id, raised_at)
      values (${id}, ${doubt.useId}, ${doubt.reason}, ${doubt.byId}, ${doubt.at})`);
  }
}

@Injectable()
export class UseStore extends StandingUses {
  constructor() {
    super(OF_COMPONENTS);
  }

  async isDeclared(tx: Tx, componentId: string, organisationId: string): Promise<boolean> {
    const found = await tx.one(sql`
      select from component_uses where component_id = ${componentId} and organisation_id::text = ${organisationId} and ended_at is null`);
    return found !== undefined;
  }

  async add(
    tx: Tx,
    id: string,
    use: DeclaredUse & {
      readonly componentId: string;
      readonly organisationId: string;
      readonly byId: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(sql`
      insert into component_uses (id, component_id, organisation_id, what_for, since, version, whom_to_ask, declared_by_id, declared_at, confirmed_at)
      values (${id}, ${use.componentId}, ${use.organisationId}, ${use.whatFor}, ${use.since}, ${use.version}, ${use.whomToAsk},
        ${use.byId}, ${use.at}, ${use.at})`);
  }
}
