import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { type BrowserContext, expect, type Page } from '@playwright/test';

import { layoutFaults } from '../support/faults.js';
import { addressOf, goOn, passOver, signIn } from '../support/looking.js';
import { accessibilityFaults, test } from '../support/test.js';
import { SHOTS, shotName, type State, STATES, THEMES, WIDTHS } from './contact-sheet.js';
import { type Place, places } from './places.js';

mkdirSync(SHOTS, { recursive: true });

/** `OPENIMPACT_SHOTS=content` leaves out how each page looks while it is read and when it cannot be. */
const wanted = (process.env['OPENIMPACT_SHOTS'] ?? STATES.join(',')).split(',');

for (const place of places) {
  test(place.name, async ({ browser, baseURL }) => {
    for (const theme of THEMES) {
      const context = await browser.newContext({
        baseURL: place.empty ? process.env['OPENIMPACT_E2E_EMPTY_URL'] : baseURL,
        colorScheme: theme,
        reducedMotion: 'reduce',
        locale: 'en-GB',
      });
      try {
        const page = await context.newPage();
        const address = await arrive(page, context, place);
        await turn(page, WIDTHS[0]);
        const answer = await page.goto(address, { waitUntil: 'networkidle' });
        expect.soft(answer?.status(), address).toBe(place.status ?? 200);
        for (const width of WIDTHS) {
          await turn(page, width);
          await passOver(page);
          await lookAt(page, place.name, width, theme, 'content');
        }
        if (place.status === undefined && wanted.includes('error')) await seeItFail(page, place.name, address, theme);
      } finally {
        await context.close();
      }
    }
  });
}

/** Signs in where one must, and finds out where the page is. */
async function arrive(page: Page, context: BrowserContext, place: Place): Promise<string> {
  if (place.empty !== true) await signIn(page, place.as);
  else if (place.as !== undefined) {
    await context.addCookies(JSON.parse(process.env['OPENIMPACT_E2E_EMPTY_COOKIES'] ?? '[]') as never);
  }
  return addressOf(page, place);
}

/** A narrow page that becomes wide must come out as if it had always been. */
async function turn(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
}

/** Comes to the page from another one while the server does not answer, then answers with a fault, then mends it. */
async function seeItFail(page: Page, name: string, address: string, theme: string): Promise<void> {
  await page.goto('/offline', { waitUntil: 'networkidle' });
  let fail = (): void => undefined;
  const failing = new Promise<void>((resolve) => (fail = resolve));
  let asked = 0;
  await page.route('**/graphql*', async (route) => {
    asked += 1;
    await failing;
    await route.fulfill({ status: 503, body: '' });
  });
  const look = async (state: State): Promise<void> => {
    for (const width of WIDTHS) {
      await turn(page, width);
      await lookAt(page, name, width, theme, state);
    }
  };
  await goOn(page, address);
  const busy = page.locator('[data-busy]');
  await expect.poll(async () => asked > 0 || (await busy.count()) === 0).toBe(true);
  // A page that is there without asking cannot fail; what a part of it asks for afterwards is the part’s own business.
  if ((await busy.count()) === 0) return;
  await look('loading');
  fail();
  const retry = page.getByRole('main').getByRole('button', { name: 'Try again' });
  await expect(retry).toBeVisible();
  await look('error');
  await page.unroute('**/graphql*');
  await retry.click();
  await expect(retry).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function lookAt(page: Page, name: string, width: number, theme: string, state: State): Promise<void> {
  const seen = `${name} at ${width} px, ${theme}, ${state}`;
  expect.soft(await layoutFaults(page), seen).toEqual([]);
  expect.soft(await accessibilityFaults(page), seen).toEqual([]);
  await page.screenshot({ path: join(SHOTS, shotName(name, width, theme, state)), fullPage: true });
}
