import type { EarlierGrantFaultCode } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordActingReason } from '../../mandates/index.js';
import type { ImportEarlierGrantsReason } from '../application/import-earlier-grants.js';

const FILE = ['input', 'file'];

export function wordImportReason(reason: ImportEarlierGrantsReason): Worded {
  switch (reason.code) {
    case 'NOT_A_FILE_OF_GRANTS':
      return {
        message: 'This is not a file of grants by the 360Giving standard.',
        needed: 'JSON with a list “grants”, or CSV whose first line has the standard’s titles (Identifier, Title, …)',
        path: FILE,
      };
    case 'TOO_MANY_GRANTS':
      return {
        message: 'There are too many grants in one file. Bring in the newest.',
        current: `${reason.found} grants`,
        needed: `at most ${reason.most}`,
        path: FILE,
      };
    case 'NEITHER_PREFIX_NOR_NUMBER':
      return {
        message: 'Nothing tells yet which grants are yours.',
        needed: 'your 360Giving prefix on your organisation’s page, or its number in a public register',
        path: ['input', 'organisationId'],
      };
    case 'ROLE_MISSING':
      return wordActingReason(reason);
    default:
      return reason satisfies never;
  }
}

const FAULTS: Record<EarlierGrantFaultCode, string> = {
  FIELD_MISSING: 'Nothing stands here.',
  FIELD_TOO_LONG: 'This is too long.',
  FIELD_HAS_HIDDEN_CHARACTERS: 'There are characters in it that nobody can see.',
  AMOUNT_NOT_AN_AMOUNT: 'This is not an amount above nothing of this currency.',
  CURRENCY_UNKNOWN: 'This currency is not known here.',
  DAY_NOT_A_DATE: 'This is not a day, written as 2026-05-01.',
  DAY_AHEAD: 'This day is still ahead.',
  NOT_YOUR_GRANT: 'This grant names another funder.',
  GIVEN_TO_A_PERSON: 'Grants to people are not shown here.',
  LOOKS_LIKE_PERSONAL_DATA: 'This looks like somebody’s personal data. Take it out of the file.',
  ID_TWICE: 'Another grant of the file has this identifier.',
};

export function wordGrantFault(code: EarlierGrantFaultCode): string {
  return FAULTS[code];
}
