import { inSteps } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

/*
 * Research of a project was found by others: an organisation works by it, and an idea began with it. Then people who took
 * part change their mind. What they said is gone, and wherever it was used somebody reads that it was taken back.
 */

const GIVER = 'amara-oduya';
const USER = 'kofi-larbi';
const SLUG = 'what-young-people-told-us-about-finding-help';
const RESEARCH = `/commons/${SLUG}`;
const TITLE = 'What young people told us about finding help';
const SAID = 'private list of people who ring back';
const WHY = 'Four of the twelve changed their mind.';
const BACK = 'This was taken back';

const people = inSteps();
const { at } = people;
let idea = '';
let origin = '';
let project = '';

test('1 an organisation says that it works by it, and an idea begins with it', async ({ page }) => {
  const user = await at(USER, RESEARCH);
  await user.getByRole('button', { name: 'We use it', exact: true }).click();
  await user.getByLabel('What do you use it for?').fill('How we ask at the door.');
  await user.getByRole('button', { name: 'Say that we use it' }).click();
  await expect(user.getByRole('article', { name: /Brackenford/ })).toContainText('How we ask at the door.');

  await user.getByRole('link', { name: 'Start an idea from this' }).click();
  await user.waitForLoadState('networkidle');
  await user.getByLabel('What is needed?').fill('Those who look after somebody know nobody who rings back.');
  await user.getByLabel('Say it in one line').fill('A list of people who ring back');
  await user.getByLabel('Whom is it for?').fill('Young carers in Brackenford, about forty.');
  await user.getByLabel('What would be better for them?').fill('They ring one number and somebody answers.');
  await user.getByLabel('Young people').check();
  await user.getByRole('button', { name: 'Log this idea' }).click();
  await expect(user.getByRole('heading', { level: 1, name: 'A list of people who ring back' })).toBeVisible();
  idea = new URL(user.url()).pathname;
  await page.goto(idea);
  await expect(
    page.getByRole('region', { name: 'What it builds on' }).getByRole('link', { name: TITLE }),
  ).toBeVisible();

  await page.goto(RESEARCH);
  await expect(page.getByText(SAID, { exact: false })).toBeVisible();
  const cameFrom = page.getByRole('region', { name: 'Where it came from' });
  origin = (await cameFrom.locator('a[href^="/ideas/"]').first().getAttribute('href'))!;
  project = (await cameFrom.locator('a[href^="/ventures/"]').first().getAttribute('href'))!;
});

test('2 it is taken back, and every page that leads to it says so', async ({ page }) => {
  const giver = await at(GIVER, RESEARCH);
  await giver.getByRole('button', { name: 'Take it back' }).click();
  await giver.getByLabel('People who took part changed their mind').check();
  await giver.getByLabel('In words, for everybody').fill(WHY);
  await giver.getByRole('button', { name: 'Take it back' }).last().click();
  await expect(giver.getByText(BACK)).toBeVisible();

  // What is read without an account is shared for a second.
  await expect.poll(async () => (await page.request.get(RESEARCH)).text()).toContain(WHY);
  const expectMark = async (path: string, mark: string | RegExp) => {
    await page.goto(path);
    await expect(page.getByText(mark).first()).toBeVisible();
    expect(await page.content(), path).not.toContain(SAID);
  };
  await expectMark(RESEARCH, BACK);
  await expect(page.getByText('How we ask at the door.')).toBeVisible();
  await expectMark(idea, BACK);
  await expectAccessible(page);
  await expectMark(origin, BACK);
  await expectMark(`${project}/returns`, 'What was shared was taken back.');
  await expectMark(`${project}/report`, 'Opened again');
  await expectMark('/organisations/lantern-youth-project', /to share something back, not kept yet/);
  await page.goto('/commons?text=finding+help');
  await expect(page.getByRole('link', { name: TITLE })).toHaveCount(0);
});

test('3 programs read it too, and who worked by it is told', async ({ request }) => {
  const text = async (path: string) => (await request.get(path)).text();
  expect(await text(`${RESEARCH}/CITATION.cff`)).toContain(`This was taken back: ${WHY}`);
  expect(JSON.parse(await text(`${RESEARCH}/entry.jsonld`))).toMatchObject({ creativeWorkStatus: 'Withdrawn' });
  expect(await text(RESEARCH)).toContain('"creativeWorkStatus":"Withdrawn"');
  const line = (await text('/data/commons.csv')).split('\r\n').find((row) => row.includes(SLUG));
  expect(line).toContain('WITHDRAWN');
  expect(line).toContain('CONSENT_WITHDRAWN');
  // The feed follows the log within a second.
  for (const ending of ['atom', 'json']) {
    await expect
      .poll(() => text(`/feeds/activity.${ending}`))
      .toContain(`An entry of the shared library was taken back: ${TITLE}`);
  }
  for (const file of ['/data/commons.ndjson', '/data/activities.ndjson']) expect(await text(file)).not.toContain(SAID);

  const user = await people.as(USER);
  await expect(async () => {
    await user.goto('/notifications');
    await expect(user.getByRole('article').filter({ hasText: 'was taken back' }).first()).toContainText(TITLE, {
      timeout: 2_000,
    });
  }).toPass({ timeout: 15_000 });
  await user.getByRole('article').filter({ hasText: 'was taken back' }).first().getByRole('link').first().click();
  await expect(user).toHaveURL(new RegExp(RESEARCH));
});
