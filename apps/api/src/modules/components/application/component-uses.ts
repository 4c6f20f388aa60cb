import {
  accept,
  type Decision,
  declareUse,
  type DeclareUseAsk,
  type DeclareUseRefusal,
  refuse,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, organisationIdsOf, type SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, newId, Reader, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { ComponentStore } from '../persistence/component-store.js';
import { UseStore } from '../persistence/use-store.js';
import { KeepUses } from './keep-uses.js';

type Done = { readonly whatId: string };

/** Who uses a component: said by the organisation itself, confirmed each year, and open to doubt. */
@Injectable()
export class ComponentUses extends KeepUses {
  constructor(
    unitOfWork: UnitOfWork,
    private readonly components: ComponentStore,
    private readonly uses: UseStore,
    activity: ActivityLog,
    private readonly reader: Reader,
    jobs: Jobs,
  ) {
    super(unitOfWork, uses, activity, {
      kind: 'component',
      subject: 'Component',
      oneDoubtKey: 'component_use_doubts_one_open_key',
    });
    jobs.every('components.remind-of-uses', 60, () => this.remindDue());
  }

  remindDue(): Promise<void> {
    return this.remindAll(this.reader);
  }

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
        const { organisationId } = command;
        await this.told(
          tx,
          'use_declared',
          { id, whatId: component.id, organisationId },
          {
            actorId: viewer.person.id,
            content: { since, version },
          },
        );
        return accept({ whatId: component.id });
      });
    } catch (error) {
      if (constraintName(error) !== 'component_uses_one_per_organisation_key') throw error;
      return refuse([{ code: 'USE_ALREADY_DECLARED' }]);
    }
  }
}
