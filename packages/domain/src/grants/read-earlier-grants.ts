import { findPersonalData } from '../ideas/index.js';
import { parseMoney } from '../ledger/index.js';
import { isDay } from '../mandates/index.js';
import { checkText, isCurrency, type Money } from '../shared/index.js';

/** A grant that a funder made before, elsewhere, from the file it publishes. */
export interface EarlierGrant {
  readonly grantId: string;
  readonly title: string;
  readonly recipient: string;
  readonly recipientId: string;
  readonly amount: Money;
  readonly awardedOn: string;
}

export type EarlierGrantFaultCode =
  | 'FIELD_MISSING'
  | 'FIELD_TOO_LONG'
  | 'FIELD_HAS_HIDDEN_CHARACTERS'
  | 'AMOUNT_NOT_AN_AMOUNT'
  | 'CURRENCY_UNKNOWN'
  | 'DAY_NOT_A_DATE'
  | 'DAY_AHEAD'
  | 'NOT_YOUR_GRANT'
  | 'GIVEN_TO_A_PERSON'
  | 'LOOKS_LIKE_PERSONAL_DATA'
  | 'ID_TWICE';

export interface EarlierGrantFault {
  /** Which grant of the file, from 1. */
  readonly row: number;
  /** The field as the standard names it. */
  readonly field: string;
  readonly code: EarlierGrantFaultCode;
  readonly given: string;
}

/** What tells a funder's own grants from others': its registered prefix, and its number in a public register. */
export interface FunderIds {
  readonly prefix: string | null;
  /** `GB-CHC-1012345`. */
  readonly organisationId: string | null;
}

const MOST = { id: 200, title: 300, name: 300 };

/**
 * Reads the grants of a file by the 360Giving standard, row by row: one that is wrong is told and left out, the others
 * are read. Grants to people are left out, because who was helped is nobody's business here; a grant of another funder
 * is, because a file may hold many and a page must not claim them.
 */
export function readEarlierGrants(
  records: readonly unknown[],
  funder: FunderIds,
  today: string,
): { readonly grants: readonly EarlierGrant[]; readonly faults: readonly EarlierGrantFault[] } {
  const grants: EarlierGrant[] = [];
  const faults: EarlierGrantFault[] = [];
  const ids = new Set<string>();
  for (const [index, record] of records.entries()) {
    const read = readOne(isRecord(record) ? record : {}, index + 1, funder, today);
    if (Array.isArray(read)) faults.push(...read);
    else if (ids.has(read.grantId)) faults.push({ row: index + 1, field: 'id', code: 'ID_TWICE', given: read.grantId });
    else {
      ids.add(read.grantId);
      grants.push(read);
    }
  }
  return { grants, faults };
}

function readOne(
  record: Readonly<Record<string, unknown>>,
  row: number,
  funder: FunderIds,
  today: string,
): EarlierGrant | EarlierGrantFault[] {
  const faults: EarlierGrantFault[] = [];
  const fault = (field: string, code: EarlierGrantFaultCode, given: unknown = '') =>
    faults.push({ row, field, code, given: inShort(given) });
  const text = (field: string, given: unknown, most: number): string => {
    const checked = checkText(typeof given === 'string' ? given : '', ['input', field], { most, lines: 'one' });
    for (const { code } of checked.faults) {
      if (code === 'TEXT_MISSING' || code === 'TEXT_TOO_SHORT') fault(field, 'FIELD_MISSING');
      else fault(field, code === 'TEXT_TOO_LONG' ? 'FIELD_TOO_LONG' : 'FIELD_HAS_HIDDEN_CHARACTERS', given);
    }
    // Numbers of registers and of grants are nobody's telephone.
    const [found] = field.endsWith('id') ? [] : findPersonalData(checked.text);
    if (found !== undefined) fault(field, 'LOOKS_LIKE_PERSONAL_DATA', found.found);
    return checked.text;
  };

  if (isRecord(record['recipientIndividual']))
    return [{ row, field: 'recipientIndividual', code: 'GIVEN_TO_A_PERSON', given: '' }];
  const grantId = text('id', record['id'], MOST.id);
  const title = text('title', record['title'], MOST.title);
  const recipientFound = first(record['recipientOrganization']);
  const recipient = text('recipientOrganization/name', recipientFound['name'], MOST.name);
  const recipientId = text('recipientOrganization/id', recipientFound['id'], MOST.id);
  const amount = amountOf(record, fault);
  const awardedOn = typeof record['awardDate'] === 'string' ? record['awardDate'].slice(0, 10) : '';
  if (!isDay(awardedOn)) fault('awardDate', 'DAY_NOT_A_DATE', record['awardDate']);
  else if (awardedOn > today) fault('awardDate', 'DAY_AHEAD', awardedOn);
  const given = first(record['fundingOrganization'])['id'];
  const own = given === funder.organisationId && funder.organisationId !== null;
  if (!own && !(funder.prefix !== null && grantId.startsWith(`${funder.prefix}-`)))
    fault('fundingOrganization/id', 'NOT_YOUR_GRANT', given);
  if (faults.length > 0 || amount === null) return faults;
  return { grantId, title, recipient, recipientId, amount, awardedOn };
}

function amountOf(
  record: Readonly<Record<string, unknown>>,
  fault: (field: string, code: EarlierGrantFaultCode, given?: unknown) => void,
): Money | null {
  const { currency, amountAwarded: given } = record;
  if (typeof currency !== 'string' || !isCurrency(currency)) {
    fault('currency', 'CURRENCY_UNKNOWN', currency);
    return null;
  }
  // A number is read by its digits; one so large or so fine that it is written with an exponent is no amount.
  const amount = typeof given === 'number' || typeof given === 'string' ? parseMoney(String(given), currency) : null;
  if (amount?.ok) return amount.value;
  fault('amountAwarded', 'AMOUNT_NOT_AN_AMOUNT', given);
  return null;
}

function first(list: unknown): Readonly<Record<string, unknown>> {
  const one: unknown = Array.isArray(list) ? (list as readonly unknown[])[0] : undefined;
  return isRecord(one) ? one : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands in a field, for whoever looks for it in their file. */
function inShort(given: unknown): string {
  return typeof given === 'string' || typeof given === 'number' ? String(given).slice(0, 80) : '';
}
