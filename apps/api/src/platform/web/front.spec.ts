import { connect as dial } from 'node:net';
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

it('waits for nobody who hung up, even where a request was handed on after that', async () => {
  const front = new Front();
  fastify = Fastify({ serverFactory: front.serverFactory });
  fastify.addHook('onRequest', async (_request, reply) => front.hold(reply.raw));
  fastify.get('/', async () => 'an answer');
  const handedOn = Promise.withResolvers<void>();
  front.take((_request, response, next) => {
    front.hold(response);
    response.once('close', () => {
      next();
      handedOn.resolve();
    });
    return true;
  });
  const { port } = new URL(await fastify.listen({ port: 0, host: '127.0.0.1' }));
  const socket = dial(Number(port), '127.0.0.1', () => {
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    socket.end();
    socket.destroy();
  });
  await handedOn.promise;
  await setTimeout(20);
  expect(front.answering.size).toBe(0);
});
