import type { Page } from '@playwright/test';

import { signInFirst } from './support/newcomer.js';
import { type StartedProduct, startOne } from './support/start-product.js';
import { expect, test } from './support/test.js';

/*
 * The plug is pulled while somebody works on a project. What the site said was done is there afterwards, what it did not
 * say is not there by half, and what was being typed is sent once it is back.
 */

let product: StartedProduct;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  product = await startOne('restart', { OPENIMPACT_DEMO: '0' });
});
test.afterAll(() => product.stop());

async function ask<T>(page: Page, query: string, input: object): Promise<T> {
  const answer = await page.request.post('/graphql', { data: { query, variables: { input } } });
  const { data, errors } = (await answer.json()) as { data: Record<string, T>; errors?: unknown };
  expect(errors, query).toBeUndefined();
  return Object.values(data)[0] as T;
}

/** A project of a day-old organisation. */
async function convened(page: Page): Promise<string> {
  const { organisation } = await ask<{ organisation: { id: string } }>(
    page,
    'mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { ... on CreateOrganisationPayload { organisation { id } } } }',
    { name: 'Ellery Street Advice', kind: 'CHARITY' },
  );
  const { idea } = await ask<{ idea: { id: string } }>(
    page,
    'mutation ($input: LogIdeaInput!) { logIdea(input: $input) { ... on LogIdeaPayload { idea { id } } } }',
    {
      title: 'One queue for three advice desks',
      need: 'People wait at three desks in one house and tell the same story three times.',
      outcome: 'They wait once.',
      peopleServed: 'People who come for advice',
      themes: ['COMMUNITY'],
    },
  );
  const { venture } = await ask<{ venture: { slug: string } }>(
    page,
    'mutation ($input: ConveneVentureInput!) { conveneVenture(input: $input) { ... on ConveneVenturePayload { venture { slug } } } }',
    { title: 'One queue', organisationId: organisation.id, ideaIds: [idea.id] },
  );
  return `/ventures/${venture.slug}`;
}

test('a pulled plug loses nothing that the site said was done, and nothing that was being typed', async ({
  browser,
}) => {
  // It is started twice.
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: product.address, locale: 'en-GB', reducedMotion: 'reduce' });
  await context.addCookies(await signInFirst(product));
  const page = await context.newPage();
  const project = await convened(page);

  await page.goto(`${project}/agenda`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Write the agenda' }).click();
  await page.getByRole('textbox', { name: 'Agenda' }).fill('Nobody tells their story twice.');
  await page.getByRole('button', { name: /^Publish as version/ }).click();
  await expect(page.getByText('Nobody tells their story twice.').first()).toBeVisible();

  await page.goto(`${project}/updates`, { waitUntil: 'networkidle' });
  const write = async (title: string, body: string) => {
    await page.getByRole('button', { name: 'Write an update' }).click();
    const form = page.getByRole('form', { name: 'Write an update' });
    await form.getByLabel('Title').fill(title);
    await form.getByLabel('What happened').fill(body);
    return form;
  };
  await (
    await write('Three desks agreed', 'They share a list from Monday.')
  )
    .getByRole('button', { name: 'Save', exact: true })
    .click();
  await expect(page.getByRole('link', { name: 'Three desks agreed' })).toBeVisible();

  const form = await write('The first morning', 'Nine people waited once.');
  await product.kill();
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.getByText('The site could not be reached')).toBeVisible();
  await expect(form.getByLabel('What happened')).toHaveValue('Nine people waited once.');
  await product.startAgain();
  await form.getByRole('button', { name: /again/i }).click();
  await expect(page.getByRole('link', { name: 'The first morning' })).toBeVisible();

  await page.reload();
  for (const title of ['Three desks agreed', 'The first morning']) {
    await expect(page.getByRole('link', { name: title })).toHaveCount(1);
  }
  await page.goto(`${project}/agenda`);
  await expect(page.getByText('Nobody tells their story twice.').first()).toBeVisible();
  // Nobody was signed out by it, and what happened is still in one chain.
  await expect.poll(async () => (await page.request.get(`${project}/feed.atom`)).text()).toContain('The first morning');
  await context.close();
});
