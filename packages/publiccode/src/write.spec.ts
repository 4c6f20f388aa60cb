import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Publiccode } from './sections.js';
import { validatePubliccode } from './validate.js';
import { CATEGORIES, LATEST_VERSION, SOFTWARE_TYPES } from './vocabularies.js';
import { InvalidPubliccodeError, writePubliccode } from './write.js';

const minimal: Publiccode = {
  name: 'Rota',
  url: 'https://example.org/rota.git',
  platforms: ['web'],
  developmentStatus: 'stable',
  softwareType: 'standalone/web',
  description: {
    no: { shortDescription: 'Vakter', longDescription: 'Om vakter. '.repeat(20).trim(), features: ['Vakter'] },
  },
  legal: { license: 'EUPL-1.2' },
  maintenance: { type: 'community', contacts: [{ name: 'Alma Example' }] },
  localisation: { localisationReady: false, availableLanguages: ['no'] },
};

const someText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => {
  // oxlint-disable-next-line no-control-regex
  return text.isWellFormed() && !/[\u0000-\u001F\u007F\u0085\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(text);
});

describe('writePubliccode', () => {
  it('writes what reads back as the same, whatever the words', () => {
    const metadata = fc.record({
      name: someText,
      softwareType: fc.constantFrom(...SOFTWARE_TYPES),
      softwareVersion: fc.oneof(
        someText,
        fc.constantFrom('1.0', 'yes', 'null', '0x1f', '2024-01-01', '~', '- a', 'a: b', '# c'),
      ),
      categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 4 }),
      usedBy: fc.array(someText, { maxLength: 4 }),
      paragraphs: fc.array(someText, { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(metadata, ({ paragraphs, ...keys }) => {
        const longDescription = `${'x'.repeat(150)}\n${paragraphs.join('\n')}\n`;
        const written = {
          ...minimal,
          ...keys,
          description: { en: { shortDescription: 'S', longDescription, features: ['F'] } },
        };
        const { valid, value } = validatePubliccode(writePubliccode(written));
        expect([valid, value]).toEqual([true, { ...written, publiccodeYmlVersion: LATEST_VERSION }]);
      }),
      { numRuns: 200 },
    );
  });

  it('quotes the language no, which older readers take for false', () => {
    expect(writePubliccode(minimal)).toContain('"no":');
    expect(writePubliccode(minimal)).toContain('- "no"');
  });

  it('writes nothing that would not validate, and says why', () => {
    const { legal: _, ...unlicensed } = minimal;
    expect(() => writePubliccode(unlicensed)).toThrow(InvalidPubliccodeError);
    expect(() => writePubliccode(unlicensed)).toThrow('legal is missing.');
  });
});
