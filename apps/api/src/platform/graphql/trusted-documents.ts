import { readFileSync } from 'node:fs';

import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type GraphQLError, type GraphQLFormattedError, Kind, parse } from 'graphql';

import type { CompiledDocuments } from './compiled-documents.js';
import type { GraphqlContext } from './context.js';

/** The web application's operations by hash; unknown hashes answer PERSISTED_QUERY_NOT_FOUND. */
export class TrustedDocuments {
  private readonly texts: ReadonlySet<string>;
  private readonly queries = new Map<string, boolean>();

  private constructor(private readonly documents: ReadonlyMap<string, string>) {
    this.texts = new Set(documents.values());
  }

  static of(documents: Readonly<Record<string, string>>): TrustedDocuments {
    return new TrustedDocuments(new Map(Object.entries(documents)));
  }

  /** Reads `{ hash: document }` files of this release and, where kept, the previous one. Absent files are no documents. */
  static read(paths: readonly string[]): TrustedDocuments {
    const documents: Record<string, string> = {};
    for (const path of paths) {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch {
        continue;
      }
      Object.assign(documents, JSON.parse(text));
    }
    return TrustedDocuments.of(documents);
  }

  textOf(hash: string): string | undefined {
    return this.documents.get(hash);
  }

  /** Whether it is trusted and changes nothing: each of its operations is a query. */
  isQuery(hash: string): boolean {
    const text = this.documents.get(hash);
    if (text === undefined) return false;
    let answer = this.queries.get(hash);
    if (answer === undefined) {
      answer = parse(text).definitions.every(
        (part) => part.kind !== Kind.OPERATION_DEFINITION || part.operation === 'query',
      );
      this.queries.set(hash, answer);
    }
    return answer;
  }

  /** Whether a text is, to the letter, a trusted document. */
  includes(text: string): boolean {
    return this.texts.has(text);
  }

  /** The store Apollo Server looks hashes up in. Nothing is ever added: a hash is trusted because it was built with the server. */
  get cache() {
    return {
      get: async (key: string) => this.documents.get(key.replace(/^apq:/, '')),
      set: async () => undefined,
      delete: async () => undefined,
    };
  }
}

/**
 * Executes trusted documents compiled, and others that are asked often; the rest goes on to graphql-js.
 *
 * @param format what a client hears of an error; results returned here skip the server's own formatter.
 */
export function compiledExecution(
  compiled: CompiledDocuments,
  format: (error: GraphQLFormattedError, original: GraphQLError, context: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<GraphqlContext> {
  return {
    async serverWillStart({ schema }) {
      compiled.over(schema);
    },
    async requestDidStart() {
      return {
        async responseForOperation({ queryHash, document, contextValue, request }) {
          if (queryHash === undefined) return null;
          const ask = {
            hash: queryHash,
            // As it was asked for: a name that no operation has is the library's to refuse.
            operationName: request.operationName,
            document,
            variables: { ...request.variables },
          };
          const result = await compiled.executeAny(ask, contextValue);
          if (result === undefined) return null;
          const { data, errors } = result;
          const singleResult = {
            ...(errors ? { errors: errors.map((error) => format(error.toJSON(), error, contextValue)) } : {}),
            ...(data === undefined ? {} : { data: data }),
          };
          return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}
