export * from './approval.js';
export * from './approve-pledge.js';
export * from './change-pledge.js';
export * from './close-round.js';
export * from './conditions.js';
export * from './fit.js';
export * from './place-pledge.js';
export * from './pledge.js';
