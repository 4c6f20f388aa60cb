import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type IndicatorVersion, type KeptNumber, whereItStands } from '@openimpact/domain';

import { sql } from '../../../platform/database/index.js';
import { NodeKinds, PageArguments, storedUnder, type Viewed } from '../../../platform/graphql/index.js';
import { CommonsEntryObject } from '../../commons/index.js';
import { benchmarkView, isOwnMeasurement, measurementView } from '../application/benchmark-view.js';
import {
  BenchmarkConnection,
  BenchmarkObject,
  MeasurementConnection,
  StandingObject,
  StandingPlaceEnum,
} from './benchmark.object.js';
import { IndicatorObject } from './measurement.object.js';

@Resolver(() => BenchmarkObject)
export class BenchmarkResolver {
  constructor(nodes: NodeKinds) {
    nodes.register('benchmark', {
      view: benchmarkView,
      from: (row, id) => sql`benchmarks ${row} where ${row}.id = ${id} and ${row}.organisations is not null`,
    });
    nodes.register('measurement', {
      view: measurementView,
      from: (row, id, viewer) => sql`measurements ${row} where ${row}.id = ${id} and ${isOwnMeasurement(row, viewer)}`,
    });
  }
}

type Place = Pick<IndicatorVersion, 'unit' | 'countsPeople'> & {
  readonly own: KeptNumber;
  readonly middle: KeptNumber;
  readonly lower: KeptNumber | null;
  readonly upper: KeptNumber | null;
};

@Resolver(() => StandingObject)
export class StandingResolver {
  @ResolveField(() => StandingPlaceEnum, { description: 'Where that stands.' })
  place(@Parent() standing: Viewed) {
    const place = standing['place'] as Place;
    return whereItStands(place.own, place, place);
  }
}

/** What benchmarks add to an indicator. */
@Resolver(() => IndicatorObject)
export class IndicatorBenchmarksResolver {
  @ResolveField(() => BenchmarkConnection, {
    description: 'What organisations reported together, newest period first.',
  })
  benchmarks(@Parent() indicator: Viewed, @Args() page: PageArguments) {
    return indicator[storedUnder('benchmarks', { ...page })];
  }
}

/** What measuring together adds to a data standard. */
@Resolver(() => CommonsEntryObject)
export class EntryMeasurementsResolver {
  @ResolveField(() => IndicatorObject, {
    nullable: true,
    description:
      'One indicator of a data standard; without a key, one of which a benchmark is told, or else the first.',
  })
  indicator(
    @Parent() entry: Viewed,
    @Args('key', { type: () => String, nullable: true, description: 'Its name in files.' }) key?: string | null,
  ) {
    return entry[storedUnder('indicator', { key })];
  }

  @ResolveField(() => MeasurementConnection, {
    description: 'What your own organisations reported against a data standard, newest period first.',
  })
  measurements(@Parent() entry: Viewed, @Args() page: PageArguments) {
    return entry[storedUnder('measurements', { ...page })];
  }
}
