import { createHash } from 'node:crypto';

import type {
  EntryStatus,
  OutputKind,
  PublicPerspective,
  ResearchFacts,
  ReturnContent,
  Theme,
  WithdrawnBecause,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import { CommonsEntryRow } from './commons-entry.row.js';

/** What an entry says and under which licence. */
export interface EntryContent extends ReturnContent, ResearchFacts {
  readonly addressSeen: 'ANSWERED' | 'NOT_REACHED' | null;
  readonly addressSeenAt: Date | null;
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
  /** The registered component that this software is. */
  readonly componentId?: string | null;
  readonly files: readonly { readonly id: string; readonly sha256: string }[];
  /** What changed, for another version. */
  readonly change?: string;
  readonly at: Date;
  readonly reviewBy: string;
}

/** An entry as those who change it need it. */
export interface StoredEntry {
  readonly id: string;
  readonly slug: string;
  readonly kind: OutputKind;
  readonly status: EntryStatus;
  readonly title: string;
  readonly version: number;
  readonly organisationId: string;
  readonly obligationId: string | null;
  readonly ideaId: string | null;
  readonly ventureId: string | null;
  readonly licence: string;
  readonly fileIds: readonly string[];
  /** SHA-256 of the version that is shown, in hexadecimal; null for one from before it was kept. */
  readonly contentHash: string | null;
}

/** What makes a version another thing than the one before: its licence, where it is, its text and its files. */
export function hashOf(content: ReturnContent, files: readonly { readonly sha256: string }[]): Buffer {
  const parts = [
    content.licence,
    content.address,
    content.text,
    content.release,
    ...files.map((file) => file.sha256).toSorted(),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

@Injectable()
export class EntryStore {
  async lock(tx: Tx, id: string): Promise<StoredEntry | undefined> {
    await tx.query(sql`select from commons_entries where id = ${id} for update`);
    return tx.one<StoredEntry>(sql`
      select e.id, e.slug, e.kind, e.status, e.title, e.version, e.organisation_id as "organisationId", e.obligation_id as "obligationId",
        e.idea_id as "ideaId", e.venture_id as "ventureId", e.licence, encode(v.content_hash, 'hex') as "contentHash",
        array(select f.upload_id from entry_files f where f.entry_id = e.id and f.number = e.version) as "fileIds"
      from commons_entries e left join entry_versions v on v.entry_id = e.id and v.number = e.version where e.id = ${id}`);
  }

  /** What was taken back is there again, because somebody checked it anew. */
  async giveAgain(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`
      update commons_entries set status = 'PUBLISHED', withdrawn_because = null, withdrawn_reason = null, withdrawn_at = null,
        withdrawn_by_id = null, replaced_by_id = null where id = ${id} and status = 'WITHDRAWN'`);
  }

  /** The version that is shown is what was checked. */
  async verified(tx: Tx, id: string, returnId: string): Promise<void> {
    await tx.query(sql`
      update entry_versions v set return_id = ${returnId} from commons_entries e
      where e.id = ${id} and v.entry_id = e.id and v.number = e.version`);
  }

  async filesOf(tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly sha256: string }[]> {
    return tx.query(
      sql`select id, encode(sha256, 'hex') as sha256 from uploads where id = any(${[...ids]}::uuid[]) and state = 'STORED'`,
    );
  }

  async confirm(tx: Tx, id: string, at: Date, reviewBy: string): Promise<void> {
    await tx.query(
      sql`update commons_entries set confirmed_at = ${at}, review_by = ${reviewBy}::date where id = ${id}`,
    );
  }

  /** Takes an entry back. Where what it said must go, it goes from every version; the rows stay as the mark. */
  async withdraw(
    tx: Tx,
    id: string,
    by: {
      readonly because: WithdrawnBecause;
      readonly reason: string;
      readonly replacedById: string | null;
      readonly personId: string;
      readonly at: Date;
      readonly contentGoes: boolean;
      /** What it is called from now on; null: as before. */
      readonly title: string | null;
    },
  ): Promise<void> {
    await tx.query(sql`
      update commons_entries set status = 'WITHDRAWN', withdrawn_because = ${by.because}, withdrawn_reason = ${by.reason},
        withdrawn_at = ${by.at}, withdrawn_by_id = ${by.personId}, replaced_by_id = ${by.replacedById}, updated_at = ${by.at},
        title = coalesce(${by.title}, title)
      where id = ${id}`);
    if (!by.contentGoes) return;
    await tx.query(sql`
      update commons_entries set summary = '', address = null, body = null, release = null, consent = null, anonymised = null,
        method = null, sample = null, confidence = null, studied_on = null, withdrawal_contact = null, licence_reason =
        case when verdict = 'SATISFIES' then '' else licence_reason end where id = ${id}`);
    await tx.query(sql`
      update entry_versions set title = coalesce(${by.title}, title), summary = '', address = null, body = null, release = null,
        change = '', content_hash = null where entry_id = ${id}`);
    await tx.query(sql`delete from entry_files where entry_id = ${id}`);
  }

  /** Every file of every version. */
  async allFiles(tx: Tx, id: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      sql`select distinct upload_id as id from entry_files where entry_id = ${id}`,
    );
    return rows.map((row) => row.id);
  }

  async isLinked(tx: Tx, entryId: string, ideaId: string): Promise<boolean> {
    return (
      (await tx.one(sql`select from entry_ideas where entry_id = ${entryId} and idea_id = ${ideaId}`)) !== undefined
    );
  }

  async link(tx: Tx, entryId: string, ideaId: string): Promise<void> {
    await tx.query(
      sql`insert into entry_ideas (entry_id, idea_id) values (${entryId}, ${ideaId}) on conflict do nothing`,
    );
  }

  /** The entry that came from a promise, locked, when it was kept before. */
  async ofPromise(tx: Tx, obligationId: string): Promise<StoredEntry | undefined> {
    const known = await tx.one<{ id: string }>(
      sql`select id from commons_entries where obligation_id = ${obligationId}`,
    );
    return known && this.lock(tx, known.id);
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
      componentId: entry.componentId ?? null,
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
      {
        ...content,
        body: text,
        version,
        themes: [...entry.themes],
        ...(entry.componentId === undefined ? {} : { componentId: entry.componentId }),
        updatedAt: entry.at,
        reviewBy: entry.reviewBy,
      },
    );
    await this.addVersion(tx, id, version, entry);
  }

  private async addVersion(tx: Tx, entryId: string, number: number, entry: Omit<NewEntry, 'id' | 'slug'>) {
    const { title, summary, address, text, licence, release } = entry.content;
    await tx.query(sql`
      insert into entry_versions (entry_id, number, title, summary, address, body, licence, release, change, content_hash, return_id,
        shared_by_id, created_at)
      values (${entryId}, ${number}, ${title}, ${summary}, ${address}, ${text}, ${licence}, ${release}, ${entry.change ?? ''},
        ${hashOf(entry.content, entry.files)}, ${entry.returnId}, ${entry.sharedById}, ${entry.at})`);
    for (const { id } of entry.files) {
      await tx.query(sql`insert into entry_files (entry_id, number, upload_id) values (${entryId}, ${number}, ${id})`);
    }
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
