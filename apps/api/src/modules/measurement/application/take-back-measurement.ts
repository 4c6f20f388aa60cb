import { accept, comparableSince, refuse, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { type ActingReason, mayActFor } from '../../mandates/index.js';
import { MeasurementStore } from '../persistence/measurement-store.js';
import { KeepMeasurements } from './keep-measurements.js';

export type TakeBackMeasurementReason =
  | ActingReason
  | { readonly code: 'MEASUREMENT_CHANGED_MEANWHILE'; readonly revision: number };

/** An organisation takes back what it reported. It stays in its own history; of what everybody is told it is part until that is next told anew. */
@Injectable()
export class TakeBackMeasurement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly measurements: MeasurementStore,
    private readonly keeping: KeepMeasurements,
  ) {}

  /**
   * @param expects the revision that the sender knows, where they say
   * @throws {NotFoundError} when there is no such value, or it is somebody else's
   */
  execute(
    viewer: SignedInViewer,
    measurementId: string,
    expects?: number,
  ): Promise<Decision<{ readonly entryId: string }, TakeBackMeasurementReason>> {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const place = await this.measurements.at(tx, measurementId);
      // What others reported is as good as not there.
      if (place === undefined || !belongsTo(acting, place.organisationId)) throw new NotFoundError('This value');
      const { organisationId, entryId, indicatorId } = place;
      const allowed = mayActFor(acting, organisationId);
      if (!allowed.ok) return allowed;
      await this.measurements.lockOrganisation(tx, organisationId);
      const standard = await this.measurements.standard(tx, entryId);
      const indicator = standard?.indicators.find(({ id }) => id === indicatorId);
      const before = (await this.measurements.newest(tx, organisationId, place, [indicatorId])).get(indicatorId);
      if (indicator === undefined || before === undefined) throw new NotFoundError('This value');
      if (before.id !== measurementId || (expects !== undefined && before.revision !== expects)) {
        return refuse([{ code: 'MEASUREMENT_CHANGED_MEANWHILE', revision: before.revision }]);
      }
      const by = { personId: viewer.person.id, at: await tx.now() };
      const version = indicator.versions.find(({ id }) => id === before.versionId)?.version ?? 1;
      const meaning = { version, comparableSince: comparableSince(indicator.versions, version) };
      const gone = { ...meaning, indicator, value: null, under: null, takenBack: true, before };
      await this.measurements.add(tx, organisationId, { ...place, method: '' }, [gone], by);
      await this.keeping.say(tx, 'measurement.taken_back', organisationId, entryId, by);
      return accept({ entryId });
    });
  }
}
