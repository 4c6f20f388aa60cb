import { readFileSync } from 'node:fs';

import { type ApolloServerPlugin, type BaseContext, HeaderMap } from '@apollo/server';
import {
  type ExecutionResult,
  getVariableValues,
  type GraphQLError,
  type GraphQLFormattedError,
  Kind,
  parse,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

import { BadUserInputError } from './errors.js';

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

  has(hash: string): boolean {
    return this.documents.has(hash);
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

type Run = (
  root: unknown,
  context: unknown,
  variables: Record<string, unknown>,
) => ExecutionResult | Promise<ExecutionResult>;

/**
 * Compiles trusted documents once and executes them compiled. Documents from elsewhere go on to graphql-js: compiling
 * costs more than one execution, and anyone could fill the memory with them.
 *
 * @param format what a client hears of an error; results returned here skip the server's own formatter.
 */
export function compiledExecution(
  trusted: TrustedDocuments,
  format: (error: GraphQLFormattedError, original: GraphQLError, context: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<BaseContext> {
  const compiled = new Map<string, Run>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ queryHash, document, schema, operationName, operation, contextValue, request }) {
          if (queryHash === undefined || !trusted.has(queryHash) || operation.operation === 'subscription') return null;
          const key = `${queryHash} ${operationName ?? ''}`;
          let run = compiled.get(key);
          if (run === undefined) {
            const query = compileQuery(schema, document, operationName ?? undefined);
            if (!isCompiledQuery(query)) return null;
            run = query.query as Run;
            compiled.set(key, run);
          }
          // graphql-jit's own coercion refuses a required input field that is left to its default, and forgets what our
          // scalars say is wrong. It coerces once more, which our scalars allow.
          const variables = getVariableValues(schema, operation.variableDefinitions ?? [], { ...request.variables });
          const { data, errors }: ExecutionResult = variables.errors
            ? { errors: variables.errors.map((error) => new BadUserInputError(error.message)) }
            : await run(undefined, contextValue, variables.coerced);
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
