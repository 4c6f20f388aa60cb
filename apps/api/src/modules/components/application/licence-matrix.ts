import { accept, type Decision, refuse } from '@openimpact/domain';
import { importMatrix, type Matrix } from '@openimpact/licences';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { Reader, sql, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';

export type ImportMatrixReason =
  | { readonly code: 'ONLY_A_STEWARD' }
  | { readonly code: 'MATRIX_NOT_READ'; readonly why: string; readonly path: readonly string[] };

interface Imported {
  readonly number: number;
  readonly matrix: Matrix;
}

// Verdicts are made in views and rules far from any request, so what they look up stands here, once a process.
let current: Imported | undefined;

/** The matrix that extends this product's own table, to pass to `judge`; nothing while nobody imported one. */
export function knownMatrix(): { readonly matrix?: Matrix } {
  return current === undefined ? {} : { matrix: current.matrix };
}

/**
 * The matrix of OSADL, imported by the site team and never shipped: it is under a licence that asks for attribution. A
 * process that did not import it sees it within a minute.
 */
@Injectable()
export class LicenceMatrix {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly activity: ActivityLog,
    jobs: Jobs,
  ) {
    // Another installation of the same process, in tests, had its own.
    current = undefined;
    // Also at the start.
    jobs.every('licences.matrix', 1, () => this.refresh());
  }

  async import(
    viewer: SignedInViewer,
    text: string,
  ): Promise<Decision<{ readonly licences: number }, ImportMatrixReason>> {
    const read = parsed(text);
    const decision = await this.unitOfWork.run(async (tx) => {
      const reasons: ImportMatrixReason[] = [];
      if (!(await asOfNow(tx, viewer)).person.steward) reasons.push({ code: 'ONLY_A_STEWARD' });
      if ('why' in read) reasons.push({ code: 'MATRIX_NOT_READ', why: read.why, path: ['input', 'matrix'] });
      if ('why' in read || reasons.length > 0) return refuse(reasons);
      const { matrix, json } = read;
      await tx.query(sql`
        insert into licence_matrices (matrix, made_at, licences, imported_by_id, imported_at)
        values (${JSON.stringify(json)}::jsonb, ${matrix.timestamp}, ${matrix.ids.length}, ${viewer.person.id}, app_now())`);
      await this.activity.append(tx, {
        kind: 'licences.matrix_imported',
        subject: { type: 'Person', id: viewer.person.id },
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { madeAt: matrix.timestamp, licences: matrix.ids.length },
      });
      return accept({ licences: matrix.ids.length });
    });
    if (decision.ok) await this.refresh();
    return decision;
  }

  private async refresh(): Promise<void> {
    const newest = await this.reader.one<{ number: number; matrix: unknown }>(
      sql`select number, matrix from licence_matrices where number > ${current?.number ?? 0} order by number desc limit 1`,
    );
    const read = newest && importMatrix(newest.matrix);
    if (newest && read?.ok) current = { number: newest.number, matrix: read.value };
  }
}

function parsed(text: string): { readonly matrix: Matrix; readonly json: unknown } | { readonly why: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { why: 'This is no JSON.' };
  }
  const read = importMatrix(json);
  return read.ok ? { matrix: read.value, json } : { why: read.problem.message };
}
