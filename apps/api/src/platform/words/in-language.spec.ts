import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { ACTIVITY_WORDS, wordActivity } from '../../modules/activity/application/activity-words.js';
import { inLanguage, languageOf } from './in-language.js';

const SOURCE = join(import.meta.dirname, '../..');

/** Every file in which something is worded for people: what is missing, what was refused, what may be done. */
const WORDING = globSync('{modules,platform}/**/*.ts', { cwd: SOURCE })
  .filter((file) => !file.endsWith('spec.ts') && !file.startsWith('platform/words'))
  .filter((file) => isAllWords(file) || /\bWorded\b|\bRefusalObject\b|\brequirement\(/.test(codeOf(file)))
  .toSorted();

const TEXT = "'((?:[^'\\\\]|\\\\.)*)'|`((?:[^`\\\\]|\\\\.)*)`";
/** Also what is said in one case or the other: `message: many ? 'These are …' : 'This is …'`. */
const WORDED = new RegExp(
  `(?:message|current|needed):\\s*(?:[^,;{}]*?\\?\\s*)?(?:${TEXT})(?:\\s*:\\s*(?:${TEXT}))?`,
  'g',
);
/** Whole sentences, wherever they stand in a file that holds nothing but words. */
const SENTENCE = /'([A-Z](?:[^'\\\n]|\\.)* (?:[^'\\\n]|\\.)*[.?])'|`([A-Z$][^`\n]* [^`\n]*[.?])`/g;
/** What may stand in a sentence: other words, a number, an amount, a day. */
const EXAMPLES = ['X', '4', '£3,000', '2026-03-01', '2026-03-01T09:00:00.000Z'];

function isAllWords(file: string): boolean {
  return /(^|[/-])(word|words|wording)\b[^/]*$|hold-first-posts/.test(file);
}

function codeOf(file: string): string {
  // What is written into a log is for the operator.
  return readFileSync(join(SOURCE, file), 'utf8').replace(/\blog\.\w+\(\{[^}]*\}/g, '');
}

/** The sentences of a file that words something, as they are written there. */
function sentencesOf(file: string): readonly string[] {
  const code = codeOf(file);
  return [...code.matchAll(WORDED), ...(isAllWords(file) ? code.matchAll(SENTENCE) : [])]
    .flatMap((found) => found.slice(1, 5))
    .filter((text) => text !== undefined)
    .map((text) => text.replaceAll("\\'", "'"));
}

function filled(sentence: string, example: string): string {
  return sentence.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, example);
}

/** An address, an id or a bare figure is the same in every language. */
function hasWords(sentence: string): boolean {
  return /[a-z]{2}/.test(filled(sentence, '')) && !/^(https?:|\/|\w+_\$)/.test(sentence);
}

function isOnlyEnglish(sentence: string): boolean {
  return EXAMPLES.every((example) => inLanguage(filled(sentence, example), 'ms') === filled(sentence, example));
}

describe('what is in the way', () => {
  it('is worded in many places', () => {
    expect(WORDING.length).toBeGreaterThan(40);
    expect(WORDING.flatMap(sentencesOf).length).toBeGreaterThan(600);
  });

  it.each(WORDING)('is said in Malay too (%s)', (file) => {
    expect(sentencesOf(file).filter(hasWords).filter(isOnlyEnglish)).toEqual([]);
  });

  it('is missed when a new sentence has no Malay', () => {
    expect(isOnlyEnglish('Bring ${reason.cakes} cakes for everybody.')).toBe(true);
    expect(isOnlyEnglish('at least ${reason.least} characters')).toBe(false);
  });

  it('is told of in the news in Malay too', () => {
    const sentences = [...Object.values(ACTIVITY_WORDS), wordActivity('no.such_kind')];
    expect(sentences.filter(isOnlyEnglish)).toEqual([]);
  });

  it('translates what stands in a sentence, and leaves what a person wrote', () => {
    expect(inLanguage('4 votes', 'ms')).toBe('4 undi');
    expect(inLanguage('at least 40 characters', 'ms')).toBe('sekurang-kurangnya 40 aksara');
    expect(inLanguage('An idea that has backing cannot become one that withdrawn.', 'ms')).toBe(
      'Idea yang mendapat sokongan tidak boleh menjadi idea yang ditarik balik.',
    );
    expect(inLanguage('2026-03-01 or later', 'ms')).toBe('2026-03-01 atau selepasnya');
    expect(inLanguage('from £3,000 to £9,000', 'ms')).toBe('dari £3,000 hingga £9,000');
    for (const written of ['Beds for tonight', 'from Anna to Bo', 'sooner or later', 'after the storm'])
      expect(inLanguage(written, 'ms')).toBe(written);
    expect(inLanguage('4 votes', 'en')).toBe('4 votes');
  });

  it('speaks the language that was chosen, else the one the browser asks for', () => {
    expect(languageOf({ cookie: 'a=b; openimpact-language=ms', 'accept-language': 'en' })).toBe('ms');
    expect(languageOf({ 'accept-language': 'cy, en;q=0.5, ms;q=0.9' })).toBe('ms');
    expect(languageOf({ 'accept-language': 'cy' })).toBe('en');
    expect(languageOf({})).toBe('en');
  });
});
