import { isDay } from '../mandates/index.js';
import { GRANTS_PREFIX } from '../organisations/index.js';

/** An organisation as a file of grants names it. */
export interface NamedOrganisation {
  readonly id: string;
  readonly name: string;
}

/** What one funder agreed to give one project in one currency: a grant as the 360Giving standard describes it. */
export interface Award {
  /** The funder's registered prefix, then ours: unique among everybody's files. */
  readonly id: string;
  readonly prefix: string;
  readonly title: string;
  readonly currency: string;
  /** Minor units, as agreed when its rounds closed. */
  readonly awarded: bigint;
  /** Minor units paid, less what came back. */
  readonly disbursed: bigint;
  readonly awardedOn: string;
  /** The last change of what is said here, as an ISO time. */
  readonly modifiedAt: string;
  readonly funder: NamedOrganisation;
  readonly recipients: readonly NamedOrganisation[];
  /** Ids of the other funders' grants to the same project. */
  readonly related: readonly string[];
}

export type AwardFaultCode =
  | 'ID_TWICE'
  | 'ID_WITHOUT_PREFIX'
  | 'TITLE_MISSING'
  | 'CURRENCY_NOT_IN_STANDARD'
  | 'AMOUNT_NOT_POSITIVE'
  | 'PAID_MORE_THAN_AWARDED'
  | 'DAY_NOT_A_DATE'
  | 'AWARDED_AFTER_LAST_CHANGE'
  | 'ORGANISATION_ID_MALFORMED'
  | 'RELATED_NOT_IN_FILE';

export interface AwardFault {
  readonly id: string;
  readonly code: AwardFaultCode;
}

/** `GB-CHC-1012345`: a register's code, then a number in it; or a publisher's prefix, then its own name for it. */
const ORGANISATION_ID = /^(?:[A-Z]{2,3}-[A-Z0-9]{2,10}|360G-[A-Za-z0-9-]+)-[A-Za-z0-9.:_-]+$/;

/** Our currencies that are in the standard's list, 1.4. One that is missing there would make a file that nobody can read. */
export const GRANT_CURRENCIES: ReadonlySet<string> = new Set(
  (
    'AED AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EUR GBP GHS HKD HUF IDR ILS INR ISK JOD JPY KES KRW KWD MXN MYR NGN NOK ' +
    'NZD OMR PHP PLN RON RWF SAR SEK SGD THB TND TRY TWD TZS UAH UGX USD VND XAF XOF ZAR'
  ).split(' '),
);

/** What is wrong with a file of grants that the standard's schema does not see. */
export function awardFaults(awards: readonly Award[]): readonly AwardFault[] {
  const ids = new Set<string>();
  const all = new Set(awards.map(({ id }) => id));
  return awards.flatMap((award) => {
    const codes: AwardFaultCode[] = [];
    if (ids.has(award.id)) codes.push('ID_TWICE');
    ids.add(award.id);
    if (!GRANTS_PREFIX.test(award.prefix) || !award.id.startsWith(`${award.prefix}-`)) codes.push('ID_WITHOUT_PREFIX');
    if (award.title.trim() === '') codes.push('TITLE_MISSING');
    if (!GRANT_CURRENCIES.has(award.currency)) codes.push('CURRENCY_NOT_IN_STANDARD');
    if (award.awarded <= 0n || award.disbursed < 0n) codes.push('AMOUNT_NOT_POSITIVE');
    if (award.disbursed > award.awarded) codes.push('PAID_MORE_THAN_AWARDED');
    if (!isDay(award.awardedOn)) codes.push('DAY_NOT_A_DATE');
    else if (award.awardedOn > award.modifiedAt.slice(0, 10)) codes.push('AWARDED_AFTER_LAST_CHANGE');
    if (
      award.recipients.length === 0 ||
      ![award.funder, ...award.recipients].every(({ id }) => ORGANISATION_ID.test(id))
    )
      codes.push('ORGANISATION_ID_MALFORMED');
    if (award.related.some((id) => id === award.id || !all.has(id))) codes.push('RELATED_NOT_IN_FILE');
    return codes.map((code) => ({ id: award.id, code }));
  });
}
