import 'reflect-metadata';
import { randomUUID } from 'node:crypto';

import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { printSchema } from 'graphql';

import { AppModule } from './app.module.js';
import { serveMeasurements } from './modules/measurement/index.js';
import { serveUploads } from './modules/uploads/index.js';
import { shareAnonymousAnswers } from './platform/graphql/shared-graphql.js';
import { answerTrusted } from './platform/graphql/trusted-request.js';
import { createLog, logRequests } from './platform/observability/logs.js';
import { serveMetrics } from './platform/observability/metrics.js';
import { requestContext } from './platform/observability/request-context.js';
import type { Foundations } from './platform/platform.module.js';
import { answerFaults } from './platform/web/answer-faults.js';
import { drainable } from './platform/web/drain.js';
import { Front } from './platform/web/front.js';
import { serveHealth } from './platform/web/health.js';
import { protect } from './platform/web/security-headers.js';
import { serveSite } from './platform/web/site.js';
import { languageOf } from './platform/words/index.js';

/** A server over its foundations, initialised and not yet listening. Tests call it through `inject`. */
export async function createServer(
  foundations: Foundations,
  options: { readonly quiet?: boolean } = {},
): Promise<NestFastifyApplication> {
  const front = new Front();
  const adapter = new FastifyAdapter({
    serverFactory: front.serverFactory,
    genReqId: () => randomUUID(),
    bodyLimit: 1_048_576,
    trustProxy: foundations.config.baseUrl?.startsWith('https:') ?? false,
    forceCloseConnections: 'idle',
  });
  const fastify = adapter.getInstance();
  answerFaults(adapter);
  fastify.addHook('onRequest', (request, _reply, next) => {
    requestContext.enter({ requestId: request.id, language: languageOf(request.headers) });
    next();
  });
  drainable(fastify, front);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(foundations), adapter, {
    logger: createLog(options.quiet ? ['error', 'fatal'] : undefined),
    abortOnError: false,
  });
  protect(fastify, foundations.config);
  front.watch(fastify);
  if (!options.quiet) logRequests(front);
  serveMetrics(fastify, front, foundations);
  serveHealth(fastify, foundations);
  shareAnonymousAnswers(app);
  answerTrusted(app, front);
  await serveUploads(app);
  await serveMeasurements(app);
  await serveSite(app, foundations);
  fastify.get('/schema.graphql', async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(`${printSchema(app.get(GraphQLSchemaHost).schema)}\n`),
  );
  await app.init();
  await fastify.ready();
  return app;
}
