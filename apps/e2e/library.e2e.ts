import { inSteps } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

/*
 * Something is given to the library with a file that says who made it, found again by its words, kept true with another
 * version, and taken back when people changed their mind: its address says so, and what it said is gone.
 */

const people = inSteps();
let address = '';

const DEVELOPER = 'ines-marchetti';
const TITLE = 'Letters stay closed because of their envelope';

test('1 research is given with a file, and what looks like somebody’s data is asked about', async () => {
  const page = await people.as(DEVELOPER);
  await page.goto('/commons/new', { waitUntil: 'networkidle' });
  await page.getByLabel('What is it?').selectOption('USER_RESEARCH');
  await page.getByLabel('What did you learn, in one sentence?').fill(TITLE);
  await page.getByLabel('What is it, and whom does it help?').fill('How people who owe money sort their post.');
  await page.getByLabel('The text itself').fill('A brown envelope is put on the pile nobody touches.');
  await page.getByLabel('Files').setInputFiles({
    name: 'answers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('who,said\nsomebody@people.example,nothing\n'),
  });
  await expect(page.getByText('This may be personal data: somebody@people.example')).toBeVisible();
  await page.getByRole('button', { name: 'Take answers.csv away' }).click();
  await page.getByLabel('Files').setInputFiles({
    name: 'sorted.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('pile,letters\nopened,4\nclosed,9\n'),
  });
  await expect(page.getByText('sorted.csv is here.')).toBeVisible();
  await page.getByLabel('Its licence', { exact: true }).fill('CC-BY-4.0');
  await page.getByLabel('How was it done?').fill('Interviews at home');
  await page.getByLabel('When?').fill('2026-01-05');
  await page.getByLabel('How did people agree?').fill('In writing.');
  await page.getByLabel('Who removed what could identify them, and how?').fill('Two researchers.');
  await page.getByLabel('Whom does somebody ask who took part and wants out?').fill('The research team');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Share it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  address = new URL(page.url()).pathname;
  await expectAccessible(page);
});

test('2 anybody finds it by its words, and sees why', async ({ page }) => {
  await page.goto('/commons?text=envelope');
  await expect(page.getByRole('link', { name: TITLE })).toBeVisible();
  await expect(page.locator('mark').first()).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('link', { name: 'sorted.csv' })).toBeVisible();
  const citation = await page.request.get(`${address}/CITATION.cff`);
  expect(await citation.text()).toContain('cff-version: 1.2.0');
});

test('3 people changed their mind: its address stays and says so, and what it said is gone', async ({ page }) => {
  const giver = await people.as(DEVELOPER);
  await giver.goto(address, { waitUntil: 'networkidle' });
  await giver.getByRole('button', { name: 'Take it back' }).click();
  await giver.getByLabel('People who took part changed their mind').check();
  await giver.getByLabel('In words, for everybody').fill('Two of the people we spoke with changed their mind.');
  await expectAccessible(giver);
  await giver.getByRole('button', { name: 'Take it back' }).last().click();
  await expect(giver.getByText('This was taken back')).toBeVisible();
  await expect
    .poll(async () => (await page.request.get(address)).text())
    .toContain('Two of the people we spoke with changed their mind.');
  await page.goto(address);
  await expect(page.getByText('brown envelope')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'sorted.csv' })).toHaveCount(0);
  await expectAccessible(page);
});
