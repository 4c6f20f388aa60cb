import { expect, expectAccessible, test } from './support/test.js';

test('one key leads anywhere: to a page, to an idea, to something to do, and back to where one was', async ({
  page,
}) => {
  await page.goto('/commons');
  await page.locator('#root[data-alive]').waitFor({ state: 'attached' });
  const search = page.getByRole('link', { name: 'Share something' });
  await search.focus();

  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'What are you looking for?' });
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(search).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('navigator young people');
  await expect(page.getByRole('option', { name: /A navigator young people steer themselves/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /navigator/i })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('say what');
  await page.getByRole('option', { name: 'Say what is needed' }).click();
  await expect(page).toHaveURL('/ideas/new');
});
