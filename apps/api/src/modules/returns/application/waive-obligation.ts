import { accept, waiveObligation, type Decision, type WaiveRefusal, type WaiverAnswer } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { once, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { ObligationStore, type StoredObligation } from '../persistence/obligation-store.js';
import { WaiverStore } from '../persistence/waiver-store.js';
import { fundersOf } from './facts.js';

export interface WaiveObligationCommand {
  readonly obligationId: string;
  readonly organisationId: string;
  readonly answer: WaiverAnswer;
  readonly reason: string | null;
  readonly idempotencyKey: string;
}

/** One funder's public word on waiving a promise. With the last one the promise is waived. */
@Injectable()
export class WaiveObligation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly obligations: ObligationStore,
    private readonly waivers: WaiverStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    { idempotencyKey: key, ...command }: WaiveObligationCommand,
  ): Promise<Decision<{ readonly obligationId: string }, WaiveRefusal>> {
    const ask = { actorId: viewer.person.id, operation: 'waiveObligation', key, request: { ...command } };
    return this.unitOfWork.run((tx) => once(tx, ask, () => this.answer(tx, viewer, command)));
  }

  private async answer(
    tx: Tx,
    viewer: SignedInViewer,
    command: Omit<WaiveObligationCommand, 'idempotencyKey'>,
  ): Promise<Decision<{ readonly obligationId: string }, WaiveRefusal>> {
    const obligation = await this.obligations.lock(tx, command.obligationId);
    if (!obligation) throw new NotFoundError('This promise');
    const funders = await tx.query<{ organisation_id: string }>(fundersOf(sql`${obligation.roundId}`));
    const open = await this.waivers.open(tx, obligation.id);
    const at = await tx.now();
    const { organisationId } = command;
    const decision = waiveObligation(command, {
      record: obligation.record,
      funders: funders.map((funder) => funder.organisation_id),
      organisationId,
      mayAnswer: belongsTo(await asOfNow(tx, viewer), organisationId, 'ADMIN', 'APPROVER'),
      waiver: open ?? null,
      today: at.toISOString().slice(0, 10),
    });
    if (!decision.ok) return decision;

    const { reason, standing } = decision.value;
    const waiverId = open?.id ?? (await this.waivers.propose(tx, obligation.id, reason, at));
    const { answer } = command;
    await this.waivers.answer(tx, waiverId, { organisationId, answer, reason, personId: viewer.person.id, at });
    await this.log(tx, open ? 'waiver.answered' : 'waiver.proposed', obligation, {
      actorId: viewer.person.id,
      organisationId,
      content: { answer, reason },
    });
    if (standing.status !== 'OPEN') await this.waivers.decide(tx, waiverId, standing.status, at);
    if (standing.status === 'AGREED') {
      await this.obligations.record(tx, obligation.id, 'WAIVED', { at });
      await this.log(tx, 'obligation.waived', obligation, { content: {} });
    }
    return accept({ obligationId: obligation.id });
  }

  private async log(
    tx: Tx,
    kind: string,
    { id, ideaId, ventureId }: StoredObligation,
    more: { readonly actorId?: string; readonly organisationId?: string; readonly content: Record<string, unknown> },
  ): Promise<void> {
    const subject = { type: 'Obligation', id };
    await this.activity.append(tx, { kind, subject, ideaId, ventureId, visibility: 'PUBLIC', ...more });
  }
}
