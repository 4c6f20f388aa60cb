import { setTimeout } from 'node:timers/promises';

import { afterEach, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';

import { Front } from './front.js';

let fastify: FastifyInstance;
afterEach(() => fastify.close());

it('goes on keeping one page when another was asked for by many at once', async () => {
  const front = new Front(10_000);
  fastify = Fastify({ serverFactory: front.serverFactory });
  front.watch(fastify);
  const made: string[] = [];
  fastify.get('/:page', async (request, reply) => {
    made.push(request.url);
    await setTimeout(50);
    reply.keptUntil = Date.now() + 60_000;
    return 'a page. '.repeat(100);
  });
  const address = await fastify.listen({ port: 0, host: '127.0.0.1' });
  const ask = async (page: string) => (await fetch(`${address}/${page}`)).text();
  // Nothing is kept of it yet, so each is made, and each takes the place of the one before.
  await Promise.all(Array.from({ length: 20 }, () => ask('asked-by-many')));
  await ask('another');
  const before = made.length;
  await ask('asked-by-many');
  await ask('another');
  expect(made.slice(before)).toEqual([]);
});
