export * from './indicators.js';
export * from './progress.js';
export * from './standard-formats.js';
export * from './vocabulary.js';
