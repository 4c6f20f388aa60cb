export * from './data-source.js';
export * from './errors.js';
export * from './id.js';
export * from './idempotency.js';
export { type DatabaseLimits, SERVING } from './limits.js';
export * from './open.js';
export * from './reader.js';
export * from './sql.js';
export * from './unit-of-work.js';
