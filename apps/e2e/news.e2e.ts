import type { Page } from '@playwright/test';

import { People } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

const AUTHOR = 'amara-oduya';
const COMMENTER = 'ines-marchetti';

async function ask<T>(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const answer = await page.request.post('/graphql', { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
  expect(errors, query).toBeUndefined();
  return data;
}

/** An idea of their own, so that other journeys change nothing here. */
async function logIdea(page: Page): Promise<{ readonly id: string; readonly slug: string }> {
  const { logIdea: logged } = await ask<{ logIdea: { idea: { id: string; slug: string } } }>(
    page,
    `mutation ($input: LogIdeaInput!) { logIdea(input: $input) { __typename ... on LogIdeaPayload { idea { id slug } }
      ... on Refusal { requirements { message } } } }`,
    {
      input: {
        title: 'A kettle for the waiting room',
        need: 'People wait for hours in the cold and leave before anybody could talk to them.',
        outcome: 'They stay, warm, until somebody has time.',
        peopleServed: 'People who wait for advice',
        themes: ['FOOD'],
      },
    },
  );
  return logged.idea;
}

test('somebody hears of a comment while a page is open, by mail, and stops the mail without signing in', async ({
  browser,
  baseURL,
}) => {
  const people = new People(browser, baseURL ?? '');
  const author = await people.as(AUTHOR);
  const commenter = await people.as(COMMENTER);
  const idea = await logIdea(author);

  await author.goto('/notifications/settings');
  await author.getByRole('radio', { name: 'At once, a mail for each' }).check();
  await author.getByRole('button', { name: 'Keep this' }).click();
  await expect(author.getByText('Your choice is kept.')).toBeVisible();
  await expectAccessible(author);
  const masthead = author.getByRole('banner').getByRole('link', { name: /^News/ });
  const before = (await masthead.textContent()) ?? '';

  await ask(commenter, 'mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename } }', {
    input: { subjectId: idea.id, body: 'We have two kettles to spare.', perspective: 'TECHNOLOGIST' },
  });
  await expect(masthead).not.toHaveText(before);
  await masthead.click();
  const first = author.getByRole('article').first();
  await expect(first).toContainText('A kettle for the waiting room');
  await expect(first).toContainText('We have two kettles to spare.');
  await expectAccessible(author);
  await first.getByRole('link', { name: 'Somebody commented' }).click();
  await expect(author).toHaveURL(new RegExp(`/ideas/${idea.slug}#discussion$`));

  const anywhere = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  const reader = await anywhere.newPage();
  const mail = () =>
    reader.getByRole('article').filter({ hasText: 'Somebody commented: A kettle for the waiting room' });
  await expect(async () => {
    await reader.goto('/dev/outbox');
    await expect(mail()).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await expect(mail()).not.toContainText('two kettles');
  const link = await mail()
    .getByRole('link', { name: /\/unsubscribe\// })
    .getAttribute('href');
  await reader.goto(new URL(link ?? '').pathname);
  await expect(reader.getByText('At the moment you get a mail for each piece of news.')).toBeVisible();
  await reader.getByRole('button', { name: 'Stop all mail' }).click();
  await expect(reader.getByText('Done. No more mail of news is sent to you.')).toBeVisible();
  await anywhere.close();

  const { viewer } = await ask<{ viewer: { notificationSettings: { email: string } } }>(
    author,
    '{ viewer { notificationSettings { email } } }',
  );
  expect(viewer.notificationSettings.email).toBe('NONE');
  await people.leave();
});
