export * from './tail.js';
export * from './verify-seals.js';
