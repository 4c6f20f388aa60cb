import { expectNoSingleKeyShortcuts } from './support/keyboard.js';
import { expect, test } from './support/test.js';

/* `npm run test:keyboard` walks every journey like this one: without a pointer, seeing at each step where one is. */

test.use({ hands: 'keyboard' });

test('somebody who has only a keyboard signs in and says what is needed', async ({ page }) => {
  await page.goto('/ideas');
  await page.locator('#root[data-alive]').waitFor({ state: 'attached' });
  await expectNoSingleKeyShortcuts(page);

  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Be Leonie Asante' }).click();
  await expect(page.getByText('Leonie Asante').first()).toBeVisible();

  await page.getByRole('link', { name: 'Log an idea' }).first().click();
  await page.getByLabel('What is needed?').fill('Nobody at the night shelter knows which phone is charged.');
  await page.getByLabel('Say it in one line').fill('A shelf where phones wait');
  await page.getByLabel('Whom is it for?').fill('People who sleep at the shelter.');
  await page.getByLabel('What would be better for them?').fill('They can be rung back in the morning.');
  await page.getByLabel('Homelessness').check();
  await page.getByRole('button', { name: 'Log this idea' }).click();
  // Who comes to a page by keyboard begins at its beginning, not where the button was that led there.
  await expect(page.getByRole('heading', { level: 1, name: 'A shelf where phones wait' })).toBeFocused();
});
