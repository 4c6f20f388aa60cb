import { randomUUID } from 'node:crypto';

import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** What a generated input holds where the schema alone cannot say: ids that lead to something, and text. */
export interface Filling {
  /** The id for a field or argument of type ID, by its name. */
  id(name: string): string;
  text(name: string): string;
  /** Whether fields that may be left out are filled too. */
  readonly optional: boolean;
}

const LATER = '2098-12-31';
const SCALARS: Readonly<Record<string, (name: string) => unknown>> = {
  UUID: () => randomUUID(),
  Int: () => 1,
  BigInt: () => '100',
  Boolean: () => true,
  Date: (name) => (/^(?:paidOn|receivedOn|heldOn|happenedOn|measuredOn)$/.test(name) ? '2026-01-05' : LATER),
  DateTime: () => `${LATER}T12:00:00Z`,
};

/** A value that fits the type; every member of it, or only what is required. */
export function valueFor(type: GraphQLInputType, name: string, filling: Filling): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [valueFor(bare.ofType, name, filling)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter((field) => filling.optional || isRequiredInputField(field));
    // Of an input that takes exactly one of its members, the first is as good as any.
    const taken = bare.isOneOf ? Object.values(bare.getFields()).slice(0, 1) : fields;
    return Object.fromEntries(taken.map((field) => [field.name, valueFor(field.type, field.name, filling)]));
  }
  const { name: scalar } = getNamedType(bare);
  if (scalar === 'ID') return filling.id(name);
  if (scalar === 'String') return filling.text(name);
  const make = SCALARS[scalar];
  if (make === undefined) throw new Error(`Say in the tests what a ${scalar} looks like.`);
  return make(name);
}

export function mutationsOf(schema: GraphQLSchema): GraphQLField<unknown, unknown>[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {});
}

/** The document and variables that call a field of the root with generated arguments. */
export function callOf(
  operation: 'mutation' | 'query' | 'subscription',
  field: GraphQLField<unknown, unknown>,
  filling: Filling,
  selection = '{ __typename }',
): { readonly document: string; readonly variables: Record<string, unknown> } {
  const args = field.args.filter((argument) => filling.optional || isRequiredArgument(argument));
  const declared = args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const given = args.map(({ name }) => `${name}: $${name}`).join(', ');
  return {
    document: `${operation}${declared ? ` (${declared})` : ''} { ${field.name}${given ? `(${given})` : ''} ${selection} }`,
    variables: Object.fromEntries(
      args.map((argument) => [argument.name, valueFor(argument.type, argument.name, filling)]),
    ),
  };
}

/** Where a string may be typed in an input, as the path of its names. */
export function textFieldsOf(inputs: readonly (GraphQLArgument | GraphQLInputField)[]): string[] {
  return inputs.flatMap((input) => {
    const type = getNamedType(input.type);
    if (isInputObjectType(type))
      return textFieldsOf(Object.values(type.getFields())).map((path) => `${input.name}.${path}`);
    return type.name === 'String' ? [input.name] : [];
  });
}

/** Everything an object says by itself, and the same of what it leads to, one step further. */
export function everythingOf(schema: GraphQLSchema, type: GraphQLNamedType, steps = 1): string {
  if (isAbstractType(type)) {
    const parts = schema.getPossibleTypes(type).map((member) => `... on ${member.name} ${leavesOf(member)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    return steps > 0 ? [`${field.name} ${everythingOf(schema, inner, steps - 1)}`] : [];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

function leavesOf(type: GraphQLObjectType): string {
  const leaves = Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument),
  );
  // Members of a union may say different things under one name, so each says it under its own.
  return `{ __typename ${leaves
    .map((field) => `${type.name}_${field.name}: ${field.name}`)
    .slice(0, 2)
    .join(' ')} }`;
}

/** A way from the root to every object type, the shortest: the fields to ask for, one within the other. */
export function waysTo(schema: GraphQLSchema): Map<GraphQLObjectType, GraphQLField<unknown, unknown>[]> {
  const query = schema.getQueryType();
  const ways = new Map<GraphQLObjectType, GraphQLField<unknown, unknown>[]>();
  if (!query) return ways;
  const queue: [GraphQLObjectType, GraphQLField<unknown, unknown>[]][] = [[query, []]];
  for (const [type, way] of queue) {
    for (const field of Object.values(type.getFields())) {
      if (way.length > 0 && field.args.some(isRequiredArgument)) continue;
      const inner = getNamedType(field.type);
      const next = isObjectType(inner) ? inner : undefined;
      if (next === undefined || ways.has(next)) continue;
      ways.set(next, [...way, field]);
      queue.push([next, [...way, field]]);
    }
  }
  return ways;
}
