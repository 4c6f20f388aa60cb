import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parsePubliccode } from './parse.js';
import { validatePubliccode } from './validate.js';
import { writePubliccode } from './write.js';

/** Seconds in CI. Longer on demand: FUZZ_RUNS=1000000. */
const FUZZ_RUNS = Number(process.env['FUZZ_RUNS'] ?? 2_000);

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
      { numRuns: FUZZ_RUNS },
    );
  });

  it('never loses its way in a valid file that was damaged: a verdict, and lines that are there', () => {
    const valid = writePubliccode({
      name: 'Rota',
      url: 'https://example.org/rota.git',
      platforms: ['web'],
      developmentStatus: 'stable',
      softwareType: 'standalone/web',
      description: {
        en: { shortDescription: 'Rotas', longDescription: 'About rotas. '.repeat(20).trim(), features: ['Rotas'] },
      },
      legal: { license: 'EUPL-1.2' },
      maintenance: { type: 'community', contacts: [{ name: 'The maintainers' }] },
      localisation: { localisationReady: false, availableLanguages: ['en'] },
    });
    const damage = fc.array(
      fc.record({
        at: fc.nat({ max: valid.length }),
        cut: fc.nat({ max: 30 }),
        put: fc.oneof(
          fc.string({ maxLength: 8 }),
          fc.constantFrom('&a', '*a', '!!js', '\n- ', ': ', '\u0000', '---\n'),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(damage, (wounds) => {
        const text = wounds.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), valid);
        const { problems, value, valid: verdict } = validatePubliccode(text);
        const lines = text.split(/\r\n|\r|\n/).length;
        expect(problems.every(({ line }) => line >= 1 && line <= lines + 1)).toBe(true);
        expect(verdict).toBe(value !== null && !problems.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: FUZZ_RUNS / 4 },
    );
  });
});
