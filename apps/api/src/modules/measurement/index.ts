export { AdoptStandard } from './application/adopt-standard.js';
export { DefineIndicator } from './application/define-indicator.js';
export { indicatorView } from './application/measurement-view.js';
export { RecordProgress } from './application/record-progress.js';
export { ReviseIndicator } from './application/revise-indicator.js';
export { SetTarget } from './application/set-target.js';
export { IndicatorObject } from './graphql/measurement.object.js';
export { MeasurementModule } from './measurement.module.js';
