import { expect, expectAccessible, test } from './support/test.js';
import { People } from './support/people.js';

/** A number of the range that is kept for drama; nobody's. */
const NUMBER = '07700 900763';
const SLUG = 'one-waiting-list-for-seven-allotments';

test('a number is asked about, kept, found by a search for the site team, and gone from everywhere', async ({
  browser,
  baseURL,
  page,
}) => {
  const people = new People(browser, baseURL!);
  try {
    const amara = await people.as('amara-oduya');
    await amara.goto(`/ideas/${SLUG}`);
    const form = amara.getByRole('form', { name: 'Say what you know' });
    await form.getByLabel('Your comment').fill(`The allotment’s gatekeeper answers ${NUMBER} after six.`);
    await form.getByLabel('I’m speaking as').selectOption({ index: 1 });
    await form.getByRole('button', { name: 'Say it' }).click();
    const problems = form.getByRole('alert');
    await expect(problems).toContainText('This looks like a telephone number');
    await expect(problems.locator('mark')).toHaveText(NUMBER);
    await expectAccessible(amara);
    await problems.getByRole('button', { name: 'It is nobody’s secret: keep it' }).click();
    await expect(problems).toBeEmpty();
    await form.getByRole('button', { name: 'Say it' }).click();
    await expect(amara.getByText('Your comment is there now.')).toBeVisible();
    await page.goto(`/ideas/${SLUG}`);
    await expect(page.getByText(NUMBER)).toBeVisible();

    const oriel = await people.as('oriel-banks');
    await oriel.goto('/desk');
    await oriel.getByRole('link', { name: 'Open the queue' }).click();
    const redact = oriel.getByRole('form', { name: 'Take something out everywhere' });
    await redact.getByLabel('The words, exactly as they stand there').fill(NUMBER);
    await redact.getByLabel('What is it?').selectOption('PHONE');
    await redact.getByRole('button', { name: 'See where it stands' }).click();
    await expect(oriel.getByText('comments, body: 1')).toBeVisible();
    await expectAccessible(oriel);
    await oriel.getByRole('button', { name: 'Take it out' }).click();
    await oriel.getByRole('alertdialog').getByRole('button', { name: 'Take it out' }).click();
    await expect(oriel.getByText(/Taken out of/)).toBeVisible();

    for (const address of [`/ideas/${SLUG}`, '/ideas?q=gatekeeper', '/feeds/activity.atom']) {
      await expect
        .poll(async () => (await page.request.get(address)).text(), { message: address })
        .not.toContain(NUMBER);
    }
    await page.goto(`/ideas/${SLUG}`);
    await expect(page.getByText('The allotment’s gatekeeper answers [taken out] after six.')).toBeVisible();
    await page.goto('/transparency');
    await expect(page.getByRole('row', { name: /Telephone number/ })).toContainText('fewer than 5');
    await expectAccessible(page);
  } finally {
    await people.leave();
  }
});

test('what somebody is at risk by is hidden the moment it is reported, and looked at first', async ({
  browser,
  baseURL,
  page,
}) => {
  const people = new People(browser, baseURL!);
  try {
    const amara = await people.as('amara-oduya');
    await amara.goto(`/ideas/${SLUG}`);
    const form = amara.getByRole('form', { name: 'Say what you know' });
    await form.getByLabel('Your comment').fill('He sleeps in the third shed, alone.');
    await form.getByLabel('I’m speaking as').selectOption({ index: 1 });
    await form.getByRole('button', { name: 'Say it' }).click();
    await expect(amara.getByText('Your comment is there now.')).toBeVisible();

    const ines = await people.as('ines-marchetti');
    await ines.goto(`/ideas/${SLUG}`);
    await ines
      .getByRole('article')
      .filter({ hasText: 'He sleeps in the third shed' })
      .getByRole('link', { name: 'Report to the site team' })
      .click();
    await ines.getByLabel('Somebody may be at risk').check();
    await expect(ines.getByText('If you need help now')).toBeVisible();
    await expectAccessible(ines);
    await ines.getByRole('button', { name: 'Send to the site team' }).click();
    await expect(ines.getByText('It is hidden from now on.')).toBeVisible();
    await page.goto(`/ideas/${SLUG}`);
    await expect(page.getByText('[hidden while the site team looks at it]')).toBeVisible();
    await expect(page.getByText('third shed')).toHaveCount(0);

    const oriel = await people.as('oriel-banks');
    await oriel.goto('/desk/site-team');
    const report = oriel.getByRole('article').first();
    await expect(report).toContainText('He sleeps in the third shed, alone.');
    await expectAccessible(oriel);
    await report.getByRole('button', { name: 'It stays' }).click();
    await expect(oriel.getByText('It stays. Whoever reported it is told.')).toBeVisible();
    await page.reload();
    await expect(page.getByText('He sleeps in the third shed, alone.')).toBeVisible();
  } finally {
    await people.leave();
  }
});
