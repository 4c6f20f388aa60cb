export * from './extend-round.js';
export * from './open-round.js';
export * from './round.js';
