import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseQuery } from 'node:querystring';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { isFromThisSite } from '../auth/request-origin.js';
import { ViewerSource } from '../auth/viewer-source.js';
import { CONFIG, type Config } from '../config/index.js';
import { requestContext } from '../observability/request-context.js';
import { type Front, mayHoldSession, sendText } from '../web/front.js';
import { CONTENT_POLICY, securityHeaders } from '../web/security-headers.js';
import { languageOf } from '../words/index.js';
import { CompiledDocuments, type TrustedAsk } from './compiled-documents.js';
import { TrustedDocuments } from './trusted-documents.js';

const JSON_TYPE = 'application/json';
const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/** In which of the two forms of the protocol a client reads its answer. */
export function contentTypeFor({ accept = '' }: IncomingHttpHeaders): string {
  return `${accept.includes(GRAPHQL_RESPONSE) ? GRAPHQL_RESPONSE : JSON_TYPE}; charset=utf-8`;
}

/** Whether that is plain to see; what weighs one form against another is left to the library. */
function isPlainlyAccepted(accept = '*/*'): boolean {
  return !/graphql-response\+json *;/.test(accept) && /\*\/\*|application\/(?:graphql-response\+)?json/.test(accept);
}

/** The query of a request that asks for a trusted document by GET; undefined for every other request. */
export function trustedAsk(
  { method, url = '', headers }: IncomingMessage,
  trusted: TrustedDocuments,
): TrustedAsk | undefined {
  if (method !== 'GET' || !url.startsWith('/graphql?')) return undefined;
  // The same proof as elsewhere that no plain link or picture asks.
  if (headers['apollo-require-preflight'] === undefined && headers['x-apollo-operation-name'] === undefined)
    return undefined;
  const { extensions, variables, operationName, ...others } = parseQuery(url.slice('/graphql?'.length));
  if (typeof extensions !== 'string' || Object.keys(others).length > 0) return undefined;
  if (Array.isArray(variables) || Array.isArray(operationName)) return undefined;
  try {
    const { persistedQuery } = JSON.parse(extensions) as { persistedQuery?: { version?: number; sha256Hash?: string } };
    const { version, sha256Hash } = persistedQuery ?? {};
    if (version !== 1 || typeof sha256Hash !== 'string' || !trusted.isQuery(sha256Hash)) return undefined;
    const given: unknown = variables === undefined ? {} : JSON.parse(variables);
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
    return { hash: sha256Hash, operationName, variables: given as Record<string, unknown> };
  } catch {
    return undefined;
  }
}

/**
 * Answers the queries of the pages to whoever is signed in, straight from the socket: who asks, the compiled document, its
 * answer. Everything else takes the one way in: whoever turns out to be nobody, and every answer with an error in it, so
 * that errors are worded in one place.
 */
export function answerTrusted(app: NestFastifyApplication, front: Front): void {
  const trusted = app.get(TrustedDocuments);
  const compiled = app.get(CompiledDocuments);
  const viewers = app.get(ViewerSource);
  const config = app.get<Config>(CONFIG);
  const head = ['content-security-policy', CONTENT_POLICY, ...Object.entries(securityHeaders(config)).flat()];

  const answer = async (request: IncomingMessage, response: ServerResponse, ask: TrustedAsk, requestId: string) => {
    const { headers } = request;
    const begun = performance.now();
    const from = { id: requestId, headers };
    const claimed = viewers.claimedBy(from);
    let result = claimed && (await compiled.execute(ask, { viewer: claimed }));
    if (claimed === undefined || !(await viewers.stillHolds(claimed))) {
      const viewer = await viewers.viewerOf(from);
      if (viewer.person === null) return false;
      result = await compiled.execute(ask, { viewer });
    }
    if (response.destroyed) return true;
    if (result === undefined || result.errors !== undefined) return false;
    await sendText(
      request,
      response,
      [
        ...head,
        'content-type',
        contentTypeFor(headers),
        'cache-control',
        'private, no-store',
        'vary',
        'accept-encoding',
        ...(front.isOpen ? [] : ['connection', 'close']),
      ],
      `${JSON.stringify({ data: result.data })}\n`,
    );
    front.answered({
      requestId,
      method: 'GET',
      route: '/graphql',
      status: 200,
      milliseconds: performance.now() - begun,
    });
    return true;
  };

  front.take((request, response, next) => {
    const { headers } = request;
    const { authorization, cookie = '', accept } = headers;
    if (authorization === undefined && (!mayHoldSession(cookie) || !isFromThisSite(request, config))) return false;
    const ask = isPlainlyAccepted(accept) ? trustedAsk(request, trusted) : undefined;
    if (ask === undefined) return false;
    front.hold(response);
    const requestId = randomUUID();
    requestContext.during({ requestId, language: languageOf(headers) }, () => {
      answer(request, response, ask, requestId).then(
        (answered) => answered || next(),
        // What went wrong goes wrong there again, or does not.
        () => next(),
      );
    });
    return true;
  });
}
