export * from './entry.js';
export * from './impact-strategy.js';
export * from './openness.js';
export * from './research.js';
export * from './share-entry.js';
export * from './use-entry.js';
export * from './withdraw-entry.js';
