export { ACTIVITY_WORDS } from './application/activity-words.js';
export { ActivityModule } from './activity.module.js';
