import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { startOne, type StartedProduct } from './support/start-product.js';
import { expect, expectAccessible, test } from './support/test.js';

/* Somebody gets a link from a friend, has no account, and votes. An installation without invented people. */

let product: StartedProduct;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  product = await startOne('shared-link', { OPENIMPACT_DEMO: '0' });
});
test.afterAll(() => product.stop());

/** The link in the newest mail to an address. */
async function linkTo(email: string): Promise<string> {
  const folder = join(product.dataDir, 'mail');
  let link = '';
  await expect
    .poll(async () => {
      const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json')).toSorted();
      const mails = await Promise.all(
        files.map(
          async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as { to: string; body: string },
        ),
      );
      link = /https?:\/\/\S+/.exec(mails.findLast(({ to }) => to === email)?.body ?? '')?.[0] ?? '';
      return link;
    })
    .not.toBe('');
  // The port was chosen at start, after the address for mails was settled.
  const { pathname, search } = new URL(link);
  return product.address + pathname + search;
}

async function graphql<T>(page: Page, query: string, variables: object): Promise<T> {
  return page.evaluate(async (body) => {
    const answer = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return ((await answer.json()) as { data: T }).data;
  }, JSON.stringify({ query, variables }));
}

test('a vote from a shared link stays on the page, and counts once its voter opened the mail', async ({ browser }) => {
  const author = await (await browser.newContext({ baseURL: product.address, locale: 'en-GB' })).newPage();
  await author.goto('/sign-in?to=%2Fideas%2Fnew');
  await author.getByRole('button', { name: /link/ }).first().click();
  await author.getByLabel(/email/i).fill('author@people.example');
  await author.getByRole('button', { name: /Send/ }).click();
  await author.goto(await linkTo('author@people.example'));
  await author.locator('a[href*="magic-link/verify"]').click();
  await expect(author.getByLabel('What is needed?')).toBeVisible();
  const { logIdea } = await graphql<{ logIdea: { idea: { slug: string } } }>(
    author,
    'mutation($input: LogIdeaInput!) { logIdea(input: $input) { ... on LogIdeaPayload { idea { slug } } } }',
    {
      input: {
        title: 'One list of free beds',
        need: 'Every shelter is rung each evening, and each says that it is full.',
        outcome: 'One call is enough.',
        peopleServed: 'People without a bed tonight',
        themes: ['HOUSING'],
      },
    },
  );
  const address = `/ideas/${logIdea.idea.slug}`;

  const friend = await (await browser.newContext({ baseURL: product.address, locale: 'en-GB' })).newPage();
  await friend.goto(address);
  await friend.locator('#vote').scrollIntoViewIfNeeded();
  await friend.getByLabel('I build or run technology').check();
  await friend.getByLabel('Your name').fill('Wren Halloway');
  await friend.getByLabel('Your email address').fill('wren@people.example');
  await expectAccessible(friend);
  await friend.getByRole('button', { name: 'Vote for this' }).click();
  await expect(friend.getByText('One more step: open the mail we sent you')).toBeVisible();
  expect(new URL(friend.url()).pathname).toBe(address);
  await expect(friend.getByText('No votes yet').first()).toBeVisible();

  // The mail is opened elsewhere: on another device, which knows nothing of the page.
  const elsewhere = await (await browser.newContext({ baseURL: product.address, locale: 'en-GB' })).newPage();
  await elsewhere.goto(await linkTo('wren@people.example'));
  await elsewhere.locator('a[href*="magic-link/verify"]').click();
  await expect(elsewhere.getByText('You have voted')).toBeVisible();
  await expect(elsewhere.getByText(/^1 vote/).first()).toBeVisible();
  await expect(elsewhere).toHaveURL(new RegExp(`${address}$`));
  await elsewhere.getByRole('button', { name: 'Take my vote back' }).click();
  await expect(elsewhere.getByText('Your vote is taken back.').first()).toBeVisible();
});
