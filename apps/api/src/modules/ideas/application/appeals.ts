import {
  accept,
  appealDecision,
  type AppealRefusal,
  type Decision,
  decideAppeal,
  type DecideAppealRefusal,
  refuse,
  type StewardFacts,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, newId, rowId, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';

/** A steward's decision that may be appealed, read and locked in the transaction that asks. */
export interface AppealableDecision {
  readonly ideaId: string | null;
  /** Who decided; null when nobody can be named any more. */
  readonly againstId: string | null;
  /** Whether it still has its effect. */
  readonly stands: boolean;
  /** Whom it concerns: they may appeal, and are told the outcome. */
  readonly concerned: readonly string[];
  readonly steward: (viewer: SignedInViewer) => Promise<StewardFacts>;
}

/** How one kind of decision is found, and undone when an appeal says so. */
export interface AppealKind {
  /** What opaque ids of such decisions begin with. */
  readonly prefix: string;
  readonly find: (tx: Tx, decisionId: string) => Promise<AppealableDecision | null>;
  readonly overturn: (tx: Tx, decisionId: string, viewer: SignedInViewer, reason: string) => Promise<void>;
}

interface StoredAppeal {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly madeById: string | null;
  readonly againstId: string | null;
  readonly open: boolean;
}

/**
 * Appeals to a second steward. Modules whose decisions can be appealed register how; the one mutation appeals against all of
 * them, as `confirmSecond` confirms all acts of two people.
 */
@Injectable()
export class Appeals {
  private readonly kinds = new Map<string, AppealKind>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly activity: ActivityLog,
  ) {}

  register(kind: string, how: AppealKind): void {
    if (this.kinds.has(kind)) throw new Error(`Appeals of the kind ${kind} are registered twice.`);
    this.kinds.set(kind, how);
  }

  async appeal(
    viewer: SignedInViewer,
    ask: { readonly decision: string; readonly reason: string | null },
  ): Promise<Decision<{ readonly appealId: string }, AppealRefusal>> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const { kind, how, decisionId } = this.kindOf(ask.decision);
        const decided = await how.find(tx, decisionId);
        if (decided === null) throw new NotFoundError('That decision');
        const earlier = await tx.one(sql`select from appeals where kind = ${kind} and subject_id = ${decisionId}`);
        const concerned = decided.concerned.includes(viewer.person.id);
        const decision = appealDecision(ask, { concerned, appealed: earlier !== undefined, stands: decided.stands });
        if (!decision.ok) return decision;

        const appealId = newId();
        await tx.query(sql`
          insert into appeals (id, kind, subject_id, idea_id, made_by_id, reason, made_at, against_id)
          values (${appealId}, ${kind}, ${decisionId}, ${decided.ideaId}, ${viewer.person.id}, ${decision.value.reason}, app_now(), ${decided.againstId})`);
        await this.activity.append(tx, {
          kind: 'decision.appealed',
          subject: { type: 'Appeal', id: appealId },
          ...(decided.ideaId === null ? {} : { ideaId: decided.ideaId }),
          visibility: 'PRIVATE',
          tell: [viewer.person.id],
        });
        return accept({ appealId });
      });
    } catch (error) {
      if (constraintName(error) === 'appeals_one_per_decision_key') return refuse([{ code: 'APPEALED_ALREADY' }]);
      throw error;
    }
  }

  decide(
    viewer: SignedInViewer,
    ask: { readonly appealId: string | undefined; readonly overturn: boolean; readonly reason: string | null },
  ): Promise<Decision<{ readonly appealId: string; readonly ideaId: string | null }, DecideAppealRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const found = ask.appealId === undefined ? undefined : await this.find(tx, ask.appealId, false);
      const how = found && this.kinds.get(found.kind);
      // What was decided is locked before the appeal, everywhere.
      const decided = found && (await how?.find(tx, found.subjectId));
      const appeal = found && (await this.find(tx, found.id, true));
      if (!appeal || !decided || !how) throw new NotFoundError('That appeal');
      const acting = await asOfNow(tx, viewer);
      const steward = await decided.steward(acting);
      const personId = viewer.person.id;
      const decision = decideAppeal(ask, { ...steward, personId, againstId: appeal.againstId, open: appeal.open });
      if (!decision.ok) return decision;

      const { reason } = decision.value;
      // A decision that lost its effect meanwhile has nothing left to undo.
      if (ask.overturn && decided.stands) await how.overturn(tx, appeal.subjectId, acting, reason);
      await tx.query(sql`
        update appeals set outcome = ${ask.overturn ? 'OVERTURNED' : 'UPHELD'}, decided_by_id = ${personId}, decision_reason = ${reason},
          decided_at = app_now() where id = ${appeal.id}`);
      await this.activity.append(tx, {
        kind: ask.overturn ? 'appeal.overturned' : 'appeal.upheld',
        subject: { type: 'Appeal', id: appeal.id },
        ...(decided.ideaId === null ? {} : { ideaId: decided.ideaId }),
        visibility: 'PRIVATE',
        tell: [...new Set([...decided.concerned, ...(appeal.madeById === null ? [] : [appeal.madeById])])],
      });
      return accept({ appealId: appeal.id, ideaId: decided.ideaId });
    });
  }

  private kindOf(decision: string): { readonly kind: string; readonly how: AppealKind; readonly decisionId: string } {
    for (const [kind, how] of this.kinds) {
      const decisionId = rowId(how.prefix, decision);
      if (decisionId !== undefined) return { kind, how, decisionId };
    }
    throw new NotFoundError('That decision');
  }

  private find(tx: Tx, id: string, locked: boolean): Promise<StoredAppeal | undefined> {
    const row = sql`
      select id, kind, subject_id as "subjectId", made_by_id as "madeById", against_id as "againstId", outcome is null as open
      from appeals where id = ${id}`;
    return tx.one<StoredAppeal>(locked ? sql`${row} for update` : row);
  }
}
