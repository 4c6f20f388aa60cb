import { accept, callTranche, PAYMENT_TERM_DAYS, type CallTrancheReason, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, once, UnitOfWork } from '../../../platform/database/index.js';
import { LedgerStore } from '../../ledger/index.js';
import { mayActFor, type ActingReason } from '../../mandates/index.js';
import { PledgeLocks } from '../../pledges/index.js';
import { FundingRoundStore } from '../../rounds/index.js';
import { TrancheStore } from '../persistence/tranche-store.js';
import { TrancheRecorder } from './tranche-recorder.js';

export interface CallTrancheCommand {
  readonly roundId: string;
  readonly position: number;
  readonly idempotencyKey: string;
}

/** The lead organisation asks for an instalment: one payment request, with each funder's part. */
@Injectable()
export class CallTranche {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly locks: PledgeLocks,
    private readonly rounds: FundingRoundStore,
    private readonly tranches: TrancheStore,
    private readonly ledger: LedgerStore,
    private readonly recorder: TrancheRecorder,
  ) {}

  execute(
    viewer: SignedInViewer,
    { roundId, position, idempotencyKey }: CallTrancheCommand,
  ): Promise<Decision<{ readonly callId: string; readonly roundId: string }, CallTrancheReason | ActingReason>> {
    const actorId = viewer.person.id;
    const ask = { actorId, operation: 'callTranche', key: idempotencyKey, request: { roundId, position } };
    return this.unitOfWork.run((tx) =>
      once(tx, ask, async () => {
        const acting = await asOfNow(tx, viewer);
        const round = await this.locks.round(tx, roundId);
        const allowed = mayActFor(acting, round.leadOrganisationId);
        if (!allowed.ok) return allowed;

        const callId = newId();
        const decision = callTranche(position, {
          callId,
          roundStatus: round.status,
          ventureStopped: await this.tranches.ventureStopped(tx, round.ventureId),
          agreed: round.committedAtClose ?? round.target.minus(round.target),
          tranches: await this.rounds.tranches(tx, roundId),
          calledPositions: await this.tranches.calledPositions(tx, roundId),
          commitments: await this.tranches.commitments(tx, roundId),
          overdue: await this.tranches.overduePromises(tx, roundId),
        });
        if (!decision.ok) return decision;

        const { amount, parts, ledger } = decision.value;
        const at = await tx.now();
        const dueOn = new Date(at.getTime() + PAYMENT_TERM_DAYS * 86_400_000).toISOString().slice(0, 10);
        await this.tranches.addCall(tx, {
          id: callId,
          roundId,
          tranche: position,
          amount,
          parts,
          dueOn,
          personId: actorId,
          at,
        });
        await this.ledger.post(tx, ledger);
        await this.recorder.append(tx, round, {
          kind: 'tranche.called',
          subject: { type: 'TrancheCall', id: callId },
          organisationId: round.leadOrganisationId,
          actorId,
          content: { position, amountMinor: amount.minorUnits.toString(), dueOn },
        });
        return accept({ callId, roundId });
      }),
    );
  }
}
