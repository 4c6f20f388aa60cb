import {
  accept,
  recordMeasurements,
  refuse,
  type Decision,
  type RecordedMeasurements,
  type RecordMeasurementsRefusalReason,
  type TextFault,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import type { StoredStandard } from '../persistence/measurement-store.js';
import { KeepMeasurements, type KeptMeasurements } from './keep-measurements.js';
import { type FileFault, type LineFault, readMeasurements } from './read-measurements.js';
import type { RecordMeasurementsReason } from './record-measurements.js';

export interface ImportMeasurementsCommand {
  readonly organisationId: string;
  readonly entryId: string;
  /** The template of the standard, filled in. */
  readonly csv: string;
  readonly method: string;
  /** False: only say what would happen. */
  readonly apply: boolean;
}

export type CellFault =
  | FileFault
  | Exclude<RecordMeasurementsRefusalReason, TextFault>
  | { readonly code: 'PERIOD_TWICE'; readonly line: number };

export interface ImportedMeasurements extends KeptMeasurements {
  /** Whether it was kept: never where anything is wrong. */
  readonly applied: boolean;
  readonly faults: readonly LineFault<CellFault>[];
  readonly read: readonly { readonly line: number; readonly report: RecordedMeasurements }[];
}

/** An organisation reports many periods at once from a spreadsheet: all of them, or none where anything is wrong. */
@Injectable()
export class ImportMeasurements {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeping: KeepMeasurements,
  ) {}

  /** @throws {NotFoundError} when there is no such organisation or entry */
  execute(
    viewer: SignedInViewer,
    { organisationId, entryId, csv, method, apply }: ImportMeasurementsCommand,
  ): Promise<Decision<ImportedMeasurements, RecordMeasurementsReason>> {
    return this.unitOfWork.run(async (tx) => {
      const begun = await this.keeping.begin(tx, viewer, organisationId, entryId);
      if (!begun.ok) return begun;
      const standard = begun.value;
      const at = await tx.now();
      const { read, faults, texts } = look(csv, method, standard, at.toISOString().slice(0, 10));
      if (texts.length > 0) return refuse(texts);
      if (faults.length > 0) return accept({ applied: false, added: 0, changed: 0, unchanged: 0, read, faults });
      // In the order of periods, so that two who report the same ones wait for each other and not in a circle.
      const reports = read.map(({ report }) => report).toSorted((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
      const by = { personId: viewer.person.id, at };
      const kept = await this.keeping.keep(tx, organisationId, standard, reports, by, apply);
      return accept({ ...kept, applied: apply, read, faults });
    });
  }
}

function look(csv: string, method: string, standard: StoredStandard, today: string) {
  const versions = new Map(
    standard.indicators.map(({ key, versions: all }) => [key, Math.max(...all.map(({ version }) => version))]),
  );
  const { lines, faults: ofFile } = readMeasurements(csv, versions, method);
  const faults: LineFault<CellFault>[] = [...ofFile];
  const read: ImportedMeasurements['read'][number][] = [];
  const texts = new Map<string, TextFault>();
  const seen = new Map<string, number>();
  for (const { line, ask } of lines) {
    const before = seen.get(`${ask.from} ${ask.to}`);
    if (before !== undefined) faults.push({ line, column: null, reason: { code: 'PERIOD_TWICE', line: before } });
    else seen.set(`${ask.from} ${ask.to}`, line);
    const decision = recordMeasurements(ask, { indicators: standard.indicators, today });
    if (decision.ok) read.push({ line, report: decision.value });
    else
      for (const reason of decision.reasons) {
        // The note about the method stands beside the file and is the same for every line.
        if ('path' in reason) texts.set(reason.code, reason);
        else faults.push({ line, column: columnOf(reason), reason });
      }
  }
  if (lines.length === 0 && ofFile.length === 0) faults.push({ line: 1, column: null, reason: { code: 'NO_VALUES' } });
  return { read, faults, texts: [...texts.values()] };
}

function columnOf(reason: Exclude<RecordMeasurementsRefusalReason, TextFault>): string | null {
  if ('key' in reason) return reason.key;
  if ('field' in reason) return reason.field;
  return reason.code.startsWith('PERIOD_') ? 'to' : null;
}
