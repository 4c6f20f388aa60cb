import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../../test/support/api.js';
import { anIdea } from '../../../../test/support/ideas.js';
import { aPerson } from '../../../../test/support/people.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const get = (url: string) => api.app.inject({ url, headers: { host: 'site.example' } });
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);

it('leads a search engine from robots.txt to each page that stands in a list, and to nobody’s own page', async () => {
  await aPerson(api, { handle: 'somebody' });
  const shown = await anIdea(api, { title: 'Beds & blankets for tonight' });
  const left = await anIdea(api, { title: 'Taken back again' });
  await api.dataSource.query(`update ideas set stage = 'WITHDRAWN' where id = $1`, [left.id]);
  const slugOf = async (id: string) =>
    (await api.dataSource.query(`select slug from ideas where id = $1`, [id]))[0].slug as string;

  const robots = await get('/robots.txt');
  expect(robots.headers['content-type']).toContain('text/plain');
  expect(robots.body).toContain('Disallow: /seats/');
  const [, index = ''] = /Sitemap: (\S+)/.exec(robots.body) ?? [];
  expect(index).toBe('http://site.example/sitemap.xml');

  const parts = await get(new URL(index).pathname);
  expect(parts.headers['content-type']).toContain('application/xml');
  const addresses: string[] = [];
  for (const part of locations(parts.body)) {
    const answer = await get(new URL(part).pathname);
    expect(answer.statusCode).toBe(200);
    addresses.push(...locations(answer.body));
  }
  expect(addresses).toContain('http://site.example/commons');
  expect(addresses).toContain(`http://site.example/ideas/${await slugOf(shown.id)}`);
  expect(addresses.filter((address) => address.includes('taken-back'))).toEqual([]);
  expect(addresses.filter((address) => address.includes('/people/'))).toEqual([]);
});

it('knows no list that was made up', async () => {
  for (const name of ['people-2026-01', 'ideas-2026-13', 'ideas', '__proto__-2026-01'])
    expect((await get(`/sitemaps/${name}.xml`)).statusCode).toBe(404);
});
