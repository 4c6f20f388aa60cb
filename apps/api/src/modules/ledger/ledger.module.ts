import { Module } from '@nestjs/common';

import { SetBudgets } from './application/set-budgets.js';
import { LedgerStore } from './persistence/ledger-store.js';

@Module({ providers: [LedgerStore, SetBudgets], exports: [LedgerStore] })
export class LedgerModule {}
