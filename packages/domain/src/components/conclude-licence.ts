import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import { COMPONENT_LIMITS } from './component.js';

export interface ConcludeLicenceAsk {
  readonly licence: string;
  readonly why: string;
}

export interface ConcludeLicenceFacts {
  /** Who registered it, somebody of the organisation that maintains it, or the site team. */
  readonly mayConclude: boolean;
  /** What is wrong with the expression, for a person; null when every part of it is known. */
  readonly problem: string | null;
}

export type ConcludeLicenceRefusal =
  | TextFault
  | { readonly code: 'MAY_NOT_CONCLUDE' }
  | { readonly code: 'LICENCE_NOT_UNDERSTOOD'; readonly path: readonly string[]; readonly why: string };

/**
 * Decides what licence a person says a component carries, and why. What was declared and found stays as it was:
 * a conclusion is a third fact, with a name to it.
 */
export function concludeLicence(
  ask: ConcludeLicenceAsk,
  facts: ConcludeLicenceFacts,
): Decision<ConcludeLicenceAsk, ConcludeLicenceRefusal> {
  const reasons: ConcludeLicenceRefusal[] = [];
  if (!facts.mayConclude) reasons.push({ code: 'MAY_NOT_CONCLUDE' });
  const licence = checkText(ask.licence, ['input', 'licence'], { most: COMPONENT_LIMITS.licence, lines: 'one' });
  const why = checkText(ask.why, ['input', 'why'], { most: COMPONENT_LIMITS.why, lines: 'many' });
  reasons.push(...licence.faults, ...why.faults);
  if (facts.problem !== null && licence.faults.length === 0) {
    reasons.push({ code: 'LICENCE_NOT_UNDERSTOOD', path: ['input', 'licence'], why: facts.problem });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ licence: licence.text, why: why.text });
}
