import type { FastifyInstance } from 'fastify';

import { sql } from '../database/index.js';
import type { Foundations } from '../platform.module.js';

/** `/health/live`: the process answers. `/health/ready`: so do the database and the tail; a balancer sends nobody otherwise. */
export function serveHealth(fastify: FastifyInstance, { reader, tail }: Pick<Foundations, 'reader' | 'tail'>): void {
  fastify.get('/health/live', async () => ({ status: 'ok' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const database = await reader.one(sql`select 1 as answer`).then(
      () => true,
      () => false,
    );
    const ready = database && tail.healthy;
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', database, tail: tail.healthy });
  });
}
