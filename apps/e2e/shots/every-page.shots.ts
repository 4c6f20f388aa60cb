import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, type Page } from '@playwright/test';

import { test } from '../support/test.js';
import { SHOTS, shotName, THEMES, WIDTHS } from './contact-sheet.js';
import { layoutFaults } from './faults.js';
import { type Ask, places } from './places.js';

mkdirSync(SHOTS, { recursive: true });

for (const place of places) {
  test(place.name, async ({ browser, baseURL }) => {
    for (const theme of THEMES) {
      const context = await browser.newContext({
        baseURL,
        colorScheme: theme,
        reducedMotion: 'reduce',
        locale: 'en-GB',
      });
      try {
        const page = await context.newPage();
        if (place.as) {
          const signedIn = await page.request.post('/api/demo/sign-in', { data: { handle: place.as } });
          expect(signedIn.status(), `${place.as} signs in`).toBe(200);
        }
        const address = typeof place.address === 'string' ? place.address : await place.address(asker(page));
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
          const answer = await page.goto(address, { waitUntil: 'networkidle' });
          expect.soft(answer?.status(), address).toBe(place.status ?? 200);
          await passOver(page);
          expect.soft(await layoutFaults(page), `${address} at ${width} px, ${theme}`).toEqual([]);
          await page.screenshot({ path: join(SHOTS, shotName(place.name, width, theme)), fullPage: true });
        }
      } finally {
        await context.close();
      }
    }
  });
}

/** Scrolls to the end and back as a reader does: some parts come only when they are reached. */
async function passOver(page: Page): Promise<void> {
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

function asker(page: Page): Ask {
  return async (query, variables) => {
    const answer = await page.request.post('/graphql', { data: { query, variables } });
    const { data, errors } = (await answer.json()) as { data: never; errors?: { message: string }[] };
    if (errors?.[0]) throw new Error(errors[0].message);
    return data;
  };
}
