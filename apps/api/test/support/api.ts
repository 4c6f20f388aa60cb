import type { ApolloServer } from '@apollo/server';
import { GraphQLModule } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { anonymous, type Viewer } from '../../src/platform/auth/index.js';
import { parseConfig } from '../../src/platform/config/index.js';
import type { GraphqlContext } from '../../src/platform/graphql/index.js';
import { TrustedDocuments } from '../../src/platform/graphql/trusted-documents.js';
import { LiveUpdates } from '../../src/platform/live/index.js';
import type { Outgoing } from '../../src/platform/outgoing/index.js';
import { createServer } from '../../src/server.js';
import { breakOnPurpose, withoutGuard } from './broken-on-purpose.js';
import { aDatabase, type TestDatabase } from './database.js';

/** The whole server over a database of its own. `app.inject` goes through HTTP; `as(viewer).graphql` straight to the schema. */
export interface TestApi extends TestDatabase {
  readonly app: NestFastifyApplication;
  as(viewer: Viewer): {
    /** A document from elsewhere, through graphql-js. */
    graphql<Data = Record<string, never>>(
      document: string,
      variables?: Record<string, unknown>,
    ): Promise<GraphqlAnswer<Data>>;
    /** A trusted document by its hash, compiled. */
    trusted<Data = Record<string, never>>(
      hash: string,
      variables?: Record<string, unknown>,
    ): Promise<GraphqlAnswer<Data>>;
  };
}

export interface GraphqlAnswer<Data> {
  /** As a client gets it after JSON; null when an error reached the root. */
  readonly data: Data;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export const nobody: Viewer = anonymous('test');

export async function anApi(
  environment: NodeJS.ProcessEnv = {},
  trusted: Readonly<Record<string, string>> = {},
  outgoing?: Outgoing,
): Promise<TestApi> {
  return apiOver(await aDatabase(), environment, trusted, outgoing);
}

/** The server over a database that is there: a second process of an installation, or one that was started again. */
export async function apiOver(
  database: TestDatabase,
  environment: NodeJS.ProcessEnv = {},
  trusted: Readonly<Record<string, string>> = {},
  outgoing?: Outgoing,
): Promise<TestApi> {
  const app = await createServer(
    {
      config: parseConfig({ OPENIMPACT_SECRET: 'a secret for tests that is long enough', ...environment }),
      dataSource: database.dataSource,
      reader: database.reader,
      tail: database.tail,
      jobs: database.jobs,
      live: new LiveUpdates(database.url, database.reader),
      trusted: TrustedDocuments.of(trusted),
      ...(outgoing ? { outgoing } : {}),
    },
    { quiet: true },
  );
  breakOnPurpose(app);
  await withoutGuard({ app, dataSource: database.dataSource });
  const { instance } = app.get(GraphQLModule).graphQlAdapter as unknown as { instance: ApolloServer<GraphqlContext> };
  const execute = async (
    viewer: Viewer,
    request: { query?: string; variables: Record<string, unknown>; extensions?: Record<string, unknown> },
  ) => {
    const { body } = await instance.executeOperation(request, { contextValue: { viewer } });
    if (body.kind !== 'single') throw new Error('The server answered in parts, which nobody asked for.');
    return JSON.parse(JSON.stringify({ data: body.singleResult.data ?? null, errors: body.singleResult.errors ?? [] }));
  };
  return {
    ...database,
    app,
    as: (viewer) => ({
      graphql: (query, variables = {}) => execute(viewer, { query, variables }),
      trusted: (sha256Hash, variables = {}) =>
        execute(viewer, { variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
    }),
    async close() {
      await app.close();
      await database.close();
    },
  };
}
