export * from './demonstration/index.js';
export * from './money.js';
export * from './random.js';
export * from './times.js';
