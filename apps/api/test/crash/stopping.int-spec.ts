import { connect as dial } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { apiOver } from '../support/api.js';
import { aDatabase, connectedTo, type TestDatabase } from '../support/database.js';
import { isFullSize } from '../support/killed-process.js';

const STOPS = isFullSize ? 20 : 5;
const CLIENTS = 16;

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => {
  await database.close();
});

/** What came of one request on a connection of its own. */
type Outcome = 'whole' | '503' | 'refused' | `broken: ${string}`;

function ask(port: number, path: string, late = 0): Promise<Outcome> {
  return new Promise((settle) => {
    let answer = '';
    const body = JSON.stringify({ query: '{ ideas { nodes { id } } }' });
    const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n`;
    const socket = dial(port, '127.0.0.1', () => {
      socket.write(head);
      // A head that came before the stop keeps its right while its body is still on the way.
      setTimeout(() => socket.write(body), late);
    });
    socket.on('data', (data) => (answer += String(data)));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      settle(error.code === 'ECONNREFUSED' ? 'refused' : `broken: ${error.code}`),
    );
    socket.on('close', () => settle(judged(answer)));
  });
}

function judged(answer: string): Outcome {
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (length !== undefined && Buffer.byteLength(rest.join('\r\n\r\n')) !== Number(length)) return 'broken: cut off';
  if (head.startsWith('HTTP/1.1 200')) return 'whole';
  return head.startsWith('HTTP/1.1 503') ? '503' : `broken: ${head.slice(0, 40)}`;
}

it(`breaks off no answer in ${STOPS} stops: what came before is answered in whole, what comes later hears 503 or finds nobody`, async () => {
  const seen = { before: new Map<Outcome, number>(), after: new Map<Outcome, number>() };
  for (let stop = 0; stop < STOPS; stop += 1) {
    const api = await apiOver(await connectedTo(database.url));
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as { port: number };
    const state = { toldAt: 0, over: false };
    const client = async (index: number): Promise<void> => {
      while (!state.over) {
        const began = Date.now();
        const wasTold = state.toldAt > 0;
        const outcome = await ask(port, '/graphql', index % 4 === 0 ? 60 : 0);
        const side = wasTold && began > state.toldAt ? seen.after : seen.before;
        side.set(outcome, (side.get(outcome) ?? 0) + 1);
        if (outcome === 'refused') await sleep(10);
      }
    };
    const whole = () => seen.before.get('whole') ?? 0;
    const enough = whole() + CLIENTS + 1;
    const clients = Array.from({ length: CLIENTS }, (_, index) => client(index));
    while (whole() < enough) await sleep(10);
    await sleep(30 * (stop % 5));
    state.toldAt = Date.now();
    await api.app.getHttpAdapter().getInstance().drain();
    await api.close();
    state.over = true;
    await Promise.all(clients);
  }
  // Whoever connected and had not sent its head when the stop began may hear 503; nobody is cut off.
  const kinds = (side: Map<Outcome, number>) => [...side.keys()].filter((outcome) => outcome.startsWith('broken'));
  expect({ before: kinds(seen.before), after: kinds(seen.after) }).toEqual({ before: [], after: [] });
  expect(seen.before.get('whole')).toBeGreaterThan(STOPS * CLIENTS);
  expect(seen.before.get('refused')).toBeUndefined();
  expect(seen.after.get('refused')).toBeGreaterThan(0);
  expect(seen.after.get('503')).toBeGreaterThan(0);
  if (isFullSize) {
    const said = Object.entries(seen).map(([side, outcomes]) => [side, Object.fromEntries(outcomes)]);
    process.stdout.write(`${STOPS} stops: ${JSON.stringify(Object.fromEntries(said))}\n`);
  }
}, 300_000);
