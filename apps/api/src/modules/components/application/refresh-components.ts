import { changedUnattended, fileDifferences } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { limit, newId, Reader, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { type Fetched, Outgoing } from '../../../platform/outgoing/index.js';
import { ComponentStore, type StoredComponent } from '../persistence/component-store.js';
import { columnsOf, factsHere, factsInFile } from './file-facts.js';
import { readComponentFile } from './read-component-file.js';

/** Often enough that a release is seen within the week, seldom enough that nobody's server notices. */
const DAYS_BETWEEN_LOOKS = 7;
const MOST_AT_ONCE = 20;

/** Looks again at the files that components were fetched from. */
@Injectable()
export class RefreshComponents {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly components: ComponentStore,
    private readonly outgoing: Outgoing,
    private readonly activity: ActivityLog,
    jobs: Jobs,
  ) {
    jobs.every('components.refresh', 60, () => this.execute());
  }

  async execute(): Promise<void> {
    await this.workOutLicenceUses();
    const due = await this.reader.query<{ id: string; metadataUrl: string }>(sql`
      select id, metadata_url as "metadataUrl" from components where metadata_url is not null
        and (checked_at is null or checked_at < app_now() - make_interval(days => ${DAYS_BETWEEN_LOOKS}))
      order by checked_at nulls first, id ${limit(MOST_AT_ONCE)}`);
    for (const { id, metadataUrl } of due) {
      // Fetched before the transaction: nobody waits on a lock for a stranger's server.
      const fetched = await this.outgoing.fetch(metadataUrl);
      await this.unitOfWork.run(async (tx) => {
        await this.record(tx, id, metadataUrl, fetched);
        return { ok: true, value: true };
      });
    }
  }

  private async record(tx: Tx, id: string, metadataUrl: string, fetched: Fetched): Promise<void> {
    const component = await this.components.lock(tx, id);
    if (component === null || component.metadataUrl !== metadataUrl) return;
    const now = await tx.now();
    if (!fetched.ok) {
      await this.components.change(tx, component, {
        checkedAt: now,
        unreachableSince: component.unreachableSince ?? now,
        unreachableBecause: fetched.reason,
      });
      return;
    }
    const seen = { checkedAt: now, seenAt: now, unreachableSince: null, unreachableBecause: null };
    const raw = new TextDecoder().decode(fetched.bytes);
    const last = await this.components.lastSource(tx, id);
    const read = readComponentFile(raw);
    const anothers = read.facts?.repositoryUrl !== null && read.facts?.repositoryUrl !== component.repositoryUrl;
    if (last?.raw === raw || read.facts === null || anothers) {
      await this.components.change(tx, component, seen);
      return;
    }
    await this.take(tx, component, seen, { raw, last, read: { ...read, facts: read.facts } });
  }

  private async take(
    tx: Tx,
    component: StoredComponent,
    seen: Partial<StoredComponent> & { readonly seenAt: Date },
    file: {
      readonly raw: string;
      readonly last: Awaited<ReturnType<ComponentStore['lastSource']>>;
      readonly read: ReturnType<typeof readComponentFile> & {
        readonly facts: NonNullable<ReturnType<typeof readComponentFile>['facts']>;
      };
    },
  ): Promise<void> {
    const { raw, last, read } = file;
    const before = last === undefined ? null : readComponentFile(last.raw).facts;
    const taken = changedUnattended(
      fileDifferences(factsHere(component), before && factsInFile(before), factsInFile(read.facts)),
    );
    const changed = taken.length > 0 ? { ...columnsOf(taken), updatedAt: seen.seenAt } : {};
    await this.components.change(tx, component, { ...seen, ...changed });
    await this.components.addSource(tx, {
      id: newId(),
      componentId: component.id,
      number: (last?.number ?? 0) + 1,
      raw,
      valid: read.valid,
      problems: [...read.problems],
      // Whoever a newer file names was not asked.
      contactsAgreed: false,
      fetchedFrom: component.metadataUrl,
      receivedById: null,
      receivedAt: seen.seenAt,
    });
    await this.activity.append(tx, {
      kind: 'component.read_again',
      subject: { type: 'Component', id: component.id },
      visibility: 'PUBLIC',
      content: { changed: taken.map(({ field }) => field), faults: read.problems.length },
    });
  }

  /** Components that came before the word was kept get it here. */
  private async workOutLicenceUses(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const rows = await tx.query<{ id: string }>(
        sql`select id from components where licence_use is null order by id limit 500`,
      );
      for (const { id } of rows) {
        const component = await this.components.lock(tx, id);
        if (component) await this.components.change(tx, component, {});
      }
      return { ok: true, value: true };
    });
  }
}
