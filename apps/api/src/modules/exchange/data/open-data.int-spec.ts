import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { anApi, type TestApi } from '../../../../test/support/api.js';
import { anIdea } from '../../../../test/support/ideas.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
  await anIdea(api, { title: '=HYPERLINK("https://example.org")', themes: ['HOUSING'], places: ['Harrowby'] });
  await anIdea(api, {
    title: 'Beds for tonight',
    need: 'The shelter list is\nout of date, "always".',
    themes: ['HOUSING'],
  });
  await anIdea(api, { title: 'A quiet hour', themes: ['DISABILITY'] });
});
afterAll(async () => {
  await api.close();
});

const get = (url: string) => api.app.inject({ url });

it('gives the ideas of a list as a table that no spreadsheet runs', async () => {
  const answer = await get('/data/ideas.csv?theme=HOUSING');
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  const rows = parse(answer.body, { columns: true }) as Record<string, string>[];
  expect(rows.map(({ title }) => title)).toEqual([`'=HYPERLINK("https://example.org")`, 'Beds for tonight']);
  expect(rows[1]?.['need']).toBe('The shelter list is\nout of date, "always".');
});

it('gives the same as lines of JSON, under its licence', async () => {
  const answer = await get('/data/ideas.ndjson');
  const rows = answer.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({
    title: '=HYPERLINK("https://example.org")',
    stage: 'LOGGED',
    votes: 0,
    places: 'Harrowby',
  });
  expect(answer.headers['link']).toContain('creativecommons.org/licenses/by/4.0');
});

it('says of nobody more than the day', async () => {
  const { body } = await get('/data/ideas.ndjson');
  expect(body).not.toMatch(/\d\dT\d\d:\d\d/);
  expect(body).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

it('follows a list by the address of its page, as Atom and as JSON', async () => {
  const atom = await get('/feeds/ideas.atom?theme=HOUSING&sort=NEWEST');
  expect(atom.headers['content-type']).toContain('application/atom+xml');
  expect(atom.body.indexOf('Beds for tonight')).toBeLessThan(atom.body.indexOf('HYPERLINK'));
  expect(atom.body).not.toContain('A quiet hour');
  const json = (await get('/feeds/ideas.json?q=quiet&theme=nonsense&sort=__proto__')).json() as {
    items: { title: string }[];
  };
  expect(json.items.map(({ title }) => title)).toEqual(['A quiet hour']);
});

it('gives nothing away to an address that is not meant so', async () => {
  for (const query of ['q[]=a&q[]=b', 'place[x]=1', "stage='%3B--", 'q=%00%FF', `q=${'x'.repeat(5_000)}`]) {
    const answer = await get(`/feeds/ideas.json?${query}`);
    expect([query, answer.statusCode]).toEqual([query, 200]);
  }
});
