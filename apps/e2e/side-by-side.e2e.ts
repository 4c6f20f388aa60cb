import type { Page } from '@playwright/test';

import { People } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

/*
 * Five organisations report one number: on a phone, from a spreadsheet, from their own software. What is told of all of
 * them begins with the fifth, does not move for the sixth, and the sixth sees where it stands.
 */

const STANDARD = '/commons/reached-helped-still-well-six-numbers-for-help-that-young-people';
const KEY = 'young_people_who_came_a_second_time';
const TITLE = 'Young people who came a second time';
const FIELD = `${TITLE} (people)`;
const TOLD = `${STANDARD}/benchmarks?indicator=${KEY}`;
const PHONE = { width: 390, height: 844 };

let people: People;
/** The last quarter, as the form has it chosen. */
let period = { from: '', to: '' };

test.describe.configure({ mode: 'serial' });
test.setTimeout(60_000);

test.beforeAll(({ browser, baseURL }) => {
  people = new People(browser, baseURL!);
});
test.afterAll(() => people.leave());

async function reportPage(handle: string): Promise<Page> {
  const page = await people.as(handle);
  await page.goto(`${STANDARD}/report`, { waitUntil: 'networkidle' });
  return page;
}

async function report(handle: string, value: string): Promise<Page> {
  const page = await reportPage(handle);
  await page.getByLabel(FIELD).fill(value);
  await page.getByRole('button', { name: 'Report them' }).click();
  await expect(page.getByText('Kept: 1 new')).toBeVisible();
  return page;
}

test('1 one reports on a phone; what was typed stays after a mistake', async () => {
  const page = await people.as('amara-oduya');
  await page.setViewportSize(PHONE);
  await page.goto(`${STANDARD}/report`, { waitUntil: 'networkidle' });
  const last = await page.getByLabel('Its last month').inputValue();
  const [year = 0, month = 0] = last.split('-').map(Number);
  const day = (monthFromStart: number, of: number) =>
    new Date(Date.UTC(year, monthFromStart, of)).toISOString().slice(0, 10);
  period = { from: day(month - 3, 1), to: day(month, 0) };

  await page.getByLabel(FIELD).fill('31.5');
  await page.getByLabel('How you counted').fill('From the book at the door.');
  await page.getByRole('button', { name: 'Report them' }).click();
  await expect(page.getByText('Write a whole number of people').first()).toBeVisible();
  await expect(page.getByLabel(FIELD)).toBeFocused();
  await expectAccessible(page);
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page.getByLabel(FIELD)).toHaveValue('31.5');
  await page.getByLabel(FIELD).fill('31');
  await page.getByRole('button', { name: 'Report them' }).click();
  await expect(page.getByText('Kept: 1 new')).toBeVisible();
  const own = page.getByRole('region', { name: 'What you reported' });
  await expect(own.getByText('From the book at the door.')).toBeVisible();
  await expect(page.getByText('Reported so far: 31 people.')).toBeVisible();
});

test('2 one reports from a spreadsheet, and nothing of it while a cell is wrong', async () => {
  const page = await reportPage('leonie-asante');
  const choose = async (line: string) => {
    const csv = `from,to,${KEY}\r\n${line}\r\n`;
    await page
      .getByLabel('The filled-in template')
      .setInputFiles({ name: 'quarter.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: 'Look through it' }).click();
  };
  await choose(`${period.from},${period.to},=40+2`);
  await expect(page.getByText('One thing is wrong, so nothing would be kept')).toBeVisible();
  await expect(page.getByRole('table', { name: 'What is wrong' })).toContainText('=40+2');
  await expectAccessible(page);
  await choose(`${period.from},${period.to},42`);
  await expect(page.getByText('1 number new')).toBeVisible();
  await page.getByRole('button', { name: 'Report 1 number' }).click();
  await expect(page.getByText('Kept: 1 new')).toBeVisible();
});

test('3 one sends it from its own software, twice, and it is one fact', async ({ request }) => {
  const page = await people.as('gethin-moss');
  await page.goto('/settings', { waitUntil: 'networkidle' });
  await page.getByLabel('What it is for').fill('The case file');
  await page.getByLabel('Report what your organisations measured').check();
  await page.getByLabel('Read what you can see').uncheck();
  await page.getByRole('button', { name: 'Make a token' }).click();
  const secret = await page.locator('code', { hasText: /^oi_/ }).innerText();
  await page.goto(`${STANDARD}/report`, { waitUntil: 'networkidle' });
  const example = await page.getByRole('region', { name: 'From your own software' }).locator('code').innerText();
  const [, shown = ''] = /PUT (\S+)/.exec(example) ?? [];
  const address = shown.split('/').with(5, KEY).with(6, period.from).with(7, period.to).join('/');
  const put = () =>
    request.put(address, { headers: { authorization: `Bearer ${secret}` }, data: { value: '12', version: 1 } });
  expect([(await put()).status(), (await put()).status()]).toEqual([201, 200]);
  expect((await request.put(address, { data: { value: '12', version: 1 } })).status()).toBe(401);
});

/** What is told of the first five: 12, 25, 31, 42 and 60, the middle rounded. */
const finding = (at: Page) => at.locator('figcaption', { hasText: /in the middle of 5 organisations, 32 people/ });

test('4 nothing is told of four; it is from the fifth on, and does not move for the sixth', async ({ page }) => {
  await report('farah-zaman', '25');
  await page.goto(TOLD);
  await expect(page.getByText('Nothing can be told yet')).toBeVisible();
  await report('kofi-larbi', '60');
  await expect(async () => {
    await page.goto(TOLD);
    await expect(finding(page)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByRole('region', { name: 'Where you stand' })).toHaveCount(0);

  const sixth = await report('una-merrick', '9');
  await sixth.setViewportSize(PHONE);
  await sixth.goto(TOLD, { waitUntil: 'networkidle' });
  await expect(finding(sixth)).toBeVisible();
  const stand = sixth.getByRole('region', { name: 'Where you stand' });
  await expect(stand.getByText('9 people')).toBeVisible();
  await expect(stand.getByText('below the middle')).toBeVisible();
  await sixth.getByRole('button', { name: 'Draw it' }).click();
  await expectAccessible(sixth);
});

test('5 a number is taken back, and what is told of the others stays', async ({ page }) => {
  const gone = await reportPage('farah-zaman');
  const own = gone.getByRole('row', { name: new RegExp(TITLE) });
  await own.getByRole('button', { name: /^Take back/ }).click();
  await gone.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(gone.getByText('It is taken back.')).toBeVisible();
  await expect(own).toHaveCount(0);
  await page.goto(TOLD);
  await expect(finding(page)).toBeVisible();
});
