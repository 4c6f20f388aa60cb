import { Injectable } from '@nestjs/common';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';

import type { Viewer } from '../auth/viewer.js';
import { Reader } from '../database/reader.js';
import { sql, type Sql } from '../database/sql.js';
import { NodeKinds } from './node-kinds.js';
import { objectType, objectTypeOf, selectedFields } from './selection.js';
import type { PageAsk, View } from './view.js';
import { type Parts, ROW_KEY, ViewCompiler } from './view-compiler.js';

/** What a view answers: plain JSON by the keys of the selection. Resolvers of single fields read what is there. */
export type Viewed = Readonly<Record<string, unknown>>;

/** A row of a page that is answered in two parts. */
type Keyed = Viewed & { readonly [ROW_KEY]: string };
type Page = Viewed & { readonly rows: readonly Keyed[] };

/**
 * Asks the database one statement for exactly what a client asked for. Where many ask the same at once, what does not
 * depend on who they are is asked once for all of them, and each is asked for no more than is their own.
 */
@Injectable()
export class Views {
  constructor(
    private readonly reader: Reader,
    private readonly kinds: NodeKinds,
  ) {}

  /** The object a query or a node leads to, or null when it does not exist for this viewer: `from` holds the visibility. */
  async one(info: GraphQLResolveInfo, viewer: Viewer, view: View, from: (alias: Sql) => Sql): Promise<Viewed | null> {
    const parts = new ViewCompiler({ info, viewer }).one(view, info.fieldNodes, from, info.returnType);
    const common = this.often<Viewed>(parts);
    if (common === undefined) return this.read(viewer, parts.whole());
    const [shared, own] = await Promise.all([common, this.own<Viewed>(viewer, parts.own?.([]))]);
    if (parts.own === undefined) return shared;
    return shared && own && { ...shared, ...own };
  }

  async many(
    info: GraphQLResolveInfo,
    viewer: Viewer,
    view: View,
    from: (alias: Sql) => Sql,
  ): Promise<readonly Viewed[]> {
    const parts = new ViewCompiler({ info, viewer }).many(view, info.fieldNodes, from, info.returnType);
    const common = this.often<readonly Viewed[]>(parts);
    if (common === undefined) return (await this.read<readonly Viewed[]>(viewer, parts.whole())) ?? [];
    const [shared] = await Promise.all([common, this.own(viewer, undefined)]);
    return shared ?? [];
  }

  async page(info: GraphQLResolveInfo, viewer: Viewer, view: View, ask: PageAsk): Promise<Viewed> {
    const connection = objectTypeOf(info.schema, info.parentType, info.fieldName);
    const parts = new ViewCompiler({ info, viewer }).page(view, info.fieldNodes, connection, ask);
    const common = this.often<Page>(parts);
    if (common === undefined) return (await this.read<Viewed>(viewer, parts.whole())) ?? {};
    if (parts.own === undefined) {
      const [shared] = await Promise.all([common, this.own(viewer, undefined)]);
      return { ...shared };
    }
    const shared = await common;
    const found = shared?.rows ?? [];
    const own = await this.own<readonly Keyed[]>(viewer, parts.own(found.map((row) => row[ROW_KEY])));
    const byKey = new Map(own?.map((row) => [row[ROW_KEY], row]));
    // What is gone since the list was read is nowhere.
    const rows = found.flatMap((row) => {
      const mine = byKey.get(row[ROW_KEY]);
      return mine === undefined ? [] : [{ ...row, ...mine }];
    });
    return { ...shared, rows };
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
        : await this.read(viewer, new ViewCompiler({ info, viewer }).one(view, nodes, from, declared).whole());
    return { __typename: payload, [field]: value };
  }

  /** What is the same for everybody, where so many ask for it that it is asked once for all; undefined where few do. */
  private often<T>({ common }: Parts): Promise<T | null> | undefined {
    const asked = common && this.reader.shared.often<{ json: T | null }>(sql`select ${common} as json`);
    return asked?.then((row) => row?.json ?? null);
  }

  /** What is the viewer's, and whether they are still who they were. */
  private async own<T>(viewer: Viewer, json: Sql | undefined): Promise<T | null> {
    return json === undefined && viewer.claim?.isOpen !== true ? null : this.read<T>(viewer, json ?? sql`null::json`);
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
