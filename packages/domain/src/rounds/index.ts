export * from './open-round.js';
export * from './round.js';
