import { termAllows } from './compatible.js';
import { canonicalText, type Condition, type ConditionTerm, parseCondition } from './condition.js';
import { compare, type Expression, LIMITS, type Parsed, parseExpression, problem, type Term } from './expression.js';
import type { Matrix } from './matrix.js';
import { compareVerdicts, type Kind, KINDS, RULES, type RuleName, type Ruling, type Verdict } from './rules.js';
import { termSatisfies } from './satisfy.js';
import { isDeprecated } from './spdx.js';
import { suggest, type Suggestion } from './suggest.js';

/** What is asked: may a work under this expression be returned for this condition? */
export interface Question {
  /** The licence of the work, an SPDX expression. */
  readonly expression: string;
  /** What is demanded: an SPDX expression, a preset, or several joined by OR. */
  readonly condition: string;
  readonly kind: Kind;
  /** The licences of what it was built on, one expression each. */
  readonly incoming?: readonly string[];
  readonly matrix?: Matrix;
}

/** The answer, with what it rests on. */
export interface LicenceVerdict {
  readonly verdict: Verdict;
  /** The rule that decided. */
  readonly rule: RuleName;
  /** A sentence for a person. */
  readonly reason: string;
  /** Who says so. */
  readonly source: string;
  /** The licence of the work that decided, as it is written in the expression. */
  readonly term: string;
  /** What it was held against: a part of the condition, or the licence of a component. */
  readonly against: string;
  /** Set when a component decided: its whole expression, as it was given. */
  readonly incoming?: string;
  /** What somebody may have meant by an identifier that was not understood. */
  readonly suggestions: readonly Suggestion[];
  /**
   * Ways of taking the expression that a component forbids. They do not turn a yes into a no, but the
   * work should not be offered that way.
   */
  readonly notOffered: readonly string[];
}

interface Finding extends Ruling {
  readonly term: string;
  readonly against: string;
  readonly incoming?: string;
}

/**
 * Judges whether a work may be returned under its licence.
 *
 * Some way of taking the expression has to satisfy the condition and be allowed by every component.
 * Within such a way the worst answer counts; between ways, the best. So an OR never turns a yes into
 * a no, and neither order nor parentheses matter. Ties are settled by rule and text, never by position.
 */
export function judge(question: Question): Parsed<LicenceVerdict> {
  if (!KINDS.includes(question.kind)) return problem('UNKNOWN_KIND', `The kind is one of ${KINDS.join(', ')}.`);
  const condition = parseCondition(question.condition);
  if (!condition.ok) return condition;
  const expression = parseExpression(question.expression);
  if (!expression.ok) return unreadable(expression, question.expression, condition.value.text);

  const incoming = question.incoming ?? [];
  if (incoming.length > LIMITS.incoming) {
    return problem('TOO_MANY_INCOMING', `At most ${LIMITS.incoming} components can be judged at once.`);
  }
  const components: Component[] = [];
  for (const text of new Set(incoming)) {
    const parsed = parseExpression(text);
    if (parsed.ok) components.push({ text, expression: parsed.value });
    else if (parsed.problem.code === 'NOT_AN_EXPRESSION' || parsed.problem.code === 'EMPTY') components.push({ text });
    else return parsed;
  }
  if (comparisonsOf(expression.value, condition.value, components) > LIMITS.comparisons) {
    return problem('TOO_MANY_ALTERNATIVES', 'There are too many ways to take these expressions together.');
  }
  return { ok: true, value: decide(expression.value, condition.value, question, components) };
}

/** How many pairs of licences a verdict has to look at, so that no question keeps a server busy. */
function comparisonsOf(expression: Expression, condition: Condition, components: readonly Component[]): number {
  const demands = condition.alternatives.flat().length;
  const parts = components.reduce((sum, component) => sum + (component.expression?.alternatives.flat().length ?? 1), 0);
  return expression.alternatives.flat().length * (demands + parts);
}

/** A text that is no expression is a question for a person; one that is too large is refused. */
function unreadable(parsed: Parsed<never>, text: string, condition: string): Parsed<LicenceVerdict> {
  if (parsed.ok || parsed.problem.code !== 'NOT_AN_EXPRESSION') return parsed;
  const finding: Finding = {
    verdict: 'ASK_A_PERSON',
    rule: 'NOT_AN_EXPRESSION',
    term: text.trim(),
    against: condition,
  };
  return { ok: true, value: worded(finding, [], parsed.problem.suggestions) };
}

interface Component {
  readonly text: string;
  /** Absent when its licence could not be read. */
  readonly expression?: Expression;
}

function decide(
  expression: Expression,
  condition: Condition,
  { kind, matrix }: Question,
  components: readonly Component[],
): LicenceVerdict {
  const ways = expression.alternatives.map((terms) => {
    const built = components.map((component) => allows(terms, component, matrix));
    return { terms, built, finding: worst([satisfies(terms, condition, kind), ...built]) };
  });
  const notOffered = ways
    .filter(({ built }) => built.some(({ verdict }) => verdict === 'DOES_NOT'))
    .map(({ terms }) => canonicalText({ alternatives: [terms] }));
  return worded(best(ways.map(({ finding }) => finding)), notOffered, suggestionsFor(expression.terms));
}

/**
 * One way of taking a work against a condition. Each licence of the work must belong to an alternative
 * of the condition that the work offers in full.
 */
function satisfies(terms: readonly Term[], condition: Condition, kind: Kind): Finding {
  const rulings = new Map<string, Finding>();
  const ruling = (term: Term, demand: ConditionTerm): Finding => {
    const key = `${term.text}\n${demand.text}`;
    const known = rulings.get(key) ?? { ...termSatisfies(term, demand, kind), term: term.text, against: demand.text };
    rulings.set(key, known);
    return known;
  };
  const offered = condition.alternatives.map((demands) =>
    worst(
      demands.map((demand) => {
        const covered = best(terms.map((term) => ruling(term, demand)));
        // Of several licences asked for together, the absent one is what to name.
        return demands.length > 1 && covered.rule === 'DIFFERENT_LICENCE'
          ? { ...covered, rule: 'PART_NOT_PRESENT' as const }
          : covered;
      }),
    ),
  );
  return worst(
    terms.map((term) =>
      best(
        condition.alternatives.map((demands, index) => {
          const member = best(demands.map((demand) => ruling(term, demand)));
          const whole = offered[index];
          return demands.length > 1 && whole ? worst([member, whole]) : member;
        }),
      ),
    ),
  );
}

/** One way of taking a work against one component: the component may be taken in whichever way suits. */
function allows(terms: readonly Term[], component: Component, matrix: Matrix | undefined): Finding {
  if (!component.expression) {
    return {
      verdict: 'ASK_A_PERSON',
      rule: 'NOT_AN_EXPRESSION',
      term: terms[0]?.text ?? '',
      against: component.text.trim(),
      incoming: component.text,
    };
  }
  return best(
    component.expression.alternatives.map((parts) =>
      worst(
        parts.map((part) => {
          const kept = terms.length > 1 ? terms.find((term) => term.text === part.text) : undefined;
          const findings = terms.map((term) => ({
            ...(kept ? keptAsItIs(kept, part, matrix) : termAllows(term, part, matrix)),
            term: (kept ?? term).text,
            against: part.text,
            incoming: component.text,
          }));
          return worst(findings);
        }),
      ),
    ),
  );
}

function keptAsItIs(term: Term, part: Term, matrix: Matrix | undefined): Ruling {
  const same = termAllows(term, part, matrix);
  return same.verdict === 'SATISFIES' ? { verdict: 'SATISFIES', rule: 'EXPRESSION_KEEPS_IT' } : same;
}

function worst(findings: readonly Finding[]): Finding {
  return findings.toSorted(worstFirst)[0] as Finding;
}

function best(findings: readonly Finding[]): Finding {
  return findings.toSorted((a, b) => compareVerdicts(b.verdict, a.verdict) || tieBreak(a, b))[0] as Finding;
}

function worstFirst(a: Finding, b: Finding): number {
  return compareVerdicts(a.verdict, b.verdict) || tieBreak(a, b);
}

/** A component that decides says more than a condition that is met, so it comes first. */
function tieBreak(a: Finding, b: Finding): number {
  return compare(keyOf(a), keyOf(b));
}

function keyOf(finding: Finding): string {
  return [
    finding.incoming === undefined ? '1' : '0',
    finding.rule,
    finding.term,
    finding.against,
    finding.incoming ?? '',
  ].join('\n');
}

function suggestionsFor(terms: readonly Term[]): Suggestion[] {
  const unclear = terms.filter(
    (term) => (!term.recognised && !term.id.startsWith('LicenseRef-')) || isDeprecated(term.id),
  );
  return unclear.flatMap((term) => suggest(`${term.id}${term.orLater ? '+' : ''}`)).slice(0, 8);
}

function worded(finding: Finding, notOffered: readonly string[], suggestions: readonly Suggestion[]): LicenceVerdict {
  const { says, source } = RULES[finding.rule];
  const relation =
    finding.incoming === undefined
      ? `${finding.term}, for the condition ${finding.against}:`
      : `${finding.term}, built on ${finding.against}:`;
  return {
    verdict: finding.verdict,
    rule: finding.rule,
    reason: `${relation} ${says}`,
    source,
    term: finding.term,
    against: finding.against,
    ...(finding.incoming === undefined ? {} : { incoming: finding.incoming }),
    suggestions,
    notOffered,
  };
}
