import { createRequire } from 'node:module';

import { describe, expect, it } from '@jest/globals';

import { recognise, TABLE_IDS } from './index.js';

const require = createRequire(import.meta.url);
const textOf = (id: string) =>
  (require(`spdx-license-list/licenses/${id}.json`) as { readonly licenseText: string }).licenseText;

describe('the text of a licence', () => {
  it('is recognised for every licence of the table', () => {
    for (const id of TABLE_IDS) expect([id, recognise(textOf(id))]).toEqual([id, expect.arrayContaining([id])]);
  });

  it('is recognised with somebody’s name and year in it, and broken into lines otherwise', () => {
    const mine = textOf('MIT').replace('<year>', '2024').replace('<copyright holders>', 'The Harbour Trust');
    expect(recognise(`MIT License\n\n${mine.replaceAll(/(.{50}\S*) /g, '$1\n')}`)).toEqual(['MIT']);
  });

  it('does not say which versions a GNU licence is given under, because the text does not', () => {
    expect(recognise(textOf('GPL-3.0-only'))).toEqual(['GPL-3.0-only', 'GPL-3.0-or-later']);
    expect(recognise(textOf('AGPL-3.0-only'))).toEqual(['AGPL-3.0-only', 'AGPL-3.0-or-later']);
  });

  it('is none where it is something else, or changed in what it says', () => {
    expect(recognise('')).toEqual([]);
    expect(recognise('All rights reserved. Ask us.')).toEqual([]);
    for (const more of [
      'Not for commercial use.',
      'The Software shall be used for Good, not Evil.',
      'Whoever earns money with it pays us a tenth of what they earn with it each year.',
    ]) {
      expect([more, recognise(`${textOf('MIT')}\n${more}`)]).toEqual([more, []]);
    }
    expect(recognise('x '.repeat(150_000))).toEqual([]);
  });
});
