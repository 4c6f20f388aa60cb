import { Injectable } from '@nestjs/common';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';

import type { Viewer } from '../auth/viewer.js';
import { Reader } from '../database/reader.js';
import { sql, type Sql } from '../database/sql.js';
import { NodeKinds } from './node-kinds.js';
import { objectType, objectTypeOf, selectedFields } from './selection.js';
import { type PageAsk, type View, ViewCompiler } from './view.js';

/** What a view answers: plain JSON by the keys of the selection. Resolvers of single fields read what is there. */
export type Viewed = Readonly<Record<string, unknown>>;

/** Asks the database one statement for exactly what a client asked for. */
@Injectable()
export class Views {
  constructor(
    private readonly reader: Reader,
    private readonly kinds: NodeKinds,
  ) {}

  /** The object a query or a node leads to, or null when it does not exist for this viewer: `from` holds the visibility. */
  async one(info: GraphQLResolveInfo, viewer: Viewer, view: View, from: (alias: Sql) => Sql): Promise<Viewed | null> {
    return this.read(viewer, new ViewCompiler({ info, viewer }).one(view, info.fieldNodes, from, info.returnType));
  }

  async many(
    info: GraphQLResolveInfo,
    viewer: Viewer,
    view: View,
    from: (alias: Sql) => Sql,
  ): Promise<readonly Viewed[]> {
    return (
      (await this.read<readonly Viewed[]>(
        viewer,
        new ViewCompiler({ info, viewer }).many(view, info.fieldNodes, from, info.returnType),
      )) ?? []
    );
  }

  async page(info: GraphQLResolveInfo, viewer: Viewer, view: View, ask: PageAsk): Promise<Viewed> {
    const compiler = new ViewCompiler({ info, viewer });
    const connection = objectTypeOf(info.schema, info.parentType, info.fieldName);
    return (await this.read<Viewed>(viewer, compiler.page(view, info.fieldNodes, connection, ask))) ?? {};
  }

  /**
   * The object a mutation's payload carries, read again after the commit as `node(id)` would, under the viewer's own
   * rights: `payload(info, viewer, 'LogIdeaPayload', 'idea', ideaId)` answers `{ __typename, idea }`. `kind` is the
   * prefix of its ids where that is another word than the field.
   */
  payload(
    info: GraphQLResolveInfo,
    viewer: Viewer,
    payload: string,
    field: string,
    id: string,
    kind = field,
  ): Promise<Viewed> {
    const { view, from } = this.kinds.named(kind);
    return this.payloadFrom(info, viewer, payload, field, view, (alias) => from(alias, id, viewer));
  }

  /** The same for what has no id of its own to be found by. */
  async payloadFrom(
    info: GraphQLResolveInfo,
    viewer: Viewer,
    payload: string,
    field: string,
    view: View,
    from: (alias: Sql) => Sql,
  ): Promise<Viewed> {
    const type = objectType(info.schema, payload);
    const nodes: readonly FieldNode[] = selectedFields(info, type, info.fieldNodes).get(field)?.nodes ?? [];
    const declared = type.getFields()[field]?.type;
    const value =
      nodes.length === 0
        ? null
        : await this.read(viewer, new ViewCompiler({ info, viewer }).one(view, nodes, from, declared));
    return { __typename: payload, [field]: value };
  }

  private async read<T = Viewed>({ claim }: Viewer, json: Sql): Promise<T | null> {
    if (claim?.take() !== true) {
      return (await this.reader.one<{ json: T | null }>(sql`select ${json} as json`))?.json ?? null;
    }
    const row = await this.reader.one<{ json: T | null; viewer: unknown }>(
      sql`select ${json} as json, ${claim.question} as viewer`,
    );
    claim.answer(row?.viewer ?? null);
    return row?.json ?? null;
  }
}
