import { accept, type Decision, type MeasuredValue, type RecordedMeasurements, refuse } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { type ActingReason, mayActFor } from '../../mandates/index.js';
import type { By } from '../persistence/indicator-store.js';
import { MeasurementStore, type StoredMeasurement, type StoredStandard } from '../persistence/measurement-store.js';

export interface KeptMeasurements {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Why nothing can be reported here at all. */
export type ReportingReason =
  | ActingReason
  | { readonly code: 'NOT_A_STANDARD' }
  | { readonly code: 'STANDARD_WITHDRAWN' };

export const PUBLISH_BENCHMARKS = 'benchmarks.publish';

/** What every way of reporting ends in: the form, a spreadsheet, another program, and taking something back. */
@Injectable()
export class KeepMeasurements {
  constructor(
    private readonly measurements: MeasurementStore,
    private readonly activity: ActivityLog,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Begins a report: the standard it is against, where this person may report for the organisation, which stays locked.
   * One report of an organisation at a time: two of the same place would each take the other for the older one.
   *
   * @throws {NotFoundError} when there is no such organisation or entry
   */
  async begin(
    tx: Tx,
    viewer: SignedInViewer,
    organisationId: string,
    entryId: string,
  ): Promise<Decision<StoredStandard, ReportingReason>> {
    const allowed = mayActFor(await asOfNow(tx, viewer), organisationId);
    if (!allowed.ok) return allowed;
    if (!(await this.measurements.lockOrganisation(tx, organisationId))) throw new NotFoundError('This organisation');
    const standard = await this.measurements.standard(tx, entryId);
    if (standard === undefined) throw new NotFoundError('The entry');
    if (standard.kind !== 'DATA_STANDARD') return refuse([{ code: 'NOT_A_STANDARD' }]);
    if (standard.status !== 'PUBLISHED') return refuse([{ code: 'STANDARD_WITHDRAWN' }]);
    return accept(standard);
  }

  /**
   * Keeps what was decided. What says the same as before changes nothing, so that the same report twice is one fact.
   *
   * The organisation must be locked.
   *
   * @param write false: only counts what would be kept
   */
  async keep(
    tx: Tx,
    organisationId: string,
    standard: StoredStandard,
    reports: readonly RecordedMeasurements[],
    by: By,
    write = true,
  ): Promise<KeptMeasurements> {
    const count = { added: 0, changed: 0, unchanged: 0 };
    for (const report of reports) {
      const values = report.values.map((value) => ({
        ...value,
        indicator: indicatorOf(standard, value.key),
        takenBack: false,
      }));
      const ids = values.map(({ indicator }) => indicator.id);
      const before = await this.measurements.newest(tx, organisationId, report, ids);
      const differing = values
        .map((value) => ({ ...value, before: before.get(value.indicator.id) }))
        .filter((value) => !isSame(value, report.method, value.before));
      const added = differing.filter((value) => value.before?.takenBack !== false).length;
      count.added += added;
      count.changed += differing.length - added;
      count.unchanged += values.length - differing.length;
      if (write && differing.length > 0) await this.measurements.add(tx, organisationId, report, differing, by);
    }
    if (write && count.added + count.changed > 0)
      await this.say(tx, 'measurement.recorded', organisationId, standard.id, by, count);
    return count;
  }

  /** Says what was done in the organisation's own log, and has it looked at what may be told of it to everybody. */
  async say(
    tx: Tx,
    kind: 'measurement.recorded' | 'measurement.taken_back',
    organisationId: string,
    entryId: string,
    { personId, at }: By,
    content: Readonly<Record<string, number>> = {},
  ): Promise<void> {
    await this.activity.append(tx, {
      kind,
      subject: { type: 'CommonsEntry', id: entryId },
      organisationId,
      actorId: personId,
      occurredAt: at,
      visibility: 'ORGANISATION',
      content,
    });
    await this.jobs.add(tx, PUBLISH_BENCHMARKS, {}, { key: PUBLISH_BENCHMARKS });
  }
}

function indicatorOf(standard: StoredStandard, key: string) {
  const indicator = standard.indicators.find((one) => one.key === key);
  if (indicator === undefined) throw new Error(`The standard has no indicator ${key}.`);
  return indicator;
}

type Compared = MeasuredValue & { readonly indicator: ReturnType<typeof indicatorOf> };

/** Compared as numbers, to the last of their six decimals: 12.50 is 12.5. */
function isSame(value: Compared, method: string, before: StoredMeasurement | undefined): boolean {
  if (before === undefined || before.takenBack || before.method !== method || before.under !== value.under)
    return false;
  const { id } = value.indicator.versions.find(({ version }) => version === value.version) ?? {};
  const [was, is] = [before.value, value.value].map((number) => (number === null ? null : inMillionths(number)));
  return before.versionId === id && was === is;
}

/** A decimal of any size, exactly. */
function inMillionths(decimal: string): bigint {
  const [whole = '', part = ''] = decimal.split('.');
  return BigInt(whole + part.padEnd(6, '0'));
}
