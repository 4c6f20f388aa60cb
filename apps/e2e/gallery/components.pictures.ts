import { expect, type Locator, type Page, test } from '@playwright/test';

// Another browser, or another machine's fonts, draws each letter a little otherwise: there it would say nothing.
test.skip(
  process.platform !== 'linux' || process.arch !== 'x64' || process.env['CHROMIUM_PATH'] !== undefined,
  'Pictures are compared with the browser that the install brings.',
);

const WIDE = { width: 820, height: 700 };
const PHONE = { width: 390, height: 844 };
/** Where colour says something, and where it is easily forgotten that the ground is dark. */
const IN_THE_DARK = [
  'buttons',
  'thread',
  'support',
  'money',
  'requirements',
  'cards',
  'fields',
  'problems',
  'chart',
  'states',
  'notices',
];
/** What is laid out otherwise where there is little room. */
const ON_A_PHONE = ['thread', 'pipeline', 'support', 'table', 'fields'];

/** As many points as two runs of one browser may differ in; a colour or a space that changed is hundreds. */
const ALIKE = { threshold: 0.02, maxDiffPixels: 25 };

test('every component looks as it did when somebody last looked at it', async ({ browser }) => {
  const page = await open(browser, { viewport: WIDE, colorScheme: 'light' });
  const names = await page
    .locator('[data-shown]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-shown') ?? ''));
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) await compare(part(page, name), name);

  await page.emulateMedia({ colorScheme: 'dark' });
  for (const name of IN_THE_DARK) await compare(part(page, name), `${name}-dark`);

  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
  for (const name of ON_A_PHONE) await compare(part(page, name), `${name}-phone`);
  await page.context().close();
});

test('what opens looks as it did, in the light and in the dark', async ({ browser }) => {
  const page = await open(browser, { viewport: WIDE, colorScheme: 'light' });
  const both = async (name: string) => {
    // What is under the pointer looks otherwise, and takes a moment to.
    await page.mouse.move(1, 1);
    await compare(page, name);
    await page.emulateMedia({ colorScheme: 'dark' });
    await compare(page, `${name}-dark`);
    await page.emulateMedia({ colorScheme: 'light' });
  };
  await part(page, 'actions').scrollIntoViewIfNeeded();
  await page.getByText('Ama Boateng').last().click();
  await expect(page.getByRole('menu')).toBeVisible();
  await both('menu-open');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Say something' }).click();
  await expect(page.getByText('Your vote is counted.')).toBeVisible();
  await both('message');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('button', { name: 'Withdraw', exact: true }).last().click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await both('question');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Draw it' }).click();
  await compare(part(page, 'chart'), 'chart-drawn');
  await page.context().close();
});

async function open(
  browser: import('@playwright/test').Browser,
  options: import('@playwright/test').BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ ...options, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2026-11-01T10:00:00Z'));
  await page.goto(process.env['OPENIMPACT_GALLERY_URL'] ?? '');
  await page.locator('[data-shown]').first().waitFor({ timeout: 15_000 });
  await page.evaluate(() => document.fonts.ready);
  return page;
}

function part(page: Page, name: string): Locator {
  return page.locator(`[data-shown="${name}"]`);
}

/** All that differ are told, not only the first. */
async function compare(what: Page | Locator, name: string): Promise<void> {
  const picture = await what.screenshot({ animations: 'disabled', caret: 'hide' });
  expect.soft(picture, name).toMatchSnapshot(`${name}.png`, ALIKE);
}
