import { type ArgumentsHost, Catch, Logger } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { isUnavailable } from '../database/index.js';
import { sendUnavailable } from './unavailable.js';

const log = new Logger('Requests');

type Handler = Parameters<FastifyAdapter['setErrorHandler']>[0];

function unavailable(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  log.error({ message: 'The database could not answer a request.', requestId: request.id, fault: error.message });
  return sendUnavailable(request, reply);
}

/**
 * Answers 503 where the database could not answer a request outside the graph, and leaves every other fault to the
 * framework's own handler, which tells nothing of it. To be called before any address is mounted.
 */
export function answerFaults(adapter: FastifyAdapter): void {
  let others: Handler | undefined;
  // The framework sets its handler late, and addresses mounted before that would keep the server's, which tells more.
  const fastify = adapter.getInstance();
  adapter.setErrorHandler = (handler) => {
    others = handler;
    return fastify;
  };
  fastify.setErrorHandler((error: Error, request, reply) => {
    if (isUnavailable(error)) unavailable(error, request, reply);
    else others?.call(fastify, error, request, reply);
  });
}

/** The same for controllers, whose faults the framework catches itself. */
@Catch()
export class UnavailableFilter extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): unknown {
    // The graph words its errors itself.
    if (host.getType<string>() === 'graphql') throw error;
    const [request, reply] = [
      host.switchToHttp().getRequest<FastifyRequest>(),
      host.switchToHttp().getResponse<FastifyReply>(),
    ];
    if (error instanceof Error && isUnavailable(error) && !reply.sent) return unavailable(error, request, reply);
    // oxlint-disable-next-line promise/valid-params -- a filter of the framework, not a promise
    return super.catch(error, host);
  }
}
