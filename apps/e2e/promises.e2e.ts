import type { Page } from '@playwright/test';

import { inSteps } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

/*
 * A funder who wants a promise kept says so in public, after which it stands. Another promise is kept, and judged by
 * nobody with a stake in it. The project is one of the demonstration.
 */

const people = inSteps();
const { at } = people;
let kitchens = '';

test.beforeAll(async ({ request }) => {
  const asked = await request.post('/graphql', { data: { query: '{ ventures(first: 50) { nodes { slug } } }' } });
  const { data } = (await asked.json()) as { data: { ventures: { nodes: { slug: string }[] } } };
  const named = (begins: string) => data.ventures.nodes.find(({ slug }) => slug.startsWith(begins))?.slug ?? '';
  kitchens = `/ventures/${named('kitchens-that-tell')}`;
});

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

const SHELF = 'Shared shelf for Larder';

/** Whoever is tied to it, and what their page says about that. */
const TIED: readonly { readonly who: string; readonly codes: readonly string[]; readonly reads: RegExp }[] = [
  {
    who: 'leonie-asante',
    codes: ['NOT_A_VERIFIER', 'PAID_BY_THE_VENTURE', 'HOLDS_A_TEAM_ROLE', 'SUBMITTED_IT'],
    reads: /You shared it/,
  },
  { who: 'marlon-pike', codes: ['NOT_A_VERIFIER', 'PAID_BY_THE_VENTURE'], reads: /The project pays/ },
  {
    who: 'rukmini-das',
    codes: ['NOT_A_VERIFIER', 'OWNS_A_COMPONENT', 'HOLDS_A_TEAM_ROLE'],
    reads: /Larder, which is yours/,
  },
  { who: 'jonah-whitlock', codes: ['NOT_A_VERIFIER'], reads: /Somebody of a funder checks/ },
  { who: 'oriel-banks', codes: ['STEWARD_MUST_WAIT'], reads: /After 15 working days/ },
];

test('what was shared is judged by nobody who made it, is paid by it, owns part of it or sits in its team', async ({
  page,
}) => {
  const lead = await at('leonie-asante', `${kitchens}/returns`);
  const promise = about(lead, SHELF);
  await promise.getByRole('button', { name: 'Share what was promised' }).click();
  const form = lead.getByRole('form', { name: new RegExp(SHELF) });
  await form.getByLabel('What is it, and whom does it help?').fill('A shelf that seven kitchens see at once.');
  await form.getByLabel('The text itself').fill('How to set it up, in nine steps.');
  await form.getByLabel('Its licence').fill('AGPL-3.0-or-later');
  await form.getByRole('button', { name: 'Share it' }).click();
  await expect(promise.getByText('Waiting to be checked').first()).toBeVisible();

  await page.goto(`${kitchens}/returns`);
  await expect(page.getByRole('button', { name: 'Say that the promise is kept' })).toHaveCount(0);
  const asked = await page.request.post('/graphql', {
    data: {
      query: `query ($slug: String!) { venture(slug: $slug) { obligations { title returns { id } } } }`,
      variables: { slug: kitchens.split('/').at(-1) },
    },
  });
  const { data } = (await asked.json()) as {
    data: { venture: { obligations: { title: string; returns: { id: string }[] }[] } };
  };
  const returnId = data.venture.obligations.find(({ title }) => title === SHELF)?.returns[0]?.id;
  for (const { who, codes, reads } of TIED) {
    const theirs = await at(who, `${kitchens}/returns`);
    const part = about(theirs, SHELF);
    await expect(part.getByText('You cannot check this')).toBeVisible();
    await expect(part.getByText(reads)).toBeVisible();
    await expect(part.getByRole('button', { name: 'Say that the promise is kept' })).toHaveCount(0);
    // The page hides it; whoever asks all the same is refused for the same reasons.
    const told = await theirs.request.post('/graphql', {
      data: {
        query: `mutation ($input: VerifyReturnInput!) { verifyReturn(input: $input) { __typename ... on Refusal { requirements { code } } } }`,
        variables: { input: { returnId, reason: 'It is fine.' } },
      },
    });
    const answer = (await told.json()) as { data: { verifyReturn: { requirements?: { code: string }[] } } };
    expect([who, answer.data.verifyReturn.requirements?.map(({ code }) => code)]).toEqual([who, codes]);
  }
  await expectAccessible(await people.as('marlon-pike'));

  const funder = await at('sunita-vale', `${kitchens}/returns`);
  await about(funder, SHELF).getByRole('button', { name: 'Say that the promise is kept' }).click();
  await expect(about(funder, SHELF).getByText('Kept', { exact: true })).toBeVisible();
});
