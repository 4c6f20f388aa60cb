export * from './indicators.js';
export * from './progress.js';
export * from './vocabulary.js';
