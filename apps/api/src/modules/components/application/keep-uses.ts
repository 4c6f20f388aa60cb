import {
  accept,
  contestUse,
  type ContestUseRefusal,
  DAYS_A_USE_HOLDS,
  type Decision,
  reconfirmUse,
  type ReconfirmUseAsk,
  type ReconfirmUseRefusal,
  refuse,
} from '@openimpact/domain';
import { Logger } from '@nestjs/common';

import type { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, newId, type Reader, type Tx, type UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import type { LockedUse, StandingUses } from '../persistence/use-store.js';

/** As many are asked in one go; the rest an hour later. */
const AT_ONCE = 500;

type Done = { readonly whatId: string };

interface Told {
  readonly content: Record<string, string>;
  readonly visibility?: 'PRIVATE';
  readonly actorId?: string;
  readonly tell?: readonly string[];
}

/** What becomes of the word that something is used, whatever it is: confirmed each year, open to doubt, ended. */
export abstract class KeepUses {
  private readonly log = new Logger(KeepUses.name);

  protected constructor(
    protected readonly unitOfWork: UnitOfWork,
    private readonly standing: StandingUses,
    protected readonly activity: ActivityLog,
    private readonly named: {
      /** The beginning of the kinds of activities: `component` for `component.use_contested`. */
      readonly kind: string;
      readonly subject: string;
      /** The unique index that keeps somebody from doubting twice at once. */
      readonly oneDoubtKey: string;
    },
  ) {}

  reconfirm(
    viewer: SignedInViewer,
    { useId, ...ask }: ReconfirmUseAsk & { readonly useId: string },
  ): Promise<Decision<Done, ReconfirmUseRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const use = await this.locked(tx, useId);
      const decision = reconfirmUse(ask, {
        isTheirs: belongsTo(await asOfNow(tx, viewer), use.organisationId),
        ended: use.ended,
        doubts: use.doubts,
      });
      if (!decision.ok) return decision;
      const at = await tx.now();
      if (ask.stillUsed) await this.standing.confirm(tx, use.id, { ...decision.value, at });
      else await this.standing.end(tx, use.id, at);
      await this.told(tx, ask.stillUsed ? 'use_confirmed' : 'use_ended', use, {
        actorId: viewer.person.id,
        content: { answer: decision.value.answer },
      });
      return accept({ whatId: use.whatId });
    });
  }

  async contest(
    viewer: SignedInViewer,
    { useId, reason }: { readonly useId: string; readonly reason: string },
  ): Promise<Decision<Done, ContestUseRefusal>> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const use = await this.locked(tx, useId);
        const decision = contestUse(reason, {
          isTheirs: belongsTo(await asOfNow(tx, viewer), use.organisationId),
          ended: use.ended,
          contestedAlready: await this.standing.hasOpenDoubt(tx, use.id, viewer.person.id),
        });
        if (!decision.ok) return decision;
        await this.standing.doubt(tx, newId(), {
          useId: use.id,
          reason: decision.value.reason,
          byId: viewer.person.id,
          at: await tx.now(),
        });
        await this.told(tx, 'use_contested', use, {
          actorId: viewer.person.id,
          content: { reason: decision.value.reason },
          tell: await this.standing.peopleOf(tx, use.organisationId),
        });
        return accept({ whatId: use.whatId });
      });
    } catch (error) {
      if (constraintName(error) !== this.named.oneDoubtKey) throw error;
      return refuse([{ code: 'ALREADY_CONTESTED' }]);
    }
  }

  /** Asks organisations whose word has ended for it again: once a year and use, until they say it or end it. */
  async remindAll(reader: Reader): Promise<void> {
    for (const id of await this.standing.toRemind(reader, DAYS_A_USE_HOLDS, AT_ONCE)) {
      // One that fails must not keep the others from being reminded.
      await this.unitOfWork
        .run(async (tx) => accept(await this.remind(tx, id)))
        .catch((error: unknown) => {
          this.log.error({ message: 'A reminder of a use failed.', id, fault: String(error) });
        });
    }
  }

  protected told(
    tx: Tx,
    what: string,
    use: Pick<LockedUse, 'id' | 'whatId' | 'organisationId'>,
    { content, ...more }: Told,
  ): Promise<unknown> {
    return this.activity.append(tx, {
      kind: `${this.named.kind}.${what}`,
      subject: { type: this.named.subject, id: use.whatId },
      organisationId: use.organisationId,
      visibility: 'PUBLIC',
      ...more,
      content: { useId: use.id, ...content },
    });
  }

  private async locked(tx: Tx, useId: string): Promise<LockedUse> {
    const use = await this.standing.lock(tx, useId);
    if (use === undefined) throw new NotFoundError('This use');
    return use;
  }

  private async remind(tx: Tx, id: string): Promise<void> {
    // Whoever confirmed it, ended it or was reminded since it was read is not asked.
    const use = await this.standing.remind(tx, id, DAYS_A_USE_HOLDS);
    if (use === undefined) return;
    await this.told(
      tx,
      'use_to_confirm',
      { id, ...use },
      {
        visibility: 'PRIVATE',
        tell: await this.standing.peopleOf(tx, use.organisationId),
        content: { confirmedOn: use.confirmedOn },
      },
    );
  }
}
