import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { explain, judge, RULES, suggest, TABLE_IDS } from '@openimpact/licences';

import { ACTIVITY_WORDS, wordActivity } from '../../modules/activity/application/activity-words.js';
import { fileFaultInLanguage, inLanguage, languageOf, spokenHere } from './in-language.js';
import type { MailWords } from './mail-words.js';
import { mailWords } from './mails.js';

const SOURCE = join(import.meta.dirname, '../..');
const METADATA = join(SOURCE, '../../../packages/publiccode/src');

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

  it('is told by licences in plain words in Malay too', () => {
    const inWords = TABLE_IDS.flatMap((id) => {
      const explained = explain(id);
      return explained.ok ? explained.value.licences.flatMap(({ may, must }) => [...may, ...must]) : [];
    }).map(({ words }) => words);
    const whole = ['MIT', 'MIT OR Apache-2.0', 'MIT AND CC-BY-4.0', 'GPL-2.0+ WITH Classpath-exception-2.0'];
    const explained = whole.map(explain).flatMap((each) => (each.ok ? [each.value.summary] : []));
    const because = ['GPL-2.0', 'MIT/Apache-2.0', 'apache', 'Apahce-2.0'].flatMap(suggest).map((each) => each.because);
    const problems = ['', 'MIT or', `MIT ${'OR MIT '.repeat(400)}`, '('.repeat(40)].flatMap((text) => {
      const read = explain(text);
      return read.ok ? [] : [read.problem.message];
    });
    const verdicts = [undefined, ['GPL-3.0-only']].flatMap((incoming) => {
      const judged = judge({ expression: 'MIT', condition: 'OPEN', kind: 'software', ...(incoming && { incoming }) });
      return judged.ok ? [judged.value.reason] : [];
    });
    const says = Object.values(RULES).map((rule) => rule.says);
    expect([inWords.length, explained.length, because.length, problems.length, verdicts.length]).toEqual([
      expect.any(Number),
      4,
      expect.any(Number),
      4,
      2,
    ]);
    expect(new Set([...inWords, ...explained, ...because, ...problems, ...says].filter(isOnlyEnglish))).toEqual(
      new Set(),
    );
    expect(verdicts.map((reason) => inLanguage(reason, 'ms'))).toEqual([
      'MIT, untuk syarat OPEN: Open Source Initiative meluluskannya.',
      'MIT, dibina atas GPL-3.0-only: Apa yang dibina atasnya mesti membawa lesennya.',
    ]);
  });

  it('is told of a file that describes software in Malay too', () => {
    const sources = globSync('*.ts', { cwd: METADATA })
      .filter((file) => !file.includes('.spec.'))
      // A hint follows some of them, or nothing.
      .map((file) => readFileSync(join(METADATA, file), 'utf8').replaceAll(/\$\{hint\([^}]*\}/g, ''))
      .join('\n');
    const faults = [...sources.matchAll(/(?:what: |,\s+)(?:'([^'\n]* [^'\n]*)'|`([^`\n]* [^`\n]*)`)[,)]/g)]
      .map(([, plain, filled]) => plain ?? filled ?? '')
      .filter((fault) => /[a-z] [a-z]/.test(fault));
    expect(faults.length).toBeGreaterThan(40);
    const inMalay = (fault: string, example: string) => fileFaultInLanguage(filled(fault, example), 'ms');
    expect(faults.filter((fault) => EXAMPLES.every((each) => inMalay(fault, each) === filled(fault, each)))).toEqual(
      [],
    );
    expect(fileFaultInLanguage('landingUrl is not a key of publiccode.yml. Did you mean landingURL?', 'ms')).toBe(
      'landingUrl bukan kunci publiccode.yml. Adakah anda maksudkan landingURL?',
    );
    // Said of a file only: what people wrote elsewhere is left.
    expect(inLanguage('The budget is missing.', 'ms')).toBe('The budget is missing.');
  });

  it('is mailed in Malay too, with names, titles and addresses as they are', () => {
    const all = (words: MailWords) => [
      words.confirmAddress('URL'),
      words.oneTimeLink('URL', 15),
      words.newPassword('URL', 15),
      words.invitation({ inviter: 'software', organisation: 'approver', url: 'URL', days: 14 }),
      ...[1, 2_000].map((count) => words.gatheredNews(count, 'software')),
      words.gatheredNews(1, null),
      words.whatBecame,
      words.more(3_000, 'URL'),
      words.newsFooter('URL', 'URL'),
    ];
    const texts = (words: MailWords) =>
      all(words).flatMap((each) => (typeof each === 'string' ? [each] : [each.subject, ...each.body.split('\n\n')]));
    const [english, malay] = [texts(mailWords('en')), texts(mailWords('ms'))];
    const same = english.filter((text, index) => text === malay[index] && text.trim() !== 'URL');
    expect([malay.length, same]).toEqual([english.length, []]);
    expect(malay.filter((text) => text.includes('software') || text.includes('approver'))).toHaveLength(4);
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
    expect(['ms', 'MS-my', 'en-GB', 'cy', '', null].map(spokenHere)).toEqual(['ms', 'ms', 'en', 'en', 'en', 'en']);
  });
});
