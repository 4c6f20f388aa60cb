import { inSteps } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

/*
 * Three funders whose conditions depend on each other: one pays only if the round comes to enough, one only if it is not
 * alone, one matches what others give. No two of them are enough. The money is that of the demonstration.
 */

const IDEA = '/ideas/home-from-hospital-with-milk-in-the-fridge';
const FAILED = '/ideas/something-true-to-read-while-you-wait-for-counselling';

const { at } = inSteps();

function day(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test('1 a funder publishes an open offer from conditions that others use, and sees which ideas fit', async () => {
  const funder = await at('colm-hegarty', '/mandates/new');
  await funder.getByLabel('Title').fill('Tools that a second town can use');
  await funder.getByLabel('Older people', { exact: true }).check();
  await funder.getByLabel('Whole budget').fill('40,000');
  await funder.getByLabel('Largest single pledge').fill('20,000');
  await funder.getByLabel('Last day').fill(day(200));
  await funder.getByLabel('Places').fill('Marrowby');
  await funder.getByLabel(/^The Orchard policy/).check();
  await expectAccessible(funder);
  await funder.getByRole('button', { name: 'Publish this offer' }).click();
  await expect(funder.getByRole('heading', { level: 1, name: 'Tools that a second town can use' })).toBeVisible();
  await expect(funder.getByText('EUPL-1.2').first()).toBeVisible();
  await expect(funder.getByRole('link', { name: /Home from hospital/ })).toBeVisible();
  await funder.getByRole('button', { name: 'Propose automatic pledges' }).click();
  await funder.getByLabel('At most for one idea').fill('1,000');
  await funder.getByLabel('At most in a month').fill('2,000');
  await funder.getByRole('button', { name: 'Propose this' }).click();
  await expect(funder.getByText(/A second person has to authorise it/)).toBeVisible();
  // Nobody outside sees how a funder guards its money, and whoever proposed it cannot authorise it.
  await expect(funder.getByRole('button', { name: 'Authorise this' })).toHaveCount(0);

  await funder.goto('/desk');
  await expect(funder.getByRole('link', { name: 'Tools that a second town can use' })).toBeVisible();
  await funder.getByRole('link', { name: /^Portfolio/ }).click();
  await expect(funder.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(funder);
});

test('2 anyone sees who would fund an idea; interest is said with a date and counted nowhere', async ({ page }) => {
  await page.goto(IDEA, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'See whose open offers fit' }).click();
  await expect(page.getByRole('link', { name: 'Tools that a second town can use' })).toBeVisible();
  await expectAccessible(page);

  const funder = await at('harriet-lund', IDEA);
  await funder.getByRole('button', { name: 'See whose open offers fit' }).click();
  await funder.getByRole('button', { name: 'Say that your organisation is interested' }).click();
  await funder.getByLabel('When your board meets').fill(day(40));
  await funder.getByRole('button', { name: 'Say so' }).click();
  await expect(funder.getByText(/until then nothing is promised and nothing is counted/)).toBeVisible();
  await page.goto(`${IDEA}/funding`);
  await expect(page.getByText('Alder & Finch Foundation')).toHaveCount(0);
});

test('3 a connection that dies after a pledge was sent, a second try and a reload are one pledge', async ({ page }) => {
  const funder = await at('colm-hegarty', `${IDEA}/funding`);
  await funder.getByRole('link', { name: 'Pledge', exact: true }).first().click();
  await funder.getByLabel('Early help in Marrowby').check();
  await funder.getByLabel('Amount').fill('5,000');
  await funder.getByText('Who signs, if it is not you').click();
  await funder.getByLabel('Name').fill('Rowan Ashby');
  await funder.getByLabel('Role').fill('Director of early help');
  await funder.getByRole('button', { name: 'See what it means' }).click();
  await expect(funder.getByText('Signed by Rowan Ashby, Director of early help')).toBeVisible();
  await expectAccessible(funder);
  // The server does it; its answer never arrives.
  let lost = 0;
  await funder.route('**/graphql', async (route) => {
    if (lost > 0 || !route.request().postData()?.includes('idempotencyKey')) return route.continue();
    await route.fetch();
    await route.abort();
    lost += 1;
  });
  await funder.getByRole('button', { name: 'Pledge £5,000' }).click();
  await expect.poll(() => lost).toBe(1);
  await funder.unroute('**/graphql');
  await funder.reload({ waitUntil: 'networkidle' });
  await expect(funder.getByText('Your pledge is in force.')).toBeVisible();
  await page.goto(`${IDEA}/funding`);
  await expect(page.getByRole('link', { name: 'Marrowby Council' })).toHaveCount(1);
  // Who signed is the business of those whom it binds.
  await expect(page.getByText('Rowan Ashby')).toHaveCount(0);
});

test('4 two of them do not count yet, and each page says why; the third makes all three count', async ({ page }) => {
  await page.goto(`${IDEA}/funding`);
  await expect(page.getByText('Does not count yet')).toHaveCount(2);
  await expectAccessible(page);

  const funder = await at('nadia-petrosyan', `${IDEA}/funding`);
  await funder.getByRole('link', { name: 'Pledge', exact: true }).first().click();
  await funder.getByRole('button', { name: 'Match what others pledge' }).click();
  await funder.getByLabel('Up to').fill('9,000');
  await funder.getByRole('button', { name: 'Promise this match' }).click();
  await expect(funder.getByText(/It matches 100 % of what others pledge, up to £9,000/)).toBeVisible();
  await expect(funder.getByText('£7,500').first()).toBeVisible();

  await page.goto(`${IDEA}/funding`);
  await expect(page.getByText('Does not count yet')).toHaveCount(0);
  await expect(page.getByText(/£20,000 from 3 funders would count/)).toBeVisible();
  await expectAccessible(page);
});

test('5 the lead moves the deadline once, and every funder is asked again', async ({ page }) => {
  const lead = await at('gethin-moss', `${IDEA}/funding`);
  await lead.getByText('Move the deadline').first().click();
  await lead.getByLabel('Closes on from now on').fill(day(90));
  await lead.getByLabel('Why, in public').first().fill('Two boards meet in the new year.');
  await lead.getByRole('button', { name: 'Move the deadline' }).click();
  await expect(lead.getByText(/The deadline was moved once/)).toBeVisible();
  await page.goto(`${IDEA}/funding`);
  await expect(page.getByText('Asked again: not yet confirmed for the new deadline')).toHaveCount(3);

  const funder = await at('colm-hegarty', `${IDEA}/funding`);
  await funder.getByRole('link', { name: 'Pledge', exact: true }).first().click();
  await expect(funder.getByText('The deadline of this round was moved')).toBeVisible();
  await expectAccessible(funder);
  await funder.getByRole('button', { name: 'It stands' }).click();
  await expect(funder.getByText('The deadline of this round was moved')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Asked again: not yet confirmed for the new deadline')).toHaveCount(2);
});

test('6 a round that did not reach its minimum says what was missing', async ({ page }) => {
  await page.goto(`${FAILED}/funding`);
  await expect(page.getByText('did not reach its minimum this time', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('What was missing when it closed')).toBeVisible();
  await expect(page.getByText('The pledges that counted did not reach the minimum.')).toBeVisible();
  await expectAccessible(page);
});
