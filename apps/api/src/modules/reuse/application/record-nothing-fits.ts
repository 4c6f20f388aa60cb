import {
  accept,
  type Decision,
  type NothingFitsAsk,
  type NothingFitsRefusal,
  recordNothingFits,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { limit, raw, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { fittingComponents, SUGGESTIONS } from '../../components/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { ReuseStore } from '../persistence/reuse-store.js';

export interface RecordNothingFitsCommand extends NothingFitsAsk {
  readonly ideaId: string;
}

/** More people than that look after no five components. */
const MOST_TOLD = 200;

/** Records that nothing that exists fits an idea, with a public reason for each suggestion. */
@Injectable()
export class RecordNothingFits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly reuse: ReuseStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: RecordNothingFitsCommand,
  ): Promise<Decision<{ readonly ideaId: string }, NothingFitsRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('This idea');
      await this.mustExist(
        tx,
        command.reasons.map(({ componentId }) => componentId),
      );
      const decision = recordNothingFits(command, {
        idea: await this.ideas.factsOf(tx, row),
        personId: viewer.person.id,
        suggested: await this.suggested(tx, row.id),
        offersWaiting: await this.reuse.waiting(tx, row.id),
      });
      if (!decision.ok) return decision;

      const id = await this.reuse.addNothingFits(tx, {
        ...decision.value,
        ideaId: row.id,
        byId: viewer.person.id,
        at: await tx.now(),
      });
      await this.activity.append(tx, {
        kind: 'reuse.nothing_fits_recorded',
        subject: { type: 'NothingFits', id },
        ideaId: row.id,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        tell: await this.keepers(
          tx,
          decision.value.reasons.map(({ componentId }) => componentId),
          viewer.person.id,
        ),
        content: { because: decision.value.because, reasons: decision.value.reasons },
      });
      return accept({ ideaId: row.id });
    });
  }

  /** Whose components do not fit: who registered them, and the people of the organisations that look after them. */
  private async keepers(tx: Tx, componentIds: readonly string[], butNot: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select distinct person.id from components c
      left join memberships m on m.organisation_id = c.owner_organisation_id and m.left_at is null
      join people person on person.id = c.registered_by_id or person.id = m.person_id
      where c.id = any (${[...componentIds]}::uuid[]) and person.deleted_at is null and person.id <> ${butNot}
      order by person.id ${limit(MOST_TOLD)}`);
    return rows.map(({ id }) => id);
  }

  private suggested(tx: Tx, ideaId: string): Promise<{ componentId: string; name: string }[]> {
    return tx.query(sql`
      select f.component_id as "componentId", f.name from ${fittingComponents(raw('f'), ideaId, SUGGESTIONS)} order by f.place`);
  }

  private async mustExist(tx: Tx, componentIds: readonly string[]): Promise<void> {
    const known = await tx.query<{ id: string }>(
      sql`select id from components where id = any (${[...componentIds]}::uuid[])`,
    );
    if (componentIds.some((id) => !known.some((one) => one.id === id))) throw new NotFoundError('This component');
  }
}
