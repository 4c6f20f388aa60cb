export { NameSteward } from './application/name-steward.js';
export { StewardshipModule } from './stewardship.module.js';
