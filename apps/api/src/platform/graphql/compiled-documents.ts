import { Injectable } from '@nestjs/common';
import {
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

import type { GraphqlContext } from './context.js';
import { BadUserInputError } from './errors.js';
import { TrustedDocuments } from './trusted-documents.js';

/** One operation of a trusted document, as its hash and, where it has several, its name say. */
export interface TrustedAsk {
  readonly hash: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Compiled {
  readonly operation: OperationDefinitionNode;
  readonly run: (
    root: unknown,
    context: GraphqlContext,
    variables: Record<string, unknown>,
  ) => ExecutionResult | Promise<ExecutionResult>;
}

/**
 * Compiles trusted documents, each when it is first asked for, and executes them compiled. Documents from elsewhere go
 * through graphql-js: compiling costs more than one execution, and anyone could fill the memory with them.
 */
@Injectable()
export class CompiledDocuments {
  private readonly compiled = new Map<string, Compiled>();
  private schema: GraphQLSchema | undefined;

  constructor(private readonly trusted: TrustedDocuments) {}

  /** To be called when the schema is whole. */
  over(schema: GraphQLSchema): void {
    this.schema = schema;
  }

  /** Undefined for what is no trusted document, or has no such operation, or subscribes. Errors are as they were thrown. */
  async execute(ask: TrustedAsk, context: GraphqlContext): Promise<ExecutionResult | undefined> {
    const { schema } = this;
    const compiled = this.find(ask);
    if (schema === undefined || compiled === undefined) return undefined;
    // graphql-jit's own coercion refuses a required input field that is left to its default, and forgets what our
    // scalars say is wrong. It coerces once more, which our scalars allow.
    const variables = getVariableValues(schema, compiled.operation.variableDefinitions ?? [], { ...ask.variables });
    return variables.errors
      ? { errors: variables.errors.map((error) => new BadUserInputError(error.message)) }
      : compiled.run(undefined, context, variables.coerced);
  }

  private find({ hash, operationName }: TrustedAsk): Compiled | undefined {
    const text = this.trusted.textOf(hash);
    if (text === undefined || this.schema === undefined) return undefined;
    const key = `${hash} ${operationName ?? ''}`;
    // A name that is none of the document's is anybody's to invent: only what is found is remembered.
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    const document = parse(text);
    const operation = getOperationAST(document, operationName);
    if (!operation || operation.operation === 'subscription') return undefined;
    const query = compileQuery(this.schema, document, operationName);
    if (!isCompiledQuery(query)) return undefined;
    const compiled: Compiled = { operation, run: query.query as Compiled['run'] };
    this.compiled.set(key, compiled);
    return compiled;
  }
}
