export * from './adoption-interest.js';
export * from './answer-harm.js';
export * from './cast-vote.js';
export * from './small-numbers.js';
export * from './tally.js';
export * from './vote.js';
export * from './pseudonym.js';
