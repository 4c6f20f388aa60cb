import { luhnHolds, nhsNumberHolds, nricHolds } from './check-digits.js';

/**
 * Kinds of text that may point at one person, and why each matters: the words a form shows beside what it found.
 */
export const WHY_PERSONAL_DATA_MATTERS = {
  EMAIL: 'An email address leads to one person, and everything here is public for ever.',
  PHONE: 'A telephone number leads to one person, and strangers may call it.',
  POSTCODE_UK: 'A full UK postcode is about fifteen homes: with an age or a condition beside it, it is one person.',
  POSTCODE_SG: 'A Singapore postal code is one building.',
  ADDRESS: 'A street address leads to somebody’s door.',
  NATIONAL_INSURANCE_NUMBER: 'A National Insurance number identifies one person and is used for fraud.',
  NHS_NUMBER: 'An NHS number identifies one patient.',
  NRIC: 'A Singapore identity number identifies one person; publishing it is against the law there.',
  SOCIAL_SECURITY_NUMBER: 'A US social security number identifies one person and is used for fraud.',
  DATE_OF_BIRTH: 'A date of birth with a place or a name beside it identifies one person.',
  CARD_NUMBER: 'A payment card number is money.',
  NAMED_PERSON: 'Naming somebody you help tells everyone that they needed help.',
} as const;
export type PersonalDataKind = keyof typeof WHY_PERSONAL_DATA_MATTERS;
export const PERSONAL_DATA_KINDS = Object.keys(WHY_PERSONAL_DATA_MATTERS) as readonly PersonalDataKind[];

/** Where something that may be personal data stands in a text, in UTF-16 units as JavaScript counts. */
export interface PersonalDataSpan {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
  readonly found: string;
}

interface Detector {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  readonly holds?: (found: string) => boolean;
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = `(?:\\d{1,2}[\\s./-]\\d{1,2}[\\s./-](?:19|20)?\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(?:19|20)\\d{2}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+(?:19|20)\\d{2})`;
// Said of a birth. "Founded on 3 May 2010" is nobody's.
const BIRTH =
  '(?:born(?:\\s+on)?|d\\.?\\s?o\\.?\\s?b\\.?|dates?\\s+of\\s+birth|birth\\s?(?:day|date)|né\\s+le|née\\s+le)';
const STREET =
  '(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|dr|crescent|court|gardens|terrace|grove|mews|boulevard|blvd)';
// "An app called Signpost" names nobody; "a client called Sarah" does.
const SOMEBODY =
  '(?:client|patient|resident|tenant|pupil|student|child|son|daughter|mother|father|mum|dad|husband|wife|partner|sister|brother|neighbour|service\\s+user|young\\s+person|woman|man|girl|boy|lady|person|someone|somebody|mentee)';
const NAME = "\\p{Lu}\\p{Ll}+(?:['’-]\\p{Lu}?\\p{Ll}+)?";
const AFTER_A_NUMBER = '(?![\\d])';

/**
 * Ordered: where two overlap, the earlier wins, so that an NHS number is not also shown as a telephone number.
 *
 * Formats: UK postcodes BS 7666; National Insurance prefixes as HMRC allocates them; NHS numbers and
 * NRIC/FIN by their check digits; SSN areas 000, 666 and 900-999 are never issued; card numbers by Luhn.
 */
const DETECTORS: readonly Detector[] = [
  {
    kind: 'EMAIL',
    pattern:
      /[\p{L}\p{N}._%+'-]{1,64}\s?(?:@|\(at\)|\[at\])\s?(?:[\p{L}\p{N}-]+(?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?))+\p{L}{2,}/giu,
  },
  {
    kind: 'NATIONAL_INSURANCE_NUMBER',
    pattern: /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/giu,
  },
  { kind: 'NRIC', pattern: /\b[STFGM]\d{7}[A-Z]\b/giu, holds: nricHolds },
  {
    kind: 'SOCIAL_SECURITY_NUMBER',
    pattern: /(?<![\d-])(?!000|666|9\d\d)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/gu,
  },
  {
    kind: 'SOCIAL_SECURITY_NUMBER',
    pattern: /(?<=\b(?:ssn|social\s+security(?:\s+(?:number|no\.?))?)\s*(?:is|:|#)?\s*)(?!000|666|9\d\d)\d{9}(?!\d)/giu,
  },
  { kind: 'CARD_NUMBER', pattern: /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/gu, holds: luhnHolds },
  // One in eleven American telephone numbers has the check digit of an NHS number; written with hyphens, it is a telephone.
  {
    kind: 'NHS_NUMBER',
    pattern: /(?<![\d+-])(?![2-9]\d{2}-[2-9]\d{2}-)\d{3}[ -]\d{3}[ -]\d{4}(?![\d-])/gu,
    holds: nhsNumberHolds,
  },
  {
    kind: 'NHS_NUMBER',
    pattern: /(?<=\bnhs\s*(?:number|no\.?|#)?\s*(?:is|:)?\s*)\d{10}(?!\d)/giu,
    holds: nhsNumberHolds,
  },
  {
    kind: 'DATE_OF_BIRTH',
    pattern: new RegExp(`(?<=\\b${BIRTH}\\s*(?:is|was|:|on|,|-)?\\s*(?:the\\s+)?)${DATE}\\b`, 'giu'),
  },
  {
    kind: 'DATE_OF_BIRTH',
    pattern: new RegExp(`\\b${DATE}(?=\\s*\\(?\\s*(?:d\\.?o\\.?b|date\\s+of\\s+birth|birthday))`, 'giu'),
  },
  {
    kind: 'ADDRESS',
    pattern: new RegExp(
      `\\b(?:(?:flat|apartment|apt\\.?|unit|blk|block|room)\\s+\\w{1,5},?\\s+)?\\d{1,5}[a-z]?,?\\s+(?:\\p{Lu}[\\p{L}'’-]+\\s+){1,3}(?:${STREET.slice(
        3,
        -1,
      )
        .split('|')
        .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
        .join('|')})\\b`,
      'gu',
    ),
  },
  {
    kind: 'POSTCODE_UK',
    pattern:
      /\b(?:GIR\s?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY])\s?\d[ABD-HJLNP-UW-Z]{2})\b/gu,
  },
  {
    kind: 'POSTCODE_UK',
    pattern: /(?<=\b(?:postcode|post\s+code)\s*(?:is|:)?\s*)[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b/giu,
  },
  {
    kind: 'POSTCODE_SG',
    pattern: /(?<=\b(?:singapore|s\(|postal\s+code\s*(?:is|:)?|\bS)\s?)\(?[0-8]\d{5}\)?(?!\d)/giu,
  },
  { kind: 'PHONE', pattern: new RegExp(`(?<![\\w+.,/£$€-])\\+(?:[\\s().-]{0,2}\\d){8,15}${AFTER_A_NUMBER}`, 'gu') },
  // UK numbers begin with 0 and have ten or eleven digits; groups are separated by spaces, brackets or hyphens.
  {
    kind: 'PHONE',
    pattern: new RegExp(`(?<![\\w+.,/£$€-])\\(?0[1-9](?:[\\s().-]{0,2}\\d){8,9}${AFTER_A_NUMBER}`, 'gu'),
  },
  { kind: 'PHONE', pattern: /(?<![\w+.,/£$€-])\(?[2-9]\d{2}\)?[ .-][2-9]\d{2}[ .-]\d{4}(?![\d-])/gu },
  {
    kind: 'PHONE',
    pattern:
      /(?<=\b(?:tel|telephone|phone|mobile|call|text|ring|whatsapp|number|hp)\s*(?:me|us|her|him|them|is|on|at|no\.?|number|:|\.)*\s*(?:on|at|:)?\s*)[3689]\d{3}[\s-]?\d{4}(?!\d)/giu,
  },
  {
    kind: 'NAMED_PERSON',
    pattern: new RegExp(`\\b(?:Mrs?|Ms|Miss|Mx|Master|Mdm|Madam)\\.?\\s+${NAME}(?:\\s+${NAME}){0,2}`, 'gu'),
  },
  {
    kind: 'NAMED_PERSON',
    pattern: new RegExp(`(?<=\\b${SOMEBODY},?\\s+)${NAME}\\s+${NAME}`, 'gu'),
  },
  {
    kind: 'NAMED_PERSON',
    pattern: new RegExp(
      `(?<=\\b${SOMEBODY},?\\s+(?:(?:who|she|he|they)\\s+)?(?:is\\s+|was\\s+)?(?:called|named)\\s+)${NAME}(?:\\s+${NAME}){0,2}`,
      'gu',
    ),
  },
  {
    kind: 'NAMED_PERSON',
    pattern: new RegExp(
      `(?<=\\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Ww]hose)\\s+name\\s+(?:is|was)\\s+)${NAME}(?:\\s+${NAME}){0,2}`,
      'gu',
    ),
  },
];

/** A text longer than this is refused before it is checked; the check itself never takes more. */
const MOST_CHECKED = 20_000;

/**
 * Finds what may be personal data, in the order of the text, without overlaps.
 *
 * It finds shapes, not secrets: an office's own number looks like anybody's. So it never decides; the author does.
 */
export function findPersonalData(text: string): readonly PersonalDataSpan[] {
  const spans: PersonalDataSpan[] = [];
  const checked = text.slice(0, MOST_CHECKED);
  for (const { kind, pattern, holds } of DETECTORS) {
    for (const match of checked.matchAll(pattern)) {
      const [found] = match;
      const start = match.index;
      const end = start + found.length;
      if (holds !== undefined && !holds(found)) continue;
      if (spans.some((span) => start < span.end && span.start < end)) continue;
      spans.push({ kind, start, end, found });
    }
  }
  return spans.toSorted((one, other) => one.start - other.start);
}
