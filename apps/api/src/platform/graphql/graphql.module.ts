import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLFormattedError } from 'graphql';

import { ViewerSource } from '../auth/viewer-source.js';
import { requestContext } from '../observability/request-context.js';
import type { GraphqlContext } from './context.js';
import { formatError } from './errors.js';
import { finishSchema } from './finish-schema.js';
import { limitComplexity } from './limits.js';
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

/** The one way in for every operation: trusted documents compiled, others through graphql-js within limits. */
export const ApiGraphqlModule = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  inject: [ViewerSource, TrustedDocuments],
  useFactory: (viewers: ViewerSource, trusted: TrustedDocuments): ApolloDriverConfig => ({
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    autoTransformHttpErrors: false,
    buildSchemaOptions: {
      numberScalarMode: 'integer',
      scalarsMap: [
        { type: BigInt as never, scalar: BigIntScalar },
        { type: Date, scalar: DateTimeScalar },
      ],
    },
    transformSchema: finishSchema,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    persistedQueries: { cache: trusted.cache, ttl: null },
    validationRules: [limitComplexity],
    plugins: [ApolloServerPluginCacheControlDisabled(), compiledExecution(trusted, format)],
    formatError: format,
    context: async (request: FastifyRequest, reply: FastifyReply): Promise<GraphqlContext> => ({
      viewer: await viewers.viewerOf(request),
      request,
      reply,
    }),
  }),
});
