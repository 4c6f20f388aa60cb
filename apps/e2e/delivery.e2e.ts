import type { Page } from '@playwright/test';

import { inSteps } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

/*
 * A project from its agenda to the day it is handed over, as five people: who leads it, a council that funds it, a
 * developer, an occupational therapist, and somebody whose life it is about and who sits there under another name.
 * Then one that stops before it had any money, and is told well.
 */

const { at } = inSteps();
let project = '';
let link = '';

test.beforeAll(async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL: baseURL! });
  await page.goto('/ventures');
  project = (await page.locator('a[href^="/ventures/one-page"]').first().getAttribute('href'))!;
  await page.close();
});

const LEAD = 'gethin-moss';
const COUNCIL = 'colm-hegarty';
const DEVELOPER = 'lucia-ferran';
const THERAPIST = 'iris-cotton';
const CARER = 'maeve-tolland';
const ROBIN = 'jonah-whitlock';

/** What anybody reads at an address. What is read without an account is shared for a second, so it is looked at again. */
async function expectRead(page: Page, path: string, words: string): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 15_000 });
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function sayYes(page: Page): Promise<void> {
  await page.getByRole('alertdialog').getByRole('button').first().click();
}

test('the agenda gets a new version, shown beside the old one, and each signs the one it read', async () => {
  const lead = await at(LEAD, `${project}/agenda`);
  await lead.getByRole('button', { name: 'Write a new version' }).click();
  const text = lead.getByRole('textbox', { name: 'Agenda' });
  await text.fill(`${await text.inputValue()}\n- Robin and other carers may stop a version that frightens them.`);
  await lead.getByLabel('What changed and why').fill('Asked for at the last meeting');
  await lead.getByRole('button', { name: /^Publish as version/ }).click();
  await lead.getByRole('button', { name: /^Sign version 2 for Tidewell/ }).click();
  await sayYes(lead);
  const council = await at(COUNCIL, `${project}/agenda`);
  await council.getByText('What changed from version 1 to version 2').first().click();
  await expect(council.locator('ins').first()).toContainText('Robin and other carers');
  await expectAccessible(council);
  await council.getByRole('button', { name: /^Sign version 2 for Marrowby/ }).click();
  await sayYes(council);
  await expect(council.getByRole('region', { name: 'Who signed this version' })).toContainText('Marrowby Council');
});

test('somebody is invited by link, reads what they get, and sits there under another name', async ({ page }) => {
  const lead = await at(LEAD, `${project}/team`);
  // Before anybody is invited, the project says whether people at risk take part.
  await expect(lead.getByText('Nobody has said so for this project yet.', { exact: false })).toBeVisible();
  await lead.getByRole('button', { name: 'Change what the project says about itself' }).click();
  await lead.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(lead.getByText('The team says that no people under 18 and no adults at risk take part.')).toBeVisible();
  await lead.getByRole('button', { name: 'Make an invitation' }).click();
  const form = lead.getByRole('form', { name: 'Make an invitation' });
  await form.getByLabel('What you ask of them').fill('Two evenings a month, to tell us what frightens you.');
  await form.getByRole('button', { name: 'Make the link' }).click();
  // What people get is not left for later.
  await expect(form.getByText(/How their time is paid/).first()).toBeVisible();
  await form.getByLabel('How their time is paid').fill('£15 an hour, in cash on the evening.');
  await form.getByLabel('Which expenses are paid').fill('The bus, and somebody who sits in for you.');
  await form.getByLabel('How many people it is for').fill('1');
  await form.getByRole('button', { name: 'Make the link' }).click();
  link = new URL((await lead.locator('code').first().textContent())!).pathname;

  await page.goto(link);
  await expect(page.getByText('£15 an hour, in cash on the evening.')).toBeVisible();
  await expectAccessible(page);
  const robin = await at(ROBIN, link);
  await robin.getByLabel('What shall we call you here?').fill('Robin');
  await robin.getByLabel('What would make it possible for you to take part?').fill('A chair by the door');
  await robin.getByRole('button', { name: 'Take my seat' }).click();
  await expect(robin.getByRole('heading', { name: 'The table' })).toBeVisible();

  await expectRead(page, `${project}/team`, 'Robin');
  await expect(page.getByText('A chair by the door')).toHaveCount(0);
  await expect(page.getByText('Jonah')).toHaveCount(0);
  await expectAccessible(page);
  await lead.reload();
  await expect(lead.getByText('Needs: A chair by the door')).toBeVisible();
  await expectRead(page, link, 'This invitation is over');
});

test('the plan says what waits for what, and today, late and next are on the first screen of a phone', async ({
  page,
}) => {
  const developer = await at(DEVELOPER, `${project}/plan`);
  const form = developer.getByRole('form', { name: 'Plan a milestone' });
  await form.getByLabel('Milestone', { exact: true }).fill('Ten carers carry the card');
  await form.getByLabel('Which phase').selectOption('PILOT');
  await form.getByLabel('Due', { exact: true }).fill(day(30));
  await form.getByLabel('A card that a paramedic can read in the dark').check();
  await form.getByRole('button', { name: 'Add to the plan' }).click();
  await expect(developer.getByText('After: A card that a paramedic can read in the dark')).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await expectRead(page, `${project}/plan`, 'Ten carers carry the card');
  const next = page.getByRole('region', { name: 'What comes next' });
  for (const words of [/^Today is/, 'A card that a paramedic can read in the dark', 'Ten carers carry the card']) {
    await expect(next.getByText(words).first()).toBeInViewport({ ratio: 0.9 });
  }
  await expect(page.getByRole('table', { name: 'Milestones by due date' })).toBeAttached();
  await expectAccessible(page);

  await developer.getByRole('button', { name: 'Mark as done' }).first().click();
  await developer.getByLabel('Which milestone').selectOption({ label: 'A card that a paramedic can read in the dark' });
  await developer.getByLabel('What shows that it is done').fill('Read in twelve seconds by torchlight, four times.');
  await developer.getByRole('button', { name: 'Mark as done' }).last().click();
  await expect(developer.getByText('Read in twelve seconds by torchlight, four times.').first()).toBeVisible();
});

test('the people it is for say not yet, and the team says in public why it goes on', async ({ page }) => {
  const say = async (handle: string, view: string, why: string) => {
    const person = await at(handle, `${project}/plan`);
    const form = person.getByRole('form', { name: /^What does your seat think/ });
    await form.getByLabel(view).check();
    await form.getByLabel('Why').fill(why);
    await form.getByRole('button', { name: 'Say so' }).click();
    await expect(person.getByText(why).first()).toBeVisible();
  };
  await say(ROBIN, 'Not yet', 'Nobody has tried it at night.');
  await say(THERAPIST, 'Go on', 'The card is ready.');
  const lead = await at(LEAD, `${project}/plan`);
  await lead.getByRole('button', { name: 'Go on to “First versions”' }).click();
  await expect(lead.getByText(/said no. Say in public why you go on/).first()).toBeVisible();
  await lead
    .getByLabel('Why, if a seat said no')
    .fill('We try it at night first, with Robin’s group, before anything else.');
  await lead.getByRole('button', { name: 'Go on to “First versions”' }).click();
  await expect(lead.getByText('Discovery').or(lead.getByText('Finding out to First versions'))).toBeVisible();
  await expectRead(page, `${project}/plan`, 'Against the view of: People it is for');
  await expect(page.getByText('We try it at night first', { exact: false })).toBeVisible();
});

test('an update is a page, a feed and a part of the report; a script in it is only words', async ({
  page,
  request,
}) => {
  const lead = await at(LEAD, `${project}/updates`);
  await lead.getByRole('button', { name: 'Write an update' }).click();
  const form = lead.getByRole('form', { name: 'Write an update' });
  await form.getByLabel('Title').fill('By torchlight');
  await form.getByLabel('What happened').fill('We read it **in the dark**.\n\n<script>alert("x")</script>');
  await form.getByLabel('Publish it now').uncheck();
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await page.goto(`${project}/updates`);
  await expect(page.getByText('By torchlight')).toHaveCount(0);
  await lead.getByRole('button', { name: 'Go on with this draft' }).click();
  await lead.getByLabel('Publish it now').check();
  await lead.getByRole('button', { name: 'Save', exact: true }).click();
  await lead.getByRole('link', { name: 'By torchlight' }).click();
  await expect(lead.getByRole('heading', { level: 1, name: 'By torchlight' })).toBeVisible();
  const address = new URL(lead.url()).pathname;

  await expectRead(page, address, '<script>alert("x")</script>');
  await expectAccessible(page);
  for (const ending of ['atom', 'json']) {
    await expect
      .poll(async () => (await request.get(`${project}/feed.${ending}`)).text())
      .toContain(address.split('/').at(-1));
  }
  await expectRead(page, `${project}/report`, 'By torchlight');
  await expectAccessible(page);
});

test('progress has a baseline, a target, and who reported it', async () => {
  const lead = await at(LEAD, `${project}/progress`);
  await lead.getByRole('button', { name: 'Add something to measure' }).click();
  const form = lead.getByRole('form', { name: 'Add something to measure' });
  await form.getByLabel('What is measured').fill('Families who carry the card');
  await form.getByLabel('What is counted, and what is not').fill('Families in which somebody has it on them today.');
  await form.getByRole('button', { name: 'Add it' }).click();
  await expect(lead.getByRole('heading', { name: 'Families who carry the card' })).toBeVisible();
  await lead.getByRole('button', { name: 'Set where it began and where it should arrive' }).click();
  const target = lead.getByRole('form', { name: /^Set where it began/ });
  await target.getByLabel('Where it should arrive').fill('50');
  await target.getByLabel(/^By/).fill(day(200));
  await lead.getByRole('button', { name: 'Set them' }).click();
  await lead.getByRole('button', { name: 'Report a number' }).click();
  const report = lead.getByRole('form', { name: /^Report a number/ });
  await report.getByLabel('Value').fill('3');
  await report.getByLabel(/^From/).fill(day(-30));
  await report.getByLabel(/^To/).fill(day(-1));
  await report.getByRole('button', { name: 'Record it' }).click();
  // Three families are known by name in a village.
  await expect(
    lead.getByText('Families who carry the card: fewer than 5 so far, the target is 50').first(),
  ).toBeVisible();
  await expectAccessible(lead);
});

test('what the people it is for said is asked, recorded and answered', async ({ page }) => {
  const lead = await at(LEAD, `${project}/progress`);
  await lead.getByRole('button', { name: 'Announce a session' }).click();
  const plan = lead.getByRole('form', { name: 'Announce a session' });
  await plan.getByLabel('What you will ask them').fill('Does the card frighten you?');
  await plan.getByLabel('When').fill(day(-1));
  await plan.getByLabel('Where').fill('Upstairs at the mill');
  await plan.getByRole('button', { name: 'Announce it' }).click();
  await expect(lead.getByText('Upstairs at the mill')).toBeVisible();
  await expectRead(page, `${project}/progress`, 'Does the card frighten you?');
  await expect(page.getByText('Upstairs at the mill')).toHaveCount(0);

  await lead.getByRole('button', { name: 'Record what they answered' }).click();
  const answer = lead.getByRole('form', { name: /^Record what they answered/ });
  await answer.getByLabel('What they said').fill('The red edge does.');
  await answer.getByLabel('How many people').fill('3');
  await answer.getByRole('button', { name: 'Record it' }).click();
  await lead.getByRole('button', { name: 'Tell them what changed' }).click();
  const told = lead.getByRole('form', { name: 'Tell them what changed' });
  await told.getByLabel('You said, we changed').fill('The edge is yellow now.');
  await told.getByRole('button', { name: 'Tell them', exact: true }).click();
  await expect(lead.getByText('The edge is yellow now.')).toBeVisible();
  await expectRead(page, `${project}/progress`, 'The edge is yellow now.');
  await expect(page.getByText('fewer than 5 people').first()).toBeVisible();
  await expectAccessible(page);
});

test('it is handed over: who runs it, from when, and what they need', async ({ page }) => {
  const lead = await at(LEAD, project);
  await lead.getByRole('button', { name: 'Hand it over' }).click();
  const form = lead.getByRole('form', { name: 'Hand it over' });
  await form.getByLabel('Who will own and run it').fill('Tidewell Carers Co-operative');
  await form.getByLabel('From which day').fill(day(10));
  await form.getByLabel('What they need for it').fill('A printer that does yellow.');
  await form.getByRole('button', { name: 'Record the handover' }).click();
  await expect(lead.getByText('Handed over to Tidewell Carers Co-operative')).toBeVisible();
  await expectRead(page, project, 'A printer that does yellow.');
  await expect(page.getByText('Handed over', { exact: true }).first()).toBeVisible();
  const carer = await at(CARER, `${project}/team`);
  await carer.getByRole('button', { name: 'Give my seat back' }).click();
  await sayYes(carer);
  await expect(carer.getByRole('button', { name: 'Give my seat back' })).toHaveCount(0);
});

test('another project stops before it had any money, and what was learned stands first', async ({ page }) => {
  const query = '{ ideas(first: 30, filter: { stages: [LOGGED] }) { nodes { slug venture { id } } } }';
  const answer = await page.request.post('/graphql', { data: { query } });
  const { data } = (await answer.json()) as { data: { ideas: { nodes: { slug: string; venture: object | null }[] } } };
  // Not the newest: that one may be of another journey, which is going on beside this one.
  const idea = data.ideas.nodes.findLast(({ venture }) => venture === null)!;
  const lead = await at(LEAD, `/ideas/${idea.slug}/convene`);
  await lead.getByLabel('Name of the project').fill('A short try');
  await lead.getByRole('button', { name: 'Convene the project' }).click();
  await lead.waitForURL(/\/ventures\//);
  const stopped = new URL(lead.url()).pathname;
  await lead.waitForLoadState('networkidle');
  await lead.getByRole('button', { name: 'Stop it early' }).click();
  const form = lead.getByRole('form', { name: 'Stop it early' });
  await form.getByLabel('Why it stopped').fill('The hall closed for good.');
  await form.getByRole('button', { name: 'Stop the project' }).click();
  // A stop without a lesson is not told, and what was typed stays.
  await expect(form.getByLabel('Why it stopped')).toHaveValue('The hall closed for good.');
  await form.getByLabel('What was learned').fill('Ask the caretakers first.');
  await form.getByLabel('What the people it was for have now').fill('The library keeps a warm room.');
  await form.getByRole('button', { name: 'Stop the project' }).click();
  await expect(lead.getByText('This project stopped early. Here is what was learned.')).toBeVisible();
  await expectRead(page, stopped, 'Ask the caretakers first.');
  await expect(page.getByText('The library keeps a warm room.')).toBeVisible();
  await expectAccessible(page);
});
