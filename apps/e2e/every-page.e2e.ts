import type { Page } from '@playwright/test';

import { type Place, places } from './shots/places.js';
import { routeOf, routes } from './shots/routes.js';
import { clippedText, layoutFaults } from './support/faults.js';
import { addressOf, goOn, passOver, signIn } from './support/looking.js';
import { accessibilityFaults, expect, expectAccessible, test } from './support/test.js';

/* `npm run shots` looks at every page in every state; here those on which most stands, with each change. */

const SAMPLE = ['home', 'idea-funding-as-funder', 'venture-money', 'entry', 'sign-up'].map((name) =>
  places.find((place) => place.name === name)!,
);

async function open(page: Page, place: Place): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, place.as);
  await page.goto(await addressOf(page, place));
  await page.locator('#root[data-alive]').waitFor({ state: 'attached' });
}

test('every address of the site has a place to look at', async ({ page }) => {
  const seen = new Set<string | undefined>();
  for (const place of places) {
    if (place.empty === true) continue;
    if (typeof place.address !== 'string') await signIn(page, place.as);
    seen.add(routeOf(await addressOf(page, place)));
  }
  expect(routes.filter((route) => !seen.has(route))).toEqual([]);
});

test('nothing scrolls sideways, overlaps, is pale, small to the touch or wrong for a screen reader', async ({
  page,
}) => {
  test.setTimeout(180_000);
  for (const [at, place] of SAMPLE.entries()) {
    await page.emulateMedia({ colorScheme: at % 2 === 0 ? 'light' : 'dark' });
    await open(page, place);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await passOver(page);
      expect.soft(await layoutFaults(page), `${place.name} at ${width} px`).toEqual([]);
      await page.emulateMedia({ colorScheme: (at + width) % 4 === 0 ? 'light' : 'dark' });
      expect.soft(await accessibilityFaults(page), `${place.name} at ${width} px`).toEqual([]);
    }
  }
});

test('a page that waits, that fails, and that says what is missing is right for a screen reader too', async ({
  page,
}) => {
  await page.goto('/sign-up');
  await page.locator('#root[data-alive]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
  await expectAccessible(page);

  let fail = (): void => undefined;
  const failing = new Promise<void>((resolve) => (fail = resolve));
  await page.route('**/graphql*', async (route) => {
    await failing;
    await route.fulfill({ status: 503, body: '' });
  });
  await goOn(page, '/ventures');
  await expect(page.locator('[data-busy]')).toBeAttached();
  await expect(page.getByText('The next page is being read.')).toBeAttached();
  await expectAccessible(page);
  fail();
  await expect(page.getByRole('heading', { level: 1, name: 'This site is catching its breath' })).toBeVisible();
  await expectAccessible(page);
});

test('in another language a page says of what people wrote in which language it is', async ({ page, baseURL }) => {
  const named = ['home', 'ideas', 'idea-funding', 'agreement', 'mandate', 'venture', 'commons', 'entry', 'entry-edit'];
  const answer = await page.request.post('/graphql', {
    data: {
      query: `{ ideas(first: 50) { nodes { title need outcome peopleServed } } ventures(first: 20) { nodes { title } }
        commonsEntries(first: 50) { nodes { title summary } } mandates(first: 20) { nodes { title summary } } }`,
    },
  });
  const { data } = (await answer.json()) as { data: Record<string, { nodes: Record<string, string>[] }> };
  const written = Object.values(data).flatMap(({ nodes }) => nodes.flatMap((node) => Object.values(node)));
  const texts = written.filter((text) => text.length > 12);
  expect(texts.length).toBeGreaterThan(150);
  for (const place of places.filter(({ name }) => named.includes(name))) {
    await page.context().clearCookies();
    await page.context().addCookies([{ name: 'openimpact-language', value: 'ms', url: baseURL ?? '' }]);
    await signIn(page, place.as);
    await page.goto(await addressOf(page, place));
    const [said, unmarked] = await page.evaluate((known) => {
      const walk = document.createTreeWalker(document.getElementById('root')!, NodeFilter.SHOW_TEXT);
      const found: Element[] = [];
      while (walk.nextNode() !== null) {
        if (known.some((text) => walk.currentNode.textContent!.includes(text)))
          found.push(walk.currentNode.parentElement!);
      }
      return [
        found.length,
        found.filter((at) => at.closest<HTMLElement>('[lang]')!.lang === 'ms').map((at) => at.outerHTML),
      ];
    }, texts);
    expect.soft(said, place.name).toBeGreaterThan(0);
    expect.soft(unmarked, place.name).toEqual([]);
  }
});

test('at four times the size a page is one column, and nothing of it is lost', async ({ page }) => {
  // A window 1280 px wide, enlarged to 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  for (const place of SAMPLE) {
    await open(page, place);
    expect.soft(await layoutFaults(page), place.name).toEqual([]);
    expect.soft(await clippedText(page), place.name).toEqual([]);
  }
});

test('from right to left the site is its own mirror image', async ({ page }) => {
  for (const place of SAMPLE) {
    await open(page, place);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      expect.soft(await layoutFaults(page), `${place.name} at ${width} px`).toEqual([]);
      const name = await page.getByRole('banner').getByRole('link').first().boundingBox();
      expect.soft(name!.x + name!.width, `the name stands at the right of ${place.name}`).toBeGreaterThan(width * 0.85);
      const heading = await page.getByRole('heading', { level: 1 }).evaluate((title) => {
        const words = document.createRange();
        words.selectNodeContents(title);
        return title.getBoundingClientRect().right - words.getBoundingClientRect().right;
      });
      expect.soft(heading, `the heading of ${place.name} begins at the right`).toBeLessThan(2);
    }
  }
});

test('nothing moves for those who asked for less motion, not even what waits', async ({ page }) => {
  await page.goto('/ideas');
  await page.locator('#root[data-alive]').waitFor({ state: 'attached' });
  // What is held back is on its way, and a sign says so.
  await page.route('**/graphql*', () => undefined);
  await page.getByRole('link', { name: 'Projects' }).first().click();
  await expect(page.locator('[data-busy]')).toBeAttached();
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  expect(await moving()).toBe(0);
  // Who did not ask for it sees the sign move: otherwise this looks at nothing.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(moving).toBeGreaterThan(0);
});

test('in colours of one’s own every control has an edge, and every bar its parts', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const place of SAMPLE) {
    await open(page, place);
    const lost = await page.evaluate(() => {
      const canvas = getComputedStyle(document.body).backgroundColor;
      const isDrawn = (element: Element): boolean => {
        const { borderTopWidth, borderBottomWidth, borderTopColor, borderBottomColor, backgroundColor } =
          getComputedStyle(element);
        const edged = (width: string, colour: string) => Number.parseFloat(width) >= 1 && colour !== canvas;
        return (
          (edged(borderTopWidth, borderTopColor) && edged(borderBottomWidth, borderBottomColor)) ||
          (edged(borderBottomWidth, borderBottomColor) && element.matches('input, textarea')) ||
          (backgroundColor !== canvas && backgroundColor !== 'rgba(0, 0, 0, 0)')
        );
      };
      const controls = [...document.querySelectorAll('button, select, textarea, input:not([type=hidden]), [role=img]')];
      return controls
        .filter(
          (control) => control.checkVisibility() && !control.matches('[type=checkbox], [type=radio], [type=file]'),
        )
        .filter((control) => getComputedStyle(control).textDecorationLine !== 'underline' && !isDrawn(control))
        .filter((control) => control.querySelector('svg, [class*=segment]') === null && control.tagName !== 'svg')
        .map((control) => control.outerHTML.slice(0, 120));
    });
    expect.soft(lost, place.name).toEqual([]);
  }
});

test('the looks at pages find what is wrong with one', async ({ page }) => {
  const wrongs: Record<string, [find: RegExp, plant: () => void]> = {
    'scrolls sideways': [/scrolls sideways/, () => (document.querySelector('main')!.style.inlineSize = '120vw')],
    'one text on another': [
      /overlap/,
      () => {
        const { style } = document.querySelector('main p') as HTMLElement;
        const { top, left } = document.querySelector('h1')!.getBoundingClientRect();
        Object.assign(style, { position: 'absolute', insetBlockStart: `${top}px`, insetInlineStart: `${left}px` });
      },
    ],
    'large text under 4.5:1': [/color-contrast/, () => (document.querySelector('h1')!.style.color = '#8a8a8a')],
    'a target under 24 px': [
      /target-size/,
      () => {
        for (let at = 0; at < 2; at += 1) {
          const button = document.createElement('button');
          button.textContent = 'x';
          Object.assign(button.style, { inlineSize: '14px', blockSize: '14px', padding: '0' });
          document.querySelector('main')!.append(button);
        }
      },
    ],
    'a field without a name': [
      /select-name|label/,
      () => document.querySelector('main')!.append(document.createElement('select')),
    ],
    'words cut off': [
      /cut off/,
      () => {
        const lead = document.querySelector('main p') as HTMLElement;
        Object.assign(lead.style, { blockSize: '1rem', overflow: 'hidden' });
      },
    ],
  };
  for (const [what, [find, plant]] of Object.entries(wrongs)) {
    await page.goto('/privacy');
    await page.locator('#root[data-alive]').waitFor({ state: 'attached' });
    await expectAccessible(page);
    await page.evaluate(plant);
    const found = [...(await layoutFaults(page)), ...(await clippedText(page)), ...(await accessibilityFaults(page))];
    expect.soft(found.join('\n'), what).toMatch(find);
  }
});
