import { Injectable } from '@nestjs/common';

import { join, limit, Reader, sql, type Sql } from '../../../platform/database/index.js';

export const LINEAGE_KINDS = ['COMPONENT', 'IDEA', 'VENTURE', 'ENTRY'] as const;
export type LineageKind = (typeof LINEAGE_KINDS)[number];

/** How one thing came to stand on another. */
export const LINEAGE_LINKS = ['BASED_ON', 'ACCEPTED', 'DELIVERED', 'CAME_BACK', 'BUILT_ON', 'INFORMED'] as const;
export type LineageLink = (typeof LINEAGE_LINKS)[number];

export interface LineageNode {
  readonly id: string;
  readonly kind: LineageKind;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  /** Steps from where one began: below zero it was built on, above zero it was built on that. */
  readonly layer: number;
}
export interface LineageEdge {
  readonly from: string;
  readonly to: string;
  readonly how: LineageLink;
}
export interface Lineage {
  readonly nodes: readonly LineageNode[];
  readonly links: readonly LineageEdge[];
  /** There is more than is shown. */
  readonly cut: boolean;
}

/** More than that nobody looks at, in a table or drawn. */
const MOST_NODES = 500;
const MOST_STEPS = 8;

/** Every way in which `after` stands on `before`, as one relation; each part is found by an index from either side. */
const LINKS: readonly { readonly how: LineageLink; readonly before: Sql; readonly after: Sql; readonly from: Sql }[] = [
  {
    how: 'BASED_ON',
    before: sql`b.id`,
    after: sql`a.id`,
    // Said both ways, so that the one is found by the other from either end.
    from: sql`components b join components a on a.based_on @> array[b.repository_url] and b.repository_url = any (a.based_on) and a.based_on <> '{}'`,
  },
  {
    how: 'ACCEPTED',
    before: sql`o.component_id`,
    after: sql`o.idea_id`,
    from: sql`(select * from reuse_offers where status = 'ACCEPTED') o`,
  },
  { how: 'DELIVERED', before: sql`v.idea_id`, after: sql`v.venture_id`, from: sql`venture_ideas v` },
  { how: 'CAME_BACK', before: sql`e.venture_id`, after: sql`e.id`, from: sql`commons_entries e` },
  { how: 'BUILT_ON', before: sql`c.component_id`, after: sql`c.entry_id`, from: sql`entry_components c` },
  { how: 'INFORMED', before: sql`i.entry_id`, after: sql`i.idea_id`, from: sql`entry_ideas i` },
];

/** Where something came from and where it went: what it was built on, what was built on it, and on that in turn. */
@Injectable()
export class LineageReader {
  constructor(private readonly reader: Reader) {}

  async of(kind: LineageKind, slug: string): Promise<Lineage | undefined> {
    const start = await this.reader.one<{ id: string }>(sql`select id from ${TABLES[kind]} where slug = ${slug}`);
    if (start === undefined) return undefined;
    const layers = new Map<string, number>([[start.id, 0]]);
    const links = new Map<string, LineageEdge>();
    let cut = false;
    for (const direction of [1, -1] as const) {
      let edge = [start.id];
      for (let step = 1; step <= MOST_STEPS && edge.length > 0; step += 1) {
        const found = await this.step(edge, direction);
        const next: string[] = [];
        for (const link of found) {
          const reached = direction === 1 ? link.to : link.from;
          if (!layers.has(reached)) {
            if (layers.size >= MOST_NODES) {
              cut = true;
              continue;
            }
            layers.set(reached, step * direction);
            next.push(reached);
          }
          links.set(`${link.from} ${link.to}`, link);
        }
        edge = next;
      }
      if (edge.length > 0) cut = true;
    }
    return { nodes: await this.nodes(layers), links: [...links.values()], cut };
  }

  /** What stands on any of these, or what they stand on. One more than can be shown tells that there is more. */
  private step(ids: readonly string[], direction: 1 | -1): Promise<LineageEdge[]> {
    const parts = LINKS.map(
      ({ how, before, after, from }) =>
        sql`select ${before} as "from", ${after} as "to", ${how}::text as how from ${from} where ${direction === 1 ? before : after} = any (${[...ids]}::uuid[])`,
    );
    return this.reader.query<LineageEdge & Record<string, unknown>>(
      sql`select * from (${join(parts, ' union all ')}) links where "from" is not null and "to" is not null ${limit(MOST_NODES * 2)}`,
    );
  }

  private async nodes(layers: ReadonlyMap<string, number>): Promise<LineageNode[]> {
    const ids = [...layers.keys()];
    const rows = await this.reader.query<Omit<LineageNode, 'layer'> & Record<string, unknown>>(sql`
      select id, 'COMPONENT' as kind, slug, name as title, language from components where id = any (${ids}::uuid[])
      union all select id, 'IDEA', slug, title, language from ideas where id = any (${ids}::uuid[])
      union all select id, 'VENTURE', slug, title, language from ventures where id = any (${ids}::uuid[])
      union all select id, 'ENTRY', slug, title, language from commons_entries where id = any (${ids}::uuid[])`);
    return rows
      .map((row) => ({ ...row, layer: layers.get(row.id) ?? 0 }))
      .toSorted(
        (one, other) =>
          one.layer - other.layer || one.title.localeCompare(other.title, 'en') || (one.id < other.id ? -1 : 1),
      );
  }
}

const TABLES: Readonly<Record<LineageKind, Sql>> = {
  COMPONENT: sql`components`,
  IDEA: sql`ideas`,
  VENTURE: sql`ventures`,
  ENTRY: sql`commons_entries`,
};
