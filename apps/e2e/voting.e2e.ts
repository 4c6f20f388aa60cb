import type { Page } from '@playwright/test';

import { People } from './support/people.js';
import { expect, expectAccessible, pressUntilDone, test } from './support/test.js';

let people: People;
test.beforeAll(({ browser, baseURL }) => {
  people = new People(browser, baseURL!);
});
test.afterAll(() => people.leave());

async function graphql<T>(page: Page, query: string, variables: object): Promise<T> {
  return page.evaluate(async (body) => {
    const answer = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return ((await answer.json()) as { data: T }).data;
  }, JSON.stringify({ query, variables }));
}

async function logs(handle: string, title: string): Promise<{ id: string; address: string }> {
  const page = await people.as(handle);
  await page.goto('/ideas');
  const { logIdea } = await graphql<{ logIdea: { idea: { id: string; slug: string } } }>(
    page,
    'mutation($input: LogIdeaInput!) { logIdea(input: $input) { ... on LogIdeaPayload { idea { id slug } } } }',
    {
      input: {
        title,
        need: 'The prams of the toy library are booked on paper, and two families come for the same one.',
        outcome: 'A family knows before it sets out.',
        peopleServed: 'Families who borrow prams',
        themes: ['FOOD'],
      },
    },
  );
  return { id: logIdea.idea.id, address: `/ideas/${logIdea.idea.slug}` };
}

test('an idea is logged on a phone although the connection is lost half way @phone', async ({
  page,
  context,
  isMobile,
}) => {
  await context.request.post('/api/demo/sign-in', { data: { handle: 'leonie-asante' } });
  await page.goto('/ideas/new');
  const next = async () => {
    const button = page.getByRole('button', { name: 'Next question' });
    if (await button.isVisible()) await button.click();
  };
  const title = `A kettle that can be lent ${isMobile ? 'by phone' : 'from a desk'} ${Date.now() % 100_000}`;
  await page.getByLabel('What is needed?').fill('People who are rehoused have no kettle for the first week.');
  await next();
  await context.setOffline(true);
  await page.getByLabel('Say it in one line').fill(title);
  await context.setOffline(false);
  await expect(page.getByText(/Kept in your account/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('What is needed?')).toHaveValue(
    'People who are rehoused have no kettle for the first week.',
  );
  await next();
  await expect(page.getByLabel('Say it in one line')).toHaveValue(title);
  await context.setOffline(true);
  await next();
  await page.getByLabel('Whom is it for?').fill('People in their first week in a new flat');
  await next();
  await page.getByLabel('What would be better for them?').fill('They drink tea on the first evening.');
  await next();
  await page.getByLabel('Housing').check();
  await next();
  await page.getByRole('button', { name: 'Log this idea' }).click();
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('two ideas that are one are put together, lead on, and are two again', async ({ page }) => {
  const from = await logs('amara-oduya', 'A booking sheet for the prams of the toy library');
  const into = await logs('gethin-moss', 'Booking the prams of the toy library');
  const voter = await people.as('leonie-asante');
  for (const { id } of [from, into]) {
    await voter.goto('/ideas');
    await graphql(voter, 'mutation($input: CastVoteInput!) { castVote(input: $input) { __typename } }', {
      input: { ideaId: id, perspective: 'PRACTITIONER' },
    });
  }

  await voter.goto(from.address);
  await voter.getByText('Somebody has said this already?').click();
  await voter.getByRole('radio', { name: 'Booking the prams of the toy library' }).check();
  await voter.getByLabel('Why are they one?').fill('The same prams, the same sheet.');
  await expectAccessible(voter);
  await voter.getByRole('button', { name: 'Propose it' }).click();
  await expect(voter.getByText('It waits for both authors, or for the site team.')).toBeVisible();

  for (const handle of ['amara-oduya', 'gethin-moss']) {
    const author = await people.as(handle);
    await author.goto(from.address);
    await pressUntilDone(author, 'They are one: put them together');
  }
  // What is read without an account is shared for a second, so it is looked at again.
  await expect(async () => {
    await page.goto(from.address);
    await expect(page.getByText('This idea goes on as part of')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await page.getByRole('link', { name: 'Booking the prams of the toy library' }).first().click();
  await expect(page).toHaveURL(new RegExp(`${into.address}$`));
  // Whoever voted on both counts once.
  await expect(page.getByText(/^1 vote/).first()).toBeVisible();

  const author = await people.as('amara-oduya');
  await author.goto(from.address);
  await author.getByText('Make them two again').click();
  await author.getByLabel('Why?').fill('Ours is for prams with three wheels.');
  await author.getByRole('button', { name: 'Make them two', exact: true }).click();
  await expect(author.getByText('This idea goes on as part of')).toHaveCount(0);
  await expect(author.getByText(/^1 vote/).first()).toBeVisible();
});

test('people in a room vote without accounts, and nothing is told before the session is over', async ({ page }) => {
  const idea = await logs('amara-oduya', 'Spare seats in the community minibus');
  const worker = await people.as('gethin-moss');
  await worker.goto(idea.address);
  await worker.getByText('Vote together in a room').click();
  await worker.getByLabel('Where?').fill('The Tuesday group');
  await worker.getByLabel('How many people are there?').fill('2');
  await worker.getByRole('button', { name: 'Open the session' }).click();
  const code = await worker.getByText(/^[A-Z2-9]{8}$/).textContent();

  await page.goto(`/session/${code?.toLowerCase()}`);
  await expectAccessible(page);
  for (const person of [1, 2]) {
    await page.getByLabel('This is about my life, or someone I care for').check();
    await page.getByRole('button', { name: 'Vote for this' }).click();
    await expect(page.getByText('Thank you. Your vote is counted.')).toBeVisible();
    if (person === 1) await page.getByRole('button', { name: 'Somebody else votes here' }).click();
  }
  await page.goto(idea.address);
  await expect(page.getByText('No votes yet').first()).toBeVisible();
});
