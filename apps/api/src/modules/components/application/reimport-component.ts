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
  /** The text of the newer file; null when only what it does is said anew. */
  readonly publiccode?: string | null;
  /** The fields that take what the file says; the others stay. */
  readonly take: readonly string[];
  readonly functions?: readonly string[] | null;
  readonly contactsAgreed?: boolean;
  /** Where it was fetched from; it is looked at again there. */
  readonly fetchedFrom?: string | null;
}

/** Reads a newer file of a component and takes from it what a person chose, and what they say that it does. */
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
    const raw = command.publiccode ?? null;
    const read = raw === null ? null : readComponentFile(raw);
    return this.unitOfWork.run(async (tx) => {
      const component = await this.components.lock(tx, command.componentId);
      if (component === null) throw new NotFoundError('This component');
      const last = await this.components.lastSource(tx, component.id);
      const lastFacts = last === undefined ? null : readComponentFile(last.raw).facts;
      const decision = reimportComponent(
        { take: command.take, functions: command.functions ?? null },
        {
          mayChange: mayConcludeLicence(await asOfNow(tx, viewer), component),
          file: read && (read.facts ?? { refused: read.refused ?? '' }),
          repositoryUrl: component.repositoryUrl,
          differences: !read?.facts
            ? []
            : fileDifferences(factsHere(component), lastFacts && factsInFile(lastFacts), factsInFile(read.facts)),
        },
      );
      if (!decision.ok) return decision;

      const now = await tx.now();
      const { taken, functions } = decision.value;
      const fetchedFrom = read === null ? null : lookedAtAgain(command.fetchedFrom);
      await this.components.change(tx, component, {
        ...columnsOf(taken),
        ...(functions === null ? {} : { functions: [...functions] }),
        ...(fetchedFrom !== null
          ? { metadataUrl: fetchedFrom, checkedAt: now, seenAt: now, unreachableSince: null, unreachableBecause: null }
          : {}),
        updatedAt: now,
      });
      const told = { subject: { type: 'Component', id: component.id }, actorId: viewer.person.id } as const;
      if (raw !== null && read !== null) {
        await this.components.addSource(tx, {
          id: newId(),
          componentId: component.id,
          number: (last?.number ?? 0) + 1,
          raw,
          valid: read.valid,
          problems: [...read.problems],
          contactsAgreed: command.contactsAgreed ?? false,
          fetchedFrom,
          receivedById: viewer.person.id,
          receivedAt: now,
        });
        await this.activity.append(tx, {
          ...told,
          kind: 'component.read_again',
          visibility: 'PUBLIC',
          content: { changed: taken.map(({ field }) => field), faults: read.problems.length },
        });
      }
      if (functions !== null) {
        await this.activity.append(tx, {
          ...told,
          kind: 'component.functions_changed',
          visibility: 'PUBLIC',
          content: { before: component.functions, after: functions },
        });
      }
      return accept({ componentId: component.id });
    });
  }
}
