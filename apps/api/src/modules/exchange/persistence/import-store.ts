import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { newId, Reader, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';

export type ImportKind = 'IDEA' | 'PERSON';

/** Which vote an imported person has on an idea already. */
export interface KnownVote {
  readonly ideaId: string;
  readonly personId: string;
  readonly withdrawn: boolean;
}

/** Remembers what came from which row. */
@Injectable()
export class ImportStore {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
  ) {}

  /** Everything of a kind that was imported, by key. */
  async known(kind: ImportKind): Promise<Map<string, string>> {
    const rows = await this.reader.query<{ key: string; id: string }>(
      sql`select key, subject_id as id from imports where kind = ${kind}`,
    );
    return new Map(rows.map(({ key, id }) => [key, id]));
  }

  /** Part of the transaction that makes the subject, so that a crash leaves both or neither. */
  async remember(tx: Tx, kind: ImportKind, key: string, subjectId: string): Promise<void> {
    await tx.query(sql`insert into imports (kind, key, subject_id) values (${kind}, ${key}, ${subjectId})`);
  }

  async personByHandle(handle: string): Promise<string | null> {
    const row = await this.reader.one<{ id: string }>(
      sql`select id from people where handle = ${handle} and deleted_at is null`,
    );
    return row?.id ?? null;
  }

  /** Who stands behind rows that name nobody. */
  async commandPerson(): Promise<string> {
    const key = 'command';
    return (await this.known('PERSON')).get(key) ?? this.addPerson(key, 'Imported from a file');
  }

  async ideaBySlug(slug: string): Promise<string | null> {
    const row = await this.reader.one<{ id: string }>(sql`select id from ideas where slug = ${slug}`);
    return row?.id ?? null;
  }

  /**
   * A person who stands for somebody in a file: without an account, without a way to sign in, named after nothing but
   * their being imported. In a demonstration they are part of it, because one real person would end it.
   */
  async addPerson(key: string, name: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const id = newId();
      // A hash, so that the handle does not carry the file's own name for somebody into a public address.
      const handle = `imported-${createHash('sha256').update(key).digest('hex').slice(0, 14)}`;
      await tx.query(sql`
        insert into people (id, handle, name, demonstration) values (${id}, ${handle}, ${name}, (select demonstration from installation))`);
      await this.remember(tx, 'PERSON', key, id);
      return id;
    });
  }

  async voteOf(ideaId: string, personId: string): Promise<KnownVote | undefined> {
    return this.reader.one<KnownVote>(sql`
      select idea_id as "ideaId", person_id as "personId", bool_and(withdrawn_at is not null) as withdrawn from votes
      where idea_id = ${ideaId} and person_id = ${personId} group by idea_id, person_id`);
  }

  async votesOn(ideaIds: readonly string[]): Promise<readonly KnownVote[]> {
    return this.reader.query<KnownVote>(sql`
      select v.idea_id as "ideaId", v.person_id as "personId", bool_and(v.withdrawn_at is not null) as withdrawn
      from vote_events e join votes v on v.id = e.vote_id
      where e.idea_id = any(${[...ideaIds]}::uuid[]) and e.kind = 'CAST' and v.person_id is not null group by v.idea_id, v.person_id`);
  }

  /** The viewer an imported person is to a use case. */
  viewer(personId: string): SignedInViewer {
    return {
      person: { id: personId, handle: 'imported', name: '', steward: false },
      memberships: [],
      scopes: null,
      requestId: 'import',
    };
  }
}
