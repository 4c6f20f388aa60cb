import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test as base } from '@playwright/test';
import axe from 'axe-core';

import { useKeyboardAlone } from './keyboard.js';

export { expect };

/**
 * A journey's test: pages are relative to the product under test, and a page that throws, breaks the content policy or
 * renders otherwise than the server did fails the journey that saw it.
 */
export const test = base.extend<{ faultless: void; hands: string; byHand: void }>({
  // Playwright reads what a fixture needs from this very pattern, even when it needs nothing.
  // oxlint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => {
    await use(process.env['OPENIMPACT_E2E_URL']);
  },
  // `npm run test:keyboard` walks every journey without a pointer.
  hands: [process.env['OPENIMPACT_E2E_HANDS'] ?? 'pointer', { option: true }],
  byHand: [
    async ({ hands, page }, use, info) => {
      const keyboard = hands === 'keyboard';
      // Walking there takes longer than pointing.
      if (keyboard) info.setTimeout(300_000);
      const undo = keyboard ? useKeyboardAlone(page.locator('body')) : () => undefined;
      await use();
      undo();
    },
    { auto: true },
  ],
  faultless: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(`${error.message}\n${error.stack ?? ''}`));
      page.on('console', (message) => {
        if (beingExamined.has(page)) return;
        if (message.type() === 'error' && /content security policy|hydrat|minified react error/i.test(message.text())) {
          faults.push(message.text());
        }
      });
      await use();
      expect(faults, 'what went wrong in the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** Pages that axe is looking at: it writes styles of its own into them, which the content policy rightly refuses. */
const beingExamined = new WeakSet<Page>();

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The standard lets large letters be paler. They are read by the same eyes. */
const STRICT = `${axe.source}
  axe.configure({ checks: [{ id: 'color-contrast', options: { ignoreUnicode: true, ignoreLength: false, ignorePseudo: false,
    boldValue: 700, boldTextPt: 14, largeTextPt: 18, pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.2, textStrokeEmMin: 0.03,
    contrastRatio: { normal: { expected: 4.5 }, large: { expected: 4.5 } } } }] });`;

/**
 * What an automatic look finds wrong by WCAG 2.2 AA on the page as it is now, and text of any size under 4.5:1. No page
 * of ours has a frame, so axe looks at the page itself, and needs no second one to put together what it found.
 */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  beingExamined.add(page);
  const look = new AxeBuilder({ page, axeSource: STRICT });
  const { violations } = await (rules === undefined ? look.withTags(STANDARDS) : look.withRules([...rules]))
    // At the edges of what has opened: whoever gets there with the keyboard is at once led back in, and hears nothing of it.
    .exclude('[data-base-ui-focus-guard]')
    .setLegacyMode()
    .analyze();
  beingExamined.delete(page);
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(' ')}\n  ${node.failureSummary}`).join('\n')}`,
  );
}

/** Rules about what changes between light and dark. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Nothing is wrong on the page as it is now, light and dark, as far as a program can see. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page), `accessibility of ${page.url()}`).toEqual([]);
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.emulateMedia({ colorScheme: dark ? 'light' : 'dark' });
  expect(await accessibilityFaults(page, OF_COLOUR), `colours of ${page.url()} in the other theme`).toEqual([]);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
}

/**
 * Presses the first button of this name, which goes away with what it did, and waits until it has. While it still says that
 * it is sending, the answer can move the next one from under the pointer, and a press on that is no press.
 */
export async function pressUntilDone(page: Page, name: string): Promise<void> {
  const first = page.getByRole('button', { name, exact: true }).first();
  await expect(first).toBeVisible();
  const buttons = page.getByRole('button', { name: new RegExp(`^(${name}|Sending…)$`) });
  const before = await buttons.count();
  await first.click();
  await expect(buttons).toHaveCount(before - 1);
}
