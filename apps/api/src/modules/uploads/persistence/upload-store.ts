import type { CleanedAway, PersonalDataKind, RequestedUpload, UploadFormat, UploadKind } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { limit, sql, type Tx } from '../../../platform/database/index.js';

/** A file whose bytes may arrive now. */
export interface ExpectedUpload {
  readonly id: string;
  readonly format: UploadFormat;
  readonly bytesAnnounced: number;
}

export interface KeptFile {
  readonly id: string;
  readonly kind: UploadKind;
  readonly name: string;
  readonly suspected: readonly PersonalDataKind[];
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
}

@Injectable()
export class UploadStore {
  async bytesToday(tx: Tx, personId: string): Promise<number> {
    const row = await tx.one<{ bytes: string }>(sql`
      select coalesce(sum(bytes_announced), 0)::text as bytes from uploads
      where uploaded_by_id = ${personId} and requested_at > app_now() - interval '1 day'`);
    return Number(row?.bytes ?? 0);
  }

  async add(
    tx: Tx,
    upload: RequestedUpload & {
      readonly id: string;
      readonly tokenHash: Buffer;
      readonly personId: string;
      readonly at: Date;
      readonly expiresAt: Date;
    },
  ): Promise<void> {
    await tx.query(sql`
      insert into uploads (id, kind, state, name, format, description, people_shown, bytes_announced, token_hash, uploaded_by_id,
        requested_at, expires_at)
      values (${upload.id}, ${upload.kind}, 'WAITING', ${upload.name}, ${upload.format}, ${upload.description}, ${upload.peopleShown},
        ${upload.bytes}, ${upload.tokenHash}, ${upload.personId}, ${upload.at}, ${upload.expiresAt})`);
  }

  /** Takes the one-time address: whoever comes second finds nothing. */
  async claim(tx: Tx, tokenHash: Buffer): Promise<ExpectedUpload | undefined> {
    const row = await tx.one<Omit<ExpectedUpload, 'bytesAnnounced'> & { bytes: string }>(sql`
      with claimed as (
        update uploads set state = 'RECEIVING' where token_hash = ${tokenHash} and state = 'WAITING' and expires_at > app_now()
        returning id, format, bytes_announced)
      select id, format, bytes_announced::text as bytes from claimed`);
    return row && { id: row.id, format: row.format, bytesAnnounced: Number(row.bytes) };
  }

  /** The line was cut: the same address may be used once more. */
  async expectAgain(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`update uploads set state = 'WAITING' where id = ${id} and state = 'RECEIVING'`);
  }

  async refused(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`update uploads set state = 'REFUSED', token_hash = null where id = ${id}`);
  }

  async stored(
    tx: Tx,
    id: string,
    file: {
      readonly bytes: number;
      readonly sha256: string;
      readonly removed: readonly CleanedAway[];
      readonly suspected: readonly PersonalDataKind[];
    },
  ): Promise<void> {
    await tx.query(sql`
      update uploads set state = 'STORED', token_hash = null, bytes = ${file.bytes}, sha256 = decode(${file.sha256}, 'hex'),
        removed = ${[...file.removed]}::text[], suspected = ${[...file.suspected]}::text[], stored_at = app_now()
      where id = ${id}`);
  }

  /** What can be read in a file, so that what has to go from everywhere is found in it. */
  async keepWords(tx: Tx, id: string, words: string): Promise<void> {
    await tx.query(sql`
      insert into upload_words (upload_id, words) values (${id}, ${words}) on conflict on constraint upload_words_pk do nothing`);
  }

  async unread(tx: Tx, most: number): Promise<readonly { readonly id: string; readonly format: UploadFormat }[]> {
    return tx.query(sql`
      select u.id, u.format from uploads u
      where u.state = 'STORED' and not exists (select from upload_words w where w.upload_id = u.id) order by u.id ${limit(most)}`);
  }

  /** Files of a person that are kept and belong to nothing yet, locked. */
  async unattached(tx: Tx, ids: readonly string[], personId: string): Promise<readonly KeptFile[]> {
    return tx.query<KeptFile>(sql`
      select id, kind, name, suspected, encode(sha256, 'hex') as sha256 from uploads
      where id = any(${[...ids]}::uuid[]) and uploaded_by_id = ${personId} and state = 'STORED' and attached_at is null
      order by id for update`);
  }

  async attach(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
    await tx.query(sql`update uploads set attached_at = ${at} where id = any(${[...ids]}::uuid[])`);
  }

  /** Takes away what the file was called and said; answers the ids whose bytes have to go after the commit. */
  async remove(tx: Tx, which: 'EXPIRED' | { readonly ids: readonly string[] } | { readonly unattachedOf: string }) {
    const condition =
      which === 'EXPIRED'
        ? sql`attached_at is null and expires_at < app_now() and state <> 'REMOVED'`
        : 'ids' in which
          ? sql`id = any(${[...which.ids]}::uuid[])`
          : sql`uploaded_by_id = ${which.unattachedOf} and attached_at is null`;
    const gone = await tx.query<{ id: string }>(sql`
      with gone as (
        update uploads set state = 'REMOVED', name = 'removed', description = '', sha256 = null, token_hash = null
        where ${condition} returning id),
      words as (delete from upload_words w using gone where w.upload_id = gone.id)
      select id from gone`);
    return gone.map(({ id }) => id);
  }
}
