import type { Term } from './expression.js';
import type { Preset } from './condition.js';
import { ask, type Kind, no, type Ruling, yes } from './rules.js';
import { isDeprecated, listedLicence } from './spdx.js';
import { ADDING_EXCEPTIONS, type Group, OPEN_DEFINITION, profileOf } from './table.js';

/**
 * Whether a licence is open for a kind of output.
 *
 * Software is decided by the list of the Open Source Initiative; data and content by the Open
 * Definition's. A Creative Commons licence with NC or ND is open for nothing.
 */
export function openness(term: Term, kind: Kind): Ruling {
  if (!term.recognised) return ask('UNKNOWN_IDENTIFIER');
  if (/^CC-.*-NC\b/.test(term.id)) return no('NON_COMMERCIAL');
  if (/^CC-.*-ND\b/.test(term.id)) return no('NO_DERIVATIVES');
  const base = kind === 'software' ? osi(term.id) : openDefinition(term.id);
  // An exception that takes something away would make an open licence something else.
  const unsure = term.exception !== undefined && !ADDING_EXCEPTIONS.has(term.exception);
  return base.verdict === 'SATISFIES' && unsure ? ask('EXCEPTION_UNKNOWN') : base;
}

function osi(id: string): Ruling {
  if (listedLicence(id)?.osiApproved === true) return yes('OSI_APPROVED');
  return isDeprecated(id) ? ask('DEPRECATED_IDENTIFIER') : no('NOT_OSI_APPROVED');
}

function openDefinition(id: string): Ruling {
  // One list for data and content: what a licence was reviewed for is advice, not conformance.
  return Object.hasOwn(OPEN_DEFINITION, id) ? yes('OPEN_DEFINITION_CONFORMANT') : ask('OPEN_DEFINITION_NOT_REVIEWED');
}

const PRESET_GROUPS: Readonly<Record<Exclude<Preset, 'OPEN'>, readonly Group[]>> = {
  PUBLIC_DOMAIN: ['PUBLIC_DOMAIN'],
  PERMISSIVE: ['PUBLIC_DOMAIN', 'PERMISSIVE'],
  WEAK_COPYLEFT: ['WEAK_COPYLEFT'],
  SHARE_ALIKE: ['WEAK_COPYLEFT', 'COPYLEFT', 'NETWORK_COPYLEFT', 'SHARE_ALIKE'],
};

/**
 * Whether a licence is of the group a preset names, and open for the kind. The dedications of
 * PUBLIC_DOMAIN need not be on a list of open licences: CC0-1.0 never was on the OSI's.
 */
export function presetRuling(term: Term, preset: Exclude<Preset, 'OPEN'>, kind: Kind): Ruling {
  if (!term.recognised) return ask('UNKNOWN_IDENTIFIER');
  if (isDeprecated(term.id)) return ask('DEPRECATED_IDENTIFIER');
  const profile = profileOf(term.id);
  const open = openness(term, kind);
  if (!profile) return open.verdict === 'DOES_NOT' ? open : ask('NOT_IN_TABLE');
  if (!PRESET_GROUPS[preset].includes(profile.group)) return no('PRESET_OTHER_GROUP');
  if (term.exception !== undefined && !ADDING_EXCEPTIONS.has(term.exception)) return ask('EXCEPTION_UNKNOWN');
  if (profile.group === 'PUBLIC_DOMAIN' || open.verdict === 'SATISFIES') return yes('PRESET_GROUP');
  return open;
}
