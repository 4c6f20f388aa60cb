import {
  accept,
  recordMeasurements,
  refuse,
  type Decision,
  type MeasurementsAsk,
  type RecordedMeasurements,
  type RecordMeasurementsRefusalReason,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { MeasurementStore } from '../persistence/measurement-store.js';
import { KeepMeasurements, type KeptMeasurements, type ReportingReason } from './keep-measurements.js';

export interface RecordMeasurementsCommand extends MeasurementsAsk {
  readonly organisationId: string;
  /** The data standard. */
  readonly entryId: string;
  /** The revision that the sender knows, for one value only: 0 where there should be none. */
  readonly expects?: number | undefined;
}

export type RecordMeasurementsReason =
  | RecordMeasurementsRefusalReason
  | ReportingReason
  | { readonly code: 'MEASUREMENT_CHANGED_MEANWHILE'; readonly revision: number };

/** An organisation reports what it measured in a period by a data standard. What it reports is its own, and told to nobody else. */
@Injectable()
export class RecordMeasurements {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly measurements: MeasurementStore,
    private readonly keeping: KeepMeasurements,
  ) {}

  /** @throws {NotFoundError} when there is no such organisation or entry */
  execute(
    viewer: SignedInViewer,
    command: RecordMeasurementsCommand,
  ): Promise<Decision<KeptMeasurements, RecordMeasurementsReason>> {
    return this.unitOfWork.run(async (tx) => {
      const { organisationId, entryId } = command;
      const begun = await this.keeping.begin(tx, viewer, organisationId, entryId);
      if (!begun.ok) return begun;
      const standard = begun.value;

      const at = await tx.now();
      const facts = { indicators: standard.indicators, today: at.toISOString().slice(0, 10) };
      const decision = recordMeasurements(command, facts);
      if (!decision.ok) return decision;
      const ids = standard.indicators
        .filter(({ key }) => command.values.some((one) => one.key === key))
        .map(({ id }) => id);
      const stale =
        command.expects === undefined ? undefined : await this.revision(tx, organisationId, decision.value, ids);
      if (stale !== undefined && stale !== command.expects) {
        return refuse([{ code: 'MEASUREMENT_CHANGED_MEANWHILE', revision: stale }]);
      }
      return accept(
        await this.keeping.keep(tx, organisationId, standard, [decision.value], { personId: viewer.person.id, at }),
      );
    });
  }

  private async revision(
    tx: Parameters<MeasurementStore['newest']>[0],
    organisationId: string,
    period: RecordedMeasurements,
    ids: readonly string[],
  ): Promise<number> {
    const [newest] = (await this.measurements.newest(tx, organisationId, period, ids)).values();
    return newest === undefined || newest.takenBack ? 0 : newest.revision;
  }
}
