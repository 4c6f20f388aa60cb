import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { Sessions } from '../../src/platform/auth/sessions.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { AddComment } from '../../src/modules/discussion/index.js';
import { anApi, type TestApi } from '../support/api.js';
import { anIdea, type TestIdea } from '../support/ideas.js';
import { aPerson, type SignedInViewer } from '../support/people.js';

let api: TestApi;
let port: number;
let author: SignedInViewer;
let idea: TestIdea;
beforeAll(async () => {
  api = await anApi();
  await api.app.listen(0, '127.0.0.1');
  ({ port } = api.app.getHttpServer().address() as { port: number });
  author = await aPerson(api);
  idea = await anIdea(api, { author });
  await api.tail.tick();
  await api.jobs.runDue();
});
afterAll(async () => {
  await api.close();
});

async function session(): Promise<string> {
  const cookie = await api.app
    .get(UnitOfWork)
    .run((tx) => api.app.get(Sessions).begin(tx, author.person.id, undefined));
  return cookie.split(';')[0] ?? '';
}

/** A connection as a browser opens it, and everything that was said over it. */
function listen(headers: Record<string, string>) {
  const heard: { type: string; payload?: unknown }[] = [];
  // Node's own client takes headers, which a browser sets by itself.
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, {
    protocols: ['graphql-transport-ws'],
    headers,
  } as never);
  const say = (message: unknown) => socket.send(JSON.stringify(message));
  socket.addEventListener('open', () => say({ type: 'connection_init' }));
  socket.addEventListener('close', ({ code }) => heard.push({ type: `closed ${code}` }));
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as { type: string };
    heard.push(message);
    if (message.type === 'connection_ack')
      say({ id: '1', type: 'subscribe', payload: { query: 'subscription { notificationAdded { id summary } }' } });
  });
  return { heard, close: () => socket.close() };
}

async function until(isSo: () => boolean, most = 10_000): Promise<boolean> {
  for (let waited = 0; waited < most && !isSo(); waited += 50) await sleep(50);
  return isSo();
}

async function somethingHappens(): Promise<void> {
  const ask = { ideaId: idea.id, answersId: null, body: 'A few words.', stance: null, perspective: 'PUBLIC' } as const;
  await api.app.get(AddComment).execute(await aPerson(api), { ...ask, shownAs: 'NAME' });
  await api.tail.tick();
  await api.jobs.runDue();
}

const news = (heard: readonly { type: string; payload?: unknown }[]) =>
  heard.filter(({ type, payload }) => type === 'next' && JSON.stringify(payload).includes('"summary"'));

it('hears nothing more once its session was signed out elsewhere, though the connection stays open', async () => {
  const cookie = await session();
  const connection = listen({ cookie });
  expect(await until(() => connection.heard.length > 0)).toBe(true);
  await sleep(300);
  await somethingHappens();
  expect(await until(() => news(connection.heard).length === 1)).toBe(true);

  const signedOut = await api.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie } });
  expect(signedOut.statusCode).toBe(200);
  await somethingHappens();
  // Another connection of the same person hears it, so there was something to hear.
  await sleep(500);
  expect(news(connection.heard)).toHaveLength(1);
  connection.close();
});

it('is opened from no page of another site, and tells nobody else what is somebody’s own', async () => {
  const cookie = await session();
  const elsewhere = listen({ cookie, origin: 'https://evil.example' });
  expect(await until(() => elsewhere.heard.some(({ type }) => type.startsWith('closed')))).toBe(true);
  expect(elsewhere.heard.map(({ type }) => type)).not.toContain('connection_ack');

  const [own, nobody] = [listen({ cookie }), listen({})];
  expect(await until(() => own.heard.length > 0 && nobody.heard.length > 0)).toBe(true);
  await sleep(300);
  await somethingHappens();
  expect(await until(() => news(own.heard).length === 1)).toBe(true);
  expect(news(nobody.heard)).toEqual([]);
  own.close();
  nobody.close();
});
