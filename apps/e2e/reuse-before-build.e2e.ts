import type { Page } from '@playwright/test';

import { inSteps } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';

/*
 * Reuse before build: a developer brings a file with faults, adds it anyway and offers it; the author watches what its
 * licence comes to as the promise about licences changes, accepts, and sees what remains to be built and paid.
 */

/** As such files are: a misspelt status, a key nobody knows, and a date that is none. */
const FAULTY = `publiccodeYmlVersion: "0.4"
name: Tidetable
url: https://code.example/tidetable.git
releaseDate: last spring
platforms: [web]
developmentStatus: production
softwareType: standalone/web
usedby: [nobody]
description:
  en:
    shortDescription: Says when the causeway is safe to walk.
    longDescription: >
      ${'Tidetable says when the causeway is safe to walk, in which shoes, and who can be called when it is not. '.repeat(3)}
    features: [tides]
legal:
  license: AGPL-3.0-or-later
maintenance:
  type: community
  contacts: [{ name: The Tidetable team }]
localisation:
  localisationReady: true
  availableLanguages: [en]
`;

const people = inSteps();
let ideaId = '';
let address = '';

/** What a person does elsewhere and this journey only needs done. */
async function done(page: Page, mutation: string, input: object): Promise<Record<string, Record<string, string>>> {
  const name = /^\w+/.exec(mutation)?.[0] ?? '';
  const Input = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const answer = await page.request.post('/graphql', {
    data: {
      query: `mutation ($input: ${Input}!) { ${mutation.replace(name, `${name}(input: $input)`)} }`,
      variables: { input },
    },
  });
  const { data, errors } = (await answer.json()) as { data: Record<string, never>; errors?: unknown };
  expect(errors).toBeUndefined();
  return data[name] ?? {};
}

/** Opens a page and reads it to its end: its lower parts come when somebody gets near them. */
async function readThrough(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('PageDown');
}

async function promises(licenceCondition: string): Promise<void> {
  await done(
    await people.as('amara-oduya'),
    'draftCommonsAgreement { ... on DraftCommonsAgreementPayload { agreement { id } } }',
    {
      ideaId,
      outputs: [{ kind: 'SOFTWARE', title: 'The causeway board', licenceCondition, dueAfterDays: 90 }],
    },
  );
}

test('a file with faults is shown line by line, and what it describes is added anyway', async () => {
  const theirs = await people.as('ines-marchetti');
  await theirs.goto('/components/new', { waitUntil: 'networkidle' });
  await theirs.getByLabel('The file publiccode.yml').fill(FAULTY);
  await theirs.getByRole('button', { name: 'See what we understood' }).click();
  await expect(theirs.getByText('3 things in the file break the rules')).toBeVisible();
  for (const line of ['Line 4', 'Line 6', 'Line 8'])
    await expect(theirs.getByText(line, { exact: true })).toBeVisible();
  await expect(theirs.getByText(/developmentStatus must be one of/)).toBeVisible();
  await theirs.getByLabel('Shows places on a map').check();
  await expectAccessible(theirs);
  await theirs.getByRole('button', { name: 'Add it', exact: true }).click();
  await expect(theirs.getByRole('heading', { level: 1, name: 'Tidetable' })).toBeVisible();
  await expect(theirs.getByText('Nobody has said yet that they use it.')).toBeVisible();
  await expectAccessible(theirs);

  await theirs.reload();
  const forMachines = await theirs.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(forMachines ?? '')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'SoftwareSourceCode',
    name: 'Tidetable',
    description: 'Says when the causeway is safe to walk.',
    codeRepository: 'https://code.example/tidetable.git',
    license: 'https://spdx.org/licenses/AGPL-3.0-or-later.html',
  });
});

test('it is offered with what it costs, and its licence is held against what anybody will ask', async () => {
  const author = await people.as('amara-oduya');
  const { idea } = (await done(author, 'logIdea { ... on LogIdeaPayload { idea { id slug } } }', {
    title: 'Walkers stranded on the causeway by the tide',
    need: 'Every summer families walk out to the island and nobody has told them when the water comes back.',
    outcome: 'Nobody has to be fetched by boat.',
    peopleServed: 'Families on holiday',
    themes: ['COMMUNITY'],
  })) as unknown as { idea: { id: string; slug: string } };
  ideaId = idea.id;
  address = `/ideas/${idea.slug}`;

  const theirs = await people.as('ines-marchetti');
  await theirs.goto(address, { waitUntil: 'networkidle' });
  await theirs.getByText('We have something that could help').click();
  await theirs.getByLabel('Look for it').fill('Tidetable');
  await theirs.getByRole('button', { name: 'Look', exact: true }).click();
  await theirs.getByRole('radio', { name: 'Tidetable' }).check();
  await theirs.getByLabel('What of the need does it cover?').fill('When the causeway is safe.');
  await theirs.getByLabel('What would still be missing?').fill('A board at the car park.');
  await theirs.getByLabel(/What would you be paid for adapting it/).fill('4,000');
  await theirs.getByLabel(/What does looking after it cost/).fill('600');
  await theirs.getByRole('button', { name: 'Offer it' }).click();
  await expect(theirs.getByText('£4,000')).toBeVisible();
  await expect(theirs.getByText('The licence fits what will be shared back')).toBeVisible();
});

test('the verdict changes with the promise about licences, before anybody accepts', async () => {
  const author = await people.as('amara-oduya');
  await promises('MIT');
  await readThrough(author, address);
  await expect(author.getByText('The licence does not fit what will be shared back')).toBeVisible();
  await expect(author.getByRole('button', { name: 'Accept this offer' })).toHaveCount(0);
  await promises('AGPL-3.0-or-later');
  await readThrough(author, address);
  await expect(author.getByText('The licence fits what will be shared back')).toBeVisible();
  await expectAccessible(author);
});

test('accepted, it shows what is covered, what remains, and what it adds to the budget', async () => {
  const author = await people.as('amara-oduya');
  await author.getByRole('button', { name: 'Accept this offer' }).click();
  await expect(author.getByRole('heading', { name: 'What is covered, and what remains' })).toBeVisible();
  await expect(author.getByText('A board at the car park.').first()).toBeVisible();
  // In the budget of the brief, for anybody to read; an answer is shared for a second.
  await expect.poll(async () => (await author.request.get(address)).text()).toContain('£4,600');

  await author.goto('/components/tidetable/where-it-went', { waitUntil: 'networkidle' });
  await expect(author.getByRole('table').getByRole('link', { name: 'Walkers stranded' })).toBeVisible();
  await author.getByRole('button', { name: 'Show it as a drawing' }).click();
  const drawing = author.getByRole('group', { name: /What was built on what/ });
  await drawing.getByRole('link', { name: 'Tidetable' }).focus();
  await author.keyboard.press('ArrowRight');
  await expect(drawing.getByRole('link', { name: /Walkers stranded/ })).toBeFocused();
  await expectAccessible(author);
});
