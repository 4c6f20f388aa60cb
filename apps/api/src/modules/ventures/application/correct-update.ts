import { accept, correctUpdate, type CorrectUpdateRefusalReason, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { Reader, sql } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { isHidden } from '../../ideas/index.js';
import { RecordStore } from '../persistence/record-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface CorrectUpdateCommand {
  readonly updateId: string;
  readonly title: string;
  readonly body: string;
  /** Why, in public. */
  readonly reason: string;
}

/** Corrects published news. What it said stays readable beside it: others have acted on it. */
@Injectable()
export class CorrectUpdate {
  constructor(
    private readonly work: VentureWork,
    private readonly reader: Reader,
    private readonly records: RecordStore,
  ) {}

  async execute(
    viewer: SignedInViewer,
    { updateId, ...ask }: CorrectUpdateCommand,
  ): Promise<Decision<{ readonly ventureId: string }, CorrectUpdateRefusalReason | VenturePolicyReason>> {
    const found = await this.reader.one<{ id: string }>(
      sql`select venture_id as id from updates where id = ${updateId} and published_at is not null`,
    );
    if (found === undefined) throw new NotFoundError('The update');
    return this.work.on(viewer, found.id, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const before = await this.records.lockUpdate(tx, updateId);
      if (before === undefined) throw new NotFoundError('The update');
      const decision = correctUpdate(ask, { ...before, hidden: await isHidden(tx, updateId) });
      if (!decision.ok) return decision;
      await this.records.correctUpdate(tx, updateId, decision.value, by);
      await log('update.corrected', { type: 'VentureUpdate', id: updateId }, { reason: decision.value.reason });
      return accept({ ventureId: venture.id });
    });
  }
}
