import { expect, test } from './support/test.js';

test.use({ serviceWorkers: 'allow' });

test('what was read stays readable without a connection, and what was not says so', async ({ page, context }) => {
  await page.goto('/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // The worker takes over; from now on it keeps what is read.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto('/ideas');
  await page.goto('/commons');
  await page.locator('#root[data-alive]').waitFor({ state: 'attached' });

  await context.setOffline(true);
  await page.goto('/ideas');
  await expect(page.getByRole('heading', { level: 1, name: 'Ideas' })).toBeVisible();
  await expect(page.getByText(/You are offline/)).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Shared library' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Shared library' })).toBeVisible();

  await page.goto('/mandates');
  await expect(page.getByRole('heading', { level: 1, name: 'You are offline' })).toBeVisible();
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /^Ideas$/ })
      .getByRole('link'),
  ).not.toHaveCount(0);
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Try it again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Open offers to fund' })).toBeVisible();
});

test('the site can be put on a phone, and leaves nothing of a person behind who signs out', async ({
  page,
  request,
}) => {
  const manifest = await request.get('/manifest.webmanifest');
  expect(manifest.headers()['content-type']).toMatch(/manifest\+json|application\/json/);
  const { icons } = (await manifest.json()) as { icons: { src: string }[] };
  for (const { src } of icons) expect((await request.get(src)).status(), src).toBe(200);

  await page.goto('/');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.request.post('/api/demo/sign-in', { data: { handle: 'amara-oduya' } });
  await page.goto('/ideas');
  await page.goto('/desk');
  const kept = () =>
    page.evaluate(async () =>
      (await (await caches.open('openimpact-pages-1')).keys()).map(({ url }) => new URL(url).pathname),
    );
  await expect.poll(kept).toContain('/ideas');
  expect(await kept()).not.toContain('/desk');
  await page.getByText('Amara Oduya').first().click();
  // Whoever presses before the page is alive has the browser's own disclosure.
  const signOut = page.getByRole('menuitem', { name: 'Sign out' });
  await signOut.or(page.getByRole('button', { name: 'Sign out' })).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  expect(await kept()).not.toContain('/ideas');
});
