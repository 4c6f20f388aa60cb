import { People } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

/* Somebody reads in another language: the pages, the feeds they lead to, and the mail that comes. */

test('what somebody reads in is chosen at the foot of any page, holds for mail, and is changed in the settings', async ({
  browser,
  baseURL,
}) => {
  const people = new People(browser, baseURL!);
  try {
    const rhys = await people.as('rhys-calloway');
    const reads = async (): Promise<unknown> => {
      const asked = await rhys.request.post('/graphql', { data: { query: '{ viewer { language } }' } });
      return ((await asked.json()) as { data: { viewer: { language: string } } }).data.viewer.language;
    };
    await rhys.goto('/ideas', { waitUntil: 'networkidle' });
    expect(await reads()).toBe('en');
    await expect(rhys.getByRole('contentinfo').getByLabel('Language')).toBeVisible();
    // By its place: its name is in the language that is chosen.
    await rhys.getByRole('contentinfo').locator('select').first().selectOption('Bahasa Melayu');
    await expect(rhys.locator('html')).toHaveAttribute('lang', /^ms/);
    expect(await reads()).toBe('ms');
    await expectAccessible(rhys);

    const feed = await rhys.locator('link[rel="alternate"][type="application/atom+xml"]').getAttribute('href');
    const atom = await (await rhys.request.get(feed!)).text();
    expect(atom).toContain('<feed xml:lang="ms-MY"');

    await rhys.goto('/settings', { waitUntil: 'networkidle' });
    const form = rhys.getByRole('form').first();
    await expect(form.getByLabel('Bahasa bacaan anda')).toHaveValue('ms');
    await form.getByLabel('Bahasa bacaan anda').selectOption('English');
    await form.getByRole('button', { name: 'Simpan' }).click();
    await expect(rhys.getByRole('heading', { level: 1, name: 'Your settings' })).toBeVisible();
    expect(await reads()).toBe('en');
  } finally {
    await people.leave();
  }
});
