import { describe, expect, it } from '@jest/globals';

import { parseImpactStrategy, STRATEGY_LIMITS, strategyAsMermaid } from './index.js';

const read = (text: string) => {
  const decision = parseImpactStrategy(text);
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  return decision.value;
};
const codes = (text: string): string[] => {
  const decision = parseImpactStrategy(text);
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};

const TYPED = `Impact: Nobody loses their home over a debt
  Outcome: Debts are dealt with earlier [weeks until the first advice; people advised]
    Activity: Advice in youth clubs -> Young people know their rights
      Two advisers
  Outcome: Young people know their rights`;

describe('a strategy typed as indented text', () => {
  it('is a graph in which each line leads to the one it stands under, and to those it names', () => {
    const strategy = read(TYPED);
    expect(strategy.nodes.map(({ kind }) => kind)).toEqual(['IMPACT', 'OUTCOME', 'ACTIVITY', 'ACTIVITY', 'OUTCOME']);
    expect(strategy.nodes[1]).toMatchObject({
      title: 'Debts are dealt with earlier',
      indicators: ['weeks until the first advice', 'people advised'],
    });
    expect(strategy.links).toEqual([
      { from: 'n2', to: 'n1' },
      { from: 'n3', to: 'n2' },
      { from: 'n4', to: 'n3' },
      { from: 'n5', to: 'n1' },
      { from: 'n3', to: 'n5' },
    ]);
  });

  it('needs no kinds: they follow from how far a line stands in', () => {
    expect(read('a\n  b\n    c\n      d\n        e').nodes.map(({ kind }) => kind)).toEqual([
      'IMPACT',
      'OUTCOME',
      'OUTPUT',
      'ACTIVITY',
      'INPUT',
    ]);
  });

  it('is refused when it goes in a circle, with the steps of the circle', () => {
    // Two ways to the same step are no circle.
    expect(codes('A\n  B\n    C -> D\nD -> B')).toEqual([]);
    expect(parseImpactStrategy('A -> B\n  B')).toMatchObject({
      ok: false,
      reasons: [{ code: 'STRATEGY_GOES_IN_A_CIRCLE', titles: ['A', 'B', 'A'] }],
    });
  });

  it('is refused at once at ten thousand lines, an endless line, an arrow to nowhere, and nothing', () => {
    expect(codes('step\n'.repeat(10_000))).toEqual(['STRATEGY_TOO_LONG']);
    expect(codes('x'.repeat(STRATEGY_LIMITS.characters + 1))).toEqual(['STRATEGY_LINE_TOO_LONG']);
    expect(codes('A -> nowhere')).toEqual(['STRATEGY_LINK_UNKNOWN']);
    expect(codes(' \n ')).toEqual(['STRATEGY_EMPTY']);
  });

  it('is Mermaid text in which no title can end its box', () => {
    const text = strategyAsMermaid(read('Say "hello"] click n1 call()'));
    expect(text).toContain('#34;hello#34;');
    expect(text.split('\n').filter((line) => line.includes('-->'))).toEqual([]);
  });
});
