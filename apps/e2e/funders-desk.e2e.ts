import type { Page } from '@playwright/test';

import { inSteps } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

/*
 * An instalment on its way: something promised before it is late and keeps it closed until it is handed in; then it is
 * asked for, found on both bank statements, and stands in the funder's portfolio, its year and its file of grants. The
 * money is that of the demonstration.
 */

const FUNDER = 'the-fairweather-fund';
const HOLDER = 'meadow-hospice';
const LEAD = 'anselm-roe';
const PROMISE = 'What people want to be known at night';

const { at } = inSteps();
let project: string;
let reference: string;

async function ask<T>(page: Page, query: string): Promise<T> {
  const answer = await page.request.post('/graphql', { data: { query } });
  return ((await answer.json()) as { data: T }).data;
}

/** The part of a page under a heading. */
function about(page: Page, heading: string | RegExp) {
  return page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading }) })
    .last();
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('1 an instalment stays closed while something promised before it is late, and says which', async ({ page }) => {
  const { ventures } = await ask<{ ventures: { nodes: { slug: string }[] } }>(
    page,
    '{ ventures(first: 50) { nodes { slug } } }',
  );
  project = `/ventures/${ventures.nodes.find(({ slug }) => slug.startsWith('what-the-night-nurse'))?.slug ?? ''}`;
  const lead = await at(LEAD, `${project}/money`);
  const second = lead
    .locator('section')
    .filter({ has: lead.getByRole('heading', { name: /When twenty homes/ }) })
    .last();
  await expect(second.getByText(PROMISE, { exact: false })).toBeVisible();
  await expectAccessible(lead);
});

test('2 handing it in opens the instalment, before anybody has checked it', async () => {
  const lead = await at(LEAD, `${project}/returns`);
  const promise = about(lead, PROMISE);
  await promise.getByRole('button', { name: 'Share what was promised' }).click();
  const form = lead.getByRole('form', { name: new RegExp(PROMISE) });
  await form
    .getByLabel('What is it, and whom does it help?')
    .fill('Twelve people on what a stranger at the door should know.');
  await form.getByLabel('The text itself').fill('They want to be asked before the light goes on.');
  await form.getByLabel('Its licence').fill('CC-BY-4.0');
  // What is left out is asked for, and what was typed stays.
  await form.getByRole('button', { name: 'Share it' }).click();
  await expect(form.getByLabel('Its licence')).toHaveValue('CC-BY-4.0');
  await form.getByLabel('How was it done?').fill('Conversations at kitchen tables');
  await form.getByLabel('When?').fill('2026-01-05');
  await form.getByLabel('How did people agree?').fill('In writing.');
  await form.getByLabel('Who removed what could identify them, and how?').fill('Two nurses.');
  await form.getByLabel('Whom does somebody ask who took part and wants out?').fill('The hospice office');
  await expectAccessible(lead);
  await form.getByRole('button', { name: 'Share it' }).click();
  await expect(promise.getByText('Waiting to be checked').first()).toBeVisible();
});

test('3 an instalment is asked for, and the funder reads which reference to give', async ({ page }) => {
  const lead = await at(LEAD, `${project}/money`);
  await lead.getByRole('button', { name: 'Ask for this instalment' }).click();
  await lead.getByRole('alertdialog').getByRole('button', { name: 'Ask for this instalment' }).click();
  await expect(lead.getByText('Asked for; due')).not.toHaveCount(0);

  const funder = await at('cyrus-penhallow', `${project}/money`);
  const told = funder.getByText(/as the reference of your transfer/);
  await expect(told).toBeVisible();
  reference = /OI-[0-9A-F]{8}/.exec((await told.textContent()) ?? '')?.[0] ?? '';
  expect(reference).not.toBe('');
  // Nobody else reads it.
  await page.goto(`${project}/money`);
  await expect(page.getByText(reference)).toHaveCount(0);
});

test('4 the funder finds its transfer on its statement and records it; nothing else of the file is kept', async () => {
  const funder = await at('cyrus-penhallow', '/desk');
  await funder.getByRole('link', { name: 'Find payments on a bank statement' }).click();
  await expect(funder.getByRole('heading', { level: 1, name: 'Payments on your bank statement' })).toBeVisible();
  await expectAccessible(funder);
  await funder.getByLabel('Your statement').setInputFiles(file('statement.csv', 'Some words'));
  await funder.getByRole('button', { name: 'Look for payments' }).click();
  await expect(funder.getByText('A column is missing in the first line.').first()).toBeVisible();
  const lines = [
    'Date,Description,Amount',
    '02/03/2026,Rent of Ama Mensah,-600.00',
    `20/11/2026,${reference.toLowerCase()},-6000.00`,
  ];
  await funder.getByLabel('Your statement').setInputFiles(file('statement.csv', lines.join('\r\n')));
  await funder.getByRole('button', { name: 'Look for payments' }).click();
  await expect(funder.getByText(/£6,000 went out to Meadow Hospice/)).toBeVisible();
  await expect(funder.getByText('Ama Mensah')).toHaveCount(0);
  await expectAccessible(funder);
  await funder.getByRole('button', { name: 'Record this payment' }).click();
  await expect(funder.getByText('The payment is recorded.')).toBeVisible();
});

test('5 whoever holds the money finds it on theirs, and everyone reads that it arrived', async ({ page }) => {
  const holder = await at('anselm-roe', `/organisations/${HOLDER}/bank-statement`);
  const lines = [
    'Transaction date;Reference;Paid in;Paid out',
    `2026-11-21;${reference};6000.00;`,
    `2026-11-21;${reference} X;6000.00;`,
  ];
  await holder.getByLabel('Your statement').setInputFiles(file('statement.csv', lines.join('\n')));
  await holder.getByRole('button', { name: 'Look for payments' }).click();
  await expect(holder.getByText(/£6,000 from The Fairweather Fund came in/)).toHaveCount(1);
  await holder.getByRole('button', { name: 'Confirm that it arrived' }).click();
  await expect(holder.getByText('Its arrival is confirmed.')).toBeVisible();
  await page.goto(`${project}/money`);
  await expect(page.getByText('The Fairweather Fund: £6,000 of £6,000 paid')).toBeVisible();
});

test('6 the portfolio says where every pound is, draws it when asked, and a treasurer takes the year along', async ({
  page,
}) => {
  const funder = await at('cyrus-penhallow', '/desk');
  await funder.getByRole('link', { name: /^Portfolio/ }).click();
  await expect(funder.getByRole('heading', { level: 1, name: 'The Fairweather Fund' })).toBeVisible();
  await expect(funder.getByRole('row', { name: /What the night nurse.*£10,000/ }).first()).toBeVisible();
  await funder.getByRole('button', { name: 'Draw it' }).click();
  await expect(funder.getByRole('button', { name: 'As a table' })).toBeVisible();
  await expectAccessible(funder);
  const year = new Date().getUTCFullYear();
  await funder.getByLabel('First day').fill(`${year}-01-01`);
  await funder.getByLabel('Last day').fill(`${year}-12-31`);
  await funder.getByRole('button', { name: 'Show this year' }).click();
  await expect(funder.getByText('Owed at the end').first()).toBeVisible();
  const download = funder.waitForEvent('download');
  await funder.getByRole('link', { name: 'every entry of the ledger in these days' }).click();
  expect((await download).suggestedFilename()).toBe(`${FUNDER}-ledger.csv`);
  // To anybody else the page is not there.
  const answer = await page.goto(`/organisations/${FUNDER}/portfolio`);
  expect(answer?.url()).toContain('/sign-in');
});

test('7 a funder shows what it gave before from its own file, beside its open offers, and publishes what it agreed here', async ({
  page,
}) => {
  const { organisation } = await ask<{ organisation: { registration: { register: string; number: string } | null } }>(
    page,
    `{ organisation(slug: "${FUNDER}") { registration { register number } } }`,
  );
  const id = `${organisation.registration?.register.replace('_', '-')}-${organisation.registration?.number}`;
  const grant = (number: number, more: object = {}) => ({
    id: `ff-${number}`,
    title: `Evenings in the village hall, year ${number}`,
    description: 'Evenings',
    currency: 'GBP',
    amountAwarded: 1_000 * number + 0.5,
    awardDate: `202${number}-05-01`,
    fundingOrganization: [{ id, name: 'The Fairweather Fund' }],
    recipientOrganization: [{ id: 'GB-CHC-1000002', name: 'Village Hall Friends' }],
    ...more,
  });
  const grants = JSON.stringify({
    version: '1.4',
    grants: [grant(1), grant(2), grant(3, { awardDate: '2023-02-30' })],
  });
  const funder = await at('cyrus-penhallow', `/organisations/${FUNDER}/earlier-grants`);
  await funder.getByLabel('Your file of grants').setInputFiles(file('grants.json', grants));
  await funder.getByRole('button', { name: 'Look it through' }).click();
  await expect(funder.getByText('One thing is wrong.', { exact: false })).toBeVisible();
  await expectAccessible(funder);
  await funder.getByRole('button', { name: 'Show these 2 grants' }).click();
  await expect(funder.getByText(/2 grants of £3,001 together/)).toBeVisible();

  await page.goto('/mandates', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'The last weeks' }).first().click();
  await expect(page.getByRole('heading', { name: 'What The Fairweather Fund gave before' })).toBeVisible();
  await expect(page.getByText('Evenings in the village hall, year 2')).toBeVisible();
  await expectAccessible(page);
  const published = (await (await page.request.get('/data/grants.360giving.json')).json()) as { grants: unknown[] };
  expect(Array.isArray(published.grants)).toBe(true);
});

test('8 an offer is revised as it stands: its conditions stay, its version goes on', async () => {
  const funder = await at('cyrus-penhallow', '/mandates');
  await funder.getByRole('link', { name: 'The last weeks' }).first().click();
  await funder.getByRole('link', { name: 'Revise this offer' }).click();
  await expect(funder.getByLabel('As they are now')).toBeChecked();
  await expectAccessible(funder);
  await funder.getByLabel('What else to know').fill('We also pay for nights.');
  await funder.getByRole('button', { name: 'Publish this version' }).click();
  await expect(funder.getByText('We also pay for nights.')).toBeVisible();
});
