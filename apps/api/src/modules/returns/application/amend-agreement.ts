import {
  accept,
  amendAgreement,
  dueDate,
  type AmendmentAnswer,
  type AmendmentRefusal,
  type AmendmentStep,
  type Decision,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, once, sql, UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { AgreementStore } from '../../agreements/index.js';
import { mayActFor } from '../../mandates/index.js';
import { PledgeLocks } from '../../pledges/index.js';
import type { StoredRound } from '../../rounds/index.js';
import { AmendmentStore } from '../persistence/amendment-store.js';
import { ObligationStore } from '../persistence/obligation-store.js';
import { fundersOf } from './facts.js';

export interface AmendAgreementCommand {
  readonly roundId: string;
  /** The version, signed by the lead organisation, that the round's promises would come from. */
  readonly agreementId: string;
  readonly organisationId: string;
  readonly answer: AmendmentAnswer;
  readonly reason: string | null;
  readonly idempotencyKey: string;
}

interface Promised {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly promisedOn: string;
}

/**
 * One party's word on changing what was agreed after the money was: the lead organisation proposes, each committed
 * funder answers. With the last yes the promises follow the new version; the old one stays readable.
 */
@Injectable()
export class AmendAgreement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly locks: PledgeLocks,
    private readonly agreements: AgreementStore,
    private readonly amendments: AmendmentStore,
    private readonly obligations: ObligationStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    { idempotencyKey: key, ...command }: AmendAgreementCommand,
  ): Promise<Decision<{ readonly roundId: string }, AmendmentRefusal>> {
    const ask = { actorId: viewer.person.id, operation: 'amendAgreement', key, request: { ...command } };
    return this.unitOfWork.run((tx) => once(tx, ask, () => this.amend(tx, viewer, command)));
  }

  private async amend(
    tx: Tx,
    viewer: SignedInViewer,
    command: Omit<AmendAgreementCommand, 'idempotencyKey'>,
  ): Promise<Decision<{ readonly roundId: string }, AmendmentRefusal>> {
    const { roundId, agreementId, organisationId, answer } = command;
    const acting = await asOfNow(tx, viewer);
    const round = await this.locks.round(tx, roundId);
    const other = await this.agreements.find(tx, agreementId);
    const funders = await tx.query<{ organisation_id: string }>(fundersOf(sql`${roundId}::uuid`));
    const open = await this.amendments.open(tx, roundId);
    const decision = amendAgreement(command, {
      roundSucceeded: round.status === 'SUCCEEDED',
      mayActFor: mayActFor(acting, organisationId).ok,
      leadOrganisationId: round.leadOrganisationId,
      funders: funders.map((funder) => funder.organisation_id),
      presentAgreementId: round.agreementId,
      otherIsSigned:
        other?.ideaId === round.ideaId &&
        other.status === 'SIGNED' &&
        other.signedForOrganisationId === round.leadOrganisationId,
      open,
    });
    if (!decision.ok) return decision;

    const at = await tx.now();
    const personId = viewer.person.id;
    const { proposes, reason, status } = decision.value;
    const id = open?.id ?? newId();
    if (proposes) {
      await this.amendments.propose(tx, {
        id,
        roundId,
        from: round.agreementId,
        to: agreementId,
        reason,
        personId,
        at,
      });
    }
    // A lead organisation that funds too has said yes by proposing.
    if (!proposes || funders.some((funder) => funder.organisation_id === organisationId)) {
      await this.amendments.answer(tx, id, { organisationId, answer, reason, personId, at });
    }
    await this.log(tx, round, { id, actorId: personId, organisationId, step: decision.value, answer });
    if (status !== 'OPEN') await this.amendments.decide(tx, id, status, at);
    if (status === 'AGREED') await this.follow(tx, round, agreementId, at);
    return accept({ roundId });
  }

  /** The promises that are not settled come from the new version: kept by kind and title, added, or let go by all. */
  private async follow(tx: Tx, round: StoredRound, agreementId: string, at: Date): Promise<void> {
    const { id: roundId, ideaId, ventureId } = round;
    const outputs = await this.agreements.outputsOf(tx, agreementId);
    const promised = await tx.query<Promised>(sql`
      select promise.id, output.kind, output.title, to_char(promise.promised_at at time zone 'UTC', 'YYYY-MM-DD') as "promisedOn"
      from obligations promise join agreement_outputs output on output.id = promise.agreement_output_id
      where promise.round_id = ${roundId} and promise.settled_at is null order by promise.id for update of promise`);
    const settled = await tx.query<{ kind: string; title: string }>(sql`
      select output.kind, output.title from obligations promise join agreement_outputs output on output.id = promise.agreement_output_id
      where promise.round_id = ${roundId} and promise.settled_at is not null`);
    const today = at.toISOString().slice(0, 10);
    for (const output of outputs) {
      const same = (one: { readonly kind: string; readonly title: string }) =>
        one.kind === output.kind && one.title === output.title;
      const promise = promised.find(same);
      if (promise) {
        await tx.query(sql`
          update obligations set agreement_output_id = ${output.id}, due_on = ${dueDate(output, promise.promisedOn)}::date,
            tranche_position = ${output.tranchePosition}::int where id = ${promise.id}`);
      } else if (!settled.some(same)) {
        if (ventureId === null) throw new Error(`The round ${roundId} succeeded without a project.`);
        const { id: agreementOutputId, tranchePosition } = output;
        const dueOn = dueDate(output, today);
        await this.obligations.add(tx, {
          id: newId(),
          ventureId,
          ideaId,
          roundId,
          agreementOutputId,
          dueOn,
          tranchePosition,
          at,
        });
      }
    }
    for (const promise of promised) {
      if (outputs.some(({ kind, title }) => kind === promise.kind && title === promise.title)) continue;
      await this.obligations.record(tx, promise.id, 'WAIVED', { at });
    }
    await tx.query(sql`update funding_rounds set agreement_id = ${agreementId} where id = ${roundId}`);
  }

  private async log(
    tx: Tx,
    { id: roundId, ideaId, ventureId }: StoredRound,
    said: {
      readonly id: string;
      readonly actorId: string;
      readonly organisationId: string;
      readonly step: AmendmentStep;
      readonly answer: AmendmentAnswer;
    },
  ): Promise<void> {
    const { id, actorId, organisationId, step, answer } = said;
    await this.activity.append(tx, {
      kind: step.proposes ? 'amendment.proposed' : 'amendment.answered',
      subject: { type: 'AgreementAmendment', id },
      ideaId,
      ...(ventureId === null ? {} : { ventureId }),
      organisationId,
      actorId,
      visibility: 'PUBLIC',
      content: { roundId, answer, reason: step.reason, status: step.status },
    });
  }
}
