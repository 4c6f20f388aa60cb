import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

it('answers a page of ideas in one statement, and says where it ends', async () => {
  const { data, errors } = await api
    .as(nobody)
    .graphql<{ ideas: { nodes: unknown[] } }>(
      '{ ideas(first: 2) { nodes { title author { name } } pageInfo { hasNextPage endCursor } } }',
    );
  expect(errors).toEqual([]);
  expect(data.ideas.nodes).toEqual([]);
});

it('asks who is there before an idea is logged', async () => {
  const { errors } = await api
    .as(nobody)
    .graphql('mutation { logIdea(input: { title: "", need: "", outcome: "", peopleServed: "" }) { __typename } }');
  expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});
