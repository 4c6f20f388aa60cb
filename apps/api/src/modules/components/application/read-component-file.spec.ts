import { describe, expect, it } from '@jest/globals';

import { publiccodeOf } from './publiccode-of.js';
import { readComponentFile } from './read-component-file.js';

const LONG = 'What it does, for whom, and why one would use it. '.repeat(4).trim();
const file = (changes: Record<string, string> = {}) =>
  Object.entries({
    publiccodeYmlVersion: '"0.7"',
    name: 'Rota',
    url: 'https://example.org/rota.git',
    platforms: '[web]',
    developmentStatus: 'stable',
    softwareType: 'standalone/web',
    description: `{ cy: { shortDescription: Rotâu, longDescription: "${LONG}", features: [Rotâu] }, en-GB: { shortDescription: Rotas, longDescription: "${LONG}", features: [Rotas] } }`,
    legal: '{ license: EUPL-1.2 }',
    maintenance:
      '{ type: community, contacts: [{ name: Alma Example, email: alma@example.org, phone: "+44 20 7946 0000" }] }',
    localisation: '{ localisationReady: true, availableLanguages: [en, cy] }',
    ...changes,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');

describe('reading a component’s file', () => {
  it('prefers English and says what the file says', () => {
    expect(readComponentFile(file())).toMatchObject({
      valid: true,
      refused: null,
      facts: { name: 'Rota', summary: 'Rotas', language: 'en-GB', maturity: 'STABLE', licenceDeclared: 'EUPL-1.2' },
    });
  });

  it('leaves out what a page or a query would trip over, and says where the fault is', () => {
    const { facts, valid, problems } = readComponentFile(
      file({ url: 'javascript://example.org/%0aalert(1)', releaseDate: 'soon', developmentStatus: 'production' }),
    );
    expect([valid, facts?.repositoryUrl, facts?.releaseDate, facts?.maturity]).toEqual([false, null, null, null]);
    expect(problems.map(({ path, line }) => `${path} ${line}`)).toEqual([
      'url 3',
      'developmentStatus 5',
      'releaseDate 11',
    ]);
  });

  it('refuses what is no such file, and says why', () => {
    expect(readComponentFile('name: !!js/function "x"')).toMatchObject({ facts: null, refused: expect.any(String) });
  });
});

describe('the publiccode.yml that is served', () => {
  it('names people only when they agreed', () => {
    const served = (contactsAgreed: boolean) => publiccodeOf({ name: 'Rota', raw: file(), contactsAgreed });
    expect(served(false)).toEqual({ text: expect.not.stringMatching(/Alma|alma|7946/) });
    expect(served(false)).toEqual({ text: expect.stringContaining('The maintainers of Rota') });
    expect(served(true)).toEqual({ text: expect.stringContaining('Alma Example') });
  });

  it('is not served when it would not validate, and says what is missing', () => {
    const raw = file({ description: '{ en: { shortDescription: Rotas } }' });
    expect(publiccodeOf({ name: 'Rota', raw, contactsAgreed: true })).toEqual({
      missing: ['description.en.longDescription is missing.', 'description.en.features is missing.'],
    });
  });
});
