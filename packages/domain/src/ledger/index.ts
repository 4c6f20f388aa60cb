export * from './accounts.js';
export * from './ledger-words.js';
export * from './money-input.js';
export * from './split.js';
export * from './transfer.js';
export * from './transfers.js';
