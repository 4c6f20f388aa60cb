import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aPerson } from '../../../test/support/people.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const INPUT = {
  title: 'A bed',
  need: 'Nobody knows.',
  outcome: 'Warmth.',
  peopleServed: 'Anyone',
  themes: ['HOUSING'],
};

it('keeps the plain sentence with each wording, and shows it to everybody', async () => {
  const author = api.as(await aPerson(api, { handle: 'plain' }));
  const logged = await author.graphql<{ logIdea: { idea: { id: string; slug: string } } }>(
    'mutation($input: LogIdeaInput!) { logIdea(input: $input) { ... on LogIdeaPayload { idea { id slug } } } }',
    { input: { ...INPUT, easyRead: 'You need a bed. We find one.' } },
  );
  const { id, slug } = logged.data?.logIdea.idea ?? { id: '', slug: '' };
  await author.graphql(
    'mutation($input: ReviseIdeaInput!) { reviseIdea(input: $input) { ... on ReviseIdeaPayload { idea { id } } } }',
    { input: { ideaId: id, easyRead: 'You need a bed tonight. We find one.' } },
  );
  const { data } = await api.as(nobody).graphql<{
    idea: { easyRead: string; versions: { nodes: { easyRead: string; material: boolean }[] } };
  }>('query($slug: String!) { idea(slug: $slug) { easyRead versions { nodes { easyRead material } } } }', { slug });
  expect(data?.idea.easyRead).toBe('You need a bed tonight. We find one.');
  expect(data?.idea.versions.nodes).toEqual([
    { easyRead: 'You need a bed tonight. We find one.', material: false },
    { easyRead: 'You need a bed. We find one.', material: true },
  ]);
});

it('reads a wording from before it was asked as one without', async () => {
  await api.dataSource.query(`alter table idea_revisions disable trigger user`);
  await api.dataSource.query(`update idea_revisions set content = content - 'easyRead'`);
  await api.dataSource.query(`alter table idea_revisions enable trigger user`);
  const { data } = await api
    .as(nobody)
    .graphql<{ ideas: { nodes: { versions: { nodes: { easyRead: string }[] } }[] } }>(
      '{ ideas(first: 1) { nodes { versions { nodes { easyRead } } } } }',
    );
  expect(data?.ideas.nodes[0]?.versions.nodes.map(({ easyRead }) => easyRead)).toEqual(['', '']);
});
