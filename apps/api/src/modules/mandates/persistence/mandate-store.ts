import type { BudgetLineKind, Mandate, MandateTerms, Money, RoundPurpose, Theme } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { sql, type Tx } from '../../../platform/database/index.js';
import { moneyOf, readCondition, storeCondition } from '../application/conditions.js';
import { MandateVersionRow } from './mandate-version.row.js';
import { MandateRow } from './mandate.row.js';

/** Who published a version, and when. */
export interface PublishedBy {
  readonly personId: string;
  readonly at: Date;
}

@Injectable()
export class MandateStore {
  async add(tx: Tx, mandate: Omit<Mandate, 'available'> & { readonly slug: string }, by: PublishedBy): Promise<void> {
    await tx.manager.insert(MandateRow, {
      id: mandate.id,
      slug: mandate.slug,
      organisationId: mandate.organisationId,
      status: mandate.status,
      drawnMinor: 0n,
      publishedAt: by.at,
      ...inForce(mandate.version, mandate.terms),
    });
    await this.addVersion(tx, mandate.id, mandate.version, mandate.terms, by);
  }

  /** Publishes another version; what was pledged keeps the version it was pledged under. */
  async revise(tx: Tx, mandateId: string, version: number, terms: MandateTerms, by: PublishedBy): Promise<void> {
    await this.addVersion(tx, mandateId, version, terms, by);
    await tx.manager.update(MandateRow, { id: mandateId }, inForce(version, terms));
  }

  async close(tx: Tx, mandateId: string, at: Date): Promise<void> {
    await tx.manager.update(MandateRow, { id: mandateId }, { status: 'CLOSED', closedAt: at });
  }

  /** The mandate in its version in force, without a lock: for looking before one is taken. */
  async find(tx: Tx, id: string): Promise<Mandate | null> {
    const row = await tx.manager.findOneBy(MandateRow, { id });
    return row && this.withTerms(tx, row, row.version);
  }

  /**
   * The mandate, locked until the transaction ends, in the version in force or in the one named.
   * Mandates are locked after idea and round, several by id.
   */
  async lock(tx: Tx, id: string, version?: number): Promise<Mandate | null> {
    await tx.query(sql`select from mandates where id = ${id} for no key update`);
    const row = await tx.manager.findOneBy(MandateRow, { id });
    return row && this.withTerms(tx, row, version ?? row.version);
  }

  /** Mandates in their versions in force, without a lock, in the order of the ids. */
  async findAll(tx: Tx, ids: readonly string[]): Promise<readonly Mandate[]> {
    const rows = await tx.manager.findBy(MandateRow, { id: In([...ids]) });
    // Asked for none of them, TypeORM reads them all.
    if (rows.length === 0) return [];
    const versions = await tx.manager.findBy(
      MandateVersionRow,
      rows.map(({ id, version }) => ({ mandateId: id, version })),
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = found.get(id);
      const terms = versions.find((version) => version.mandateId === id);
      return row && terms ? [mandateOf(row, terms)] : [];
    });
  }

  async lockAll(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query(sql`select from mandates where id = any(${ids}::uuid[]) order by id for no key update`);
  }

  /** Takes from the budget what a pledge holds, or gives back when negative. The check constraint is the second wall. */
  async draw(tx: Tx, mandateId: string, amount: Money): Promise<void> {
    await tx.query(
      sql`update mandates set drawn_minor = drawn_minor + ${amount.minorUnits.toString()}::bigint where id = ${mandateId}`,
    );
  }

  private async addVersion(tx: Tx, mandateId: string, version: number, terms: MandateTerms, by: PublishedBy) {
    await tx.manager.insert(MandateVersionRow, {
      mandateId,
      version,
      title: terms.title,
      summary: terms.summary,
      language: terms.language,
      themes: [...terms.themes],
      places: [...terms.places],
      peopleServed: terms.peopleServed,
      currency: terms.budget.currency,
      budgetMinor: terms.budget.minorUnits,
      smallestMinor: terms.smallestPledge.minorUnits,
      largestMinor: terms.largestPledge.minorUnits,
      opensOn: terms.opensOn,
      closesOn: terms.closesOn,
      purposes: [...terms.purposes],
      pays: [...terms.pays],
      returnConditions: [...terms.returnConditions],
      pledgeConditions: terms.pledgeConditions.map(storeCondition),
      approvalThresholdMinor: terms.approvalThreshold?.minorUnits ?? null,
      alwaysAskSecondPerson: terms.alwaysAskSecondPerson,
      publishedById: by.personId,
      publishedAt: by.at,
    });
  }

  private async withTerms(tx: Tx, row: MandateRow, version: number): Promise<Mandate> {
    return mandateOf(row, await tx.manager.findOneByOrFail(MandateVersionRow, { mandateId: row.id, version }));
  }
}

function mandateOf(row: MandateRow, version: MandateVersionRow): Mandate {
  return {
    id: row.id,
    organisationId: row.organisationId,
    status: row.status,
    version: version.version,
    terms: termsOf(version),
    // The budget is the one in force, whatever version the terms are: an old version has no money of its own.
    available: moneyOf(row.budgetMinor - row.drawnMinor, row.currency),
  };
}

function inForce(version: number, terms: MandateTerms) {
  return {
    version,
    currency: terms.budget.currency,
    title: terms.title,
    themes: [...terms.themes],
    places: [...terms.places],
    purposes: [...terms.purposes],
    opensOn: terms.opensOn,
    closesOn: terms.closesOn,
    budgetMinor: terms.budget.minorUnits,
  };
}

function termsOf(row: MandateVersionRow): MandateTerms {
  const money = (minorUnits: bigint) => moneyOf(minorUnits, row.currency);
  return {
    title: row.title,
    summary: row.summary,
    language: row.language,
    themes: row.themes as Theme[],
    places: row.places,
    peopleServed: row.peopleServed,
    budget: money(row.budgetMinor),
    smallestPledge: money(row.smallestMinor),
    largestPledge: money(row.largestMinor),
    opensOn: row.opensOn,
    closesOn: row.closesOn,
    purposes: row.purposes as RoundPurpose[],
    pays: row.pays as BudgetLineKind[],
    returnConditions: row.returnConditions,
    pledgeConditions: row.pledgeConditions.map(readCondition),
    approvalThreshold: row.approvalThresholdMinor === null ? null : money(row.approvalThresholdMinor),
    alwaysAskSecondPerson: row.alwaysAskSecondPerson,
  };
}
