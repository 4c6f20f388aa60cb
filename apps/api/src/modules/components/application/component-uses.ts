import {
  accept,
  contestUse,
  type ContestUseRefusal,
  type Decision,
  declareUse,
  type DeclareUseAsk,
  type DeclareUseRefusal,
  reconfirmUse,
  type ReconfirmUseAsk,
  type ReconfirmUseRefusal,
  refuse,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, organisationIdsOf, type SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, newId, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { ComponentStore } from '../persistence/component-store.js';
import { type LockedUse, UseStore } from '../persistence/use-store.js';

type Done = { readonly componentId: string };

/** Who uses a component: said by the organisation itself, confirmed each year, and open to doubt. */
@Injectable()
export class ComponentUses {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly components: ComponentStore,
    private readonly uses: UseStore,
    private readonly activity: ActivityLog,
  ) {}

  async declare(
    viewer: SignedInViewer,
    command: DeclareUseAsk & { readonly componentId: string },
  ): Promise<Decision<Done, DeclareUseRefusal>> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const component = await this.components.find(tx, command.componentId);
        if (component === null) throw new NotFoundError('This component');
        const now = await tx.now();
        const decision = declareUse(command, {
          organisationsHeld: organisationIdsOf(await asOfNow(tx, viewer)),
          today: now.toISOString().slice(0, 10),
          declaredAlready: await this.uses.isDeclared(tx, component.id, command.organisationId),
        });
        if (!decision.ok) return decision;
        const id = newId();
        await this.uses.add(tx, id, {
          componentId: component.id,
          organisationId: command.organisationId,
          ...decision.value,
          byId: viewer.person.id,
          at: now,
        });
        const { since, version } = decision.value;
        await this.told(tx, viewer, 'component.use_declared', {
          id,
          componentId: component.id,
          organisationId: command.organisationId,
          content: { since, version },
        });
        return accept({ componentId: component.id });
      });
    } catch (error) {
      if (constraintName(error) !== 'component_uses_one_per_organisation_key') throw error;
      return refuse([{ code: 'USE_ALREADY_DECLARED' }]);
    }
  }

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
      if (ask.stillUsed) await this.uses.confirm(tx, use.id, { ...decision.value, at });
      else await this.uses.end(tx, use.id, at);
      await this.told(tx, viewer, ask.stillUsed ? 'component.use_confirmed' : 'component.use_ended', {
        ...use,
        content: { answer: decision.value.answer },
      });
      return accept({ componentId: use.componentId });
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
          contestedAlready: await this.uses.hasOpenDoubt(tx, use.id, viewer.person.id),
        });
        if (!decision.ok) return decision;
        await this.uses.doubt(tx, newId(), {
          useId: use.id,
          reason: decision.value.reason,
          byId: viewer.person.id,
          at: await tx.now(),
        });
        await this.told(tx, viewer, 'component.use_contested', {
          ...use,
          content: { reason: decision.value.reason },
          tell: await this.uses.peopleOf(tx, use.organisationId),
        });
        return accept({ componentId: use.componentId });
      });
    } catch (error) {
      if (constraintName(error) !== 'component_use_doubts_one_open_key') throw error;
      return refuse([{ code: 'ALREADY_CONTESTED' }]);
    }
  }

  private async locked(tx: Tx, useId: string): Promise<LockedUse> {
    const use = await this.uses.lock(tx, useId);
    if (use === undefined) throw new NotFoundError('This use');
    return use;
  }

  private told(
    tx: Tx,
    viewer: SignedInViewer,
    kind: string,
    use: Pick<LockedUse, 'id' | 'componentId' | 'organisationId'> & {
      readonly content: Record<string, string>;
      readonly tell?: readonly string[];
    },
  ) {
    return this.activity.append(tx, {
      kind,
      subject: { type: 'Component', id: use.componentId },
      organisationId: use.organisationId,
      actorId: viewer.person.id,
      visibility: 'PUBLIC',
      tell: use.tell,
      content: { useId: use.id, ...use.content },
    });
  }
}
