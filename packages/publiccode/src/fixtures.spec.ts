import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import type { Problem } from './problem.js';
import { validatePubliccode } from './validate.js';

// Files of others, kept outside this repository because their licences differ from ours.
const FIXTURES = fileURLToPath(new URL('../../../../shared/fixtures/publiccode/', import.meta.url));

/** What cannot be judged from the text alone, by file, and what it would take. */
const NOT_JUDGED: Record<string, string> = {
  'description_en_screenshots_missing_file.yml': 'the files of the repository',
  'description_en_videos_invalid_oembed.yml': 'the network: whether a site offers oEmbed',
  'fundedBy_uri_wrong_italian_pa2.yml': 'the register of Italian offices',
  'it_riuso_codiceIPA_invalid.yml': 'the register of Italian offices',
  'legal_authorsFile_missing_file.yml': 'the files of the repository',
  'logo_missing_file.yml': 'the files of the repository',
  'logo_missing_url.yml': 'the network: whether the address answers',
  'monochromeLogo_missing_file.yml': 'the files of the repository',
  'no-network/logo_invalid_png.yml': 'the files of the repository',
  'no-network/logo_missing_file.yml': 'the files of the repository',
  'no-network/monochromeLogo_invalid_png.yml': 'the files of the repository',
  'organisation_uri_wrong_italian_pa2.yml': 'the register of Italian offices',
};

/** 0.7 deprecates the sections of countries; the official validator that sorted these files does not warn of it. */
const isOurWarningAlone = ({ code }: Problem) => code === 'COUNTRY_SECTION_DEPRECATED';

if (existsSync(FIXTURES)) {
  describe('the official conformance files', () => {
    const judged = ['valid', 'valid_with_warnings', 'invalid'].flatMap((verdict) =>
      readdirSync(`${FIXTURES}conformance/${verdict}`, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.yml') && !(verdict === 'invalid' && file in NOT_JUDGED))
        .map((file) => [verdict, file] as const),
    );

    it('are 161 that can be judged offline, and 12 that cannot', () => {
      expect([judged.length, Object.keys(NOT_JUDGED).length]).toEqual([161, 12]);
    });

    it.each(judged)('%s/%s', (verdict, file) => {
      const { valid, problems } = validatePubliccode(readFileSync(`${FIXTURES}conformance/${verdict}/${file}`));
      const warned = problems.some((problem) => !isOurWarningAlone(problem));
      const passed = warned ? 'valid_with_warnings' : 'valid';
      expect(valid ? passed : 'invalid').toBe(verdict);
    });
  });

  describe('a real file', () => {
    const expected = JSON.parse(readFileSync(`${FIXTURES}expected.json`, 'utf8')) as Record<
      string,
      { spec07: 'valid' | 'invalid'; errors: string[]; warnings: string[] }
    >;

    it.each(Object.entries(expected))(
      '%s has the verdict, errors and warnings that were written down',
      (file, said) => {
        const { valid, problems } = validatePubliccode(readFileSync(`${FIXTURES}real/${file}`));
        const errors = problems.filter(({ severity }) => severity === 'error');
        const warnings = problems.filter(({ severity }) => severity === 'warning');

        expect(valid ? 'valid' : 'invalid').toBe(said.spec07);
        if (said.errors[0]?.startsWith('YAML:')) {
          expect(errors[0]).toMatchObject({
            code: 'YAML_SYNTAX',
            line: Number(/line (\d+)/.exec(said.errors[0])?.[1]),
          });
          return;
        }
        const keyOf = (path: string) => path.replace(/^categories\[\d+\]$/, 'categories');
        expect(errors.map(({ path }) => keyOf(path)).sort()).toEqual(
          said.errors.map((text) => text.split(': ')[0]).sort(),
        );
        for (const warning of said.warnings) expect(warnings.some(matching(warning))).toBe(true);
        // The finer ones inside a country's section come on top of the one about the section.
        const own = warnings.filter(({ path }) => !/^it\./i.test(path));
        expect(own).toHaveLength(said.warnings.length);
      },
    );

    it('is read even where it is invalid', () => {
      for (const file of Object.keys(expected)) {
        const { value } = validatePubliccode(readFileSync(`${FIXTURES}real/${file}`));
        expect([file, value?.name, value?.legal?.license]).toEqual([file, expect.any(String), expect.any(String)]);
      }
    });
  });
} else {
  it('is found beside the repository, or said to be missing', () => {
    process.stderr.write(`No files of others at ${FIXTURES}: only our own cases ran.\n`);
    expect(process.env['CI']).not.toBe('true');
  });
}

function matching(text: string): (problem: Problem) => boolean {
  if (/^version .* is not the latest$/.test(text)) return ({ code }) => code === 'VERSION_NOT_LATEST';
  if (text === 'lowercase it section deprecated') return ({ code }) => code === 'COUNTRY_SECTION_LOWERCASE';
  if (text === 'country sections deprecated in 0.7') return ({ code }) => code === 'COUNTRY_SECTION_DEPRECATED';
  const key = /^(\S+) deprecated$/.exec(text)?.[1];
  return ({ code, path }) => key !== undefined && code === 'KEY_DEPRECATED' && path.endsWith(key);
}
