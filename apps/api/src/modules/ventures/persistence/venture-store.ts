import type {
  RevisedVenture,
  SeatKind,
  SeatTaken,
  TeamMember,
  VentureMember,
  VentureMemberRole,
  VenturePhase,
  VentureStatus,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';

/** A venture with who is in it, under its lock. */
export interface StoredVenture {
  readonly id: string;
  readonly title: string;
  readonly status: VentureStatus;
  readonly phase: VenturePhase;
  readonly ideaIds: readonly string[];
  readonly members: readonly VentureMember[];
  readonly seats: readonly SeatTaken[];
  readonly team: readonly TeamMember[];
  /** Whether it was said if people at risk take part. */
  readonly safetySaid: boolean;
}

export interface NewVenture {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly status: VentureStatus;
  readonly phase: VenturePhase;
  readonly involvesPeopleAtRisk: boolean;
  readonly safeguardingLeadId: string | null;
  readonly convenedById: string | null;
  readonly at: Date;
}

@Injectable()
export class VentureStore {
  /**
   * The venture, locked against every other change, after the ideas it serves: ideas come first everywhere, so that
   * an ending and a gate cannot wait for each other.
   */
  async lock(tx: Tx, id: string): Promise<StoredVenture | undefined> {
    await tx.query(sql`
      select id from ideas where id in (select idea_id from venture_ideas where venture_id = ${id}) order by id for no key update`);
    const row = await tx.one<{ title: string; status: VentureStatus; phase: VenturePhase; safetySaid: boolean }>(sql`
      select title, status, phase, safety_said_at is not null as "safetySaid" from ventures where id = ${id} for no key update`);
    if (row === undefined) return undefined;
    // Read after the lock: what another transaction added while this one waited is part of the facts.
    const ideas = await tx.query<{ id: string }>(
      sql`select idea_id as id from venture_ideas where venture_id = ${id} order by joined_at, idea_id`,
    );
    return {
      id,
      ...row,
      ideaIds: ideas.map((idea) => idea.id),
      members: await tx.query<VentureMember>(sql`
        select organisation_id as "organisationId", role from venture_members where venture_id = ${id} order by joined_at, organisation_id`),
      seats: await tx.query<SeatTaken>(
        sql`select person_id as "personId", kind, alias from venture_seats where venture_id = ${id} and left_at is null`,
      ),
      team: await tx.query<TeamMember>(
        sql`select person_id as "personId", role from venture_team where venture_id = ${id}`,
      ),
    };
  }

  async idOfIdea(tx: Tx, ideaId: string): Promise<string | null> {
    const row = await tx.one<{ id: string }>(sql`select venture_id as id from venture_ideas where idea_id = ${ideaId}`);
    return row?.id ?? null;
  }

  async add(tx: Tx, venture: NewVenture): Promise<void> {
    const startedAt = venture.status === 'ACTIVE' ? venture.at : null;
    await tx.query(sql`
      insert into ventures (id, slug, title, summary, language, status, phase, involves_people_at_risk, safeguarding_lead_id,
        convened_by_id, created_at, started_at, safety_said_at)
      values (${venture.id}, ${venture.slug}, ${venture.title}, ${venture.summary}, ${venture.language}, ${venture.status}, ${venture.phase},
        ${venture.involvesPeopleAtRisk}, ${venture.safeguardingLeadId}, ${venture.convenedById}, ${venture.at}, ${startedAt}, ${venture.convenedById === null ? null : venture.at})`);
  }

  /** Links an idea. A second venture for it breaks `venture_ideas_one_venture_per_idea_key`. */
  async serve(tx: Tx, id: string, ideaId: string, at: Date): Promise<void> {
    await tx.query(sql`insert into venture_ideas (venture_id, idea_id, joined_at) values (${id}, ${ideaId}, ${at})`);
  }

  async addMember(tx: Tx, id: string, organisationId: string, role: VentureMemberRole, at: Date): Promise<void> {
    await tx.query(sql`
      insert into venture_members (venture_id, organisation_id, role, joined_at) values (${id}, ${organisationId}, ${role}, ${at})`);
  }

  async addTeamMember(tx: Tx, id: string, member: TeamMember, at: Date): Promise<void> {
    await tx.query(sql`
      insert into venture_team (venture_id, person_id, role, joined_at) values (${id}, ${member.personId}, ${member.role}, ${at})`);
  }

  async removeTeamMember(tx: Tx, id: string, member: TeamMember): Promise<void> {
    await tx.query(sql`
      delete from venture_team where venture_id = ${id} and person_id = ${member.personId} and role = ${member.role}`);
  }

  async revise(tx: Tx, id: string, to: RevisedVenture): Promise<void> {
    await tx.query(sql`
      update ventures set summary = ${to.summary}, involves_people_at_risk = ${to.involvesPeopleAtRisk},
        safeguarding_lead_id = ${to.safeguardingLeadId}, safety_said_at = app_now() where id = ${id}`);
  }

  async activate(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(
      sql`update ventures set status = 'ACTIVE', started_at = coalesce(started_at, ${at}) where id = ${id}`,
    );
  }

  async enterPhase(tx: Tx, id: string, phase: VenturePhase): Promise<void> {
    await tx.query(sql`update ventures set phase = ${phase} where id = ${id}`);
  }

  async stop(
    tx: Tx,
    id: string,
    told: { readonly why: string; readonly learned: string; readonly nextForUsers: string },
    at: Date,
  ): Promise<void> {
    await tx.query(sql`
      update ventures set status = 'STOPPED', ended_at = ${at}, stopped_why = ${told.why}, learned = ${told.learned},
        next_for_users = ${told.nextForUsers} where id = ${id}`);
  }

  async handOver(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(sql`update ventures set status = 'HANDED_OVER', ended_at = ${at} where id = ${id}`);
  }

  /** Whether a person is in the coordinating team, holds a seat, or belongs to a member organisation. */
  async isOfVenture(tx: Tx, id: string, personId: string): Promise<boolean> {
    const row = await tx.one<{ is: boolean }>(sql`
      select exists (select from venture_team where venture_id = ${id} and person_id = ${personId})
        or exists (select from venture_seats where venture_id = ${id} and person_id = ${personId} and left_at is null)
        or exists (select from memberships m join venture_members v on v.organisation_id = m.organisation_id
                   where v.venture_id = ${id} and m.person_id = ${personId} and m.left_at is null) as is`);
    return row?.is ?? false;
  }

  async personExists(tx: Tx, personId: string): Promise<boolean> {
    return (await tx.one(sql`select 1 from people where id = ${personId} and deleted_at is null`)) !== undefined;
  }

  async heldSeat(tx: Tx, id: string, personId: string): Promise<SeatKind | null> {
    const row = await tx.one<{ kind: SeatKind }>(
      sql`select kind from venture_seats where venture_id = ${id} and person_id = ${personId} and left_at is null`,
    );
    return row?.kind ?? null;
  }
}
