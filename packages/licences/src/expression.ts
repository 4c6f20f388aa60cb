import spdxParse from 'spdx-expression-parse';

import { canonicalId } from './spdx.js';
import { type Suggestion, suggest } from './suggest.js';

/** One licence in an expression: an identifier, perhaps with `+`, perhaps with an exception. */
export interface Term {
  /** As SPDX writes it, or as it was typed when it is not on the list. */
  readonly id: string;
  /** Written with `+`. The `-or-later` identifiers carry it in their name instead. */
  readonly orLater: boolean;
  readonly exception?: string;
  /** Whether licence and exception are on the SPDX list. A `LicenseRef-` never is. */
  readonly recognised: boolean;
  /** The term as it is written in an expression. */
  readonly text: string;
}

/** An expression that was understood. */
export interface Expression {
  /** As typed. */
  readonly text: string;
  /** Every way of taking it: one of these, and within it all terms at once. */
  readonly alternatives: readonly (readonly Term[])[];
  /** Every term once, in the order of their text. */
  readonly terms: readonly Term[];
}

export type ProblemCode =
  | 'EMPTY'
  | 'TOO_LONG'
  | 'TOO_DEEP'
  | 'TOO_MANY_TERMS'
  | 'TOO_MANY_ALTERNATIVES'
  | 'TOO_MANY_INCOMING'
  | 'NOT_AN_EXPRESSION'
  | 'PRESET_IN_COMBINATION'
  | 'UNKNOWN_KIND';

/** Why an input was not judged at all. */
export interface Problem {
  readonly code: ProblemCode;
  /** For a person. */
  readonly message: string;
  /** What they may have meant. Never applied by this package. */
  readonly suggestions: readonly Suggestion[];
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** Larger than any expression in use, small enough that judging one takes a moment. */
export const LIMITS = {
  characters: 2_000,
  depth: 32,
  terms: 100,
  alternatives: 256,
  incoming: 200,
  comparisons: 500_000,
} as const;

export function problem(code: ProblemCode, message: string, suggestions: readonly Suggestion[] = []): Parsed<never> {
  return { ok: false, problem: { code, message, suggestions } };
}

/**
 * Reads an SPDX licence expression.
 *
 * Identifiers that are not on the list become terms that are not recognised, so that the verdict can
 * ask a person about them. What is too large to judge in a moment is a problem with a code, found
 * before the parser, which is recursive, sees the text.
 */
export function parseExpression(text: string): Parsed<Expression> {
  if (text.length > LIMITS.characters) {
    return problem('TOO_LONG', `An expression may have ${LIMITS.characters} characters; this one has ${text.length}.`);
  }
  if (text.trim() === '') return problem('EMPTY', 'There is no licence here. Write one, such as MIT.');
  if (depthOf(text) > LIMITS.depth) return problem('TOO_DEEP', `Parentheses may be nested ${LIMITS.depth} deep.`);

  const { source, terms } = readTerms(text);
  if (terms.length > LIMITS.terms) {
    return problem(
      'TOO_MANY_TERMS',
      `An expression may name ${LIMITS.terms} licences; this one names ${terms.length}.`,
    );
  }
  const tree = grammar(source);
  if (!tree) {
    return problem(
      'NOT_AN_EXPRESSION',
      `“${text}” is not a licence expression. Join licences with AND or OR.`,
      suggest(text),
    );
  }
  const alternatives = expand(tree, terms);
  if (!alternatives) {
    return problem('TOO_MANY_ALTERNATIVES', `There are more than ${LIMITS.alternatives} ways to take this expression.`);
  }
  return { ok: true, value: { text, alternatives, terms: distinct(terms) } };
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '(') deepest = Math.max(deepest, ++depth);
    if (character === ')') depth--;
  }
  return deepest;
}

/** A licence with its `+` and its exception; operators are kept out by the first look-ahead. */
const TERM =
  /(?<![A-Za-z0-9._:-])(?!(?:AND|OR|WITH)\b(?![-.:]))(?<id>(?:DocumentRef-[A-Za-z0-9.-]+:)?[A-Za-z0-9][A-Za-z0-9._-]*)(?<plus>\+)?(?:\s+WITH\s+(?<exception>[A-Za-z0-9._-]+))?/gi;

/**
 * Puts a reference in the place of each term, so that the grammar is the library's and an identifier
 * it does not know does not end the reading.
 */
function readTerms(text: string): { source: string; terms: Term[] } {
  const terms: Term[] = [];
  const source = text.replaceAll(/\s+/g, ' ').replaceAll(TERM, (...match) => {
    const { id, plus, exception } = match.at(-1) as { id: string; plus?: string; exception?: string };
    terms.push(makeTerm(id, plus !== undefined, exception));
    return ` LicenseRef-${terms.length - 1} `;
  });
  return { source, terms };
}

export function makeTerm(typed: string, orLater = false, typedException?: string): Term {
  const known = canonicalId(typed);
  const id = known ?? typed;
  const exception = typedException === undefined ? undefined : (canonicalException(typedException) ?? typedException);
  return {
    id,
    orLater,
    ...(exception === undefined ? {} : { exception }),
    recognised: known !== undefined && (exception === undefined || canonicalException(exception) !== undefined),
    text: `${id}${orLater ? '+' : ''}${exception === undefined ? '' : ` WITH ${exception}`}`,
  };
}

/** The library knows the list of exceptions; asking it keeps one list. */
function canonicalException(text: string): string | undefined {
  return grammar(`MIT WITH ${text}`) ? text : undefined;
}

function grammar(source: string): spdxParse.Node | undefined {
  try {
    return spdxParse(source);
  } catch {
    return undefined;
  }
}

/** The tree as alternatives of terms that apply together; undefined when there are too many. */
function expand(node: spdxParse.Node, terms: readonly Term[]): Term[][] | undefined {
  if ('license' in node) {
    const term = terms[Number(node.license.slice('LicenseRef-'.length))];
    return term && [[term]];
  }
  const left = expand(node.left, terms);
  const right = expand(node.right, terms);
  if (!left || !right) return undefined;
  const joined =
    node.conjunction === 'or'
      ? [...left, ...right]
      : left.length * right.length > LIMITS.alternatives * 4
        ? undefined
        : left.flatMap((these) => right.map((those) => [...these, ...those]));
  return joined && limited(joined);
}

function limited(alternatives: Term[][]): Term[][] | undefined {
  const byText = new Map<string, Term[]>();
  for (const alternative of alternatives) {
    const terms = distinct(alternative);
    byText.set(terms.map((term) => term.text).join(' AND '), terms);
  }
  if (byText.size > LIMITS.alternatives) return undefined;
  return [...byText.entries()].toSorted(([a], [b]) => compare(a, b)).map(([, terms]) => terms);
}

function distinct(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [term.text, term])).values()].toSorted((a, b) => compare(a.text, b.text));
}

/** By code unit: the same everywhere, whatever the locale of the machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
