import { describe, expect, it } from '@jest/globals';

import { validatePubliccode } from './validate.js';

const LONG = 'What the software does, for whom, and why one would use it. '.repeat(3);

/** A complete file of the fewest keys; `changes` replaces or removes whole lines by what they start with. */
function aFile(changes: Record<string, string | null> = {}): string {
  const lines = [
    'publiccodeYmlVersion: "0.7"',
    'name: Rota',
    'url: https://example.org/rota.git',
    'platforms: [web]',
    'developmentStatus: stable',
    'softwareType: standalone/web',
    'description:',
    '  en:',
    '    shortDescription: Shift rotas for volunteers',
    `    longDescription: ${LONG}`,
    '    features: [Rotas]',
    'legal:',
    '  license: EUPL-1.2',
    'maintenance:',
    '  type: community',
    '  contacts: [{ name: Alma Example }]',
    'localisation:',
    '  localisationReady: true',
    '  availableLanguages: [en]',
  ];
  const kept = lines.flatMap((line) => {
    const start = Object.keys(changes).find((one) => line.trim().startsWith(`${one}:`));
    if (start === undefined) return [line];
    const changed = changes[start];
    return changed === null || changed === undefined ? [] : [`${/^\s*/.exec(line)?.[0]}${start}: ${changed}`];
  });
  return `${kept.join('\n')}\n`;
}

function problemsOf(file: string): string[] {
  return validatePubliccode(file).problems.map(({ code, path, line }) => `${code} ${path} ${line}`);
}

describe('a publiccode.yml file', () => {
  it('of the fewest keys is valid and has nothing to warn of', () => {
    expect(validatePubliccode(aFile())).toMatchObject({ valid: true, problems: [], value: { name: 'Rota' } });
  });

  it.each(['name', 'url', 'developmentStatus', 'softwareType', 'shortDescription', 'localisationReady'])(
    'needs %s',
    (key) => {
      const { valid, problems } = validatePubliccode(aFile({ [key]: null }));
      expect(valid).toBe(false);
      expect(problems[0]).toMatchObject({ code: 'KEY_MISSING', path: expect.stringContaining(key) });
    },
  );

  it('needs a licence', () => {
    expect(problemsOf(aFile({ license: null }).replace('legal:', 'legal:\n  mainCopyrightOwner: Example'))).toEqual([
      'KEY_MISSING legal.license 13',
    ]);
  });

  it('says everything that is wrong at once, each on its line', () => {
    expect(problemsOf(aFile({ url: 'rota', developmentStatus: 'production', localisationReady: 'yes' }))).toEqual([
      'URL_INVALID url 3',
      'VALUE_NOT_IN_LIST developmentStatus 5',
      'TYPE_WRONG localisation.localisationReady 18',
    ]);
  });

  it('takes a number for the text it was written as', () => {
    const { valid, value } = validatePubliccode(`${aFile()}softwareVersion: 1.10\n`);
    expect([valid, value?.softwareVersion]).toEqual([true, '1.10']);
  });

  it('points out the usual slip in a key', () => {
    const { problems } = validatePubliccode(`${aFile()}landingUrl: https://example.org\n`);
    expect(problems[0]?.message).toContain('Did you mean landingURL?');
  });

  it('counts characters as a reader does', () => {
    const families = '👨‍👩‍👧‍👦'.repeat(150);
    expect(problemsOf(aFile({ shortDescription: families }))).toEqual([]);
    expect(problemsOf(aFile({ shortDescription: `${families}!` }))).toEqual([
      'TEXT_TOO_LONG description.en.shortDescription 9',
    ]);
  });

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-2-9', false],
  ])('with the date %s is valid: %s', (date, valid) => {
    expect(validatePubliccode(`${aFile()}releaseDate: ${date}\n`).valid).toBe(valid);
  });

  it.each([
    ['MIT OR Apache-2.0', true],
    ['GPL-2.0-or-later WITH Classpath-exception-2.0', true],
    ['AGPL', false],
    ['MIT/Apache-2.0', false],
  ])('under %s is valid: %s', (licence, valid) => {
    expect(validatePubliccode(aFile({ license: licence })).valid).toBe(valid);
  });

  it.each([
    ['en', true],
    ['sl-IT-nedis', true],
    ['nap', true],
    ['en_GB', false],
    ['xxx', false],
    ['english', false],
  ])('in the language %s is valid: %s', (language, valid) => {
    expect(validatePubliccode(aFile({ availableLanguages: `[${language}]` })).valid).toBe(valid);
  });

  it.each([
    'javascript://example.org/%0aalert(1)',
    'https://user:secret@example.org',
    'https:example.org',
    '//example.org',
  ])('has no place for the address %s', (address) => {
    expect(problemsOf(`${aFile()}landingURL: "${address}"\n`)).toEqual(['URL_INVALID landingURL 20']);
  });

  it.each(['../../etc/passwd.png', '/logo.png', 'file:logo.png', 'C:\\logo.png'])(
    'has no place for the logo %s',
    (logo) => {
      expect(problemsOf(`${aFile()}logo: '${logo}'\n`)).toEqual(['PATH_INVALID logo 20']);
    },
  );

  it('names contractors for a contract, and only then', () => {
    expect(problemsOf(aFile({ type: 'contract' }))).toEqual(['KEY_MISSING maintenance.contractors 15']);
    const contractors = '[{ name: Example Ltd, until: 2030-01-01 }]';
    expect(problemsOf(aFile({ contacts: `[{ name: A }]\n  contractors: ${contractors}` }))).toEqual([
      'KEY_NOT_ALLOWED maintenance.contractors 17',
    ]);
  });

  it.each(['0', '0.1', '0.2.2', '0.6', '0.7.0'])('of version %s is read', (version) => {
    expect(validatePubliccode(aFile({ publiccodeYmlVersion: `"${version}"` })).valid).toBe(true);
  });

  it.each(['1', '0.8', '0.7.', '-1'])('of version %s is of no known version', (version) => {
    expect(validatePubliccode(aFile({ publiccodeYmlVersion: `"${version}"` })).valid).toBe(false);
  });

  it('that is no longer YAML tells only that, and gives what could be read', () => {
    const { valid, problems, value } = validatePubliccode(`${aFile()}usedBy: [one\n`);
    expect([valid, value?.name]).toEqual([false, 'Rota']);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['YAML_SYNTAX']));
  });

  it('may repeat itself by alias, within reason', () => {
    const file = aFile({ features: '&same [Rotas]' }).replace(
      'legal:',
      '  fr:\n    shortDescription: Plannings\n    features: *same\nlegal:',
    );
    expect(validatePubliccode(file)).toMatchObject({
      valid: true,
      value: { description: { fr: { features: ['Rotas'] } } },
    });
  });

  it('keeps a key called __proto__ out of everything', () => {
    const { value } = validatePubliccode(aFile().replace('  en:', '  __proto__:'));
    expect(Object.getPrototypeOf(value?.description)).toBe(Object.prototype);
    expect(Object.keys(value?.description ?? {})).toEqual(['__proto__']);
  });

  it.each(['', '# nothing', 'text', '[a]', '42'])('that holds %j is refused', (text) => {
    expect(validatePubliccode(text)).toMatchObject({ valid: false, value: null });
  });
});
