import { accept, releaseRemainder, type Decision, type ReleaseReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, once, UnitOfWork } from '../../../platform/database/index.js';
import { LedgerStore } from '../../ledger/index.js';
import { MandateStore, mayActFor, moneyOf, type ActingReason } from '../../mandates/index.js';
import { PledgeLocks, PledgePolicy } from '../../pledges/index.js';
import { FundingRoundStore } from '../../rounds/index.js';
import { TrancheStore } from '../persistence/tranche-store.js';
import { TrancheRecorder } from './tranche-recorder.js';

export interface ReleaseRemainderCommand {
  readonly pledgeId: string;
  readonly amount: bigint;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * Gives back agreed money that was not asked for. First a funder announces it; then the lead organisation agrees, or a
 * second person of the funder carries it out after the notice.
 */
@Injectable()
export class ReleaseRemainder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: PledgePolicy,
    private readonly locks: PledgeLocks,
    private readonly rounds: FundingRoundStore,
    private readonly mandates: MandateStore,
    private readonly tranches: TrancheStore,
    private readonly ledger: LedgerStore,
    private readonly recorder: TrancheRecorder,
  ) {}

  execute(
    viewer: SignedInViewer,
    { idempotencyKey, ...command }: ReleaseRemainderCommand,
  ): Promise<Decision<{ readonly pledgeId: string }, ReleaseReason | ActingReason>> {
    const personId = viewer.person.id;
    const { pledgeId, reason } = command;
    const request = { ...command, amount: command.amount.toString() };
    const ask = { actorId: personId, operation: 'releaseRemainder', key: idempotencyKey, request };
    return this.unitOfWork.run((tx) =>
      once(tx, ask, async () => {
        const acting = await asOfNow(tx, viewer);
        const seen = await this.policy.visible(tx, acting, pledgeId);
        const round = await this.locks.round(tx, seen.roundId);
        await this.locks.mandate(tx, seen.mandateId);
        const pledge = await this.policy.visible(tx, acting, pledgeId);
        const asFunder = mayActFor(acting, pledge.funderId);
        const asLead = mayActFor(acting, round.leadOrganisationId);
        if (!asFunder.ok && !asLead.ok) return asFunder;

        const now = await tx.now();
        const { currency } = pledge.amount;
        const amount = moneyOf(command.amount, currency);
        const side = asFunder.ok ? 'FUNDER' : 'LEAD';
        const announced = await this.tranches.announced(tx, pledgeId);
        const balance = await this.ledger.balance(tx, { kind: 'COMMITTED', ownerId: pledgeId, currency });
        const releaseId = announced?.id ?? newId();
        const decision = releaseRemainder({ releaseId, amount, reason, personId, side }, pledge, {
          uncalled: moneyOf(balance, currency),
          announced,
          now,
        });
        if (!decision.ok) return decision;

        const content = { pledgeId, amountMinor: amount.minorUnits.toString() };
        const by = { subject: { type: 'Release', id: releaseId }, actorId: personId };
        if (decision.value.step === 'ANNOUNCED') {
          await this.tranches.announce(tx, {
            id: releaseId,
            pledgeId,
            amount,
            reason: reason.trim().slice(0, 1_000),
            personId,
            at: now,
          });
          await this.recorder.append(tx, round, {
            ...by,
            kind: 'remainder.announced',
            organisationId: pledge.funderId,
            content,
          });
          return accept({ pledgeId });
        }
        await this.ledger.post(tx, decision.value.ledger);
        await this.tranches.carryOut(tx, releaseId, { personId, side, at: now });
        await this.mandates.draw(tx, pledge.mandateId, amount.negated());
        await this.rounds.addCommitted(tx, round.id, amount.negated());
        await this.recorder.append(tx, round, {
          ...by,
          kind: 'remainder.released',
          organisationId: side === 'FUNDER' ? pledge.funderId : round.leadOrganisationId,
          content,
        });
        await this.recorder.settle(tx, round, pledge);
        return accept({ pledgeId });
      }),
    );
  }
}
