export * from './columns.js';
export * from './imports.js';
export * from './polis.js';
export * from './import-table.js';
