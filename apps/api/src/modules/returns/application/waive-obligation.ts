import { accept, waiveObligation, type Decision, type WaiveRefusal, type WaiverAnswer } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { once, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { PledgeLocks } from '../../pledges/index.js';
import { ObligationStore, type StoredObligation } from '../persistence/obligation-store.js';
import { WaiverStore } from '../persistence/waiver-store.js';
import { fundersOf } from './facts.js';
import { SettleWaiver } from './settle-waiver.js';

export interface WaiveObligationCommand {
  readonly obligationId: string;
  readonly organisationId: string;
  readonly answer: WaiverAnswer;
  readonly reason: string | null;
  /** With the proposal: how much of the agreed money was for this promise, in minor units of the round's currency. */
  readonly release: bigint | null;
  readonly idempotencyKey: string;
}

/** One funder's public word on waiving a promise. With the last one the promise is waived. */
@Injectable()
export class WaiveObligation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly obligations: ObligationStore,
    private readonly waivers: WaiverStore,
    private readonly locks: PledgeLocks,
    private readonly settle: SettleWaiver,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    { idempotencyKey: key, ...command }: WaiveObligationCommand,
  ): Promise<Decision<{ readonly obligationId: string }, WaiveRefusal>> {
    const ask = {
      actorId: viewer.person.id,
      operation: 'waiveObligation',
      key,
      request: { ...command, release: command.release?.toString() ?? null },
    };
    return this.unitOfWork.run((tx) => once(tx, ask, () => this.answer(tx, viewer, command)));
  }

  private async answer(
    tx: Tx,
    viewer: SignedInViewer,
    command: Omit<WaiveObligationCommand, 'idempotencyKey'>,
  ): Promise<Decision<{ readonly obligationId: string }, WaiveRefusal>> {
    const known = await tx.one<{ roundId: string }>(
      sql`select round_id as "roundId" from obligations where id = ${command.obligationId}`,
    );
    if (!known) throw new NotFoundError('This promise');
    // Letting go may give money back: the round's lock comes before the promise's, as everywhere.
    await this.locks.round(tx, known.roundId);
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
      uncalled: await this.uncalled(tx, obligation.roundId),
      today: at.toISOString().slice(0, 10),
    });
    if (!decision.ok) return decision;

    const { reason, standing } = decision.value;
    const waiverId =
      open?.id ?? (await this.waivers.propose(tx, obligation.id, { reason, release: command.release, at }));
    const { answer } = command;
    await this.waivers.answer(tx, waiverId, { organisationId, answer, reason, personId: viewer.person.id, at });
    await this.log(tx, open ? 'waiver.answered' : 'waiver.proposed', obligation, {
      actorId: viewer.person.id,
      organisationId,
      content: { answer, reason },
    });
    const releaseMinor = open ? open.releaseMinor : (command.release?.toString() ?? null);
    const waiver = { id: waiverId, reason: open?.reason ?? reason, releaseMinor };
    await this.settle.execute(tx, obligation, waiver, standing);
    return accept({ obligationId: obligation.id });
  }

  /** Agreed money of a round that was not asked for, from the ledger. */
  private async uncalled(tx: Tx, roundId: string): Promise<bigint> {
    const row = await tx.one<{ uncalled: string }>(sql`
      select coalesce(sum(a.balance), 0)::text as uncalled from pledges p join ledger_accounts a on a.owner_id = p.id and a.kind = 'COMMITTED'
      where p.round_id = ${roundId} and p.status = 'COMMITTED'`);
    return BigInt(row?.uncalled ?? 0);
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
