import type { Page } from '@playwright/test';

import { inSteps } from './support/people.js';
import { expect, expectAccessible, pressUntilDone, test } from './support/test.js';

/*
 * The whole chain as the people of the demonstration walk it, each in their own browser: a youth worker, people whose
 * life it is about, two practitioners, a developer, three funders, a second person for money, and somebody who checks.
 */

const PUBLICCODE = `publiccodeYmlVersion: "0.4"
name: Busboard
url: https://code.example/busboard.git
releaseDate: "2026-03-01"
platforms: [web]
categories: [appointment-scheduling]
developmentStatus: stable
softwareType: standalone/web
description:
  en:
    shortDescription: When the next bus comes, on any screen.
    longDescription: >
      ${'Busboard shows when the next bus comes to a stop, whether it runs late and where somebody can wait inside. '.repeat(5)}
    features: [timetable]
legal:
  license: MIT
maintenance:
  type: community
  contacts: [{ name: The Busboard team }]
localisation:
  localisationReady: true
  availableLanguages: [en]
`;

const { at } = inSteps();
let address = '';
let project = '';

/** What the idea's page says to anybody, without JavaScript. */
async function expectRead(page: Page, text: string): Promise<void> {
  // An anonymous page is shared for a second.
  await expect.poll(async () => (await page.request.get(address)).text()).toContain(text);
}

test('1 a youth worker signs in with one click and logs a need', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Be Amara Oduya' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.waitForLoadState('networkidle');
  await page.goto('/ideas/new');
  await page
    .getByLabel('What is needed?')
    .fill('Young people miss the last bus from training because nobody tells them it left early.');
  await page.getByLabel('Say it in one line').fill('A bus board that young people trust');
  await page.getByLabel('Whom is it for?').fill('Trainees of 16 to 19 in Brackenford, about two hundred.');
  await page.getByLabel('What would be better for them?').fill('They are home by nine and do not walk along the road.');
  await page.getByLabel('Young people').check();
  await page.getByLabel(/Where have you seen it/).fill('Brackenford');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Log this idea' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'A bus board that young people trust' })).toBeVisible();
  address = new URL(page.url()).pathname;
  await expectRead(page, 'Logged');
  await expectAccessible(page);
});

test('2 people vote from their own perspective, each counted once', async ({ page }) => {
  for (const handle of ['rhys-calloway', 'maeve-tolland', 'jonah-whitlock']) {
    const theirs = await at(handle, address);
    await theirs.getByLabel('This is about my life, or someone I care for').check();
    await theirs.getByRole('button', { name: 'Vote for this' }).click();
    await expect(theirs.getByText('Your vote is counted.').first()).toBeVisible();
  }
  for (const [handle, organisation] of [
    ['leonie-asante', 'Open Door Harbourside'],
    ['gethin-moss', 'Tidewell Carers Network'],
  ] as const) {
    const theirs = await at(handle, address);
    await theirs.getByLabel('I work with the people it would help').check();
    await theirs.getByLabel(/For an organisation\?/).selectOption({ label: organisation });
    await theirs.getByRole('button', { name: 'Vote for this' }).click();
    await expect(theirs.getByText('Your vote is counted.').first()).toBeVisible();
  }
  await page.goto(address);
  await expect(page.getByText(/^5 votes/).first()).toBeVisible();
  await expect(page.getByText('Rhys Calloway')).toHaveCount(0);
});

test('3 an organisation gives its word, and the idea has backing', async ({ page }) => {
  const theirs = await at('gethin-moss', address);
  await theirs.getByText('Would yours?').click();
  await theirs.getByRole('radio', { name: 'would try it' }).check();
  const organisation = theirs.getByRole('group', { name: 'Would yours?' }).getByLabel('Organisation', { exact: true });
  if (await organisation.count()) await organisation.selectOption({ label: 'Tidewell Carers Network' });
  await theirs.getByLabel('How many people with this need do you serve in a year?').fill('200');
  await theirs.getByRole('button', { name: 'Give our word' }).click();
  await expect(theirs.getByText('would try it · serves 200 people')).toBeVisible();
  await page.goto(address);
  await expect(page.getByText('To become “Ready to fund”')).toBeVisible();
  await expectAccessible(page);
});

test('4 a developer adds what exists from its publiccode.yml', async () => {
  const theirs = await at('ines-marchetti', '/components/new');
  await theirs.getByLabel('The file publiccode.yml').fill(PUBLICCODE);
  await theirs.getByRole('button', { name: 'See what we understood' }).click();
  await expect(theirs.getByText('What we understood')).toBeVisible();
  await theirs.getByLabel('Young people').check();
  await expectAccessible(theirs);
  await theirs.getByRole('button', { name: 'Add it', exact: true }).click();
  await expect(theirs.getByRole('heading', { level: 1, name: 'Busboard' })).toBeVisible();
});

test('5 it is offered, and accepted with its licence in view', async () => {
  const theirs = await at('ines-marchetti', address);
  await theirs.getByText('We have something that could help').click();
  await theirs.getByLabel('Look for it').fill('Busboard');
  await theirs.getByRole('button', { name: 'Look', exact: true }).click();
  await theirs.getByRole('radio', { name: 'Busboard' }).check();
  await theirs.getByLabel('What of the need does it cover?').fill('The times, on any screen.');
  await theirs.getByLabel('What would still be missing?').fill('That young people are told when it leaves early.');
  await theirs.getByRole('button', { name: 'Offer it' }).click();
  // Until then the words found below are those in the form.
  await expect(theirs.getByLabel('What would still be missing?')).toHaveValue('');
  await expect(theirs.getByText('That young people are told when it leaves early.')).toBeVisible();

  const author = await at('amara-oduya', address);
  await author.getByRole('button', { name: /Accept/ }).click();
  await expect(author.getByText('Accepted').first()).toBeVisible();
});

test('6 the author shapes the brief and chooses who leads', async () => {
  const author = await at('amara-oduya', `${address}/shape`);
  await author.getByLabel(/For whom is it\?/).fill('Trainees of 16 to 19 in Brackenford.');
  await author.getByLabel(/What would be better for them\?/).fill('They are home by nine.');
  await author
    .getByLabel(/What would be built, and how\?/)
    .fill('Busboard, with warnings that trainees wrote themselves.');
  await author.getByLabel(/^What could go wrong\?/).fill('A warning that is wrong strands somebody.');
  await author.getByLabel(/^For whom\?/).fill('Whoever trusts it at night.');
  await author.getByLabel(/^How would we notice\?/).fill('Trainees report it in the app.');
  await author.getByLabel(/^When would we stop\?/).fill('When two warnings in a week were wrong.');
  const line = author.getByRole('group', { name: 'Line 1' });
  await line.getByLabel(/What for/).selectOption({ label: 'Building it' });
  await line.getByLabel(/How much/).fill('30,000');
  await author.getByLabel(/Which organisation would lead it\?/).selectOption({ label: 'Lantern Youth Project' });
  await expectAccessible(author);
  await author.getByRole('button', { name: 'Save the brief' }).click();
  await expectRead(author, '£30,000');
});

test('7 what will be shared back is written and signed: ready to fund', async () => {
  const lead = await at('amara-oduya', `${address}/agreement`);
  await lead.getByLabel('Kind of thing').selectOption({ label: 'Software' });
  await lead.getByLabel('What is it called?').fill('The bus board');
  await lead.getByLabel(/Days after the money is agreed/).fill('120');
  await lead.getByRole('button', { name: 'Add another promise' }).click();
  await lead.getByLabel('Kind of thing').last().selectOption({ label: 'User research' });
  await lead.getByLabel('What is it called?').last().fill('What trainees need to know at a stop');
  await lead
    .getByLabel(/Days after the money is agreed/)
    .last()
    .fill('60');
  await lead.getByRole('button', { name: 'Save the draft' }).click();
  await lead.getByRole('button', { name: 'Sign for Lantern Youth Project' }).first().click();
  await sayYes(lead);
  await expect(lead.getByText(/^Signed/).first()).toBeVisible();
  await expectAccessible(lead);
  await expectRead(lead, 'Ready to fund');
});

test('8 the lead organisation asks for money', async () => {
  const lead = await at('amara-oduya', `${address}/funding`);
  await lead.getByRole('radio', { name: 'To build' }).check();
  await lead.getByLabel('Minimum').fill('20,000');
  await lead.getByLabel('Target').fill('36,000');
  await lead.getByLabel('Closes on').fill(day(30));
  await lead.getByLabel(/Shares of the instalments/).fill('60, 40');
  await lead.getByRole('button', { name: 'Open the funding round' }).click();
  await expect(lead.getByText('Nobody has pledged yet.', { exact: false })).toBeVisible();
  await expectRead(lead, 'Funding');
});

test('9 three funders pledge under their open offers', async () => {
  for (const [handle, amount] of [
    ['nadia-petrosyan', '7,000'],
    ['colm-hegarty', '7,000'],
    ['harriet-lund', '22,000'],
  ] as const) {
    const funder = await at(handle, `${address}/funding`);
    await funder.getByRole('link', { name: 'Pledge', exact: true }).first().click();
    await funder.getByLabel('Amount').fill(amount);
    await funder.getByRole('button', { name: 'See what it means' }).click();
    await expect(funder.getByText('What comes back')).toBeVisible();
    await funder.getByRole('button', { name: /^(Pledge|Ask for approval of) £/ }).click();
    await expect(funder.getByText(/Your pledge (is in force|waits for a second person)/).first()).toBeVisible();
  }
});

test('10 a second person approves the pledge above the threshold', async ({ page }) => {
  await page.goto(`${address}/funding`);
  await expect(page.getByText('Alder & Finch Foundation')).toHaveCount(0);
  const second = await at('tobias-eyre', '/desk');
  await second.getByRole('button', { name: 'Approve £22,000' }).click();
  // The button says something else while it is being sent: only without the whole item is it approved.
  await expect(second.getByText('£22,000')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Alder & Finch Foundation').first()).toBeVisible();
});

test('11 the lead closes the round at its target, and one project begins', async () => {
  const lead = await at('amara-oduya', `${address}/funding`);
  await lead.getByRole('button', { name: 'Close now' }).click();
  await sayYes(lead);
  await expect(lead.getByText('reached its minimum').first()).toBeVisible();
  await lead.goto(address);
  await expectRead(lead, 'Being built');
  const link = lead.locator('a[href^="/ventures/"]').first();
  project = new URL((await link.getAttribute('href'))!, lead.url()).pathname;
});

test('12 the agenda is written and signed, a milestone planned and reached, news told', async () => {
  const lead = await at('amara-oduya', `${project}/agenda`);
  await lead.getByText(/^Write (the agenda|a new version)$/).click();
  await lead
    .getByLabel('Agenda', { exact: true })
    .fill('Young people write the warnings, and decide when one was wrong.');
  await lead.getByRole('button', { name: /^Publish as version/ }).click();
  await lead.getByRole('button', { name: /^Sign version \d+ for Lantern Youth Project/ }).click();
  await sayYes(lead);
  await expect(lead.getByText('Who signed this version')).toBeVisible();

  await lead.goto(`${project}/plan`, { waitUntil: 'networkidle' });
  await lead.getByLabel('Milestone', { exact: true }).fill('Ten trainees wrote warnings');
  await lead.getByLabel('Due', { exact: true }).fill(day(20));
  await lead.getByRole('button', { name: 'Add to the plan' }).click();
  await expect(lead.getByText('Ten trainees wrote warnings').first()).toBeVisible();

  await lead.goto(`${project}/updates`, { waitUntil: 'networkidle' });
  await lead.getByText('Write an update').click();
  await lead.getByLabel('Title').fill('The first ten');
  await lead.getByLabel('What happened').fill('Ten trainees came on Tuesday and wrote **forty** warnings.');
  await lead.getByLabel('Publish it now').check();
  await lead.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(lead.getByRole('heading', { name: 'The first ten' })).toBeVisible();
  await expectAccessible(lead);
});

test('13 an instalment is asked for, paid and received', async ({ page }) => {
  const lead = await at('amara-oduya', `${project}/money`);
  await lead.getByRole('button', { name: 'Ask for this instalment' }).first().click();
  await sayYes(lead);
  await expect(lead.getByText('Asked for; due').first()).toBeVisible();
  for (const handle of ['nadia-petrosyan', 'colm-hegarty', 'harriet-lund']) {
    const funder = await at(handle, `${project}/money`);
    await funder.getByText('Record a payment').first().click();
    await funder.getByLabel('Bank reference').fill(`BACS ${handle}`);
    await funder.getByLabel('Paid on').fill(day(0));
    await funder.getByRole('button', { name: 'Record this payment' }).click();
    await expect(funder.getByText('its arrival is not confirmed yet', { exact: false }).first()).toBeVisible();
  }
  // Each funder reads that a payment before theirs is not confirmed: their own may still be on its way.
  await expect(async () => {
    await lead.reload({ waitUntil: 'networkidle' });
    await expect(lead.getByRole('button', { name: 'Confirm that it arrived' })).toHaveCount(3, { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  for (let left = 3; left > 0; left -= 1) await pressUntilDone(lead, 'Confirm that it arrived');
  await page.goto(`${project}/money`);
  await expect(page.getByText('£22,000').first()).toBeVisible();
  await expect(page.getByText('BACS')).toHaveCount(0);
  await expectAccessible(page);
});

test('14 what was promised is shared, and its licence judged', async () => {
  const lead = await at('amara-oduya', `${project}/returns`);
  let shared = 0;
  const share = async (title: string, licence: string, more?: () => Promise<void>) => {
    await lead.getByRole('button', { name: 'Share what was promised' }).first().click();
    const form = lead.getByRole('form', { name: `Share “${title}”` });
    await form.getByLabel('What is it called?').fill(title);
    await form.getByLabel('What is it, and whom does it help?').fill('For trainees who wait at night.');
    await form.getByLabel(/Where is it\?/).fill('https://code.example/bus-board');
    await form.getByLabel('Its licence').fill(licence);
    await more?.();
    await form.getByRole('button', { name: 'Share it' }).click();
    shared += 1;
    await expect(lead.getByText('Waiting to be checked')).toHaveCount(shared);
    await expect(lead.getByText('The licence meets what was agreed')).toHaveCount(shared);
  };
  await share('What trainees need to know at a stop', 'CC-BY-4.0', async () => {
    await lead.getByLabel('How was it done?').fill('Conversations at the stop, paid for.');
    await lead.getByLabel('When?', { exact: true }).fill(day(-14));
    await lead
      .getByLabel('Whom does somebody ask who took part and wants out?')
      .fill('Any youth worker of the project.');
    await lead.getByLabel('How did people agree?').fill('Each signed a page they helped to write.');
    await lead
      .getByLabel('Who removed what could identify them, and how?')
      .fill('Two trainees took out places and times.');
  });
  await share('The bus board', 'MIT');
});

test('15 somebody without a stake in it says that the promises are kept', async () => {
  const verifier = await at('ivor-stanning', `${project}/returns`);
  for (let left = 2; left > 0; left -= 1) await pressUntilDone(verifier, 'Say that the promise is kept');
  await expect(verifier.getByText('Kept', { exact: true })).toHaveCount(2);
});

test('16 what users said is recorded; it is in the shared library, and says where it came from', async ({ page }) => {
  const lead = await at('amara-oduya', `${project}/progress`);
  await lead.getByText('Record what users said').click();
  await lead.getByLabel('What they said').fill('I stopped running to the stop.');
  await lead.getByLabel(/How many people/).fill('14');
  await lead.getByLabel('What changed because of it').fill('Warnings come ten minutes earlier.');
  await lead.getByLabel('When they were heard').fill(day(0));
  await lead.getByRole('button', { name: 'Record it' }).last().click();
  await expect(lead.getByText('I stopped running to the stop.').first()).toBeVisible();
  await expectRead(lead, 'Shared back');

  await page.goto('/commons');
  await page.getByRole('link', { name: 'The bus board' }).click();
  await expect(page.getByText('A bus board that young people trust').first()).toBeVisible();
  for (const funder of ['Alder & Finch Foundation', 'Kestrel Hill Trust', 'Marrowby Council']) {
    await expect(page.getByText(funder).first()).toBeVisible();
  }
  await expectAccessible(page);
});

/** A day so many days from now, as a date field takes it. */
function day(fromNow: number): string {
  return new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);
}

/** Says yes where a page asks first, because it cannot be undone. */
async function sayYes(page: Page): Promise<void> {
  await page.getByRole('alertdialog').getByRole('button').first().click();
}
