export * from './bank-lines.js';
export * from './call-tranche.js';
export * from './instalments.js';
export * from './payments.js';
export * from './release-call.js';
export * from './release-remainder.js';
