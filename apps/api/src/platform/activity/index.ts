export * from './activity.js';
export * from './activity-log.js';
export * from './canonical-json.js';
export * from './commitment.js';
