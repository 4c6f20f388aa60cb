export * from './benchmarks.js';
export * from './indicators.js';
export * from './kept-number.js';
export * from './measurements.js';
export * from './progress.js';
export * from './standard-formats.js';
export * from './vocabulary.js';
