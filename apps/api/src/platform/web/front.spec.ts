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

it('makes what is no longer fresh anew once, and keeps nobody else waiting for it', async () => {
  const front = new Front();
  fastify = Fastify({ serverFactory: front.serverFactory });
  front.watch(fastify);
  const [askedAgain, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let made = 0;
  fastify.get('/', async (_request, reply) => {
    made += 1;
    const answer = `answer ${made}`;
    if (made === 2) {
      askedAgain.resolve();
      await goOn.promise;
    }
    reply.keptUntil = Date.now() + 100;
    return answer;
  });
  const address = await fastify.listen({ port: 0, host: '127.0.0.1' });
  const ask = async () => (await fetch(address)).text();
  expect(await ask()).toBe('answer 1');
  await setTimeout(150);
  const renewed = ask();
  await askedAgain.promise;
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(['answer 1', 'answer 1', 'answer 1']);
  goOn.resolve();
  expect(await renewed).toBe('answer 2');
  expect(await ask()).toBe('answer 2');
  expect(made).toBe(2);
});

it('gives nobody an old answer for longer than a second while the new one does not come', async () => {
  const front = new Front();
  fastify = Fastify({ serverFactory: front.serverFactory });
  front.watch(fastify);
  let made = 0;
  fastify.get('/', async (_request, reply) => {
    made += 1;
    if (made === 2) throw new Error('The database is away.');
    reply.keptUntil = Date.now() + 50;
    return `answer ${made}`;
  });
  const address = await fastify.listen({ port: 0, host: '127.0.0.1' });
  const ask = async () => fetch(address).then(async (answer) => (answer.ok ? answer.text() : answer.status));
  expect(await ask()).toBe('answer 1');
  await setTimeout(100);
  expect(await ask()).toBe(500);
  expect(await ask()).toBe('answer 1');
  await setTimeout(1_000);
  expect(await ask()).toBe('answer 3');
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
  expect(front.answering).toBe(0);
});

it('waits for an answer once, even where the request was handed on, and until it was given', async () => {
  const front = new Front();
  fastify = Fastify({ serverFactory: front.serverFactory });
  fastify.addHook('onRequest', async (_request, reply) => front.hold(reply.raw));
  fastify.get('/', async () => `${front.answering} waits`);
  front.take((_request, response, next) => {
    front.hold(response);
    next();
    return true;
  });
  const address = await fastify.listen({ port: 0, host: '127.0.0.1' });
  expect(await fetch(address).then(async (answer) => answer.text())).toBe('1 waits');
  await setTimeout(20);
  expect(front.answering).toBe(0);
});
