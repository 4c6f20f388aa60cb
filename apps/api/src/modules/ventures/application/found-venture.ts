import { fundVenture, slugFor } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog, type Activity } from '../../../platform/activity/index.js';
import { newId, sql, type Tx } from '../../../platform/database/index.js';
import { VentureStore } from '../persistence/venture-store.js';

interface SuccessfulRound {
  readonly ideaId: string;
  readonly ideaTitle: string;
  readonly ideaLanguage: string;
  readonly leadOrganisationId: string;
  readonly ventureId: string | null;
}

/**
 * Attaches a round that succeeded to the idea's venture, in the transaction that closes the round, and founds the
 * venture if there is none. The closing round holds the idea's lock, so two rounds cannot found two.
 */
@Injectable()
export class FoundVenture {
  constructor(
    private readonly ventures: VentureStore,
    private readonly activity: ActivityLog,
  ) {
    activity.whenever('funding_round.succeeded', (tx, { subject }) => this.execute(tx, subject));
  }

  async execute(tx: Tx, { id: roundId }: Activity['subject']): Promise<void> {
    const round = await tx.one<SuccessfulRound>(sql`
      select r.idea_id as "ideaId", i.title as "ideaTitle", i.language as "ideaLanguage", r.lead_organisation_id as "leadOrganisationId", r.venture_id as "ventureId"
      from funding_rounds r join ideas i on i.id = r.idea_id where r.id = ${roundId}`);
    if (round === undefined) throw new Error(`The round ${roundId} succeeded and is not there.`);
    const funders = await tx.query<{ id: string }>(sql`
      select organisation_id as id from pledges where round_id = ${roundId} and status = 'COMMITTED' order by placed_at, id`);

    const existingId = round.ventureId ?? (await this.ventures.idOfIdea(tx, round.ideaId));
    const existing = existingId === null ? undefined : await this.ventures.lock(tx, existingId);
    const after = fundVenture(
      { ...round, funderOrganisationIds: funders.map((funder) => funder.id) },
      existing ?? null,
    );

    const at = await tx.now();
    const id = existing?.id ?? (await this.found(tx, round, at));
    if (existing !== undefined && after.status === 'ACTIVE') await this.ventures.activate(tx, id, at);
    for (const { organisationId, role } of after.newMembers)
      await this.ventures.addMember(tx, id, organisationId, role, at);
    await tx.query(sql`update funding_rounds set venture_id = ${id} where id = ${roundId}`);
    await this.activity.append(tx, {
      kind: 'venture.funded',
      subject: { type: 'Venture', id },
      ventureId: id,
      ideaId: round.ideaId,
      organisationId: round.leadOrganisationId,
      visibility: 'PUBLIC',
      content: { fundingRound: `round_${roundId}`, founded: after.isNew },
    });
  }

  private async found(tx: Tx, round: SuccessfulRound, at: Date): Promise<string> {
    const id = newId();
    await this.ventures.add(tx, {
      id,
      slug: `${slugFor(round.ideaTitle)}-${id.slice(-6)}`,
      title: round.ideaTitle,
      summary: '',
      language: round.ideaLanguage,
      status: 'ACTIVE',
      phase: 'DISCOVERY',
      involvesPeopleAtRisk: false,
      safeguardingLeadId: null,
      convenedById: null,
      at,
    });
    await this.ventures.serve(tx, id, round.ideaId, at);
    return id;
  }
}
