import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import { isFromThisSite } from '../auth/request-origin.js';
import { anonymous, type Viewer } from '../auth/viewer.js';
import { type Asking, ViewerSource } from '../auth/viewer-source.js';
import { CONFIG, type Config } from '../config/index.js';
import { requestContext } from '../observability/request-context.js';
import type { GraphqlContext } from './context.js';
import { DirectFields } from './direct-fields.js';
import { formatError, UnavailableError } from './errors.js';
import { isUnavailable } from '../database/errors.js';
import { finishSchema } from './finish-schema.js';
import { limitComplexity } from './limits.js';
import { MutationGuards } from './mutation-guards.js';
import { BigIntScalar, DateTimeScalar } from './scalars.js';
import { CompiledDocuments } from './compiled-documents.js';
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
function handshake(extra: unknown): Asking {
  const { headers } = (extra as { request: IncomingMessage }).request;
  return { id: randomUUID(), headers };
}

/** Finds out who asks; while the database cannot say, the whole request is answered 503. */
async function found(viewer: Promise<Viewer>): Promise<Viewer> {
  try {
    return await viewer;
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    report(error);
    throw new UnavailableError();
  }
}

/** What never ends cannot be answered in one response. Connections do not come this way. */
const subscriptionsByConnection: ApolloServerPlugin = {
  requestDidStart: async () => ({
    async didResolveOperation({ operation }) {
      if (operation?.operation !== 'subscription') return;
      throw new GraphQLError('Open a connection (graphql-ws) for a subscription.', {
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
      });
    },
  }),
};

/** The one way in for every operation: trusted documents compiled, others through graphql-js within limits. */
export const ApiGraphqlModule = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  inject: [ViewerSource, TrustedDocuments, CompiledDocuments, CONFIG, MutationGuards, DirectFields],
  useFactory: (
    viewers: ViewerSource,
    trusted: TrustedDocuments,
    compiled: CompiledDocuments,
    config: Config,
    guards: MutationGuards,
    fields: DirectFields,
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
    transformSchema: (schema) => guards.install(finishSchema(fields.install(schema))),
    includeStacktraceInErrorResponses: false,
    introspection: true,
    persistedQueries: { cache: trusted.cache, ttl: null },
    validationRules: [limitComplexity((document) => trusted.includes(document))],
    plugins: [ApolloServerPluginCacheControlDisabled(), subscriptionsByConnection, compiledExecution(compiled, format)],
    formatError: format,
    // Called with a request, or with the connection of a subscription.
    context: async (from: FastifyRequest | { extra: unknown }, reply: FastifyReply): Promise<GraphqlContext> => {
      if (!('extra' in from)) {
        // A browser on a page of another site asks as nobody, whatever cookies it sends along; a token is no browser's.
        const asNobody = from.headers.authorization === undefined && !isFromThisSite(from, config);
        return { viewer: asNobody ? anonymous(from.id) : await found(viewers.viewerOf(from)), request: from, reply };
      }
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
