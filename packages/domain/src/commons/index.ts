export * from './entry.js';
export * from './share-entry.js';
