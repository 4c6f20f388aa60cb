import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../support/api.js';
import { aDataDir } from '../support/data-dir.js';
import { anOrganisation, aPerson, joins, type SignedInViewer } from '../support/people.js';
import { tracesOf } from '../support/traces.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi({ OPENIMPACT_DATA_DIR: aDataDir() });
});
afterAll(async () => {
  await api.close();
});

async function does(viewer: SignedInViewer, mutation: string, input: Record<string, unknown>, fields = '__typename') {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
  const { data, errors } = await api
    .as(viewer)
    .graphql<Record<string, { __typename: string } & Record<string, never>>>(
      `mutation Do($input: ${type}Input!) { ${mutation}(input: $input) { __typename ... on ${type}Payload { ${fields} } ... on Refusal { requirements { code message } } } }`,
      { input },
    );
  expect(errors).toEqual([]);
  expect(data[mutation]).toMatchObject({ __typename: `${type}Payload` });
  return data[mutation] as unknown as Record<string, Record<string, unknown>>;
}

async function standingVotes(): Promise<number> {
  const [row] = await api.dataSource.query('select count(*)::int as votes from votes where withdrawn_at is null');
  return row.votes;
}

const IDEA = {
  need: 'Young people wait six weeks for a first talk and nobody tells them why.',
  outcome: 'They know within a day who will talk to them and when.',
  peopleServed: 'Young people aged 11 to 18',
  themes: ['YOUTH'],
  places: ['A town by the river'],
};

it('somebody who was everywhere and leaves is nowhere, and what they counted in stays counted', async () => {
  const { id: organisationId } = await anOrganisation(api);
  const quill = await joins(
    api,
    await aPerson(api, {
      handle: 'quillfeather',
      name: 'Quillfeather Uniquename',
      email: 'quillfeather.mail@people.example',
    }),
    organisationId,
  );
  const author = await aPerson(api);
  const { idea } = await does(
    author,
    'logIdea',
    { ...IDEA, title: 'Tell young people when somebody will talk to them' },
    'idea { id slug }',
  );
  const own = await does(
    quill,
    'logIdea',
    { ...IDEA, title: 'A map of quiet places to sit after school' },
    'idea { id slug }',
  );
  await does(quill, 'saveIdeaDraft', {
    draftId: '018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f',
    title: 'xyzzydraft never shown',
    need: 'xyzzydraft',
  });
  await does(quill, 'castVote', {
    ideaId: idea!['id'],
    perspective: 'LIVED_EXPERIENCE',
    answer: 'SUPPORT',
    shownAs: 'PSEUDONYM',
  });
  await does(quill, 'addComment', {
    subjectId: idea!['id'],
    body: 'xyzzycomment: I waited, too.',
    perspective: 'PRACTITIONER',
    shownAs: 'NAME',
  });
  await does(quill, 'updateProfile', { about: 'xyzzyabout lives by the river.' });
  await api.tail.tick();

  const mine = JSON.stringify(await does(quill, 'exportMyData', {}, 'json'));
  for (const word of ['quillfeather.mail', 'xyzzydraft', 'xyzzycomment', 'xyzzyabout']) expect(mine).toContain(word);
  const before = await standingVotes();
  expect(before).toBe(1);

  await does(quill, 'deleteMyAccount', { handle: 'quillfeather' });
  await api.tail.tick();

  for (const word of ['quillfeather', 'xyzzydraft', 'xyzzycomment', 'xyzzyabout']) {
    expect([word, await tracesOf(api, word)]).toEqual([word, []]);
  }
  expect(await standingVotes()).toBe(before);
  const page = await api
    .as(nobody)
    .graphql<{ idea: unknown }>('query Read($slug: String!) { idea(slug: $slug) { title author { name } } }', {
      slug: own['idea']!['slug'],
    });
  expect(page.data.idea).toEqual({
    title: 'A map of quiet places to sit after school',
    author: { name: 'Somebody who left' },
  });
});
