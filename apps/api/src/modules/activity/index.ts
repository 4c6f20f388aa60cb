export { activityAddress, activitySubjectName } from './application/activity-view.js';
export { ACTIVITY_WORDS, wordActivity } from './application/activity-words.js';
export { ActivityModule } from './activity.module.js';
