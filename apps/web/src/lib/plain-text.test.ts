import { describe, expect, it } from '@jest/globals';
import { plainText } from './plain-text.js';

describe('plainText', () => {
  it('keeps the words and drops the signs', () => {
    expect(plainText('## When\n\nSay **what** and _who_:\n- one [link](https://a.example/x)\n1. `two`')).toBe(
      ' When Say what and who: one link two',
    );
  });

  it('leaves what is not Markdown as it was written', () => {
    for (const text of ['5 - 3 = 2', 'the C# group', 'a * b', 'Is 3 > 2?', ' and then ']) {
      expect(plainText(text)).toBe(text);
    }
  });
});
