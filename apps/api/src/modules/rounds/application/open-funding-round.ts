import {
  accept,
  openFundingRound,
  refuse,
  type Decision,
  type OpenRoundReason,
  type RoundDraft,
  type RoundFacts,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, sql, UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { mayActFor, type ActingReason } from '../../mandates/index.js';
import { FundingRoundStore } from '../persistence/funding-round-store.js';

/** The job that closes one round at its deadline. Registered where pledges are known. */
export const CLOSE_ROUND_JOB = 'rounds.close';

export interface OpenFundingRoundCommand {
  readonly ideaId: string;
  /** Who holds the money; the lead organisation when none is named. */
  readonly moneyHolderOrganisationId: string | null;
  readonly draft: RoundDraft;
}

/** Opens a call for pledges for an idea, for its lead organisation. */
@Injectable()
export class OpenFundingRound {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly rounds: FundingRoundStore,
    private readonly activity: ActivityLog,
    private readonly jobs: Jobs,
  ) {}

  execute(
    viewer: SignedInViewer,
    { ideaId, moneyHolderOrganisationId, draft }: OpenFundingRoundCommand,
  ): Promise<Decision<{ readonly roundId: string }, OpenRoundReason | ActingReason>> {
    return this.unitOfWork.run(async (tx) => {
      const idea = await this.ideas.lock(tx, ideaId);
      if (!idea) throw new NotFoundError('That idea');
      const leadOrganisationId = idea.leadOrganisationId;
      if (leadOrganisationId === null) return refuse([{ code: 'LEAD_NOT_CHOSEN' }]);
      const allowed = mayActFor(await asOfNow(tx, viewer), leadOrganisationId);
      if (!allowed.ok) return allowed;

      const moneyHolder = moneyHolderOrganisationId ?? leadOrganisationId;
      const agreement = await this.signedAgreement(tx, ideaId, leadOrganisationId);
      const facts: RoundFacts = {
        now: await tx.now(),
        stage: idea.stage,
        hasVenture: await this.rounds.hasVenture(tx, ideaId),
        hasOpenRound: await this.rounds.hasOpenRound(tx, ideaId),
        leadChosen: true,
        leadVerified: await this.isVerified(tx, leadOrganisationId),
        moneyHolderVerified: await this.isVerified(tx, moneyHolder),
        agreementSignedByLead: agreement !== undefined,
      };
      const decision = openFundingRound(draft, facts);
      if (!decision.ok) return decision;
      if (!agreement) throw new Error('A round was opened without an agreement.');

      const { minimum, target, tranches } = decision.value;
      const id = newId();
      await this.rounds.add(
        tx,
        {
          id,
          ideaId,
          ventureId: null,
          agreementId: agreement.id,
          purpose: draft.purpose,
          status: 'OPEN',
          currency: target.currency,
          minimumMinor: minimum.minorUnits,
          targetMinor: target.minorUnits,
          pledgedMinor: 0n,
          committedMinor: 0n,
          committedAtCloseMinor: null,
          deadline: draft.deadline,
          leadOrganisationId,
          moneyHolderOrganisationId: moneyHolder,
          openedById: viewer.person.id,
          openedAt: facts.now,
          closedAt: null,
          closedBy: null,
          closingNote: '',
          extendedFrom: null,
          extendedAt: null,
          extensionReason: null,
        },
        tranches,
      );
      // The sweep finds every round whose deadline passed; this one only spares it up to a minute.
      await this.jobs.add(
        tx,
        CLOSE_ROUND_JOB,
        { roundId: id },
        { key: `${CLOSE_ROUND_JOB}:${id}`, runAt: draft.deadline },
      );
      await this.activity.append(tx, {
        kind: 'funding_round.opened',
        subject: { type: 'FundingRound', id },
        ideaId,
        organisationId: leadOrganisationId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: {
          purpose: draft.purpose,
          currency: target.currency,
          minimumMinor: minimum.minorUnits.toString(),
          targetMinor: target.minorUnits.toString(),
          deadline: draft.deadline.toISOString(),
        },
      });
      return accept({ roundId: id });
    });
  }

  private signedAgreement(tx: Tx, ideaId: string, leadOrganisationId: string) {
    return tx.one<{ id: string }>(sql`
      select id from commons_agreements
      where idea_id = ${ideaId} and status = 'SIGNED' and signed_for_organisation_id = ${leadOrganisationId} for share`);
  }

  private async isVerified(tx: Tx, organisationId: string): Promise<boolean> {
    const row = await tx.one<{ verified: boolean }>(
      sql`select verified_at is not null as verified from organisations where id = ${organisationId}`,
    );
    return row?.verified ?? false;
  }
}
