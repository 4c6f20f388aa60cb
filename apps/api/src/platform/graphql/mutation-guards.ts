import { Injectable } from '@nestjs/common';
import { execute, type GraphQLArgument, type GraphQLField, type GraphQLSchema, parse } from 'graphql';

import { scopeOf } from '../auth/scopes.js';
import type { SignedInViewer } from '../auth/viewer.js';
import type { GraphqlContext } from './context.js';
import type { RefusalObject } from './requirement.js';

/** One mutation on its way to its use case. */
export interface MutationCall {
  readonly name: string;
  /** What it takes, as the schema says. */
  readonly takes: readonly GraphQLArgument[];
  /** Its arguments as the client gave them and the schema coerced them. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly viewer: SignedInViewer;
  readonly context: GraphqlContext;
}

/** Answers undefined to let a mutation pass, or the refusal that stands in for it. May throw an expected error. */
export type MutationGuard = (call: MutationCall) => Promise<RefusalObject | undefined>;

/**
 * What every mutation passes before its use case, whichever it is: a new one is guarded by being there.
 *
 * Guards run in the order of registration, only for somebody who is signed in and, with a token, has the scope: whoever
 * is not is refused by the resolver.
 */
@Injectable()
export class MutationGuards {
  private readonly guards: MutationGuard[] = [];
  private schema: GraphQLSchema | undefined;
  private readonly passed = new WeakSet<object>();

  register(guard: MutationGuard): void {
    this.guards.push(guard);
  }

  /** Puts the guards in front of every mutation of the schema. */
  install(schema: GraphQLSchema): GraphQLSchema {
    this.schema = schema;
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) this.guard(field);
    return schema;
  }

  /**
   * Sends a mutation as somebody whose guards were answered for them: a post that waited and was approved. Answers what
   * was in its way, in words; nothing when it was done.
   */
  async replay(name: string, input: unknown, viewer: SignedInViewer): Promise<readonly string[]> {
    const field = this.schema?.getMutationType()?.getFields()[name];
    if (this.schema === undefined || field === undefined) return ['It can no longer be published.'];
    const contextValue: GraphqlContext = { viewer };
    this.passed.add(contextValue);
    const { data, errors } = await execute({
      schema: this.schema,
      document: parse(
        `mutation ($input: ${String(field.args[0]?.type)}) { ${name}(input: $input) { __typename ... on Refusal { requirements { message } } } }`,
      ),
      variableValues: { input },
      contextValue,
    });
    if (errors !== undefined && errors.length > 0) return errors.map(({ message }) => message);
    const answer = data?.[name] as { readonly requirements?: readonly { readonly message: string }[] };
    return (answer.requirements ?? []).map(({ message }) => message);
  }

  private guard(field: GraphQLField<unknown, GraphqlContext>): void {
    const { name, resolve } = field;
    if (resolve === undefined) throw new Error(`The mutation ${name} has no resolver to guard.`);
    field.resolve = async (source, args: Record<string, unknown>, context, info) => {
      const { viewer } = context;
      const { person, scopes } = viewer;
      if (person !== null && !this.passed.has(context) && (scopes === null || scopes.includes(scopeOf(name)))) {
        for (const guard of this.guards) {
          const refusal = await guard({ name, takes: field.args, args, viewer: { ...viewer, person }, context });
          if (refusal !== undefined) return refusal;
        }
      }
      return resolve(source, args, context, info);
    };
  }
}
