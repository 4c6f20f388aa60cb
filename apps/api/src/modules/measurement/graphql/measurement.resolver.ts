import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import { sql } from '../../../platform/database/index.js';
import { NodeKinds, type Viewed } from '../../../platform/graphql/index.js';
import { CommonsEntryObject } from '../../commons/index.js';
import { VentureObject } from '../../ventures/index.js';
import { indicatorView } from '../application/measurement-view.js';
import { IndicatorObject, ProgressValueObject, VentureIndicatorObject } from './measurement.object.js';

@Resolver(() => IndicatorObject)
export class IndicatorResolver {
  constructor(nodes: NodeKinds) {
    nodes.register('indicator', {
      view: indicatorView,
      from: (row, id) => sql`indicators ${row} where ${row}.id = ${id}`,
    });
  }
}

@Resolver(() => VentureObject)
export class VentureIndicatorsResolver {
  @ResolveField(() => [VentureIndicatorObject], { description: 'What it measures, with values over time.' })
  indicators(@Parent() venture: Viewed) {
    return venture['indicators'];
  }

  @ResolveField(() => [ProgressValueObject], { description: 'Values over time, by indicator; the first thousand.' })
  progress(@Parent() venture: Viewed) {
    return venture['progress'];
  }
}

@Resolver(() => CommonsEntryObject)
export class EntryIndicatorsResolver {
  @ResolveField(() => [IndicatorObject], { description: 'The indicators of a data standard; none for anything else.' })
  indicators(@Parent() entry: Viewed) {
    return entry['indicators'];
  }
}
