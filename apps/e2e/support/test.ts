import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test as base } from '@playwright/test';

export { expect };

/**
 * A journey's test: pages are relative to the product under test, and a page that throws, breaks the content policy or
 * renders otherwise than the server did fails the journey that saw it.
 */
export const test = base.extend<{ faultless: void }>({
  // Playwright reads what a fixture needs from this very pattern, even when it needs nothing.
  // oxlint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => {
    await use(process.env['OPENIMPACT_E2E_URL']);
  },
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

/**
 * Finds what an automatic look can find of WCAG 2.2 AA on the page as it is now: nothing, each time. No page of ours has
 * a frame, so axe looks at the page itself, and needs no second one to put together what it found.
 */
export async function expectAccessible(page: Page): Promise<void> {
  beingExamined.add(page);
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).setLegacyMode().analyze();
  beingExamined.delete(page);
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(' ')}\n  ${node.failureSummary}`).join('\n')}`,
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
