import type { ApolloServer } from '@apollo/server';
import { GraphQLModule } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

import { anonymous, ViewerSource } from '../auth/index.js';
import { etagOf, preferences, type SharedAnswer, SharedAnswers } from '../web/shared-answers.js';
import type { GraphqlContext } from './context.js';
import { TrustedDocuments } from './trusted-documents.js';

const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/**
 * Answers trusted documents that are asked for by GET and without an account from an answer shared for a second, with
 * an ETag. Whatever is not plainly that goes on to the one way in, which says what is wrong with it.
 */
export function shareAnonymousAnswers(app: NestFastifyApplication): void {
  const viewers = app.get(ViewerSource);
  const trusted = app.get(TrustedDocuments);
  const shared = new SharedAnswers<SharedAnswer>(1_000);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      const asked = askedFor(request, trusted);
      if (asked === undefined || (await viewers.viewerOf(request)).person !== null) return;
      const { cookie, 'accept-language': language = '' } = request.headers;
      const answer = await shared.get(`${request.url} ${language} ${preferences(cookie)}`, async () => {
        const { instance } = app.get(GraphQLModule).graphQlAdapter as unknown as {
          instance: ApolloServer<GraphqlContext>;
        };
        // Without the request, so that nothing of whoever asked first can be in what others are given.
        const { body } = await instance.executeOperation(asked, {
          contextValue: { viewer: anonymous(request.id), request },
        });
        if (body.kind !== 'single' || body.singleResult.errors !== undefined) return undefined;
        const text = `${JSON.stringify(body.singleResult)}\n`;
        return { body: text, etag: etagOf(text) };
      });
      if (answer === undefined) return;
      const { accept = '' } = request.headers;
      reply
        .header('vary', 'Cookie, Authorization, Accept, Accept-Language')
        .header('etag', answer.etag)
        .header('cache-control', 'no-cache')
        .type(`${accept.includes(GRAPHQL_RESPONSE) ? GRAPHQL_RESPONSE : 'application/json'}; charset=utf-8`);
      const isKnown = request.headers['if-none-match'] === answer.etag;
      await (isKnown ? reply.code(304).send() : reply.send(answer.body));
    });
}

/** The operation of a request that may be shared; undefined for every other request. */
function askedFor(request: FastifyRequest, trusted: TrustedDocuments) {
  if (request.method !== 'GET' || !request.url.startsWith('/graphql?')) return undefined;
  const { headers } = request;
  // The same proof as elsewhere that no plain link or picture asks.
  if (headers['apollo-require-preflight'] === undefined && headers['x-apollo-operation-name'] === undefined)
    return undefined;
  const { extensions, variables, operationName, ...others } = request.query as Record<string, unknown>;
  if (typeof extensions !== 'string' || Object.keys(others).length > 0) return undefined;
  if (Array.isArray(variables) || Array.isArray(operationName)) return undefined;
  try {
    const { persistedQuery } = JSON.parse(extensions) as { persistedQuery?: { version?: number; sha256Hash?: string } };
    const { version, sha256Hash } = persistedQuery ?? {};
    if (version !== 1 || typeof sha256Hash !== 'string' || !trusted.isQuery(sha256Hash)) return undefined;
    return {
      ...(typeof operationName === 'string' ? { operationName } : {}),
      variables: typeof variables === 'string' ? (JSON.parse(variables) as Record<string, unknown>) : {},
      extensions: { persistedQuery: { version: 1, sha256Hash } },
    };
  } catch {
    return undefined;
  }
}
