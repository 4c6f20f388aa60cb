import type { RowFault } from '@openimpact/domain';

/** What is wrong in a cell, and what would be right; where it is, is said beside it. */
export function wordFault({ code, given, allowed }: RowFault): string {
  const found = given === undefined ? 'This' : `“${given}”`;
  const right = allowed === undefined ? '' : ` Allowed: ${allowed.join(', ')}.`;
  switch (code) {
    case 'COLUMN_MISSING':
      return 'This column is missing from the heading.';
    case 'COLUMN_UNKNOWN':
      return `This column is not known.${right}`;
    case 'COLUMN_TWICE':
      return 'This column is there twice.';
    case 'VALUE_MISSING':
      return 'Empty, and it must not be.';
    case 'VALUE_TOO_LONG':
      return `Too long; at most ${allowed?.[0] ?? ''} characters.`;
    case 'VALUE_NOT_LISTED':
      return `${found} is not known here.${right}`;
    case 'VALUE_NOT_A_NUMBER':
      return `${found} is not the number it should be.`;
    case 'VALUE_NOT_A_LANGUAGE':
      return `${found} is no language tag. Write it like en or pt-BR.`;
    case 'KEY_TWICE':
      return `${found} was used before, in ${allowed?.[0] ?? 'another row'}.`;
    case 'KEY_MALFORMED':
      return `${found} may hold letters, digits and . _ : - only, at most 100.`;
    case 'REFUSED':
      return `Refused: ${given ?? 'no reason given'}.`;
    default:
      return code satisfies never;
  }
}
