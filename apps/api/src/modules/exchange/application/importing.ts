import { AsyncLocalStorage } from 'node:async_hooks';

import type { RowFault } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { ImportStore } from '../persistence/import-store.js';

/** What an import did, or in a preview would do. */
export interface ImportReport {
  /** Counts by what happened, in the order they are told: `{ added: 12, 'already there': 3 }`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Rows that were left out, with the place in the file. The rest was imported all the same. */
  readonly faults: readonly RowFault[];
  /** Rows that were read without a fault, with what they say first. Left out where rows say nothing by themselves. */
  readonly rows?: readonly { readonly line: number; readonly title: string; readonly alreadyThere: boolean }[];
  /** What else a person should know, in sentences. */
  readonly notes: readonly string[];
}

export interface ImportOptions {
  /** Says what would happen, and changes nothing. */
  readonly dryRun: boolean;
  readonly progress: (done: number, of: number) => void;
}

/**
 * Remembers which row an idea came from in the transaction that logs it: a crash between the two would otherwise
 * import the row again.
 */
@Injectable()
export class Importing {
  private readonly row = new AsyncLocalStorage<string>();

  constructor(imports: ImportStore, activity: ActivityLog) {
    activity.whenever('idea.logged', async (tx, { subject }) => {
      const key = this.row.getStore();
      if (key !== undefined) await imports.remember(tx, 'IDEA', key, subject.id);
    });
  }

  /** Runs a use case for one row of a file. */
  from<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.row.run(key, work);
  }
}

/** A use case's refusal, said at a place of the file. */
export function refused(
  line: number,
  columnOf: Readonly<Record<string, string>>,
  reasons: readonly { readonly code: string; readonly path?: readonly string[] }[],
): RowFault[] {
  return reasons.map((reason) => {
    const field = reason.path?.[1];
    const column = field === undefined ? null : (columnOf[field] ?? null);
    return { line, column, code: 'REFUSED', given: reason.code };
  });
}
