import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { inLanguage, languageOf } from './in-language.js';

const MODULES = join(import.meta.dirname, '../../modules');
/** What people meet on their way from a need to what is shared back. Other sentences are English until somebody adds them. */
const MAIN = [
  'ideas/graphql/wording.ts',
  'ideas/graphql/decision-wording.ts',
  'ideas/graphql/lead-wording.ts',
  'support/graphql/wording.ts',
  'support/graphql/without-account.wording.ts',
  'discussion/graphql/wording.ts',
  'pipeline/graphql/wording.ts',
  'people/graphql/wording.ts',
  'organisations/graphql/wording.ts',
  'reuse/graphql/wording.ts',
  'agreements/graphql/wording.ts',
  'mandates/graphql/words.ts',
  'rounds/graphql/words.ts',
  'pledges/graphql/words.ts',
  'tranches/graphql/words.ts',
  'ventures/graphql/wording.ts',
  'returns/graphql/wording.ts',
  'commons/graphql/wording.ts',
  'components/graphql/wording.ts',
  'uploads/graphql/wording.ts',
];

const MESSAGE = /message:\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g;

/** The sentences of a file that words requirements; what stands in one is `X`. */
function sentencesOf(file: string): readonly string[] {
  const code = readFileSync(join(MODULES, file), 'utf8');
  return [...code.matchAll(MESSAGE)].map(([, plain, template]) =>
    (plain ?? template ?? '').replaceAll("\\'", "'").replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'X'),
  );
}

describe('what is in the way', () => {
  it.each(MAIN)('is said in Malay too (%s)', (file) => {
    const sentences = sentencesOf(file);
    expect(sentences.length).toBeGreaterThan(3);
    // A sentence that is nothing but what somebody else said is translated where that is said.
    const own = sentences.filter((sentence) => sentence.replaceAll('X', '').trim() !== '');
    expect(own.filter((sentence) => inLanguage(sentence, 'ms') === sentence)).toEqual([]);
  });

  it('translates what stands in a sentence, and leaves what a person wrote', () => {
    expect(inLanguage('4 votes', 'ms')).toBe('4 undi');
    expect(inLanguage('at least 40 characters', 'ms')).toBe('sekurang-kurangnya 40 aksara');
    expect(inLanguage('An idea that has backing cannot become one that withdrawn.', 'ms')).toBe(
      'Idea yang mendapat sokongan tidak boleh menjadi idea yang ditarik balik.',
    );
    expect(inLanguage('Beds for tonight', 'ms')).toBe('Beds for tonight');
    expect(inLanguage('4 votes', 'en')).toBe('4 votes');
  });

  it('speaks the language that was chosen, else the one the browser asks for', () => {
    expect(languageOf({ cookie: 'a=b; openimpact-language=ms', 'accept-language': 'en' })).toBe('ms');
    expect(languageOf({ 'accept-language': 'cy, en;q=0.5, ms;q=0.9' })).toBe('ms');
    expect(languageOf({ 'accept-language': 'cy' })).toBe('en');
    expect(languageOf({})).toBe('en');
  });
});
