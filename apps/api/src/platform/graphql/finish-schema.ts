import { type GraphQLSchema, isObjectType } from 'graphql';

import { decimalsOf } from './objects.js';
import { storedUnder } from './selection.js';
import { writeCursor } from './view.js';

interface Page {
  readonly rows: readonly { readonly k: (string | null)[]; readonly n: unknown }[];
  readonly first: number;
}

const page: Record<string, (page: Page) => unknown> = {
  edges: ({ rows, first }) => rows.slice(0, first).map(({ k, n }) => ({ cursor: writeCursor(k), node: n })),
  nodes: ({ rows, first }) => rows.slice(0, first).map(({ n }) => n),
  pageInfo: ({ rows, first }) => {
    const last = rows.slice(0, first).at(-1);
    return { hasNextPage: rows.length > first, endCursor: last ? writeCursor(last.k) : null };
  },
};

/**
 * Gives the schema the resolvers that follow from how views store their answers: fields with arguments under a key that
 * holds them, connections as rows with cursor parts, decimals from the currency.
 */
export function finishSchema(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || roots.has(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const ofPage = type.name.endsWith('Connection') ? page[field.name] : undefined;
      if (ofPage) field.resolve = (source: Page) => ofPage(source);
      else if (type.name === 'Money' && field.name === 'decimals') {
        field.resolve = (source: { currency: string }) => decimalsOf(source.currency);
      } else if (field.args.length > 0 && field.resolve === undefined) {
        const { name } = field;
        field.resolve = (source: Record<string, unknown>, args: Record<string, unknown>) =>
          source[storedUnder(name, args)] ?? null;
      }
    }
  }
  return schema;
}
