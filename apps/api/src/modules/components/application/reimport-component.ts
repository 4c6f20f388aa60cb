import {
  accept,
  type Decision,
  fileDifferences,
  reimportComponent,
  type ReimportComponentRefusal,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { ComponentStore } from '../persistence/component-store.js';
import { lookedAtAgain } from './component-addresses.js';
import { columnsOf, factsHere, factsInFile } from './file-facts.js';
import { mayConcludeLicence } from './policy.js';
import { readComponentFile } from './read-component-file.js';

export interface ReimportComponentCommand {
  readonly componentId: string;
  /** The text of the newer file. */
  readonly publiccode: string;
  /** The fields that take what the file says; the others stay. */
  readonly take: readonly string[];
  readonly contactsAgreed?: boolean;
  /** Where it was fetched from; it is looked at again there. */
  readonly fetchedFrom?: string | null;
}

/** Reads a newer file of a component and takes from it what a person chose. */
@Injectable()
export class ReimportComponent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly components: ComponentStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: ReimportComponentCommand,
  ): Promise<Decision<{ readonly componentId: string }, ReimportComponentRefusal>> {
    const read = readComponentFile(command.publiccode);
    return this.unitOfWork.run(async (tx) => {
      const component = await this.components.lock(tx, command.componentId);
      if (component === null) throw new NotFoundError('This component');
      const last = await this.components.lastSource(tx, component.id);
      const lastFacts = last === undefined ? null : readComponentFile(last.raw).facts;
      const decision = reimportComponent(command.take, {
        mayChange: mayConcludeLicence(await asOfNow(tx, viewer), component),
        file: read.facts ?? { refused: read.refused ?? '' },
        repositoryUrl: component.repositoryUrl,
        differences:
          read.facts === null
            ? []
            : fileDifferences(factsHere(component), lastFacts && factsInFile(lastFacts), factsInFile(read.facts)),
      });
      if (!decision.ok) return decision;

      const now = await tx.now();
      const fetchedFrom = lookedAtAgain(command.fetchedFrom);
      await this.components.change(tx, component, {
        ...columnsOf(decision.value),
        ...(fetchedFrom !== null
          ? { metadataUrl: fetchedFrom, checkedAt: now, seenAt: now, unreachableSince: null, unreachableBecause: null }
          : {}),
        updatedAt: now,
      });
      await this.components.addSource(tx, {
        id: newId(),
        componentId: component.id,
        number: (last?.number ?? 0) + 1,
        raw: command.publiccode,
        valid: read.valid,
        problems: [...read.problems],
        contactsAgreed: command.contactsAgreed ?? false,
        fetchedFrom,
        receivedById: viewer.person.id,
        receivedAt: now,
      });
      await this.activity.append(tx, {
        kind: 'component.read_again',
        subject: { type: 'Component', id: component.id },
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { changed: decision.value.map(({ field }) => field), faults: read.problems.length },
      });
      return accept({ componentId: component.id });
    });
  }
}
