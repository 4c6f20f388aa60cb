import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { canonicalJson } from './canonical-json.js';
import { commitTo, leafOf } from './commitment.js';

const content = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
  ),
})).value;

describe('canonical JSON', () => {
  it('is JSON that reads back as the same content', () => {
    fc.assert(
      fc.property(content, (value) =>
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value))),
      ),
    );
  });

  it('does not depend on the order in which members were written', () => {
    expect(canonicalJson({ b: 1, a: [{ d: 'x', c: null }] })).toBe('{"a":[{"c":null,"d":"x"}],"b":1}');
  });

  it('is one line to whoever reads lines', () => {
    const written = canonicalJson({ 'a\u2028b': 'one\ntwo\rthree\u2028four\u2029five' });
    expect(written).not.toMatch(/[\n\r\u2028\u2029]/);
    expect(JSON.parse(written)).toEqual({ 'a\u2028b': 'one\ntwo\rthree\u2028four\u2029five' });
  });

  it('refuses what could be written in two ways', () => {
    expect(() => canonicalJson({ amount: 0.1 })).toThrow('safe integers');
    expect(() => canonicalJson(10n)).toThrow('bigint');
  });
});

describe('a commitment', () => {
  it('is the same for the same salt and content, and for nothing else', () => {
    const { salt, leaf } = commitTo({ text: 'help with rent' });
    expect(leafOf(salt, { text: 'help with rent' })).toEqual(leaf);
    expect(leafOf(salt, { text: 'help with rents' })).not.toEqual(leaf);
  });

  it('does not reveal that two entries say the same', () => {
    expect(commitTo({ text: 'no' }).leaf).not.toEqual(commitTo({ text: 'no' }).leaf);
  });
});
