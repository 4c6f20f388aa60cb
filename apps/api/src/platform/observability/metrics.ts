import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

import { isForThisMachine } from '../auth/request-origin.js';
import { type Reader, sql } from '../database/index.js';
import type { Front } from '../web/front.js';

/** `/metrics` for Prometheus: the process and how long answers take by route. Only for a collector on this machine. */
export function serveMetrics(fastify: FastifyInstance, front: Front, { reader }: { readonly reader: Reader }): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'openimpact_' });
  const seconds = new Histogram({
    name: 'openimpact_http_request_duration_seconds',
    help: 'How long answers took, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  // One process asks the invariants each hour, and any may be asked what it found: the answer is a row.
  const invariants = { broken: 0, at: 0 };
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  gauge(
    'openimpact_invariants_broken',
    'How many promises about money did not hold when they were last asked. Anything but 0 is an alarm.',
    () => invariants.broken,
  );
  gauge(
    'openimpact_invariants_checked_timestamp_seconds',
    'When the promises about money were last asked, in seconds since 1970. 0: never. Older than two hours is an alarm.',
    () => invariants.at,
  );
  front.whenAnswered(({ method, route, status, milliseconds }) => {
    seconds.observe({ method, route, status }, milliseconds / 1_000);
  });
  fastify.get('/metrics', async (request, reply) => {
    if (!isForThisMachine(request)) return reply.code(404).send({ message: 'Not found' });
    // While the database is away, the process has most to say: what was last known of the invariants stands.
    const last = await reader
      .one<{ broken: number; at: number }>(
        sql`
      select cardinality(broken) as broken, extract(epoch from checked_at)::float8 as at from invariant_checks order by checked_at desc limit 1`,
      )
      .catch(() => undefined);
    if (last) Object.assign(invariants, last);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
