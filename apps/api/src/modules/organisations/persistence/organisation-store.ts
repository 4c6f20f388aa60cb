import {
  isCurrency,
  type Membership,
  Money,
  type NewOrganisation,
  type OrganisationRole,
  type VerificationState,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';

export interface StoredOrganisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly verification: VerificationState;
  readonly verificationActId: string | null;
}

@Injectable()
export class OrganisationStore {
  async add(tx: Tx, organisation: NewOrganisation, slug: string): Promise<void> {
    const { id, name, kind, about, website, firstMember } = organisation;
    await tx.query(sql`
      insert into organisations (id, slug, name, kind, about, website, created_by_id)
      values (${id}, ${slug}, ${name}, ${kind}, ${about}, ${website}, ${firstMember.personId})`);
    await this.join(tx, id, firstMember.personId, firstMember.roles);
  }

  /** The slug itself, or with the lowest number that is free. */
  async freeSlug(tx: Tx, wish: string): Promise<string> {
    // Those who wish for the same wait for each other here instead of failing on the unique key one after another.
    await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`organisations.slug:${wish}`}, 0))`);
    const taken = new Set(
      (
        await tx.query<{ slug: string }>(
          sql`select slug from organisations where slug = ${wish} or slug like ${`${wish}-%`}`,
        )
      ).map(({ slug }) => slug),
    );
    if (!taken.has(wish)) return wish;
    let number = 2;
    while (taken.has(`${wish}-${number}`)) number += 1;
    return `${wish}-${number}`;
  }

  async createdTodayBy(tx: Tx, personId: string): Promise<number> {
    // The lock on the person makes two requests at once count each other.
    await tx.query(sql`select id from people where id = ${personId} for no key update`);
    const row = await tx.one<{ count: number }>(sql`
      select count(*)::int from organisations where created_by_id = ${personId} and created_at > app_now() - interval '1 day'`);
    return row?.count ?? 0;
  }

  /** The organisation, locked against every other change of its members and verification; references may still be made. */
  async lock(tx: Tx, id: string): Promise<StoredOrganisation | undefined> {
    const row = await tx.one<{
      id: string;
      slug: string;
      name: string;
      verification: VerificationState;
      act: string | null;
      verified: boolean;
    }>(sql`
      select id, slug, name, verification, verification_act_id as act, verified_at is not null as verified
      from organisations where id = ${id} for no key update`);
    if (row === undefined) return undefined;
    const { slug, name, verification, act, verified } = row;
    return { id, slug, name, verification: verified ? 'VERIFIED' : verification, verificationActId: act };
  }

  members(tx: Tx, id: string): Promise<Membership[]> {
    return tx.query<Membership>(sql`
      select person_id as "personId", roles from memberships where organisation_id = ${id} and left_at is null order by joined_at, id`);
  }

  async join(tx: Tx, id: string, personId: string, roles: readonly OrganisationRole[]): Promise<void> {
    await tx.query(sql`
      insert into memberships (id, organisation_id, person_id, roles) values (${newId()}, ${id}, ${personId}, ${[...roles]})`);
  }

  async changeRoles(tx: Tx, id: string, personId: string, roles: readonly OrganisationRole[]): Promise<void> {
    await tx.query(sql`
      update memberships set roles = ${[...roles]} where organisation_id = ${id} and person_id = ${personId} and left_at is null`);
  }

  async leave(tx: Tx, id: string, personId: string): Promise<void> {
    await tx.query(sql`
      update memberships set left_at = greatest(app_now(), joined_at) where organisation_id = ${id} and person_id = ${personId} and left_at is null`);
  }

  /** Whether the person is in the organisation, or was within the last year: too close to judge it. */
  async isCloseTo(tx: Tx, id: string, personId: string): Promise<boolean> {
    const row = await tx.one(sql`
      select 1 from memberships where organisation_id = ${id} and person_id = ${personId}
        and (left_at is null or left_at > app_now() - interval '1 year') limit 1`);
    return row !== undefined;
  }

  /** Pledges above it need a second person; null: none does. */
  async approvalThreshold(tx: Tx, id: string): Promise<Money | null> {
    const row = await tx.one<{ minor: string | null; currency: string }>(sql`
      select approval_threshold_minor::text as minor, approval_currency as currency from organisations where id = ${id}`);
    if (row?.minor == null || !isCurrency(row.currency)) return null;
    return Money.of(BigInt(row.minor), row.currency);
  }

  async setApprovalThreshold(tx: Tx, id: string, threshold: Money | null): Promise<void> {
    await tx.query(sql`
      update organisations set approval_threshold_minor = ${threshold?.minorUnits.toString() ?? null}::bigint,
        approval_currency = coalesce(${threshold?.currency ?? null}, approval_currency) where id = ${id}`);
  }

  async describe(
    tx: Tx,
    id: string,
    change: {
      readonly about?: string | undefined;
      readonly website?: string | null | undefined;
      readonly grantsPrefix?: string | null | undefined;
    },
  ): Promise<void> {
    if (change.about !== undefined)
      await tx.query(sql`update organisations set about = ${change.about} where id = ${id}`);
    if (change.website !== undefined)
      await tx.query(sql`update organisations set website = ${change.website} where id = ${id}`);
    if (change.grantsPrefix !== undefined)
      await tx.query(sql`update organisations set grants_prefix = ${change.grantsPrefix} where id = ${id}`);
  }
}
