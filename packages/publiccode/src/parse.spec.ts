import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parsePubliccode } from './parse.js';
import { validatePubliccode } from './validate.js';

describe('parsePubliccode', () => {
  it('knows the line and column of every key and value', () => {
    expect(parsePubliccode('\uFEFF# a comment\nname: Rota\nlegal:\n  license: MIT\n').root).toMatchObject({
      kind: 'map',
      entries: [
        { key: 'name', line: 2, column: 1, value: { source: 'Rota', line: 2, column: 7 } },
        { key: 'legal', line: 3, value: { entries: [{ key: 'license', line: 4, column: 3 }] } },
      ],
    });
  });

  it('never throws, whatever the bytes', () => {
    const fragments = fc.constantFrom(
      'name:',
      ' ',
      '\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '!!',
      '"',
      "'",
      '|',
      '>',
      '#',
      '%',
      '---',
      '?',
      '\t',
      'x',
    );
    const yamlish = fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary' }), yamlish), (input) => {
        const { valid, problems } = validatePubliccode(input);
        expect(valid).toBe(false);
        expect(problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
