import { canonicalText, type Condition, parseCondition } from './condition.js';
import { compare, type Parsed, parseExpression, problem } from './expression.js';
import { type Kind, KINDS, type Verdict } from './rules.js';
import { currentIds } from './spdx.js';
import { TABLE_IDS } from './table.js';
import { judge } from './verdict.js';

/** What several conditions have in common. */
export type Combined =
  | {
      readonly together: true;
      /** Licences that satisfy every condition, those with a plain-words explanation first. */
      readonly licences: readonly string[];
    }
  | {
      readonly together: false;
      /**
       * Positions of conditions that no licence satisfies together: two wherever two collide. More only
       * when each pair has something in common and all of them have nothing; one when a condition
       * alone cannot be met by any licence on the list.
       */
      readonly collide: readonly number[];
    };

const MOST_CONDITIONS = 30;

/**
 * Computes which licences satisfy the conditions of several funders for one kind of output, or names
 * those that collide. Looks at every licence on the SPDX list and at what the conditions themselves name.
 */
export function licencesSatisfyingAll(conditions: readonly string[], kind: Kind): Parsed<Combined> {
  if (!KINDS.includes(kind)) return problem('UNKNOWN_KIND', `The kind is one of ${KINDS.join(', ')}.`);
  if (conditions.length === 0) return problem('EMPTY', 'There is no condition here.');
  if (conditions.length > MOST_CONDITIONS) {
    return problem('TOO_MANY_TERMS', `At most ${MOST_CONDITIONS} conditions can be combined.`);
  }
  const parsed: Condition[] = [];
  for (const text of conditions) {
    const condition = parseCondition(text);
    if (!condition.ok) return condition;
    parsed.push(condition.value);
  }
  const candidates = candidatesFor(parsed);
  const accepted = conditions.map(
    (condition) => new Set(candidates.filter((expression) => verdictOf(expression, condition, kind) === 'SATISFIES')),
  );
  const licences = candidates.filter((expression) => accepted.every((set) => set.has(expression)));
  if (licences.length > 0) return { ok: true, value: { together: true, licences } };
  return { ok: true, value: { together: false, collide: smallestCollision(accepted) } };
}

function candidatesFor(conditions: readonly Condition[]): string[] {
  const named = conditions.flatMap(({ alternatives }) =>
    alternatives
      .filter((demands) => demands.every((demand) => demand.type === 'LICENCE'))
      .map((demands) => demands.map((demand) => demand.text).join(' AND ')),
  );
  return [...new Set([...TABLE_IDS, ...named.toSorted(compare), ...currentIds()])];
}

function verdictOf(expression: string, condition: string, kind: Kind): Verdict | undefined {
  const answer = judge({ expression, condition, kind });
  return answer.ok ? answer.value.verdict : undefined;
}

function smallestCollision(accepted: readonly ReadonlySet<string>[]): number[] {
  const alone = accepted.findIndex((set) => set.size === 0);
  if (alone >= 0) return [alone];
  for (let second = 1; second < accepted.length; second++) {
    for (let first = 0; first < second; first++) {
      if (shareNothing([accepted[first] ?? new Set(), accepted[second] ?? new Set()])) return [first, second];
    }
  }
  return withoutSurplus(accepted);
}

/** Leaves out each condition without which the others still collide. */
function withoutSurplus(accepted: readonly ReadonlySet<string>[]): number[] {
  let positions = accepted.map((_, index) => index);
  for (const position of accepted.keys()) {
    const rest = positions.filter((other) => other !== position);
    if (shareNothing(rest.map((index) => accepted[index] ?? new Set()))) positions = rest;
  }
  return positions;
}

function shareNothing(sets: readonly ReadonlySet<string>[]): boolean {
  const [first, ...others] = sets;
  return first !== undefined && [...first].every((one) => others.some((set) => !set.has(one)));
}

/** The expression as this package writes it: the same for every way of writing the same thing. */
export function canonicalExpression(text: string): Parsed<string> {
  const parsed = parseExpression(text);
  return parsed.ok ? { ok: true, value: canonicalText(parsed.value) } : parsed;
}
