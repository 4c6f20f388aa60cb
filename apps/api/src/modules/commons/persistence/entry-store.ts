import type { OutputKind, PublicPerspective, ReturnContent, Theme } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import { CommonsEntryRow } from './commons-entry.row.js';

/** What an entry says and under which licence. */
export interface EntryContent extends ReturnContent {
  readonly language: string;
  readonly verdict: 'SATISFIES' | 'ASK_A_PERSON';
  readonly verdictReason: string;
  readonly licenceReason: string;
}

/** Where an entry came from. */
export interface Provenance {
  /** Null for what a venture that stopped learned, and the venture it learned it in. */
  readonly obligationId: string | null;
  readonly roundId: string | null;
  readonly learnedFromId: string | null;
  readonly ideaId: string;
  readonly ventureId: string;
  /** The support the idea had, counted as the public may see it. */
  readonly support: { readonly votes: number; readonly byPerspective: readonly PublicPerspective[] };
  readonly funderIds: readonly string[];
}

export interface NewEntry {
  readonly id: string;
  /** The wish; a number follows where it is taken. */
  readonly slug: string;
  readonly kind: OutputKind;
  readonly themes: readonly Theme[];
  readonly content: EntryContent;
  readonly organisationId: string;
  readonly sharedById: string;
  readonly provenance: Provenance | null;
  readonly returnId: string | null;
  readonly componentIds: readonly string[];
  readonly at: Date;
  readonly reviewBy: string;
}

@Injectable()
export class EntryStore {
  /** The entry that came from a promise, locked, when it was kept before. */
  async ofPromise(tx: Tx, obligationId: string): Promise<{ id: string; slug: string; version: number } | undefined> {
    return tx.one(sql`select id, slug, version from commons_entries where obligation_id = ${obligationId} for update`);
  }

  async hasLearnedFrom(tx: Tx, ventureId: string): Promise<boolean> {
    return (await tx.one(sql`select from commons_entries where learned_from_id = ${ventureId}`)) !== undefined;
  }

  async add(tx: Tx, entry: NewEntry): Promise<string> {
    const slug = await this.freeSlug(tx, entry.slug);
    const { text, ...content } = entry.content;
    const { funderIds, ...provenance } = entry.provenance ?? {
      obligationId: null,
      ideaId: null,
      ventureId: null,
      roundId: null,
      learnedFromId: null,
      support: null,
      funderIds: [],
    };
    await tx.manager.insert(CommonsEntryRow, {
      ...content,
      ...provenance,
      body: text,
      id: entry.id,
      slug,
      kind: entry.kind,
      status: 'PUBLISHED',
      themes: [...entry.themes],
      version: 1,
      organisationId: entry.organisationId,
      sharedById: entry.sharedById,
      publishedAt: entry.at,
      updatedAt: entry.at,
      reviewBy: entry.reviewBy,
    });
    await this.addVersion(tx, entry.id, 1, entry);
    for (const funder of funderIds) {
      await tx.query(sql`insert into entry_funders (entry_id, organisation_id) values (${entry.id}, ${funder})`);
    }
    return slug;
  }

  /** Another version of the same entry, at the same address. */
  async revise(tx: Tx, id: string, version: number, entry: Omit<NewEntry, 'id' | 'slug'>): Promise<void> {
    const { text, ...content } = entry.content;
    await tx.manager.update(
      CommonsEntryRow,
      { id },
      { ...content, body: text, version, status: 'PUBLISHED', updatedAt: entry.at, reviewBy: entry.reviewBy },
    );
    await this.addVersion(tx, id, version, entry);
  }

  private async addVersion(tx: Tx, entryId: string, number: number, entry: Omit<NewEntry, 'id' | 'slug'>) {
    const { title, summary, address, text, licence } = entry.content;
    await tx.query(sql`
      insert into entry_versions (entry_id, number, title, summary, address, body, licence, return_id, shared_by_id, created_at)
      values (${entryId}, ${number}, ${title}, ${summary}, ${address}, ${text}, ${licence}, ${entry.returnId}, ${entry.sharedById}, ${entry.at})`);
    await tx.query(sql`delete from entry_components where entry_id = ${entryId}`);
    for (const component of entry.componentIds) {
      await tx.query(sql`insert into entry_components (entry_id, component_id) values (${entryId}, ${component})`);
    }
  }

  /**
   * The slug wished for, or the first number after it that is free. Whoever else wishes for the same one waits until this
   * transaction has ended: a return that cannot be verified because of its title would be nobody's fault.
   */
  private async freeSlug(tx: Tx, wish: string): Promise<string> {
    await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`commons_entries.slug ${wish}`}, 0))`);
    const taken = await tx.query<{ slug: string }>(
      sql`select slug from commons_entries where slug = ${wish} or slug ~ ${`^${escaped(wish)}-[0-9]+$`}`,
    );
    const slugs = new Set(taken.map(({ slug }) => slug));
    let slug = wish;
    for (let number = 2; slugs.has(slug); number++) slug = `${wish}-${number}`;
    return slug;
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
