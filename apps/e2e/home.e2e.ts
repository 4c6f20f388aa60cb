import { expect, expectAccessible, test } from './support/test.js';

test('the home page says what this is, to everybody @phone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).toBeVisible();
  await expectAccessible(page);
});

test('the home page reads without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.close();
});

test(
  'a need typed on the first page is answered before any account, and goes along into the form',
  {
    tag: '@phone',
  },
  async ({ page }) => {
    await page.goto('/');
    const box = page.getByRole('search', { name: 'Look for what exists' });
    await box.getByLabel('What do the people you help need?').fill('young people cannot find services near them');
    await expect(box.getByRole('status')).toContainText(/tool.* exist.*needs? this/);
    await expect(box.getByRole('link', { name: 'A navigator young people steer themselves' })).toBeVisible();
    await box.getByRole('button', { name: 'Log it as an idea' }).click();
    await expect(page).toHaveURL('/ideas/new');
    await expect(page.locator('textarea[name=need]')).toHaveValue('young people cannot find services near them');
  },
);
