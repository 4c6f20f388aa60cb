import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLFormattedError } from 'graphql';

import { isFromThisSite } from '../auth/request-origin.js';
import { ViewerSource } from '../auth/viewer-source.js';
import { CONFIG, type Config } from '../config/index.js';
import { requestContext } from '../observability/request-context.js';
import type { GraphqlContext } from './context.js';
import { formatError } from './errors.js';
import { finishSchema } from './finish-schema.js';
import { limitComplexity } from './limits.js';
import { MutationGuards } from './mutation-guards.js';
import { BigIntScalar, DateTimeScalar } from './scalars.js';
import { compiledExecution, TrustedDocuments } from './trusted-documents.js';

const log = new Logger('GraphQL');

function report(fault: unknown): void {
  log.error({
    message: 'A request failed on our side.',
    requestId: requestContext.requestId,
    fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
  });
}

function format(error: GraphQLFormattedError, original: unknown): GraphQLFormattedError {
  return formatError(error, original, requestContext.requestId, report);
}

/** The request that asked for a connection, as far as viewers and origins are read from it. */
function handshake(extra: unknown): FastifyRequest {
  const { headers } = (extra as { request: IncomingMessage }).request;
  return { id: randomUUID(), headers } as FastifyRequest;
}

/** The one way in for every operation: trusted documents compiled, others through graphql-js within limits. */
export const ApiGraphqlModule = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  inject: [ViewerSource, TrustedDocuments, CONFIG, MutationGuards],
  useFactory: (
    viewers: ViewerSource,
    trusted: TrustedDocuments,
    config: Config,
    guards: MutationGuards,
  ): ApolloDriverConfig => ({
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    autoTransformHttpErrors: false,
    buildSchemaOptions: {
      numberScalarMode: 'integer',
      scalarsMap: [
        { type: BigInt, scalar: BigIntScalar },
        { type: Date, scalar: DateTimeScalar },
      ],
    },
    transformSchema: (schema) => guards.install(finishSchema(schema)),
    includeStacktraceInErrorResponses: false,
    introspection: true,
    persistedQueries: { cache: trusted.cache, ttl: null },
    validationRules: [limitComplexity((document) => trusted.includes(document))],
    plugins: [ApolloServerPluginCacheControlDisabled(), compiledExecution(trusted, format)],
    formatError: format,
    // Called with a request, or with the connection of a subscription.
    context: async (from: FastifyRequest | { extra: unknown }, reply: FastifyReply): Promise<GraphqlContext> => {
      if (!('extra' in from)) return { viewer: await viewers.viewerOf(from), request: from, reply };
      const viewerNow = () => viewers.viewerOf(handshake(from.extra));
      return { viewer: await viewerNow(), viewerNow };
    },
    subscriptions: {
      'graphql-ws': {
        // A browser sends cookies with a connection from any site; only our own pages may open one.
        onConnect: ({ extra }) => isFromThisSite(handshake(extra), config),
        // The library wraps every answer of a subscription; errors are told as everywhere else.
        onNext: (_context, _id, _payload, _args, result) =>
          result.errors ? { ...result, errors: result.errors.map((error) => format(error.toJSON(), error)) } : result,
      },
    },
  }),
});
