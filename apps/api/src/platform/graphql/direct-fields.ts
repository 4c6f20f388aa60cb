import { Injectable } from '@nestjs/common';
import { CUSTOM_ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { GqlParamtype } from '@nestjs/graphql/dist/enums/gql-paramtype.enum.js';
import {
  PARAM_ARGS_METADATA,
  RESOLVER_NAME_METADATA,
  RESOLVER_PROPERTY_METADATA,
  RESOLVER_TYPE_METADATA,
} from '@nestjs/graphql/dist/graphql.constants.js';
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';

type Asked = Parameters<GraphQLFieldResolver<unknown, unknown>>;

/** What the framework remembers of one decorated parameter. */
interface Parameter {
  readonly index: number;
  readonly data?: unknown;
  readonly pipes?: readonly unknown[];
  readonly factory?: (data: unknown, context: ExecutionContextHost) => unknown;
}

interface Method {
  readonly host: object;
  readonly type: string;
  readonly field: string;
  readonly call: (...values: unknown[]) => unknown;
  readonly parameters: readonly (readonly [string, Parameter])[];
}

/**
 * Lets the methods that answer a field of an object be called as they are.
 *
 * The framework calls each through a chain of promises for pipes, guards and interceptors, of which fields have none. A
 * list of 20 ideas asks a hundred of them: calling them cost more than everything else in the server together. Queries
 * and mutations, of which a request asks few, stay with the framework, which words their errors.
 *
 * A field that no method answers is what stands in its object under its name, which GraphQL does by itself. The framework
 * has a function do it, and a compiled document would call it with the whole path to each value.
 */
@Injectable()
export class DirectFields {
  constructor(private readonly modules: ModulesContainer) {}

  install(schema: GraphQLSchema): GraphQLSchema {
    const methods = new Map([...this.methods()].map((method) => [`${method.type}.${method.field}`, method]));
    const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('__') || roots.has(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const method = methods.get(`${type.name}.${field.name}`);
        if (method === undefined) delete field.resolve;
        else field.resolve = direct(method) ?? field.resolve;
      }
    }
    return schema;
  }

  private *methods(): Generator<Method> {
    for (const module of this.modules.values())
      for (const { instance } of module.providers.values())
        if (typeof instance === 'object' && instance !== null) yield* fieldsOf(instance);
  }
}

function* fieldsOf(host: object): Generator<Method> {
  const prototype = Object.getPrototypeOf(host) as Record<string, unknown>;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const call = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
    if (typeof call !== 'function' || !Reflect.getMetadata(RESOLVER_PROPERTY_METADATA, call)) continue;
    const ofMethod = Reflect.getMetadata(RESOLVER_TYPE_METADATA, call) as string | undefined;
    const type = ofMethod ?? (Reflect.getMetadata(RESOLVER_TYPE_METADATA, host.constructor) as string | undefined);
    if (type === undefined) continue;
    const parameters = Object.entries(
      (Reflect.getMetadata(PARAM_ARGS_METADATA, host.constructor, name) ?? {}) as Record<string, Parameter>,
    );
    const field = (Reflect.getMetadata(RESOLVER_NAME_METADATA, call) as string | undefined) ?? name;
    yield { host, type, field, call: call as Method['call'], parameters };
  }
}

/** The method as a resolver; undefined where a parameter passes through pipes. */
function direct({ host, call, parameters }: Method): GraphQLFieldResolver<unknown, unknown> | undefined {
  if (parameters.some(([, { pipes }]) => (pipes?.length ?? 0) > 0)) return undefined;
  const takers = parameters.map(([key, parameter]) => [parameter.index, taker(key, parameter, host, call)] as const);
  const [only] = takers;
  // Nearly all take nothing but their object.
  if (takers.length === 1 && only?.[0] === 0) return (...asked: Asked) => call.call(host, only[1](asked));
  return (...asked: Asked) => {
    const values: unknown[] = [];
    for (const [index, take] of takers) values[index] = take(asked);
    return call.apply(host, values);
  };
}

/** Where a parameter's value comes from among source, arguments, context and info. */
function taker(key: string, { data, factory }: Parameter, host: object, call: unknown): (asked: Asked) => unknown {
  if (key.includes(CUSTOM_ROUTE_ARGS_METADATA)) {
    return (asked) => {
      const context = new ExecutionContextHost([...asked], host.constructor as never, call as never);
      context.setType('graphql');
      return factory?.(data, context);
    };
  }
  const at = PLACES[Number(key.split(':')[0])];
  if (at === undefined) throw new Error(`A parameter of a field is decorated in a way that is not known: ${key}.`);
  return typeof data === 'string'
    ? (asked) => (asked[at] as unknown as Record<string, unknown>)[data]
    : (asked) => asked[at] as unknown;
}

const PLACES: Readonly<Record<number, 0 | 1 | 2 | 3>> = {
  [GqlParamtype.ROOT]: 0,
  [GqlParamtype.ARGS]: 1,
  [GqlParamtype.CONTEXT]: 2,
  [GqlParamtype.INFO]: 3,
};
