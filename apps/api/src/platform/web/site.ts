import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { ApolloServer } from '@apollo/server';
import { Logger } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

import { anonymous, ViewerSource, type Viewer } from '../auth/index.js';
import { isUnavailable, sql } from '../database/index.js';
import type { GraphqlContext } from '../graphql/context.js';
import { type Foundations, webFolder } from '../platform.module.js';
import { type PreviewDrawing, servePreviews } from './previews.js';
import { etagOf, preferences, SharedAnswers } from './shared-answers.js';

/** What is text. Live updates (`text/event-stream`) are not: they would wait until there is enough to compress. */
const COMPRESSED = /^text\/(?!event-stream)|[+/](?:json|x-ndjson|text|xml)(?:;|$)|octet-stream(?:;|$)/u;

/** One operation of a page: a trusted document by hash, with the variables its address gives. */
interface Operation {
  readonly hash: string;
  readonly name: string;
  readonly variables: Record<string, unknown>;
}

interface Rendered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

/** What the built web application offers the server. */
interface ServerEntry {
  render(request: {
    readonly url: string;
    readonly baseUrl: string;
    readonly sourceUrl: string | undefined;
    readonly demonstration: boolean;
    readonly helpContacts: string;
    readonly acceptLanguage: string | undefined;
    readonly cookie: string | undefined;
    readonly viewerIsSignedIn: boolean;
    execute(operation: Operation): Promise<unknown>;
  }): Promise<Rendered>;
  /** The picture beside a shared link, ready to be painted; null where there is none. */
  preview(request: {
    readonly url: string;
    execute(operation: Operation): Promise<unknown>;
  }): Promise<PreviewDrawing | null>;
}

const log = new Logger('Pages');

const SHARED_PAGES = 500;

/**
 * Serves the built pages: assets as files that never change, every other address rendered on the server with its data,
 * by the same documents that the browser uses later, executed in this process.
 */
export async function serveSite(app: NestFastifyApplication, { config, reader }: Foundations): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const folder = webFolder();
  const entry = resolve(folder, 'server/entry-server.js');
  await fastify.register(fastifyCompress as never, {
    global: true,
    encodings: ['br', 'gzip'],
    customTypes: COMPRESSED,
  });
  if (!existsSync(entry)) return;

  const { render, preview } = (await import(pathToFileURL(entry).href)) as ServerEntry;
  await fastify.register(fastifyStatic as never, {
    root: resolve(folder, 'client'),
    wildcard: false,
    index: false,
    // Scripts and styles were compressed when they were built.
    preCompressed: true,
    // Vite's manifest and the like are for the server only.
    dotfiles: 'ignore',
    setHeaders(reply: { header(name: string, value: string): unknown }, path: string) {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      );
    },
  });

  const installation = async (): Promise<{ readonly demonstration: boolean; readonly helpContacts: string }> =>
    (await reader.one<{ demonstration: boolean; helpContacts: string }>(
      sql`select demonstration, help_contacts as "helpContacts" from installation`,
    )) ?? { demonstration: false, helpContacts: '' };
  const shared = new SharedAnswers<Rendered & { etag: string }>(SHARED_PAGES);

  /** Runs the operations of a page as its reader. */
  const executeAs = (viewer: Viewer) => {
    const { instance } = app.get(GraphQLModule).graphQlAdapter as unknown as { instance: ApolloServer<GraphqlContext> };
    return async ({ hash, name, variables }: Operation): Promise<unknown> => {
      const { body } = await instance.executeOperation(
        { operationName: name, variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
        { contextValue: { viewer } },
      );
      return body.kind === 'single' ? body.singleResult : undefined;
    };
  };
  // A picture is for whoever is sent the link: what it says is what somebody without an account may read.
  servePreviews(fastify, join(folder, 'client/assets'), (url, requestId) =>
    preview({ url, execute: executeAs(anonymous(requestId)) }),
  );

  const page = async (request: FastifyRequest, viewer: Viewer): Promise<Rendered & { etag: string }> => {
    const rendered = await render({
      url: request.url,
      baseUrl: config.baseUrl ?? `${request.protocol}://${request.host}`,
      sourceUrl: config.sourceUrl,
      ...(await installation()),
      acceptLanguage: request.headers['accept-language'],
      cookie: request.headers.cookie,
      viewerIsSignedIn: viewer.person !== null,
      execute: executeAs(viewer),
    });
    return { ...rendered, etag: etagOf(rendered.html) };
  };

  fastify.get('/*', async (request, reply) => {
    const viewer = await app.get(ViewerSource).viewerOf(request);
    const signedIn = viewer.person !== null;
    // What a page depends on besides its address: the language asked for, and the theme a cookie remembers.
    const key = `${request.host}${request.url} ${request.headers['accept-language'] ?? ''} ${preferences(request.headers.cookie)}`;
    const answer = signedIn
      ? page(request, viewer)
      : shared
          .get(key, () => page(request, anonymous(request.id)))
          .then((made) => {
            reply.keptUntil = made?.until ?? 0;
            return made;
          });
    const rendered = await answer.catch((error: unknown) => {
      if (isUnavailable(error)) throw error;
      log.error({
        message: 'A page could not be rendered.',
        requestId: request.id,
        fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      return undefined;
    });
    if (rendered === undefined) return reply.code(500).type('text/html; charset=utf-8').send(brokenPage(request.id));
    const { status, headers, html, etag } = rendered;
    reply
      .header('vary', 'Cookie, Accept-Language')
      .header('etag', etag)
      .header('cache-control', signedIn ? 'private, no-store' : 'no-cache');
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
    if (status === 200 && request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.code(status).type('text/html; charset=utf-8').send(html);
  });
}

/** What somebody sees when even the page that says so could not be rendered. The number finds the line in the log. */
function brokenPage(requestId: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Something went wrong</title><h1>Something went wrong on our side</h1><p>Nothing you did is lost. Try again in a moment; if it stays like this, tell the site team this number: ${requestId}</p></html>`;
}
