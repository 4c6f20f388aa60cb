import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { Decision } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId } from '../../../platform/database/index.js';
import { BadUserInputError, NotFoundError, RefusalObject, SignedIn, Views } from '../../../platform/graphql/index.js';
import { RecordUsersSaid, wordVenture } from '../../ventures/index.js';
import { AdoptStandard } from '../application/adopt-standard.js';
import { DefineIndicator } from '../application/define-indicator.js';
import { RecordProgress } from '../application/record-progress.js';
import { ReviseIndicator } from '../application/revise-indicator.js';
import { SetTarget } from '../application/set-target.js';
import type { IndicatorList } from '../persistence/indicator-store.js';
import * as inputs from './measurement.inputs.js';
import { IndicatorObject } from './measurement.object.js';
import { type MeasurementReason, wordMeasurement } from './wording.js';

/** The row behind an opaque id; what is no id of that kind does not exist. */
function row(kind: string, id: string, what: string): string {
  const found = rowId(kind, id);
  if (found === undefined) throw new NotFoundError(what);
  return found;
}

@Resolver(() => IndicatorObject)
export class MeasurementMutations {
  constructor(
    private readonly views: Views,
    private readonly defineUseCase: DefineIndicator,
    private readonly reviseUseCase: ReviseIndicator,
    private readonly adoptUseCase: AdoptStandard,
    private readonly setTargetUseCase: SetTarget,
    private readonly recordProgressUseCase: RecordProgress,
    private readonly recordUsersSaidUseCase: RecordUsersSaid,
  ) {}

  @Mutation(() => inputs.DefineIndicatorResult, {
    description: 'Adds an indicator to a venture’s own list or to a data standard.',
  })
  defineIndicator(
    @Args('input') input: inputs.DefineIndicatorInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.defineUseCase.execute(viewer, { ...definitionOf(input), list: listOf(input) });
    return this.answerIndicator(info, viewer, 'DefineIndicatorPayload', doing);
  }

  @Mutation(() => inputs.ReviseIndicatorResult, {
    description: 'Writes a new version of an indicator, and says whether numbers before and after it may be compared.',
  })
  reviseIndicator(
    @Args('input') input: inputs.ReviseIndicatorInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { seen, material, changeNote } = input;
    const indicatorId = row('indicator', input.indicatorId, 'The indicator');
    const command = { ...definitionOf(input), indicatorId, seen, material, changeNote };
    return this.answerIndicator(info, viewer, 'ReviseIndicatorPayload', this.reviseUseCase.execute(viewer, command));
  }

  @Mutation(() => inputs.SetTargetResult, {
    description: 'States where an indicator stood at the beginning and where a venture wants it to be.',
  })
  setTarget(
    @Args('input') input: inputs.SetTargetInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.setTargetUseCase.execute(viewer, {
      ventureId: row('venture', input.ventureId, 'The project'),
      indicatorId: row('indicator', input.indicatorId, 'The indicator'),
      baseline: input.baseline ?? '',
      baselineOn: input.baselineOn ?? '',
      target: input.target ?? '',
      targetOn: input.targetOn ?? '',
    });
    return this.answerVenture(info, viewer, 'SetTargetPayload', doing);
  }

  @Mutation(() => inputs.AdoptStandardResult, {
    description: 'A venture measures by a data standard from now on, beside what it defined itself.',
  })
  adoptStandard(
    @Args('input') input: inputs.AdoptStandardInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.adoptUseCase.execute(viewer, {
      ventureId: row('venture', input.ventureId, 'The project'),
      entryId: row('entry', input.entryId, 'The entry'),
    });
    return this.answerVenture(info, viewer, 'AdoptStandardPayload', doing);
  }

  @Mutation(() => inputs.RecordProgressResult, { description: 'Records what users said, or a number of progress.' })
  async recordProgress(
    @Args('input') input: inputs.RecordProgressInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ventureId = row('venture', input.ventureId, 'The project');
    const { usersSaid, value } = input;
    if ((usersSaid == null) === (value == null)) throw new BadUserInputError('Give either usersSaid or value.');
    if (value != null) {
      const indicatorId = row('indicator', value.indicatorId, 'The indicator');
      const doing = this.recordProgressUseCase.execute(viewer, { ...value, ventureId, indicatorId });
      return this.answerVenture(info, viewer, 'RecordProgressPayload', doing);
    }
    if (usersSaid == null) throw new BadUserInputError('Give either usersSaid or value.');
    const decision = await this.recordUsersSaidUseCase.execute(viewer, {
      ...usersSaid,
      ventureId,
      sessionId: usersSaid.sessionId == null ? null : row('session', usersSaid.sessionId, 'The session'),
    });
    if (!decision.ok) return RefusalObject.from(decision, wordVenture);
    return this.views.payload(info, viewer, 'RecordProgressPayload', 'venture', decision.value.ventureId);
  }

  private async answerVenture(
    info: GraphQLResolveInfo,
    viewer: SignedInViewer,
    payload: string,
    doing: Promise<Decision<{ readonly ventureId: string }, MeasurementReason>>,
  ) {
    const decision = await doing;
    if (!decision.ok) return RefusalObject.from(decision, wordMeasurement);
    return this.views.payload(info, viewer, payload, 'venture', decision.value.ventureId);
  }

  private async answerIndicator(
    info: GraphQLResolveInfo,
    viewer: SignedInViewer,
    payload: string,
    doing: Promise<Decision<{ readonly indicatorId: string }, MeasurementReason>>,
  ) {
    const decision = await doing;
    if (!decision.ok) return RefusalObject.from(decision, wordMeasurement);
    const { indicatorId } = decision.value;
    return this.views.payload(info, viewer, payload, 'indicator', indicatorId);
  }
}

function listOf(input: inputs.DefineIndicatorInput): IndicatorList {
  if (input.ventureId != null && input.entryId == null) {
    return { ventureId: row('venture', input.ventureId, 'The project') };
  }
  if (input.entryId != null && input.ventureId == null) return { entryId: row('entry', input.entryId, 'The entry') };
  throw new BadUserInputError('Give either ventureId or entryId.');
}

function definitionOf(input: inputs.DefineIndicatorInput | inputs.ReviseIndicatorInput) {
  const { title, definition, unit, direction } = input;
  return {
    title,
    definition,
    unit,
    direction,
    unitNote: input.unitNote ?? '',
    countsPeople: input.countsPeople ?? false,
    tier: input.tier ?? ('OPTIONAL' as const),
  };
}
