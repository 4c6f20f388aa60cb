import type { Currency } from '../shared/index.js';

/**
 * The accounts of the ledger. A mandate's budget is in exactly one of its places at any time: available, or
 * with one of its pledges. A round's accounts say the same money from the venture's side.
 *
 * | kind | belongs to | says |
 * |---|---|---|
 * | MANDATE_CONTROL | mandate | the budget as promised, from outside (negative) |
 * | MANDATE_AVAILABLE | mandate | what can still be pledged |
 * | PLEDGED, COMMITTED, CALLED, PAID | pledge | promised; agreed and not yet asked for; asked for; paid |
 * | VENTURE_FUNDING | round | agreed money as its source (negative) |
 * | VENTURE_RECEIVABLE, VENTURE_RECEIVED | round | agreed money still to come; money that came |
 */
export const ACCOUNT_KINDS = [
  'MANDATE_CONTROL',
  'MANDATE_AVAILABLE',
  'PLEDGED',
  'COMMITTED',
  'CALLED',
  'PAID',
  'VENTURE_FUNDING',
  'VENTURE_RECEIVABLE',
  'VENTURE_RECEIVED',
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** What an account belongs to. */
export const ACCOUNT_OWNERS = {
  MANDATE_CONTROL: 'MANDATE',
  MANDATE_AVAILABLE: 'MANDATE',
  PLEDGED: 'PLEDGE',
  COMMITTED: 'PLEDGE',
  CALLED: 'PLEDGE',
  PAID: 'PLEDGE',
  VENTURE_FUNDING: 'ROUND',
  VENTURE_RECEIVABLE: 'ROUND',
  VENTURE_RECEIVED: 'ROUND',
} as const satisfies Record<AccountKind, 'MANDATE' | 'PLEDGE' | 'ROUND'>;
export type AccountOwner = (typeof ACCOUNT_OWNERS)[AccountKind];

/** Accounts where money comes from: they alone may be below zero. */
const SOURCES: ReadonlySet<AccountKind> = new Set(['MANDATE_CONTROL', 'VENTURE_FUNDING']);

/** Whether a balance below zero would mean money that nobody has. */
export function mustNotBeNegative(kind: AccountKind): boolean {
  return !SOURCES.has(kind);
}

/** An account by what it is rather than by an id: one kind, one owner, one currency is one account. */
export interface AccountAddress {
  readonly kind: AccountKind;
  readonly ownerId: string;
  readonly currency: Currency;
}

/** The same text for the same account, for maps and for a stable order. */
export function accountKey(account: AccountAddress): string {
  return `${account.kind}:${account.ownerId}:${account.currency}`;
}
