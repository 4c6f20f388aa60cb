import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { Reader, rowId, sql } from '../../../platform/database/index.js';
import { NotFoundError, RefusalObject, said, SignedIn, Views } from '../../../platform/graphql/index.js';
import { ImportMeasurements } from '../application/import-measurements.js';
import { RecordMeasurements } from '../application/record-measurements.js';
import { TakeBackMeasurement } from '../application/take-back-measurement.js';
import * as inputs from './measurements.inputs.js';
import { wordCell, wordMeasurementsReason } from './word-measurements.js';

const SHOWN = { faults: 100, lines: 20 };
const nowhere = () => ['input'];

/** The row behind an opaque id; what is no id of that kind does not exist. */
function row(kind: string, id: string, what: string): string {
  const found = rowId(kind, id);
  if (found === undefined) throw new NotFoundError(what);
  return found;
}

@Resolver()
export class MeasurementsMutations {
  constructor(
    private readonly views: Views,
    private readonly reader: Reader,
    private readonly recording: RecordMeasurements,
    private readonly importing: ImportMeasurements,
    private readonly takingBack: TakeBackMeasurement,
  ) {}

  @Mutation(() => inputs.RecordMeasurementsResult, {
    description:
      'Reports what one of your organisations measured in a period by a data standard: all of it or nothing.',
  })
  async recordMeasurements(
    @Args('input') input: inputs.RecordMeasurementsInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const organisationId = row('organisation', input.organisationId, 'This organisation');
    const entryId = row('entry', input.entryId, 'The entry');
    const ids = input.values.map(({ indicatorId }) => row('indicator', indicatorId, 'The indicator'));
    const keys = await this.keysOf(entryId, ids);
    const decision = await this.recording.execute(viewer, {
      organisationId,
      entryId,
      from: input.from,
      to: input.to,
      method: input.method ?? '',
      values: input.values.map(({ value, version }, index) => ({ key: keys[index] ?? '', value, version })),
    });
    if (!decision.ok) {
      const placeOf = (key: string) => ['input', 'values', String(keys.lastIndexOf(key)), 'value'];
      return RefusalObject.from(decision, (reason) => wordMeasurementsReason(reason, placeOf));
    }
    const payload = await this.views.payload(info, viewer, 'RecordMeasurementsPayload', 'entry', entryId);
    return { ...payload, ...decision.value };
  }

  @Mutation(() => inputs.ImportMeasurementsResult, {
    description:
      'Reports many periods at once from the template of a data standard; or says first what would be kept. Where anything is wrong, nothing is.',
  })
  async importMeasurements(
    @Args('input') input: inputs.ImportMeasurementsInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { csv, apply } = input;
    const organisationId = row('organisation', input.organisationId, 'This organisation');
    const entryId = row('entry', input.entryId, 'The entry');
    const command = { organisationId, entryId, csv, apply, method: input.method ?? '' };
    const decision = await this.importing.execute(viewer, command);
    if (!decision.ok) return RefusalObject.from(decision, (reason) => wordMeasurementsReason(reason, nowhere));
    const { faults, read, ...kept } = decision.value;
    return {
      ...(await this.views.payload(info, viewer, 'ImportMeasurementsPayload', 'entry', entryId)),
      ...kept,
      faultCount: faults.length,
      faults: faults.slice(0, SHOWN.faults).map(({ line, column, reason }) => {
        const { message, current, needed } = wordCell(reason);
        return {
          line,
          column,
          code: reason.code,
          message: said(message),
          current: heard(current),
          needed: heard(needed),
        };
      }),
      lines: read
        .slice(0, SHOWN.lines)
        .map(({ line, report: { from, to, values } }) => ({ line, from, to, values: values.length })),
    };
  }

  @Mutation(() => inputs.TakeBackMeasurementResult, {
    description: 'Takes back a value that one of your organisations reported.',
  })
  async takeBackMeasurement(
    @Args('input') input: inputs.TakeBackMeasurementInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.takingBack.execute(viewer, row('measurement', input.measurementId, 'This value'));
    if (!decision.ok) return RefusalObject.from(decision, (reason) => wordMeasurementsReason(reason, nowhere));
    return this.views.payload(info, viewer, 'TakeBackMeasurementPayload', 'entry', decision.value.entryId);
  }

  /** The names of a standard's indicators in files, in the order asked; an indicator keeps its name. */
  private async keysOf(entryId: string, indicatorIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.reader.query<{ id: string; key: string }>(
      sql`select id, key from indicators where entry_id = ${entryId} and id = any(${[...indicatorIds]}::uuid[])`,
    );
    const keys = new Map(rows.map(({ id, key }) => [id, key]));
    return indicatorIds.map((id) => {
      const key = keys.get(id);
      if (key === undefined) throw new NotFoundError('The indicator');
      return key;
    });
  }
}

function heard(words: string | undefined): string | null {
  return words === undefined ? null : said(words);
}
