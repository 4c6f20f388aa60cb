import { expect, type Page } from '@playwright/test';

import type { Ask, Place } from '../shots/places.js';

/** Becomes one of the demonstration's people, or stays nobody. */
export async function signIn(page: Page, handle: string | undefined): Promise<void> {
  if (handle === undefined) return;
  const signedIn = await page.request.post('/api/demo/sign-in', { data: { handle } });
  expect(signedIn.status(), `${handle} signs in`).toBe(200);
}

/** Where a place is in what the product holds now. */
export async function addressOf(page: Page, { address }: Place): Promise<string> {
  return typeof address === 'string' ? address : address(asker(page));
}

/** Asks the product as whoever has the page, through its open API. */
function asker(page: Page): Ask {
  return async (query, variables) => {
    const answer = await page.request.post('/graphql', { data: { query, variables } });
    const { data, errors } = (await answer.json()) as { data: never; errors?: { message: string }[] };
    if (errors?.[0]) throw new Error(errors[0].message);
    return data;
  };
}

/** Scrolls to the end and back as a reader does: some parts come only when they are reached. */
export async function passOver(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo(0, top);
      await new Promise((reached) => setTimeout(reached, 30));
    }
    scrollTo(0, 0);
  });
  // What was reached asks for what it needs; a part that never comes is a fault.
  await expect(page.getByText(/^(Loading|Looking for)/)).toHaveCount(0);
}

/** Goes on to another page of the site as its links do, without loading it again. */
export async function goOn(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}
