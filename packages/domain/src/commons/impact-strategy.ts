import { accept, refuse, type Decision } from '../shared/decision.js';

/** How far a line is from what one can do towards what one hopes for. */
export const STRATEGY_KINDS = ['INPUT', 'ACTIVITY', 'OUTPUT', 'OUTCOME', 'IMPACT'] as const;
export type StrategyKind = (typeof STRATEGY_KINDS)[number];

/** Larger than this nobody reads, and drawing it would only keep a machine busy. */
export const STRATEGY_LIMITS = { lines: 300, characters: 200, links: 600 } as const;

export interface StrategyNode {
  /** `n1`, `n2`: by the line it stands in. */
  readonly id: string;
  readonly kind: StrategyKind;
  readonly title: string;
  /** What would show that it happens. */
  readonly indicators: readonly string[];
}

/** How somebody thinks it works: what leads to what. */
export interface ImpactStrategy {
  readonly nodes: readonly StrategyNode[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

export type StrategyFault =
  | { readonly code: 'STRATEGY_EMPTY'; readonly path: readonly string[] }
  | {
      readonly code: 'STRATEGY_TOO_LONG';
      readonly path: readonly string[];
      readonly lines: number;
      readonly most: number;
    }
  | {
      readonly code: 'STRATEGY_LINE_TOO_LONG';
      readonly path: readonly string[];
      readonly line: number;
      readonly most: number;
    }
  | {
      readonly code: 'STRATEGY_LINK_UNKNOWN';
      readonly path: readonly string[];
      readonly line: number;
      readonly to: string;
    }
  | {
      readonly code: 'STRATEGY_GOES_IN_A_CIRCLE';
      readonly path: readonly string[];
      readonly titles: readonly string[];
    };

interface Line {
  readonly number: number;
  readonly indent: number;
  readonly kind: StrategyKind | null;
  readonly title: string;
  readonly indicators: readonly string[];
  readonly leadsTo: readonly string[];
}

const PATH = ['input', 'text'];
const BY_DEPTH: readonly StrategyKind[] = ['IMPACT', 'OUTCOME', 'OUTPUT', 'ACTIVITY', 'INPUT'];

/**
 * Reads a strategy from indented text: each line leads to the line it stands under.
 *
 *     Impact: Nobody loses their home over a debt
 *       Outcome: Debts are dealt with earlier [weeks until the first advice]
 *         Activity: Advice in youth clubs -> Young people know their rights
 *
 * The kind may be left out and follows from the depth; `[…]` names what would show it, several separated by `;`; `->` leads
 * to another line as well, by its title. What leads in a circle leads nowhere and is refused.
 */
export function parseImpactStrategy(text: string): Decision<ImpactStrategy, StrategyFault> {
  const written = text.split('\n').filter((line) => line.trim() !== '');
  if (written.length === 0) return refuse([{ code: 'STRATEGY_EMPTY', path: PATH }]);
  const { lines: most } = STRATEGY_LIMITS;
  if (written.length > most) return refuse([{ code: 'STRATEGY_TOO_LONG', path: PATH, lines: written.length, most }]);
  const lines = written.map((line, index) => readLine(line, index + 1));

  const faults: StrategyFault[] = lines
    .filter(({ title }) => title.length > STRATEGY_LIMITS.characters)
    .map(({ number }) => ({
      code: 'STRATEGY_LINE_TOO_LONG',
      path: PATH,
      line: number,
      most: STRATEGY_LIMITS.characters,
    }));
  const nodes: StrategyNode[] = [];
  const links: { from: string; to: string }[] = [];
  const above: Line[] = [];
  for (const line of lines) {
    while (above.length > 0 && (above.at(-1)?.indent ?? 0) >= line.indent) above.pop();
    const parent = above.at(-1);
    nodes.push({
      id: `n${line.number}`,
      kind: line.kind ?? BY_DEPTH[Math.min(above.length, BY_DEPTH.length - 1)] ?? 'INPUT',
      title: line.title,
      indicators: line.indicators,
    });
    if (parent) links.push({ from: `n${line.number}`, to: `n${parent.number}` });
    above.push(line);
  }
  for (const { number, leadsTo } of lines) {
    for (const to of leadsTo) {
      const target = lines.find(({ title }) => title.toLowerCase() === to.toLowerCase());
      if (target) links.push({ from: `n${number}`, to: `n${target.number}` });
      else faults.push({ code: 'STRATEGY_LINK_UNKNOWN', path: PATH, line: number, to: to.slice(0, 80) });
    }
  }
  const circle = circleIn(nodes, links);
  if (circle.length > 0) faults.push({ code: 'STRATEGY_GOES_IN_A_CIRCLE', path: PATH, titles: circle });
  return faults.length > 0
    ? refuse(faults.slice(0, 20))
    : accept({ nodes, links: links.slice(0, STRATEGY_LIMITS.links) });
}

function readLine(raw: string, number: number): Line {
  const indent = raw.replaceAll('\t', '  ').search(/\S/);
  const [said = '', ...leadsTo] = raw
    .trim()
    .replace(/^[-*•]\s+/, '')
    .split(/\s*(?:->|→)\s*/);
  const indicators = /\[([^\]]*)\]\s*$/.exec(said);
  const words = indicators ? said.slice(0, indicators.index) : said;
  const [, named, rest] = /^(impact|outcome|output|activity|input)s?\s*:\s*(.*)$/i.exec(words.trim()) ?? [];
  return {
    number,
    indent,
    kind: STRATEGY_KINDS.find((kind) => kind === named?.toUpperCase()) ?? null,
    title: (rest ?? words).trim(),
    indicators: (indicators?.[1] ?? '')
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    leadsTo: leadsTo.map((one) => one.replace(/\[[^\]]*\]\s*$/, '').trim()).filter((one) => one !== ''),
  };
}

/** Titles along a circle; none where everything leads somewhere. */
function circleIn(nodes: readonly StrategyNode[], links: ImpactStrategy['links']): readonly string[] {
  const state = new Map<string, 'OPEN' | 'DONE'>();
  const path: string[] = [];
  const titleOf = new Map(nodes.map(({ id, title }) => [id, title]));
  const next = new Map<string, string[]>();
  for (const { from, to } of links) next.set(from, [...(next.get(from) ?? []), to]);
  const visit = (id: string): readonly string[] => {
    if (state.get(id) === 'DONE') return [];
    if (state.get(id) === 'OPEN') return [...path.slice(path.indexOf(id)), id];
    state.set(id, 'OPEN');
    path.push(id);
    for (const to of next.get(id) ?? []) {
      const circle = visit(to);
      if (circle.length > 0) return circle;
    }
    path.pop();
    state.set(id, 'DONE');
    return [];
  };
  for (const { id } of nodes) {
    const circle = visit(id);
    if (circle.length > 0) return circle.map((one) => titleOf.get(one) ?? one);
  }
  return [];
}

/** How far each line stands from the end it leads to, for drawing: kinds in columns, from input to impact. */
export function strategyColumns(strategy: ImpactStrategy): ReadonlyMap<StrategyKind, readonly StrategyNode[]> {
  return new Map(
    STRATEGY_KINDS.map((kind) => [kind, strategy.nodes.filter((node) => node.kind === kind)] as const).filter(
      ([, nodes]) => nodes.length > 0,
    ),
  );
}

/** The same as Mermaid text, from left to right. Quotes and signs that mean something to Mermaid are written as entities. */
export function strategyAsMermaid(strategy: ImpactStrategy): string {
  const safe = (words: string): string =>
    words.replaceAll(/["#;<>[\]{}()|`\\]/g, (sign) => `#${sign.codePointAt(0) ?? 0};`);
  return [
    'flowchart LR',
    ...strategy.nodes.map(
      ({ id, kind, title }) => `  ${id}["${kind.charAt(0)}${kind.slice(1).toLowerCase()}: ${safe(title)}"]`,
    ),
    ...strategy.links.map(({ from, to }) => `  ${from} --> ${to}`),
    '',
  ].join('\n');
}
