import { expect, test } from './support/test.js';

const SEEN = '/ideas/a-navigator-young-people-steer-themselves';

test('a shared link brings a picture of its own, in the language it was read in', async ({ request }) => {
  const page = await (await request.get(SEEN)).text();
  const [, address = ''] = /<meta property="og:image" content="([^"]+)"/.exec(page) ?? [];
  expect(new URL(address).pathname).toBe(`${SEEN}/preview.png`);
  expect(page).toContain('<meta name="twitter:card" content="summary_large_image">');

  const picture = await request.get(`${SEEN}/preview.png`);
  expect(picture.status()).toBe(200);
  expect(picture.headers()['content-type']).toBe('image/png');
  const bytes = await picture.body();
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  // A messenger gives up on a picture that is large.
  expect(bytes.length).toBeLessThan(150_000);

  const etag = picture.headers()['etag'] ?? '';
  const again = await request.get(`${SEEN}/preview.png?made=up`, { headers: { 'if-none-match': etag } });
  expect(again.status()).toBe(304);
  const malay = await request.get(`${SEEN}/preview.png?language=ms`);
  expect(malay.headers()['etag']).not.toBe(etag);
});

test('a project and something shared back have a picture too; what is not there has none', async ({ request }) => {
  for (const list of ['/ventures', '/commons']) {
    const page = await (await request.get(list)).text();
    const [, address = ''] = new RegExp(`href="(${list}/(?!new)[a-z0-9-]+)"`).exec(page) ?? [];
    const picture = await request.get(`${address}/preview.png`);
    expect(picture.headers()['content-type'], address).toBe('image/png');
    expect(await (await request.get(address)).text()).toContain(`${address}/preview.png"`);
  }
  for (const nothing of ['/ideas/nothing-here', '/commons/new', '/ventures/%3Cscript%3E'])
    expect((await request.get(`${nothing}/preview.png`)).status(), nothing).toBe(404);
});
