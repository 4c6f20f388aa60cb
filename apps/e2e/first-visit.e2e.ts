import { gzipSync } from 'node:zlib';

import { type Page } from '@playwright/test';

import { expect, test } from './support/test.js';

/** kB of gzip: what a reader with an old phone may be asked to download before a page answers. */
const BUDGET = { scripts: 170, styles: 30, fonts: 90 };

/** A hundredth of a screen: less than anybody sees, and more than the rounding of two fonts. */
const MOST_SHIFT = 0.01;

const KINDS = { script: 'scripts', stylesheet: 'styles', font: 'fonts' } as const;

/** How far what was being read jumped while fonts, parts and scripts came, by the browser's own measure; 0 is not at all. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((settle) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // What was buffered is handed over in the next turn.
        setTimeout(() => settle(sum), 100);
      }),
  );
}

/** Everything that had come when the page was alive. */
async function cost(page: Page, address: string): Promise<typeof BUDGET> {
  const bodies = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() in KINDS) bodies.set(response.url(), response.body());
  });
  await page.goto(address);
  await page.locator('#root[data-alive]').waitFor({ state: 'attached' });
  const before = await page.evaluate(() => {
    const alive = performance.getEntriesByName('openimpact:alive')[0]?.startTime ?? Infinity;
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return resources.filter(({ responseEnd }) => responseEnd <= alive).map(({ name }) => name);
  });
  const spent = { scripts: 0, styles: 0, fonts: 0 };
  for (const url of before) {
    const body = await bodies.get(url);
    if (body === undefined) continue;
    const kind = url.endsWith('.js') ? 'scripts' : url.endsWith('.css') ? 'styles' : 'fonts';
    // Fonts are compressed already.
    spent[kind] += (kind === 'fonts' ? body.length : gzipSync(body, { level: 9 }).length) / 1000;
  }
  return spent;
}

const FIND = `{ delivery: ideas(first: 1, filter: { stages: [DELIVERY] }) { nodes { slug } }
  funding: ideas(first: 1, filter: { stages: [FUNDING] }) { nodes { slug } }
  ventures(first: 1) { nodes { slug } } components(first: 1) { nodes { slug } } mandates(first: 1) { nodes { slug } }
  commonsEntries(first: 1) { nodes { slug } } }`;

test('a public page answers after 170 kB of scripts, 30 kB of styles and 90 kB of fonts at most, and stands still', async ({
  browser,
  baseURL,
  request,
}) => {
  const found = (await (await request.post('/graphql', { data: { query: FIND } })).json()) as {
    data: Record<string, { nodes: { slug: string }[] }>;
  };
  const slug = (list: string) => found.data[list]?.nodes[0]?.slug ?? '';
  const addresses = [
    '/',
    '/ideas',
    `/ideas/${slug('delivery')}`,
    `/ideas/${slug('funding')}`,
    `/ventures/${slug('ventures')}`,
    `/components/${slug('components')}`,
    `/mandates/${slug('mandates')}`,
    '/commons',
    `/commons/${slug('commonsEntries')}`,
  ];
  for (const address of addresses) {
    const context = await browser.newContext({ baseURL });
    const page = await context.newPage();
    const spent = await cost(page, address);
    // Parts that nobody has come near stay as the server drew them.
    await page.waitForLoadState('networkidle');
    await expect.soft(page.getByText('Loading…')).toHaveCount(0);
    expect.soft(await shiftOf(page), `what moves on ${address} by itself`).toBeLessThan(MOST_SHIFT);
    for (const kind of Object.values(KINDS)) {
      expect.soft(spent[kind], `${kind} of ${address}, kB`).toBeLessThanOrEqual(BUDGET[kind]);
      expect.soft(spent[kind], `${kind} of ${address} were counted`).toBeGreaterThan(0);
    }
    await context.close();
  }
});

test('a page that jumps under its reader is noticed', async ({ page }) => {
  await page.goto('/terms');
  expect(await shiftOf(page)).toBeLessThan(MOST_SHIFT);
  await page.evaluate(() => {
    const late = document.createElement('p');
    late.style.blockSize = '200px';
    document.querySelector('main')!.prepend(late);
  });
  await expect.poll(() => shiftOf(page)).toBeGreaterThan(MOST_SHIFT);
});
