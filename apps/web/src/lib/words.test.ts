import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { chooseLocale } from './locale.js';
import { addMessages, i18nFor, words } from './words.js';

const MESSAGES = join(import.meta.dirname, '../messages');
const catalogue = (locale: string, name: string) =>
  JSON.parse(readFileSync(join(MESSAGES, locale, name), 'utf8')) as Record<string, string>;
const names = readdirSync(join(MESSAGES, 'en')).filter((name) => name.endsWith('.json'));

describe('the catalogues', () => {
  it.each(names)('%s holds messages that can be read', (name) => {
    for (const [key, text] of Object.entries(catalogue('en', name))) {
      expect({ key, empty: text.trim() === '' }).toEqual({ key, empty: false });
      expect(() => compileMessage(text)).not.toThrow();
    }
  });
});

describe('words', () => {
  it('follow the rules of counting', () => {
    const useTestWords = words('test', { votes: '{count, plural, =0 {no votes} one {# vote} other {# votes}}' });
    const t = useTestWords.of(i18nFor('en'));
    expect([0, 1, 1200].map((count) => t('votes', { count }))).toEqual(['no votes', '1 vote', '1,200 votes']);
  });

  it('are in the language that was loaded, also those a page declares later, and in English where it has none', () => {
    const ms = i18nFor('ms');
    const useEarly = words('early', { a: 'one', b: 'two' });
    addMessages('ms', { 'early.a': 'satu', 'late.a': 'tiga' });
    const useLate = words('late', { a: 'three' });
    expect([useEarly.of(ms)('a'), useEarly.of(ms)('b'), useLate.of(ms)('a')]).toEqual(['satu', 'two', 'tiga']);
    expect(useEarly.of(i18nFor('en'))('a')).toBe('one');
  });

  it('are in the language one chose, then in one the browser speaks, then in English', () => {
    expect(chooseLocale('xx', 'xx;q=0.9, en;q=0.1')).toBe('en');
    expect(chooseLocale(undefined, undefined)).toBe('en');
    expect(chooseLocale('ms', 'en')).toBe('ms');
    expect(chooseLocale(undefined, 'ms-MY, en;q=0.8')).toBe('ms');
  });
});

it('tells nobody when words come with a later part: what is read and not alive yet would be thrown away', () => {
  const i18n = i18nFor('en');
  let told = 0;
  i18n.on('change', () => (told += 1));
  const useLate = words('late', { here: 'It is here.' });
  expect(useLate.of(i18n)('here')).toBe('It is here.');
  expect(told).toBe(0);
});
