import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';

import { anApi, type TestApi } from '../support/api.js';

let api: TestApi;
let url: string;
beforeAll(async () => {
  api = await anApi();
  await api.app.listen(0, '127.0.0.1');
  url = `${await api.app.getUrl()}/graphql`;
});
afterAll(async () => {
  await api.close();
});

it('meets every requirement of the GraphQL over HTTP specification', async () => {
  const results = await auditServer({ url, fetchFn: fetch });
  const failed = results.filter(({ status }) => status === 'error').map(({ id, name }) => `${id} ${name}`);
  expect(failed).toEqual([]);
  expect(results.filter(({ status }) => status === 'ok').length).toBeGreaterThan(50);
}, 60_000);

it('changes nothing by GET', async () => {
  const answer = await fetch(
    `${url}?query=${encodeURIComponent('mutation { withdrawIdea(input: { ideaId: "idea_x" }) { __typename } }')}`,
    {
      headers: { 'apollo-require-preflight': '1' },
    },
  );
  expect(answer.status).toBe(405);
});

it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'refuses a form that another site could post (%s)',
  async (type) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"query":"{ __typename }"}',
    });
    expect([400, 415]).toContain(answer.status);
    expect(await answer.text()).not.toContain('"data"');
  },
);

it('answers broken JSON and broken text with a client error, and nothing about itself', async () => {
  for (const body of ['{', '{"query": "{ __typename"}', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22])]) {
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const text = await answer.text();
    expect(answer.status).toBe(400);
    expect(text).not.toMatch(/node_modules|\.ts:|\.js:| at /);
  }
});
