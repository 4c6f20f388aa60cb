import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { TABLE_IDS, judge, type Kind, type LicenceVerdict, RULES } from './index.js';

function verdict(
  expression: string,
  condition: string,
  kind: Kind = 'software',
  incoming: string[] = [],
): LicenceVerdict {
  const answer = judge({ expression, condition, kind, incoming });
  if (!answer.ok) throw new Error(`${answer.problem.code}: ${answer.problem.message}`);
  return answer.value;
}

describe('a licence that a condition names', () => {
  it.each([
    ['MIT', 'MIT', 'SATISFIES', 'SAME_LICENCE'],
    ['MIT', 'MIT OR Apache-2.0', 'SATISFIES', 'SAME_LICENCE'],
    ['MIT OR Apache-2.0', 'Apache-2.0', 'SATISFIES', 'SAME_LICENCE'],
    ['MIT', 'Apache-2.0', 'DOES_NOT', 'DIFFERENT_LICENCE'],
    ['GPL-3.0-only', 'GPL-3.0-or-later', 'DOES_NOT', 'VERSION_NOT_GRANTED'],
    ['GPL-3.0-or-later', 'GPL-3.0-only', 'SATISFIES', 'LATER_VERSION_CHOSEN'],
    ['GPL-2.0-or-later', 'GPL-3.0-only', 'SATISFIES', 'LATER_VERSION_CHOSEN'],
    ['GPL-2.0-or-later', 'GPL-3.0-or-later', 'SATISFIES', 'LATER_VERSION_CHOSEN'],
    ['GPL-3.0-or-later', 'GPL-2.0-or-later', 'DOES_NOT', 'VERSION_NOT_GRANTED'],
    ['GPL-2.0-only', 'GPL-3.0-only', 'DOES_NOT', 'VERSION_NOT_GRANTED'],
    ['LGPL-2.1-only', 'LGPL-2.1-or-later', 'DOES_NOT', 'VERSION_NOT_GRANTED'],
    ['Apache-2.0+', 'Apache-2.0', 'SATISFIES', 'LATER_VERSION_CHOSEN'],
    ['Apache-2.0', 'Apache-2.0+', 'DOES_NOT', 'VERSION_NOT_GRANTED'],
    ['Apache-1.1+', 'Apache-2.0', 'ASK_A_PERSON', 'LATER_VERSION_UNKNOWN'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-2.0-only', 'SATISFIES', 'EXCEPTION_ADDS_PERMISSION'],
    ['GPL-2.0-only', 'GPL-2.0-only WITH Classpath-exception-2.0', 'DOES_NOT', 'EXCEPTION_MISSING'],
    ['GPL-2.0-only WITH SHL-2.1', 'GPL-2.0-only', 'ASK_A_PERSON', 'EXCEPTION_UNKNOWN'],
    ['GPL-2.0-only WITH Made-up-exception', 'GPL-2.0-only', 'ASK_A_PERSON', 'UNKNOWN_IDENTIFIER'],
    ['MIT AND Apache-2.0', 'MIT OR Apache-2.0', 'SATISFIES', 'SAME_LICENCE'],
    ['MIT AND Apache-2.0', 'MIT', 'DOES_NOT', 'DIFFERENT_LICENCE'],
    ['MIT AND CC-BY-4.0', 'MIT AND CC-BY-4.0', 'SATISFIES', 'SAME_LICENCE'],
    ['MIT', 'MIT AND CC-BY-4.0', 'DOES_NOT', 'PART_NOT_PRESENT'],
  ] as const)('%s for %s: %s by %s', (expression, condition, expected, rule) => {
    expect(verdict(expression, condition)).toMatchObject({ verdict: expected, rule });
  });
});

describe('the worked cases of building on components', () => {
  it.each([
    ['AGPL-3.0-or-later', 'MIT', 'SATISFIES', 'PERMISSIVE_ALLOWS'],
    ['MIT', 'AGPL-3.0-only', 'DOES_NOT', 'COPYLEFT_STAYS'],
    ['Apache-2.0', 'GPL-2.0-only', 'DOES_NOT', 'COPYLEFT_STAYS'],
    ['GPL-3.0-or-later', 'Apache-2.0', 'SATISFIES', 'APACHE_WITH_VERSION_3'],
    ['GPL-2.0-only', 'Apache-2.0', 'DOES_NOT', 'APACHE_PATENT_TERMS'],
    ['AGPL-3.0-only', 'EUPL-1.2', 'SATISFIES', 'EUPL_APPENDIX'],
    ['AGPL-3.0-or-later', 'EUPL-1.2', 'SATISFIES', 'EUPL_APPENDIX'],
    ['EUPL-1.2', 'AGPL-3.0-only', 'DOES_NOT', 'COPYLEFT_STAYS'],
    ['AGPL-3.0-only', 'GPL-3.0-only', 'ASK_A_PERSON', 'SECTION_13_LINKS'],
    ['CC-BY-4.0', 'OGL-UK-3.0', 'SATISFIES', 'OGL_SAYS_COMPATIBLE'],
    ['CC-BY-4.0', 'CC-BY-SA-4.0', 'DOES_NOT', 'SHARE_ALIKE_STAYS'],
    ['CC-BY-4.0', 'CC-BY-NC-4.0', 'DOES_NOT', 'NON_COMMERCIAL_STAYS'],
    ['CC-BY-ND-4.0', 'CC-BY-ND-4.0', 'DOES_NOT', 'NO_CHANGES_ALLOWED'],
    ['CC0-1.0', 'CC-BY-4.0', 'DOES_NOT', 'ATTRIBUTION_STAYS'],
    ['GPL-2.0-only', 'GPL-2.0-or-later', 'SATISFIES', 'LATER_VERSION_CHOSEN'],
    ['GPL-2.0-or-later', 'GPL-2.0-only', 'DOES_NOT', 'VERSION_NOT_GRANTED'],
  ] as const)('%s built on %s: %s by %s', (expression, component, expected, rule) => {
    const condition = expression;
    const kind = expression.startsWith('CC') ? 'content' : 'software';
    const answer = verdict(expression, condition, kind, [component]);
    expect(answer).toMatchObject({ verdict: expected });
    // When the component allows it, condition and component are both met and the component is named.
    expect(answer).toMatchObject({ rule, incoming: component });
  });

  it('names the component that decides among several', () => {
    expect(verdict('MIT', 'OPEN', 'software', ['ISC', 'AGPL-3.0-only', 'Zlib'])).toMatchObject({
      verdict: 'DOES_NOT',
      incoming: 'AGPL-3.0-only',
      against: 'AGPL-3.0-only',
      term: 'MIT',
    });
  });

  it('takes a component with a choice in the way that suits', () => {
    expect(verdict('MIT', 'OPEN', 'software', ['AGPL-3.0-only OR MIT']).verdict).toBe('SATISFIES');
  });

  it('lets an expression keep the licence of a part', () => {
    expect(verdict('MIT AND CC-BY-4.0', 'MIT AND CC-BY-4.0', 'software', ['CC-BY-4.0'])).toMatchObject({
      verdict: 'SATISFIES',
      rule: 'EXPRESSION_KEEPS_IT',
    });
  });

  it('says which choice should not be offered although another is fine', () => {
    const answer = verdict('MIT OR AGPL-3.0-only', 'AGPL-3.0-only', 'software', ['AGPL-3.0-only']);
    expect(answer).toMatchObject({ verdict: 'SATISFIES', notOffered: ['MIT'] });
  });

  it('asks about a component whose licence cannot be read', () => {
    expect(verdict('MIT', 'MIT', 'software', ['see the file'])).toMatchObject({
      verdict: 'ASK_A_PERSON',
      rule: 'NOT_AN_EXPRESSION',
      incoming: 'see the file',
    });
    expect(verdict('MIT', 'MIT', 'software', ['']).verdict).toBe('ASK_A_PERSON');
  });
});

describe('what is open', () => {
  it.each([
    ['MIT', 'software', 'SATISFIES'],
    ['AGPL-3.0-or-later', 'software', 'SATISFIES'],
    ['EUPL-1.2', 'software', 'SATISFIES'],
    ['CC0-1.0', 'software', 'DOES_NOT'],
    ['CC-BY-4.0', 'software', 'DOES_NOT'],
    ['CC-BY-4.0', 'data', 'SATISFIES'],
    ['CC-BY-4.0', 'content', 'SATISFIES'],
    ['CC0-1.0', 'data', 'SATISFIES'],
    ['ODbL-1.0', 'data', 'SATISFIES'],
    ['OGL-UK-3.0', 'content', 'SATISFIES'],
    ['CC-BY-NC-4.0', 'data', 'DOES_NOT'],
    ['CC-BY-ND-4.0', 'content', 'DOES_NOT'],
    ['CC-BY-NC-SA-3.0', 'content', 'DOES_NOT'],
    ['MIT', 'content', 'ASK_A_PERSON'],
    ['CC-BY-3.0', 'content', 'ASK_A_PERSON'],
    ['LicenseRef-ours', 'software', 'ASK_A_PERSON'],
    ['Proprietary', 'software', 'ASK_A_PERSON'],
  ] as const)('%s for %s: %s', (expression, kind, expected) => {
    expect(verdict(expression, 'OPEN', kind).verdict).toBe(expected);
  });

  it.each([
    ['MIT', 'PERMISSIVE', 'software', 'SATISFIES'],
    ['GPL-3.0-only', 'PERMISSIVE', 'software', 'DOES_NOT'],
    ['GPL-3.0-only', 'SHARE_ALIKE', 'software', 'SATISFIES'],
    ['LGPL-3.0-or-later', 'WEAK_COPYLEFT', 'software', 'SATISFIES'],
    ['GPL-3.0-only', 'WEAK_COPYLEFT', 'software', 'DOES_NOT'],
    ['CC0-1.0', 'PUBLIC_DOMAIN', 'software', 'SATISFIES'],
    ['CC-BY-SA-4.0', 'SHARE_ALIKE', 'content', 'SATISFIES'],
    ['CC-BY-SA-4.0', 'PERMISSIVE OR CC-BY-SA-4.0', 'content', 'SATISFIES'],
    ['Xnet', 'PERMISSIVE', 'software', 'ASK_A_PERSON'],
  ] as const)('%s for the preset %s (%s): %s', (expression, condition, kind, expected) => {
    expect(verdict(expression, condition, kind).verdict).toBe(expected);
  });
});

describe('near misses', () => {
  it.each([
    ['AGPL-3.0', ['AGPL-3.0-only', 'AGPL-3.0-or-later']],
    ['GPL-2.0+', ['GPL-2.0-or-later']],
    ['MIT/Apache-2.0', ['MIT OR Apache-2.0', 'MIT AND Apache-2.0']],
    ['Apache 2.0', ['Apache-2.0']],
    ['GPLv3', ['GPL-3.0-only', 'GPL-3.0-or-later']],
    ['CC BY 4.0', ['CC-BY-4.0']],
    ['MIT License', ['MIT']],
    ['Apahce-2.0', ['Apache-2.0']],
  ])('%s is a question with suggestions, never corrected', (typed, suggested) => {
    for (const condition of suggested) {
      const answer = verdict(typed, condition);
      expect(answer.verdict).toBe('ASK_A_PERSON');
      expect(answer.suggestions.map((one) => one.expression)).toEqual(suggested);
    }
  });

  it('matches identifiers without regard to case, as SPDX does', () => {
    expect(verdict('mit or apache-2.0', 'MIT').verdict).toBe('SATISFIES');
  });
});

const kinds = fc.constantFrom<Kind>('software', 'data', 'content');
const ids = fc.constantFrom(...TABLE_IDS);
const expressions = fc.letrec<{ expression: string; group: string }>((tie) => ({
  expression: fc.oneof({ maxDepth: 3 }, ids, tie('group')),
  group: fc
    .tuple(tie('expression'), fc.constantFrom('AND', 'OR'), tie('expression'))
    .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
})).expression;
const outside = fc.stringMatching(/^[a-z]{3,12}-[0-9]\.[0-9]-zz$/);

describe('every verdict', () => {
  it('names its rule, for every pair of the table, as a condition and as a component', () => {
    for (const one of TABLE_IDS) {
      for (const other of TABLE_IDS) {
        for (const answer of [verdict(one, other), verdict(one, one, 'software', [other])]) {
          expect(RULES[answer.rule].says).not.toBe('');
          expect(answer.rule).not.toBe('UNKNOWN_IDENTIFIER');
        }
      }
    }
  });

  it('asks a person about anything outside the lists', () => {
    fc.assert(
      fc.property(outside, expressions, kinds, (unknown, known, kind) => {
        expect(verdict(unknown, 'OPEN', kind).verdict).toBe('ASK_A_PERSON');
        expect(verdict(unknown, unknown, kind).verdict).toBe('ASK_A_PERSON');
        expect(verdict(known, unknown, kind).verdict).toBe('ASK_A_PERSON');
        expect(verdict(known, known, kind, [unknown]).verdict).not.toBe('SATISFIES');
      }),
    );
  });

  it('never goes from yes to no by an OR, on any side', () => {
    fc.assert(
      fc.property(expressions, expressions, expressions, expressions, kinds, (work, condition, part, more, kind) => {
        fc.pre(judge({ expression: work, condition, kind, incoming: [part] }).ok);
        if (verdict(work, condition, kind, [part]).verdict !== 'SATISFIES') return;
        expect(verdict(`${work} OR ${more}`, condition, kind, [part]).verdict).toBe('SATISFIES');
        expect(verdict(work, `${condition} OR ${more}`, kind, [part]).verdict).toBe('SATISFIES');
        expect(verdict(work, condition, kind, [`${part} OR ${more}`]).verdict).toBe('SATISFIES');
      }),
      { numRuns: 300 },
    );
  });

  it('is never better for one more component', () => {
    const rank = { DOES_NOT: 0, ASK_A_PERSON: 1, SATISFIES: 2 };
    fc.assert(
      fc.property(expressions, expressions, expressions, kinds, (work, condition, part, kind) => {
        const without = verdict(work, condition, kind).verdict;
        expect(rank[verdict(work, condition, kind, [part]).verdict]).toBeLessThanOrEqual(rank[without]);
      }),
    );
  });

  it('is the same, with the same reason, whatever the order and the parentheses', () => {
    fc.assert(
      fc.property(expressions, expressions, expressions, expressions, kinds, (a, b, c, condition, kind) => {
        const one = verdict(`${a} OR (${b} AND ${c})`, condition, kind, [a, b]);
        expect(verdict(`((${c}) AND ((${b}))) OR (${a})`, condition, kind, [b, a])).toEqual(one);
        const flat = verdict(a, `${condition} OR ${b} OR ${c}`, kind);
        expect(verdict(a, `(${c} OR (${b})) OR ${condition}`, kind)).toEqual(flat);
      }),
    );
  });
});
