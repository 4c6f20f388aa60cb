export { DecideReport } from './application/decide-report.js';
export { NameSteward } from './application/name-steward.js';
export { ReportContent } from './application/report-content.js';
export { StewardshipModule } from './stewardship.module.js';
