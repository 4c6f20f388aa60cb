export { type AwardRow, awardsFrom, awardsOf, venturesAfter } from './application/awards.js';
export { GrantsModule } from './grants.module.js';
