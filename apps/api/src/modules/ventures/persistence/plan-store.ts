import type { Milestone, PhaseChange, SeatView, VenturePhase } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';

export interface By {
  readonly personId: string;
  readonly at: Date;
}

/** Milestones, phases and what the seats think of them. */
@Injectable()
export class PlanStore {
  milestones(tx: Tx, ventureId: string): Promise<Milestone[]> {
    return tx.query<Milestone>(sql`
      select m.id, m.due_on::text as "dueOn", m.completed_on::text as "completedOn",
        coalesce((select array_agg(n.needs_id::text) from milestone_needs n where n.milestone_id = m.id), '{}') as "dependsOn"
      from milestones m where m.venture_id = ${ventureId}`);
  }

  async ventureOf(tx: Tx, milestoneId: string): Promise<string | null> {
    const row = await tx.one<{ id: string }>(sql`select venture_id as id from milestones where id = ${milestoneId}`);
    return row?.id ?? null;
  }

  async add(
    tx: Tx,
    milestone: {
      readonly id: string;
      readonly ventureId: string;
      readonly phase: VenturePhase;
      readonly title: string;
      readonly ownerId: string;
      readonly dueOn: string;
      readonly dependsOn: readonly string[];
    },
    at: Date,
  ): Promise<void> {
    const { id, ventureId, phase, title, ownerId, dueOn, dependsOn } = milestone;
    await tx.query(sql`
      insert into milestones (id, venture_id, phase, title, owner_id, due_on, created_at)
      values (${id}, ${ventureId}, ${phase}, ${title}, ${ownerId}, ${dueOn}, ${at})`);
    if (dependsOn.length > 0) {
      await tx.query(
        sql`insert into milestone_needs (milestone_id, needs_id) select ${id}::uuid, unnest(${[...dependsOn]}::uuid[])`,
      );
    }
  }

  /** The day it was first due is kept with the first move. */
  async revise(
    tx: Tx,
    milestone: {
      readonly id: string;
      readonly title: string;
      readonly ownerId: string;
      readonly dueOn: string;
      readonly dependsOn: readonly string[];
      readonly why: string;
    },
  ): Promise<void> {
    const { id, title, ownerId, dueOn, dependsOn, why } = milestone;
    await tx.query(sql`
      update milestones set title = ${title}, owner_id = ${ownerId}, due_on = ${dueOn}::date,
        first_due_on = case when due_on = ${dueOn}::date then first_due_on else coalesce(first_due_on, due_on) end,
        moved_why = case when due_on = ${dueOn}::date then moved_why else ${why} end
      where id = ${id}`);
    await tx.query(sql`delete from milestone_needs where milestone_id = ${id}`);
    await tx.query(
      sql`insert into milestone_needs (milestone_id, needs_id) select ${id}::uuid, unnest(${[...dependsOn]}::uuid[])`,
    );
  }

  async complete(
    tx: Tx,
    id: string,
    done: { readonly evidence: string; readonly evidenceUrl: string | null },
    by: By,
  ): Promise<void> {
    await tx.query(sql`
      update milestones set completed_on = ${by.at.toISOString().slice(0, 10)}, completed_by_id = ${by.personId}, evidence = ${done.evidence},
        evidence_url = ${done.evidenceUrl} where id = ${id}`);
  }

  views(tx: Tx, ventureId: string): Promise<SeatView[]> {
    return tx.query<SeatView>(sql`select seat, phase, agrees from seat_views where venture_id = ${ventureId}`);
  }

  /** A person may change their mind until the phase changed: the newest view counts. */
  async recordView(tx: Tx, ventureId: string, view: SeatView & { readonly why: string }, by: By): Promise<void> {
    await tx.query(sql`
      insert into seat_views (venture_id, person_id, phase, seat, agrees, why, recorded_at)
      values (${ventureId}, ${by.personId}, ${view.phase}, ${view.seat}, ${view.agrees}, ${view.why}, ${by.at})
      on conflict (venture_id, phase, person_id) do update set agrees = excluded.agrees, why = excluded.why, recorded_at = excluded.recorded_at`);
  }

  async changePhase(tx: Tx, ventureId: string, change: PhaseChange, by: By): Promise<void> {
    await tx.query(sql`
      insert into phase_changes (venture_id, to_phase, from_phase, reason, against, changed_by_id, changed_at)
      values (${ventureId}, ${change.to}, ${change.from}, ${change.reason}, ${[...change.against]}, ${by.personId}, ${by.at})`);
  }
}
