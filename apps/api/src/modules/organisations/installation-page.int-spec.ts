import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aDataDir } from '../../../test/support/data-dir.js';

let api: TestApi;
const folder = aDataDir();
beforeAll(async () => {
  api = await anApi({ OPENIMPACT_DATA_DIR: folder });
}, 60_000);
afterAll(async () => {
  await api.close();
});

const page = async (name: string) => {
  const { data, errors } = await api
    .as(nobody)
    .graphql<{ installationPage: { text: string } | null }>(
      'query ($name: InstallationPageName!) { installationPage(name: $name) { text changedAt } }',
      { name },
    );
  expect(errors).toEqual([]);
  return data.installationPage;
};

it('says what the operator wrote, as soon as it is written, and nothing before', async () => {
  expect(await page('TERMS')).toBeNull();
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages/terms.md'), '# Terms\n\nBe kind.\n');
  expect(await page('TERMS')).toMatchObject({ text: '# Terms\n\nBe kind.' });
  expect(await page('PRIVACY')).toBeNull();
  writeFileSync(join(folder, 'pages/accessibility.md'), 'Write to the desk of the library.\n');
  expect(await page('ACCESSIBILITY')).toMatchObject({ text: 'Write to the desk of the library.' });
});
