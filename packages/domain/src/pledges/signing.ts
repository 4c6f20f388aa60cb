import { checkText, type TextFault } from '../shared/index.js';

import type { Signing } from './pledge.js';

const LINE = { most: 120, lines: 'one' } as const;
const OPTIONAL_LINE = { ...LINE, least: 0 } as const;

/**
 * Reads who binds the funder. Everything may be left out together; a role or an agreement without a name signs nothing.
 */
export function checkSigning(signing: Signing | null): {
  readonly signing: Signing | null;
  readonly faults: readonly TextFault[];
} {
  if (signing === null || [signing.name, signing.role, signing.agreementUrl].every((text) => text.trim() === '')) {
    return { signing: null, faults: [] };
  }
  const name = checkText(signing.name, ['input', 'signing', 'name'], LINE);
  const role = checkText(signing.role, ['input', 'signing', 'role'], OPTIONAL_LINE);
  const path = ['input', 'signing', 'agreementUrl'];
  const url = checkText(signing.agreementUrl, path, { ...OPTIONAL_LINE, most: 500 });
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.text)?.[1]?.toLowerCase() ?? '';
  const unsafe = url.text !== '' && (!['http', 'https'].includes(scheme) || !URL.canParse(url.text));
  return {
    signing: { name: name.text, role: role.text, agreementUrl: url.text },
    faults: [
      ...name.faults,
      ...role.faults,
      ...url.faults,
      ...(unsafe ? [{ code: 'TEXT_LINK_NOT_SAFE', path, scheme } as const] : []),
    ],
  };
}
