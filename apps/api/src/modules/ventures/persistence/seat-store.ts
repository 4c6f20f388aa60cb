import type { SeatInvitation, SeatKind, SeatTaken, Session } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';
import type { By } from './plan-store.js';

export interface StoredSeatInvitation {
  readonly id: string;
  readonly ventureId: string;
  readonly placesLeft: number;
  readonly expired: boolean;
}

/** Who sits at a venture's table, who is invited to it, and when it meets. */
@Injectable()
export class SeatStore {
  /** Takes a seat, also again after leaving one. */
  async take(
    tx: Tx,
    ventureId: string,
    seat: SeatTaken & { readonly nameShown: boolean; readonly accessNeeds: string },
    at: Date,
  ): Promise<void> {
    await tx.query(sql`
      insert into venture_seats (venture_id, person_id, kind, name_shown, alias, access_needs, taken_at)
      values (${ventureId}, ${seat.personId}, ${seat.kind}, ${seat.nameShown}, ${seat.alias}, ${seat.accessNeeds}, ${at})
      on conflict (venture_id, person_id) do update set kind = excluded.kind, name_shown = excluded.name_shown, alias = excluded.alias,
        access_needs = excluded.access_needs, taken_at = excluded.taken_at, left_at = null`);
  }

  /** What was said from the seat stays said; who said it is forgotten as far as the page goes. */
  async leave(tx: Tx, ventureId: string, personId: string, at: Date): Promise<void> {
    await tx.query(sql`
      update venture_seats set left_at = ${at}, alias = '', access_needs = '', name_shown = false
      where venture_id = ${ventureId} and person_id = ${personId}`);
  }

  async invite(
    tx: Tx,
    ventureId: string,
    invitation: SeatInvitation,
    hash: Buffer,
    days: number,
    by: By,
  ): Promise<string> {
    const id = newId();
    await tx.query(sql`
      insert into seat_invitations (id, venture_id, token_hash, asked, time_paid, expenses_paid, access, places, invited_by_id, invited_at, expires_at)
      values (${id}, ${ventureId}, ${hash}, ${invitation.asked}, ${invitation.timePaid}, ${invitation.expensesPaid}, ${invitation.access},
        ${invitation.places}, ${by.personId}, ${by.at}, ${by.at}::timestamptz + make_interval(days => ${days}))`);
    return id;
  }

  /** By the link's hash. The venture must be locked before the count is believed. */
  invitation(tx: Tx, hash: Buffer): Promise<StoredSeatInvitation | undefined> {
    return tx.one<StoredSeatInvitation>(sql`
      select id, venture_id as "ventureId", places - taken as "placesLeft", expires_at <= app_now() as expired
      from seat_invitations where token_hash = ${hash} and withdrawn_at is null`);
  }

  async ventureOfInvitation(tx: Tx, id: string): Promise<string | undefined> {
    return (await tx.one<{ id: string }>(sql`select venture_id as id from seat_invitations where id = ${id}`))?.id;
  }

  async withdraw(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(sql`update seat_invitations set withdrawn_at = coalesce(withdrawn_at, ${at}) where id = ${id}`);
  }

  async takeUp(tx: Tx, invitationId: string): Promise<void> {
    await tx.query(sql`update seat_invitations set taken = taken + 1 where id = ${invitationId}`);
  }

  /** People who hold one of these kinds of seat now. */
  async holders(tx: Tx, ventureId: string, kinds: readonly SeatKind[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select person_id as id from venture_seats where venture_id = ${ventureId} and left_at is null and kind = any(${[...kinds]})`);
    return rows.map(({ id }) => id);
  }

  async addSession(tx: Tx, ventureId: string, session: Session, by: By): Promise<string> {
    const id = newId();
    await tx.query(sql`
      insert into venture_sessions (id, venture_id, question, held_on, place, access, planned_by_id, planned_at)
      values (${id}, ${ventureId}, ${session.question}, ${session.heldOn}, ${session.place}, ${session.access}, ${by.personId}, ${by.at})`);
    return id;
  }

  async sessionIsOf(tx: Tx, ventureId: string, sessionId: string): Promise<boolean> {
    return (
      (await tx.one(sql`select 1 from venture_sessions where id = ${sessionId} and venture_id = ${ventureId}`)) !==
      undefined
    );
  }

  usersSaid(tx: Tx, id: string): Promise<{ readonly ventureId: string; readonly changed: string } | undefined> {
    return tx.one(sql`select venture_id as "ventureId", changed from users_said where id = ${id}`);
  }

  async answer(tx: Tx, id: string, changed: string, at: Date): Promise<void> {
    await tx.query(sql`update users_said set changed = ${changed}, answered_at = ${at} where id = ${id}`);
  }
}
