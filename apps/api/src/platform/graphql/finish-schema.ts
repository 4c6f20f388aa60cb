import { type GraphQLSchema, isObjectType } from 'graphql';

import { decimalsOf } from './objects.js';
import { CURSOR_PARTS, writeCursor } from './cursor.js';

interface Page {
  readonly rows: readonly Row[];
  readonly first: number;
}
interface Row {
  /** Absent where nobody asked for a cursor. */
  readonly [CURSOR_PARTS]?: readonly (string | null)[];
}

const cursorOf = (row: Row | undefined) => (row?.[CURSOR_PARTS] ? writeCursor(row[CURSOR_PARTS]) : null);

const page: Record<string, (page: Page) => unknown> = {
  edges: ({ rows, first }) => rows.slice(0, first).map((node) => ({ cursor: cursorOf(node), node })),
  nodes: ({ rows, first }) => rows.slice(0, first),
  pageInfo: ({ rows, first }) => ({
    hasNextPage: rows.length > first,
    endCursor: cursorOf(rows.slice(0, first).at(-1)),
  }),
};

/**
 * Gives the schema the resolvers that follow from how views store their answers: connections as rows with cursor parts,
 * decimals from the currency.
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
      }
    }
  }
  return schema;
}
