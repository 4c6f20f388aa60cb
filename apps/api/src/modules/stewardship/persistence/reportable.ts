import { raw, rowId, sql, type Sql } from '../../../platform/database/index.js';

/** Words of something that can be reported, and where they stand. */
export interface Words {
  readonly table: string;
  readonly columns: readonly string[];
  /** Which rows, given the id of what is reported. */
  readonly where: (id: string) => Sql;
  /** Names a row among them, as text. */
  readonly key: Sql;
}

/** A kind of thing that can be reported. */
export interface Reportable {
  /** The prefix of its ids, and its type in the log. */
  readonly prefix: string;
  readonly type: string;
  readonly words: readonly Words[];
  /** One row: whose it is and where it belongs. */
  readonly facts: (id: string) => Sql;
}

const ownId = raw('id::text');

/** What can be reported: everything that somebody wrote for others to read under an address of its own. */
export const REPORTABLE: readonly Reportable[] = [
  {
    prefix: 'comment',
    type: 'Comment',
    words: [
      { table: 'comments', columns: ['body'], where: (id) => sql`id = ${id}`, key: ownId },
      {
        table: 'comment_revisions',
        columns: ['body'],
        where: (id) => sql`comment_id = ${id}`,
        key: raw('number::text'),
      },
    ],
    facts: (id) => sql`
      select c.person_id as "writerId", c.idea_id as "ideaId", i.organisation_id as "organisationId", i.slug, '' as title
      from comments c join ideas i on i.id = c.idea_id where c.id = ${id} and c.removed_at is null`,
  },
  {
    prefix: 'idea',
    type: 'Idea',
    words: [
      {
        table: 'ideas',
        columns: ['title', 'need', 'outcome', 'easy_read', 'people_served', 'what_exists'],
        where: (id) => sql`id = ${id}`,
        key: ownId,
      },
      { table: 'idea_revisions', columns: ['content'], where: (id) => sql`idea_id = ${id}`, key: raw('number::text') },
    ],
    facts: (id) => sql`
      select author_id as "writerId", id as "ideaId", organisation_id as "organisationId", slug, title from ideas where id = ${id}`,
  },
  {
    prefix: 'update',
    type: 'Update',
    words: [
      { table: 'updates', columns: ['title', 'body'], where: (id) => sql`id = ${id}`, key: ownId },
      {
        table: 'update_versions',
        columns: ['title', 'body'],
        where: (id) => sql`update_id = ${id}`,
        key: raw('number::text'),
      },
    ],
    facts: (id) => sql`
      select author_id as "writerId", null::uuid as "ideaId", null::uuid as "organisationId", '' as slug, title
      from updates where id = ${id} and published_at is not null`,
  },
  {
    prefix: 'entry',
    type: 'CommonsEntry',
    words: [
      { table: 'commons_entries', columns: ['title', 'summary', 'body'], where: (id) => sql`id = ${id}`, key: ownId },
      {
        table: 'entry_versions',
        columns: ['title', 'summary', 'body', 'change'],
        where: (id) => sql`entry_id = ${id}`,
        key: raw('number::text'),
      },
    ],
    facts: (id) => sql`
      select shared_by_id as "writerId", idea_id as "ideaId", organisation_id as "organisationId", slug, title
      from commons_entries where id = ${id}`,
  },
  {
    prefix: 'reuseOffer',
    type: 'ReuseOffer',
    words: [
      {
        table: 'reuse_offers',
        columns: ['part', 'covers', 'missing', 'effort', 'saves'],
        where: (id) => sql`id = ${id}`,
        key: ownId,
      },
    ],
    facts: (id) => sql`
      select o.offered_by_id as "writerId", o.idea_id as "ideaId", o.organisation_id as "organisationId", i.slug, '' as title
      from reuse_offers o join ideas i on i.id = o.idea_id where o.id = ${id}`,
  },
];

/** What an opaque id leads to, if it can be reported. */
export function reportableOf(opaque: string): { readonly kind: Reportable; readonly id: string } | undefined {
  for (const kind of REPORTABLE) {
    const id = rowId(kind.prefix, opaque);
    if (id !== undefined) return { kind, id };
  }
  return undefined;
}

export function reportableType(type: string): Reportable | undefined {
  return REPORTABLE.find((kind) => kind.type === type);
}
