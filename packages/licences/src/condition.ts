import { type Expression, type Parsed, parseExpression, problem, type Term } from './expression.js';

/** Named conditions, for those who do not want to name licences. */
export const PRESETS = {
  OPEN: 'Any open licence for the kind: approved by the OSI for software, conformant with the Open Definition for data and content.',
  PERMISSIVE: 'Open, and what is built on it may carry any licence.',
  SHARE_ALIKE: 'Open, and changed versions stay open under the same terms.',
  WEAK_COPYLEFT: 'Open, its own files stay open, what merely uses it may carry another licence (LGPL, MPL, EPL, EUPL).',
  PUBLIC_DOMAIN: 'No conditions at all, like CC0-1.0.',
} as const;
export type Preset = keyof typeof PRESETS;

export type ConditionTerm =
  | { readonly type: 'LICENCE'; readonly term: Term; readonly text: string }
  | { readonly type: 'PRESET'; readonly preset: Preset; readonly text: string };

/** A condition that was understood: any one of the alternatives is enough, each may ask for several licences together. */
export interface Condition {
  readonly text: string;
  readonly alternatives: readonly (readonly ConditionTerm[])[];
}

/**
 * Reads what a funder asks for: an SPDX expression ("any licence that satisfies this"), a preset, or
 * several of either joined by OR. A preset joined by AND is a problem: it would read like "both at
 * once" and mean "one part each".
 */
export function parseCondition(text: string): Parsed<Condition> {
  const parsed = parseExpression(text);
  if (!parsed.ok) return parsed;
  const alternatives = parsed.value.alternatives.map((terms) => terms.map(conditionTerm));
  const combined = alternatives.find((terms) => terms.length > 1 && terms.some((term) => term.type === 'PRESET'));
  if (combined) {
    return problem('PRESET_IN_COMBINATION', 'A named condition can be joined to others by OR, not by AND.');
  }
  return { ok: true, value: { text: canonicalText(parsed.value), alternatives } };
}

function conditionTerm(term: Term): ConditionTerm {
  if (term.exception === undefined && !term.orLater && isPreset(term.id)) {
    return { type: 'PRESET', preset: term.id, text: term.id };
  }
  return { type: 'LICENCE', term, text: term.text };
}

export function isPreset(text: string): text is Preset {
  return Object.hasOwn(PRESETS, text);
}

/** The expression with its alternatives in order: the same for every way of writing the same thing. */
export function canonicalText(expression: Pick<Expression, 'alternatives'>): string {
  const many = expression.alternatives.length > 1;
  return expression.alternatives
    .map((terms) => terms.map((term) => term.text).join(' AND '))
    .map((text) => (many && text.includes(' AND ') ? `(${text})` : text))
    .join(' OR ');
}
