import { People } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

test('a menu opens by key, is walked through with arrows, and gives the keyboard back', async ({
  browser,
  baseURL,
}) => {
  const people = new People(browser, baseURL ?? '');
  const page = await people.as('amara-oduya');
  await page.goto('/ideas');
  await page.locator('#root[data-alive]').waitFor({ state: 'attached' });
  const handle = page.locator('header').getByText('Amara Oduya');
  await handle.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: 'Amara Oduya' });
  await expect(menu).toBeVisible();
  await expect(menu.getByRole('menuitemradio', { name: 'Myself' })).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press('End');
  await expect(menu.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(page.getByRole('button', { name: 'Amara Oduya' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('my wo');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/desk');
  await people.leave();
});

test('without JavaScript a menu is a list of links', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false, locale: 'en-GB' });
  await context.request.post('/api/demo/sign-in', { data: { handle: 'amara-oduya' } });
  const page = await context.newPage();
  await page.goto('/ideas');
  await page.locator('header').getByText('Amara Oduya').click();
  await page.locator('header').getByRole('link', { name: 'Settings' }).click();
  await expect(page).toHaveURL('/settings');
  await context.close();
});

test('a question stands on the harmless answer, keeps the keyboard until it is answered, and gives it back', async ({
  browser,
  baseURL,
}) => {
  const people = new People(browser, baseURL ?? '');
  const page = await people.as('tess-arkwell');
  await page.goto('/ideas/which-hour-is-quiet-really');
  const withdraw = page.getByRole('button', { name: 'Withdraw the idea' });
  await withdraw.focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Withdraw this idea?' });
  await expect(question.getByRole('button', { name: 'Do not do it' })).toBeFocused();
  await expectAccessible(page);
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press('Tab');
    await expect(question.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(withdraw).toBeFocused();
  await people.leave();
});

test('a message stays until it is dismissed, and is said without taking the keyboard', async ({ browser, baseURL }) => {
  const people = new People(browser, baseURL ?? '');
  const page = await people.as('tess-arkwell');
  await page.goto('/ideas/a-navigator-young-people-steer-themselves');
  await page.clock.install();
  const follow = page.getByRole('button', { name: /^(Follow|Stop following)$/ });
  await follow.click();
  const message = page.getByText(/hear (what becomes )?of it/);
  await expect(message).toBeVisible();
  await page.clock.fastForward('01:00:00');
  await expect(message).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(message).toBeHidden();
  await follow.click();
  await people.leave();
});
