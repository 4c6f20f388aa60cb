import { Module } from '@nestjs/common';

import { VenturesModule } from '../ventures/index.js';
import { ImportMeasurements } from './application/import-measurements.js';
import { KeepMeasurements } from './application/keep-measurements.js';
import { PublishBenchmarks } from './application/publish-benchmarks.js';
import { RecordMeasurements } from './application/record-measurements.js';
import { TakeBackMeasurement } from './application/take-back-measurement.js';
import {
  BenchmarkResolver,
  EntryMeasurementsResolver,
  IndicatorBenchmarksResolver,
  StandingResolver,
} from './graphql/benchmark.resolver.js';
import { MeasurementsMutations } from './graphql/measurements.mutations.js';
import { BenchmarkStore } from './persistence/benchmark-store.js';
import { MeasurementReader } from './persistence/measurement-reader.js';
import { MeasurementStore } from './persistence/measurement-store.js';
import { AdoptStandard } from './application/adopt-standard.js';
import { DefineIndicator } from './application/define-indicator.js';
import { IndicatorWork } from './application/indicator-work.js';
import { MeasurementData } from './application/measurement-data.js';
import { RecordProgress } from './application/record-progress.js';
import { ReviseIndicator } from './application/revise-indicator.js';
import { SetTarget } from './application/set-target.js';
import {
  EntryIndicatorsResolver,
  IndicatorResolver,
  VentureIndicatorsResolver,
} from './graphql/measurement.resolver.js';
import { MeasurementMutations } from './graphql/measurement.mutations.js';
import { IndicatorStore } from './persistence/indicator-store.js';
import { StandardReader } from './persistence/standard-reader.js';
import { StandardController } from './web/standard.controller.js';
import { ProgressStore } from './persistence/progress-store.js';

const USE_CASES = [
  AdoptStandard,
  DefineIndicator,
  ReviseIndicator,
  SetTarget,
  RecordProgress,
  RecordMeasurements,
  ImportMeasurements,
  TakeBackMeasurement,
  PublishBenchmarks,
];

@Module({
  imports: [VenturesModule],
  controllers: [StandardController],
  providers: [
    IndicatorStore,
    ProgressStore,
    StandardReader,
    MeasurementStore,
    MeasurementReader,
    BenchmarkStore,
    KeepMeasurements,
    IndicatorWork,
    MeasurementData,
    ...USE_CASES,
    IndicatorResolver,
    VentureIndicatorsResolver,
    EntryIndicatorsResolver,
    MeasurementMutations,
    BenchmarkResolver,
    StandingResolver,
    IndicatorBenchmarksResolver,
    EntryMeasurementsResolver,
    MeasurementsMutations,
  ],
  exports: USE_CASES,
})
export class MeasurementModule {}
