import type { AccountKind } from './accounts.js';
import type { LedgerTransactionKind } from './transfer.js';

/** The ledger in the words of a treasurer: what happened, and which account of whose it touched. */
export const LEDGER_WORDS: {
  readonly transaction: Readonly<Record<LedgerTransactionKind, string>>;
  readonly account: Readonly<Record<AccountKind, string>>;
} = {
  transaction: {
    BUDGET_SET: 'Budget of an open offer set',
    PLEDGE_PLACED: 'Pledged',
    PLEDGE_CHANGED: 'Pledge changed',
    PLEDGE_WITHDRAWN: 'Pledge withdrawn',
    PLEDGE_RELEASED: 'Pledge released: the round closed without it',
    PLEDGE_COMMITTED: 'Pledge agreed: the round reached its minimum',
    TRANCHE_CALLED: 'Instalment asked for',
    PAYMENT_RECORDED: 'Payment',
    PAYMENT_REVERSED: 'Payment came back',
    REMAINDER_RELEASED: 'Agreed money let go before it was asked for',
    CALL_RELEASED: 'Payment request let go unpaid',
  },
  account: {
    MANDATE_CONTROL: 'Budget as set aside',
    MANDATE_AVAILABLE: 'Available to pledge',
    PLEDGED: 'Pledged',
    COMMITTED: 'Agreed, not asked for',
    CALLED: 'Asked for, unpaid',
    PAID: 'Paid',
    VENTURE_FUNDING: 'Funding agreed (source)',
    VENTURE_RECEIVABLE: 'Still to be received',
    VENTURE_RECEIVED: 'Received',
  },
};
