import type { Term } from './expression.js';
import type { ConditionTerm } from './condition.js';
import { openness, presetRuling } from './open.js';
import { ask, type Kind, no, type Ruling, yes } from './rules.js';
import { isDeprecated } from './spdx.js';
import { ADDING_EXCEPTIONS, profileOf } from './table.js';

/**
 * Whether one licence meets one demand.
 *
 * A named demand means: whoever receives the work gets at least what that licence grants. That is
 * why `GPL-3.0-only` does not meet `GPL-3.0-or-later` while the reverse does.
 */
export function termSatisfies(term: Term, demand: ConditionTerm, kind: Kind): Ruling {
  if (demand.type === 'PRESET') {
    return demand.preset === 'OPEN' ? openness(term, kind) : presetRuling(term, demand.preset, kind);
  }
  const asked = demand.term;
  if (!term.recognised || !asked.recognised) return ask('UNKNOWN_IDENTIFIER');
  if (isDeprecated(term.id) || isDeprecated(asked.id)) return ask('DEPRECATED_IDENTIFIER');
  if (term.text === asked.text) return yes('SAME_LICENCE');

  const base = licenceSatisfies(term, asked);
  if (base.verdict !== 'SATISFIES' || term.exception === asked.exception) return base;
  if (asked.exception !== undefined) return no('EXCEPTION_MISSING');
  return ADDING_EXCEPTIONS.has(term.exception ?? '') ? yes('EXCEPTION_ADDS_PERMISSION') : ask('EXCEPTION_UNKNOWN');
}

/** The same without looking at exceptions. */
function licenceSatisfies(term: Term, asked: Term): Ruling {
  const granted = versionsOf(term);
  const needed = versionsOf(asked);
  if (granted && needed && granted.name === needed.name) {
    const all = granted.from <= needed.from && granted.to >= needed.to;
    return all ? yes('LATER_VERSION_CHOSEN') : no('VERSION_NOT_GRANTED');
  }
  if (term.id === asked.id) {
    if (term.orLater === asked.orLater) return yes('SAME_LICENCE');
    return term.orLater ? yes('LATER_VERSION_CHOSEN') : no('VERSION_NOT_GRANTED');
  }
  // `+` reaches versions by other names; which ones is written in no list.
  if (term.orLater && stem(term.id) === stem(asked.id)) return ask('LATER_VERSION_UNKNOWN');
  return no('DIFFERENT_LICENCE');
}

function versionsOf(term: Term): { name: string; from: number; to: number } | undefined {
  const family = profileOf(term.id)?.family;
  return family && term.orLater ? { ...family, to: Number.POSITIVE_INFINITY } : family;
}

function stem(id: string): string {
  return id.replace(/-\d.*$/, '');
}
