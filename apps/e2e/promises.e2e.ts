import type { Page } from '@playwright/test';

import { People } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

/*
 * A promise that is late keeps the next instalment closed until what was promised is handed in; and a funder who wants
 * another promise kept says so in public, after which it stands. The projects are those of the demonstration.
 */

let people: People;
let nightNurse = '';
let kitchens = '';

test.describe.configure({ mode: 'serial' });
test.setTimeout(60_000);

test.beforeAll(async ({ browser, baseURL, request }) => {
  people = new People(browser, baseURL!);
  const asked = await request.post('/graphql', { data: { query: '{ ventures(first: 50) { nodes { slug } } }' } });
  const { data } = (await asked.json()) as { data: { ventures: { nodes: { slug: string }[] } } };
  const named = (begins: string) => data.ventures.nodes.find(({ slug }) => slug.startsWith(begins))?.slug ?? '';
  nightNurse = `/ventures/${named('what-the-night-nurse')}`;
  kitchens = `/ventures/${named('kitchens-that-tell')}`;
});
test.afterAll(() => people.leave());

const LEAD = 'anselm-roe';
const PROMISE = 'What people want to be known at night';

async function at(handle: string, path: string): Promise<Page> {
  const page = await people.as(handle);
  await page.goto(path, { waitUntil: 'networkidle' });
  return page;
}

/** The part of a page under a heading. */
function about(page: Page, heading: string | RegExp) {
  return page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading }) })
    .last();
}

test('1 an instalment stays closed while something promised before it is late, and says which', async () => {
  const lead = await at(LEAD, `${nightNurse}/money`);
  const second = lead
    .locator('section')
    .filter({ has: lead.getByRole('heading', { name: /When twenty homes/ }) })
    .last();
  await expect(second.getByText(PROMISE, { exact: false })).toBeVisible();
  await expectAccessible(lead);
});

test('2 handing it in opens the instalment, before anybody has checked it', async () => {
  const lead = await at(LEAD, `${nightNurse}/returns`);
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

  await lead.goto(`${nightNurse}/money`, { waitUntil: 'networkidle' });
  await lead.getByRole('button', { name: 'Ask for this instalment' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Ask for this instalment' }).click();
  await expect(lead.getByText('Not asked for yet')).toHaveCount(0);
});

test('3 a funder who wants a promise kept says so in public, and it stands', async ({ page }) => {
  const council = await at('colm-hegarty', `${kitchens}/returns`);
  const promise = about(council, 'How kitchens describe food on offer');
  await promise.getByRole('button', { name: 'Let this promise go' }).click();
  await promise.getByLabel('Why, in public').fill('The kitchens use a list that exists.');
  await promise.getByRole('button', { name: 'Propose to let it go' }).click();
  await expect(promise.getByText('Proposed to let it go', { exact: false })).toBeVisible();

  const copperline = await at('sunita-vale', `${kitchens}/returns`);
  const asked = about(copperline, 'How kitchens describe food on offer');
  await asked.getByRole('button', { name: 'Answer' }).click();
  await asked.getByLabel('It should be kept').check();
  await asked.getByRole('button', { name: 'Answer' }).last().click();
  // A dissent without a reason is none.
  await asked.getByLabel(/Why, in public/).fill('Others wait for this list, not for that one.');
  await asked.getByRole('button', { name: 'Answer' }).last().click();
  await expect(asked.getByText('and a funder said no', { exact: false })).toBeVisible();
  await expectAccessible(copperline);

  await page.goto(`${kitchens}/returns`);
  await expect(page.getByText('Others wait for this list, not for that one.', { exact: false })).toBeVisible();
});
