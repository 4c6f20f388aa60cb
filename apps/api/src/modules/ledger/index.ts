export { LedgerModule } from './ledger.module.js';
export { LedgerStore } from './persistence/ledger-store.js';
