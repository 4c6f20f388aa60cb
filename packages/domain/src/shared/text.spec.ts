import { describe, expect, it } from '@jest/globals';

import { canonicalJson } from './canonical-json.js';
import { checkText, isWebAddress, withoutHiddenCharacters } from './text.js';

const path = ['input', 'title'];
const line = (raw: string, most = 20) => checkText(raw, path, { most, lines: 'one' });
const codes = (raw: string, most = 20) => line(raw, most).faults.map((fault) => fault.code);

describe('a text somebody typed', () => {
  it.each([
    ['nothing', ''],
    ['only spaces', ' \u00a0\u3000\t '],
    ['only a zero-width space', '\u200b'],
    ['only a byte order mark', '\ufeff'],
  ])('is missing when it is %s', (_, raw) => {
    expect(codes(raw)).toEqual(['TEXT_MISSING']);
  });

  it.each([
    ['a zero-width space', 'pay\u200bpal', 'U+200B'],
    ['a right-to-left override', 'photo\u202egnp', 'U+202E'],
    ['an isolate', 'a\u2066b', 'U+2066'],
    ['NUL', 'a\u0000b', 'U+0000'],
    ['half an emoji', 'a\ud83db', 'U+D83D'],
    ['a joiner between Latin letters and a space', 'ab\u200d cd', 'U+200D'],
  ])('is refused with the name of %s', (_, raw, name) => {
    expect(line(raw).faults).toEqual([{ code: 'TEXT_HAS_HIDDEN_CHARACTERS', path, found: [name] }]);
  });

  it.each(['👨‍👩‍👧‍👦 family', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 Scotland', 'می‌خواهم', 'क्‍ष', 'مرحبا', 'שלום', '住宅', 'Ελλάδα', 'ሰላም', '👩🏽‍🚀'])(
    'may be written in any script: %s',
    (raw) => {
      expect(line(raw).faults).toEqual([]);
    },
  );

  it('is counted as a reader counts', () => {
    expect(codes('👨‍👩‍👧‍👦'.repeat(3), 3)).toEqual([]);
    expect(codes('e\u0301'.repeat(4), 3)).toEqual(['TEXT_TOO_LONG']);
  });

  it('answers at once however long it is', () => {
    expect(codes('a\u0301\u0301\u0301'.repeat(50_000))).toEqual(['TEXT_TOO_LONG']);
  });

  it.each(['[press](javascript:alert(1))', '[press]( java\nscript:alert(1))', '<vbscript:x>', '[a]: data:text/html,x'])(
    'carries no link that runs: %s',
    (raw) => {
      expect(checkText(raw, path, { most: 100, lines: 'many' }).faults.map(({ code }) => code)).toEqual([
        'TEXT_LINK_NOT_SAFE',
      ]);
    },
  );

  it('keeps an ordinary link and a colon in a sentence', () => {
    const text = 'Two things: [one](https://example.org/a) and <https://example.org>. Note (see: above)';
    expect(checkText(text, path, { most: 200, lines: 'many' }).faults).toEqual([]);
  });

  it('says everything that is wrong at once', () => {
    expect(codes(`${'a'.repeat(21)}\u202e`)).toEqual(['TEXT_TOO_LONG', 'TEXT_HAS_HIDDEN_CHARACTERS']);
  });

  it('is stored composed, with one kind of line end and no space at its ends', () => {
    expect(checkText('  cafe\u0301 \r\nopen\r ', path, { most: 20, lines: 'many' }).text).toBe('café\nopen');
    expect(line(' a  \n b ').text).toBe('a b');
  });

  it('can be rid of what cannot be seen without losing what can', () => {
    expect(withoutHiddenCharacters('a\u200bb\u202ec 👨‍👩‍👧 می‌خواهم\n\ud83d')).toBe('abc 👨‍👩‍👧 می‌خواهم\n');
  });
});

describe('an address', () => {
  it.each(['https://example.org/report.pdf', 'http://example.org'])('may be a link: %s', (raw) => {
    expect(isWebAddress(raw)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'https://name:word@example.org',
    'file:///etc',
    'example.org',
    'https://a b.org',
    '',
  ])('may not be a link: %s', (raw) => {
    expect(isWebAddress(raw)).toBe(false);
  });
});

describe('canonical JSON', () => {
  it('is one text whatever order the value was written in', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: true, gone: undefined })).toBe(
      '{"a":true,"b":[1,{"c":"é","d":null}]}',
    );
  });

  it('refuses what JSON cannot write', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow();
    expect(() => canonicalJson('\ud83d')).toThrow();
  });
});
