import { Injectable } from '@nestjs/common';
import {
  type DocumentNode,
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

/** Asked so often, a document from elsewhere is compiled: that costs as much as some ten executions. */
const OFTEN = 50;
/** Of how many documents from elsewhere one process knows how often they are asked. */
const MOST_COUNTED = 200;
/** How many of them it keeps compiled: one that asks for as much as limits allow takes a megabyte. */
const MOST_COMPILED = 20;

/** One operation of a trusted document, as its hash and, where it has several, its name say. */
export interface TrustedAsk {
  readonly hash: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One operation of any document: where it is none of ours, it came with the request and is valid. */
export interface Ask extends TrustedAsk {
  readonly document: DocumentNode;
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
 * through graphql-js until they turn out to be asked often: compiling costs more than one execution, and anyone could fill
 * the memory with them. Both answer the same.
 */
@Injectable()
export class CompiledDocuments {
  private readonly compiled = new Map<string, Compiled>();
  /** Documents from elsewhere: how often they were asked, and those compiled; the longest unasked first. */
  private readonly times = new Map<string, number>();
  private readonly often = new Map<string, Compiled>();
  private schema: GraphQLSchema | undefined;

  constructor(private readonly trusted: TrustedDocuments) {}

  /** To be called when the schema is whole. */
  over(schema: GraphQLSchema): void {
    this.schema = schema;
  }

  /** Undefined for what is no trusted document, or has no such operation, or subscribes. Errors are as they were thrown. */
  async execute(ask: TrustedAsk, context: GraphqlContext): Promise<ExecutionResult | undefined> {
    return this.run(this.find(ask), ask, context);
  }

  /** The same; undefined too for a document from elsewhere that is seldom asked, or changes something. */
  async executeAny(ask: Ask, context: GraphqlContext): Promise<ExecutionResult | undefined> {
    return this.run(this.find(ask) ?? this.findOften(ask), ask, context);
  }

  private async run(
    compiled: Compiled | undefined,
    ask: TrustedAsk,
    context: GraphqlContext,
  ): Promise<ExecutionResult | undefined> {
    const { schema } = this;
    if (schema === undefined || compiled === undefined) return undefined;
    // graphql-jit's own coercion refuses a required input field that is left to its default, and forgets what our
    // scalars say is wrong. It coerces once more, which our scalars allow.
    const variables = getVariableValues(schema, compiled.operation.variableDefinitions ?? [], { ...ask.variables });
    return variables.errors
      ? { errors: variables.errors.map(({ message, nodes }) => new BadUserInputError(message, nodes)) }
      : compiled.run(undefined, context, variables.coerced);
  }

  private find({ hash, operationName }: TrustedAsk): Compiled | undefined {
    const text = this.trusted.textOf(hash);
    if (text === undefined) return undefined;
    const key = keyOf(hash, operationName);
    // A name that is none of the document's is anybody's to invent: only what is found is remembered.
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    const compiled = this.compile(parse(text), operationName);
    if (compiled !== undefined) this.compiled.set(key, compiled);
    return compiled;
  }

  private findOften({ hash, operationName, document }: Ask): Compiled | undefined {
    if (getOperationAST(document, operationName)?.operation !== 'query') return undefined;
    const key = keyOf(hash, operationName);
    const times = (this.times.get(key) ?? 0) + 1;
    putLast(this.times, key, times, MOST_COUNTED);
    const compiled = this.often.get(key) ?? (times === OFTEN ? this.compile(document, operationName) : undefined);
    if (compiled === undefined) return undefined;
    // Counted from the beginning again, or more documents than there is room for would be compiled all the time.
    const forgotten = putLast(this.often, key, compiled, MOST_COMPILED);
    if (forgotten !== undefined) this.times.delete(forgotten);
    return compiled;
  }

  private compile(document: DocumentNode, operationName: string | undefined): Compiled | undefined {
    const operation = getOperationAST(document, operationName);
    if (this.schema === undefined || !operation || operation.operation === 'subscription') return undefined;
    const query = compileQuery(this.schema, document, operationName);
    return isCompiledQuery(query) ? { operation, run: query.query as Compiled['run'] } : undefined;
  }
}

/** Answers what had to go for it. */
function putLast<T>(map: Map<string, T>, key: string, value: T, most: number): string | undefined {
  map.delete(key);
  map.set(key, value);
  const [first] = map.keys();
  if (map.size <= most || first === undefined) return undefined;
  map.delete(first);
  return first;
}

function keyOf(hash: string, operationName: string | undefined): string {
  return `${hash} ${operationName ?? ''}`;
}
