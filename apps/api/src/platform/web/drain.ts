import type { IncomingMessage } from 'node:http';
import { Server as Socket } from 'node:net';
import { finished } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';

import type { FastifyInstance } from 'fastify';

import type { Front } from './front.js';
import { sendUnavailable } from './unavailable.js';

/** How long what is being answered is waited for before the address is closed: whoever hears an answer may ask again at once. */
const ANSWERING_MS = 5_000;
/** What already lies in the machine's buffers is read in a few turns; a busy process takes a moment for them. */
const READING_MS = 100;
/** How long whoever comes after that hears 503, before the address is closed, and whoever is connected, after it. */
const REFUSING_MS = 400;
const LOOKS_EVERY_MS = 20;

/** Turns of the event loop in which a connection is accepted, then read, then its request begun. */
const TURNS = 5;

/** How long somebody may take to say what was begun. */
const HEARING_MS = 1_000;

declare module 'fastify' {
  interface FastifyInstance {
    /** Resolves when every request that came before has its answer and nobody waits for one; then the server may close. */
    drain(): Promise<void>;
  }
}

/**
 * Until all of a request came in, which nobody reads. A connection that ends while something is still sent to it is reset,
 * and with it goes the answer that was on its way.
 */
async function heard(request: IncomingMessage): Promise<void> {
  const end = Promise.withResolvers<void>();
  finished(request.resume(), () => end.resolve());
  await Promise.race([end.promise, setTimeout(HEARING_MS, undefined, { ref: false })]);
}

/**
 * Makes a server stop without a broken answer: what was asked before it is told to stop is answered in whole, what
 * comes later hears 503 and that its connection ends. Closing at once would instead reset the connections that the
 * machine has accepted and the server not yet read from. To be called before any address is mounted.
 */
export function drainable(fastify: FastifyInstance, front: Front): void {
  let stopping = false;
  let refusing = false;
  let closed: Promise<void> | undefined;
  fastify.addHook('onRequest', async (request, reply) => {
    if (refusing) {
      await closed;
      await heard(request.raw);
      // Whoever hears it connects to another process the next time.
      reply.header('connection', 'close');
      await sendUnavailable(request, reply);
      return;
    }
    front.hold(reply.raw);
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
  const connections = () =>
    new Promise<number>((settle) => fastify.server.getConnections((error, count) => settle(error ? 0 : count)));
  const turns = async () => {
    for (let turn = 0; turn < TURNS; turn += 1) await setImmediate();
  };
  fastify.decorate('drain', async () => {
    stopping = true;
    front.close();
    await setTimeout(READING_MS);
    await turns();
    refusing = true;
    if ((await connections()) > 0) await setTimeout(REFUSING_MS);
    // Whoever waits for an answer does not connect again meanwhile: a moment without any, and nobody stands in the
    // queue of the address when it goes, where they would be cut off unheard.
    const closing = Promise.withResolvers<void>();
    closed = closing.promise;
    for (let waited = 0; front.answering > 0 && waited < ANSWERING_MS; waited += LOOKS_EVERY_MS)
      await setTimeout(LOOKS_EVERY_MS);
    await setTimeout(READING_MS);
    await turns();
    // Of the socket alone: the server's own `close` would also end connections that it has accepted and not read from.
    if (fastify.server.listening) Socket.prototype.close.call(fastify.server);
    closing.resolve();
    for (let waited = 0; (await connections()) > front.answering && waited < REFUSING_MS; waited += LOOKS_EVERY_MS)
      await setTimeout(LOOKS_EVERY_MS);
    while (front.answering > 0) await setTimeout(LOOKS_EVERY_MS);
  });
}
