import type { Page } from '@playwright/test';

import { People } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

/*
 * A funder who wants a promise kept says so in public, after which it stands. The project is one of the demonstration.
 */

let people: People;
let kitchens = '';

test.describe.configure({ mode: 'serial' });
test.setTimeout(60_000);

test.beforeAll(async ({ browser, baseURL, request }) => {
  people = new People(browser, baseURL!);
  const asked = await request.post('/graphql', { data: { query: '{ ventures(first: 50) { nodes { slug } } }' } });
  const { data } = (await asked.json()) as { data: { ventures: { nodes: { slug: string }[] } } };
  const named = (begins: string) => data.ventures.nodes.find(({ slug }) => slug.startsWith(begins))?.slug ?? '';
  kitchens = `/ventures/${named('kitchens-that-tell')}`;
});
test.afterAll(() => people.leave());

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

test('a funder who wants a promise kept says so in public, and it stands', async ({ page }) => {
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
