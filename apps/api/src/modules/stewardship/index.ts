export { DecideReport } from './application/decide-report.js';
export { NameSteward } from './application/name-steward.js';
export { ReportContent } from './application/report-content.js';
export { HeldPostStore } from './persistence/held-post-store.js';
export { StewardshipModule } from './stewardship.module.js';
