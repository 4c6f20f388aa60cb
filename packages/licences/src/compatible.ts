import type { Term } from './expression.js';
import type { Matrix } from './matrix.js';
import { ask, no, type Ruling, yes } from './rules.js';
import { isDeprecated } from './spdx.js';
import { ADDING_EXCEPTIONS, type Profile, profileOf } from './table.js';

/**
 * Whether something built on a component under one licence may be offered under another.
 *
 * This package's own rules come first; a pair they do not cover goes to the imported matrix, and to a
 * person when there is none.
 */
export function termAllows(outgoing: Term, incoming: Term, matrix?: Matrix): Ruling {
  if (!outgoing.recognised || !incoming.recognised) return ask('UNKNOWN_IDENTIFIER');
  if (isDeprecated(outgoing.id) || isDeprecated(incoming.id)) return ask('DEPRECATED_IDENTIFIER');
  const into = profileOf(outgoing.id);
  const from = profileOf(incoming.id);
  if (from?.duties.includes('NO_CHANGED_VERSIONS')) return no('NO_CHANGES_ALLOWED');
  if (outgoing.text === incoming.text) return yes('SAME_LICENCE');
  if (outgoing.orLater || incoming.orLater) return ask('LATER_VERSION_UNKNOWN');
  const asked = exceptionRuling(outgoing, incoming);
  if (asked) return matrix?.look(outgoing.text, incoming.text) ?? asked;
  if (!into || !from) return matrix?.look(outgoing.text, incoming.text) ?? ask('PAIR_NOT_IN_TABLE');
  if (outgoing.id === incoming.id) return yes('EXCEPTION_ADDS_PERMISSION');

  return ownRuling(into, from) ?? matrix?.look(outgoing.text, incoming.text) ?? ask('PAIR_NOT_IN_TABLE');
}

/** A permission that the component does not give cannot be passed on; one that it gives may be dropped. */
function exceptionRuling(outgoing: Term, incoming: Term): Ruling | undefined {
  if (outgoing.exception !== undefined && outgoing.exception !== incoming.exception) {
    const free = profileOf(incoming.id);
    if (free?.group === 'PUBLIC_DOMAIN' || free?.group === 'PERMISSIVE') return undefined;
    return ask('EXCEPTION_UNKNOWN');
  }
  if (incoming.exception !== undefined && !ADDING_EXCEPTIONS.has(incoming.exception)) return ask('EXCEPTION_UNKNOWN');
  return undefined;
}

/** The rules of this package for two different licences of its table; undefined where it has none. */
export function ownRuling(into: Profile, from: Profile): Ruling | undefined {
  if (from.duties.includes('NO_CHANGED_VERSIONS')) return no('NO_CHANGES_ALLOWED');
  if (into.id === from.id) return yes('SAME_LICENCE');
  if (from.duties.includes('NOT_COMMERCIAL')) return fromNonCommercial(into, from);
  if (into.family && into.family.name === from.family?.name) {
    const all = from.family.from <= into.family.from && from.family.to >= into.family.to;
    return all ? yes('LATER_VERSION_CHOSEN') : no('VERSION_NOT_GRANTED');
  }
  if (from.madeFor === 'works') return fromWork(into, from);
  return into.madeFor === 'works' ? softwareIntoWork(from) : fromSoftware(into, from);
}

function fromNonCommercial(into: Profile, from: Profile): Ruling {
  const mayFollow = from.id === 'CC-BY-NC-4.0' && into.duties.includes('NOT_COMMERCIAL');
  return mayFollow ? yes('CC_ADAPTERS_CHART') : no('NON_COMMERCIAL_STAYS');
}

function softwareIntoWork(from: Profile): Ruling {
  if (from.group === 'COPYLEFT' || from.group === 'NETWORK_COPYLEFT') return no('COPYLEFT_STAYS');
  return ask('MADE_FOR_ANOTHER_KIND');
}

function fromWork(into: Profile, from: Profile): Ruling {
  if (from.group === 'PUBLIC_DOMAIN') return yes('PUBLIC_DOMAIN_ALLOWS');
  switch (from.id) {
    case 'CC-BY-4.0':
      return fromAttribution(into);
    case 'OGL-UK-3.0':
      if (into.id === 'CC-BY-4.0' || into.id === 'ODC-By-1.0') return yes('OGL_SAYS_COMPATIBLE');
      return otherAttribution(into);
    case 'ODC-By-1.0':
      return otherAttribution(into);
    case 'ODbL-1.0':
      return into.group === 'PUBLIC_DOMAIN' ? no('SHARE_ALIKE_STAYS') : ask('PRODUCED_WORK_OR_DATABASE');
    default:
      return fromShareAlike(into, from);
  }
}

function fromAttribution(into: Profile): Ruling {
  if (into.family?.name === 'GPL') return yes('CC_COMPATIBLE_WITH_GPL');
  if (into.id.startsWith('CC-BY-')) return yes('CC_ADAPTERS_CHART');
  return otherAttribution(into);
}

function otherAttribution(into: Profile): Ruling {
  if (into.group === 'PUBLIC_DOMAIN') return no('ATTRIBUTION_STAYS');
  return ask(into.madeFor === 'software' ? 'MADE_FOR_ANOTHER_KIND' : 'ATTRIBUTION_TERMS_DIFFER');
}

function fromShareAlike(into: Profile, from: Profile): Ruling {
  const compatible = from.id === 'CC-BY-SA-4.0' ? ['LAL-1.3', 'GPL-3.0-only'] : ['CC-BY-SA-4.0'];
  if (compatible.includes(into.id)) return yes('CC_COMPATIBLE_LICENCE');
  // "Or later" would promise versions that Creative Commons has not looked at.
  if (into.id === 'GPL-3.0-or-later' || into.group === 'NETWORK_COPYLEFT') return ask('SECTION_13_LINKS');
  return no('SHARE_ALIKE_STAYS');
}

function fromSoftware(into: Profile, from: Profile): Ruling | undefined {
  switch (from.group) {
    case 'PUBLIC_DOMAIN':
      return yes('PUBLIC_DOMAIN_ALLOWS');
    case 'PERMISSIVE':
      return fromPermissive(into, from);
    case 'WEAK_COPYLEFT':
      return fromWeakCopyleft(into, from);
    default:
      return fromCopyleft(into, from);
  }
}

function fromPermissive(into: Profile, from: Profile): Ruling | undefined {
  const gnu = into.family;
  if (from.id === 'Apache-2.0') {
    // "Version 2 or later" has to be true of version 2 as well.
    if (gnu) return gnu.from >= 3 ? yes('APACHE_WITH_VERSION_3') : no('APACHE_PATENT_TERMS');
    return into.id === 'EUPL-1.2' ? undefined : yes('PERMISSIVE_ALLOWS');
  }
  if (from.id === 'BSD-4-Clause') {
    if (gnu || into.id === 'EUPL-1.2') return no('ADVERTISING_CLAUSE');
    return into.group === 'WEAK_COPYLEFT' ? undefined : yes('PERMISSIVE_ALLOWS');
  }
  return yes('PERMISSIVE_ALLOWS');
}

function fromWeakCopyleft(into: Profile, from: Profile): Ruling | undefined {
  const gnu = into.family;
  switch (from.id) {
    case 'MPL-2.0':
      if (gnu) return yes('MPL_SECONDARY_LICENCE');
      return into.id === 'EUPL-1.2' ? undefined : ask('LINKING_DECIDES');
    case 'EPL-2.0':
      if (gnu?.name === 'GPL') return ask('EPL_SECONDARY_LICENCE');
      return gnu?.name === 'AGPL' ? undefined : ask('LINKING_DECIDES');
    case 'EUPL-1.2':
      if (gnu || into.id === 'MPL-2.0') return yes('EUPL_APPENDIX');
      return no('COPYLEFT_STAYS');
    default:
      return fromLgpl(into, from);
  }
}

function fromLgpl(into: Profile, from: Profile): Ruling {
  if (into.family?.name === 'GPL' && from.family) {
    // LGPL 2.1 may be taken under GPL 2 or any later one; LGPL 3 is GPL 3 with permissions added.
    const to = from.family.from < 3 ? Number.POSITIVE_INFINITY : from.family.to;
    const from_ = from.family.from < 3 ? 2 : 3;
    return from_ <= into.family.from && to >= into.family.to ? yes('LGPL_ALLOWS_GPL') : no('VERSION_NOT_GRANTED');
  }
  return into.group === 'NETWORK_COPYLEFT' ? ask('SECTION_13_LINKS') : ask('LINKING_DECIDES');
}

function fromCopyleft(into: Profile, from: Profile): Ruling {
  const reachesThree = from.family !== undefined && from.family.to >= 3;
  const intoThree = into.family !== undefined && into.family.to >= 3;
  const links = from.family?.name !== into.family?.name && reachesThree && intoThree;
  if (links && (from.group === 'NETWORK_COPYLEFT' || into.group === 'NETWORK_COPYLEFT')) return ask('SECTION_13_LINKS');
  return no('COPYLEFT_STAYS');
}
