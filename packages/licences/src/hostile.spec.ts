import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { judge, licenceVerdictCommand, LIMITS, parseExpression } from './index.js';

function code(expression: string): string {
  const parsed = parseExpression(expression);
  return parsed.ok ? 'OK' : parsed.problem.code;
}

/** Spent by the processor since then: a busy machine makes nothing slower but the clock on the wall. */
function milliseconds(since: NodeJS.CpuUsage): number {
  return process.cpuUsage(since).user / 1000;
}

/** Milliseconds of processor time: what grows with every alternative takes hours, and a busy machine takes no such time. */
const A_GREAT_DEAL = 5_000;
/** Seconds in CI. Longer on demand: FUZZ_RUNS=1000000. */
const FUZZ_RUNS = Number(process.env['FUZZ_RUNS'] ?? 500);

describe('input made to hurt', () => {
  it.each([
    ['a text of a million characters', 'MIT OR '.repeat(150_000), 'TOO_LONG'],
    ['nothing', '  ', 'EMPTY'],
    ['parentheses nested 900 deep', `${'('.repeat(900)}MIT${')'.repeat(900)}`, 'TOO_DEEP'],
    ['a hundred and one licences', Array.from({ length: 101 }, () => 'MIT').join(' OR '), 'TOO_MANY_TERMS'],
    [
      'two to the power of twenty ways',
      Array.from({ length: 20 }, (_, n) => `(LicenseRef-a${n} OR LicenseRef-b${n})`).join(' AND '),
      'TOO_MANY_ALTERNATIVES',
    ],
    ['an operator without a licence', 'MIT AND', 'NOT_AN_EXPRESSION'],
    ['two licences without an operator', 'MIT Apache-2.0', 'NOT_AN_EXPRESSION'],
    ['an open parenthesis', '(MIT', 'NOT_AN_EXPRESSION'],
    ['a space before the plus', 'Apache-2.0 +', 'NOT_AN_EXPRESSION'],
    ['a name of the prototype', 'constructor', 'OK'],
  ])('%s: %s', (_, expression, expected) => {
    const before = process.cpuUsage();
    expect(code(expression)).toBe(expected);
    expect(milliseconds(before)).toBeLessThan(A_GREAT_DEAL);
  });

  it('refuses what is too large in a condition and in a component alike', () => {
    const long = 'MIT OR '.repeat(1_000);
    expect(judge({ expression: 'MIT', condition: long, kind: 'software' })).toMatchObject({
      problem: { code: 'TOO_LONG' },
    });
    expect(judge({ expression: 'MIT', condition: 'MIT', kind: 'software', incoming: [long] })).toMatchObject({
      problem: { code: 'TOO_LONG' },
    });
    const incoming = Array.from({ length: LIMITS.incoming + 1 }, (_, n) => `LicenseRef-${n}`);
    expect(judge({ expression: 'MIT', condition: 'MIT', kind: 'software', incoming })).toMatchObject({
      problem: { code: 'TOO_MANY_INCOMING' },
    });
  });

  it('refuses expressions that are each small and together take long', () => {
    const many = Array.from({ length: 8 }, (_, n) => `(LicenseRef-a${n} OR LicenseRef-b${n})`).join(' AND ');
    const before = process.cpuUsage();
    expect(judge({ expression: many, condition: many, kind: 'software', incoming: [many] })).toMatchObject({
      problem: { code: 'TOO_MANY_ALTERNATIVES' },
    });
    expect(milliseconds(before)).toBeLessThan(A_GREAT_DEAL);
  });

  it('refuses a condition it cannot read', () => {
    expect(judge({ expression: 'MIT', condition: 'MIT AND OPEN', kind: 'software' })).toMatchObject({
      problem: { code: 'PRESET_IN_COMBINATION' },
    });
    expect(judge({ expression: 'MIT', condition: 'something open', kind: 'software' })).toMatchObject({
      problem: { code: 'NOT_AN_EXPRESSION' },
    });
  });

  it('never throws, whatever is typed', () => {
    const soup = fc
      .array(
        fc.oneof(fc.constantFrom('MIT', 'AND', 'OR', 'WITH', '(', ')', '+', 'GPL-2.0', '/', 'OPEN', ' '), fc.string()),
      )
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(soup, soup, soup, (expression, condition, part) => {
        judge({ expression, condition, kind: 'software', incoming: [part] });
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('the command', () => {
  it('prints one object with verdict, rule and deciding term', () => {
    const answer = licenceVerdictCommand([
      'MIT',
      '--condition',
      'OPEN',
      '--kind',
      'software',
      '--incoming',
      'AGPL-3.0-only',
      '--incoming',
      'ISC',
      '--json',
    ]);
    expect(answer.exitCode).toBe(0);
    expect(JSON.parse(answer.stdout)).toMatchObject({
      expression: 'MIT',
      verdict: 'DOES_NOT',
      rule: 'COPYLEFT_STAYS',
      term: 'MIT',
      incoming: ['AGPL-3.0-only', 'ISC'],
      decidingIncoming: 'AGPL-3.0-only',
    });
  });

  it('says how it is used when it was used wrongly', () => {
    for (const args of [
      [],
      ['MIT'],
      ['MIT', '--condition', 'MIT'],
      ['MIT', '--condition', 'MIT', '--kind', 'food'],
      ['--what'],
    ]) {
      expect(licenceVerdictCommand(args)).toMatchObject({ exitCode: 2, stdout: '' });
    }
  });

  it('gives the code of an input it refuses', () => {
    const deep = `${'('.repeat(50)}MIT${')'.repeat(50)}`;
    const answer = licenceVerdictCommand([deep, '--condition', 'OPEN', '--kind', 'software', '--json']);
    expect(answer.exitCode).toBe(2);
    expect(JSON.parse(answer.stdout)).toMatchObject({ problem: { code: 'TOO_DEEP' } });
  });
});
