import { People } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

const IDEA = '/ideas/job-adverts-without-hidden-walls';

test('somebody who does not want to lead asks who would, is answered, and chooses', async ({
  browser,
  baseURL,
  page,
}) => {
  const people = new People(browser, baseURL!);
  try {
    const tariq = await people.as('tariq-noon');
    await tariq.goto(`${IDEA}#lead`);
    const part = tariq.locator('#lead');
    await part.scrollIntoViewIfNeeded();
    await part.getByRole('button', { name: 'You do not have to lead this: ask who would' }).click();
    await part.getByLabel('Find an organisation by its name').fill('lantern');
    await part.getByLabel('Lantern Youth Project').check();
    await part.getByLabel('What do you want to tell them?').fill('I can test every word with the people it is for.');
    await expectAccessible(tariq);
    await part.getByRole('button', { name: 'Ask them' }).click();
    await expect(part.getByText(/Lantern Youth Project was asked/)).toBeVisible();
    // Until there is an answer, nobody else sees that they were asked.
    await page.goto(`${IDEA}#lead`);
    await expect(page.locator('#lead')).not.toContainText('Lantern');

    const amara = await people.as('amara-oduya');
    await amara.goto('/desk');
    await expect(amara.getByText('I can test every word with the people it is for.')).toBeVisible();
    await amara.goto(`${IDEA}#lead`);
    const asked = amara.locator('#lead');
    await asked.scrollIntoViewIfNeeded();
    await asked.getByRole('button', { name: 'Say whether your organisation would lead it' }).click();
    await asked.getByLabel('We would lead it').check();
    await asked.getByLabel('In your words').fill('With two evenings a week.');
    await asked.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(asked.getByText('Lantern Youth Project would lead it')).toBeVisible();

    await tariq.reload();
    await part.scrollIntoViewIfNeeded();
    await part.getByRole('button', { name: 'Choose Lantern Youth Project to lead' }).click();
    await tariq.getByRole('alertdialog').getByRole('button', { name: 'Choose Lantern Youth Project to lead' }).click();
    await expect(part.getByText('The author chose Lantern Youth Project.')).toBeVisible();
  } finally {
    await people.leave();
  }
});
