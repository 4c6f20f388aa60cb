import {
  accept,
  concludeLicence,
  type ConcludeLicenceAsk,
  type ConcludeLicenceRefusal,
  type Decision,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { ComponentStore } from '../persistence/component-store.js';
import { licenceProblem } from './component-licence.js';
import { mayConcludeLicence } from './policy.js';

export interface ConcludeLicenceCommand extends ConcludeLicenceAsk {
  readonly componentId: string;
}

/** Records what licence a person says a component carries, and why, beside what was declared and found. */
@Injectable()
export class ConcludeLicence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly components: ComponentStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: ConcludeLicenceCommand,
  ): Promise<Decision<{ readonly componentId: string }, ConcludeLicenceRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const component = await this.components.lock(tx, command.componentId);
      if (component === null) throw new NotFoundError('This component');
      const decision = concludeLicence(command, {
        mayConclude: mayConcludeLicence(await asOfNow(tx, viewer), component),
        problem: licenceProblem(command.licence),
      });
      if (!decision.ok) return decision;

      await this.components.conclude(tx, component, {
        ...decision.value,
        byId: viewer.person.id,
        at: await tx.now(),
      });
      await this.activity.append(tx, {
        kind: 'component.licence_concluded',
        subject: { type: 'Component', id: component.id },
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { ...decision.value, declared: component.licenceDeclared ?? '', found: component.licenceFound ?? '' },
      });
      return accept({ componentId: component.id });
    });
  }
}
