export * from './entry.js';
export * from './give-together.js';
export * from './impact-strategy.js';
export * from './openness.js';
export * from './share-entry.js';
export * from './use-entry.js';
export * from './withdraw-entry.js';
