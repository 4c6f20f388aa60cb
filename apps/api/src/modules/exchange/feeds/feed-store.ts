import { Injectable } from '@nestjs/common';

import { join, limit, raw, Reader, sql } from '../../../platform/database/index.js';
import { activityAddress, activitySubjectName } from '../../activity/index.js';
import { IdeaWords } from '../../ideas/index.js';
import { type ListAddress, listOf } from './list-address.js';
import { fileAddress } from '../../uploads/index.js';

/** One entry of a feed, in plain text. */
export interface FeedEntry {
  /** Permanent; never reused. */
  readonly id: string;
  readonly title: string;
  /** Address on this site, beginning with a slash. */
  readonly address: string;
  readonly text: string;
  /** Pictures that belong to it: address on this site, and what is to be seen. */
  readonly pictures?: readonly { readonly address: string; readonly description: string }[];
  readonly author: string | null;
  /** In which it is written, where that is known. */
  readonly language?: string;
  readonly publishedAt: Date;
  /** When its words last changed; left out where they never did. */
  readonly correctedAt?: Date | null;
}

/** The newest entries only: who wants all of them takes the export. */
const ENTRIES = 50;

/** What feeds say. Only what everybody may see, and in the order in which it was sealed. */
@Injectable()
export class FeedStore {
  constructor(
    private readonly reader: Reader,
    private readonly words: IdeaWords,
  ) {}

  async venture(slug: string): Promise<{ readonly id: string; readonly title: string } | undefined> {
    return this.reader.one(sql`select id, title from ventures where slug = ${slug}`);
  }

  updatesOf(ventureId: string): Promise<FeedEntry[]> {
    return this.reader.query<FeedEntry>(sql`
      select u.id, u.title, u.language, '/ventures/' || v.slug || '/updates/update_' || u.id as address, u.body as text, p.name as author, u.published_at as "publishedAt",
        (select max(c.corrected_at) from update_versions c where c.update_id = u.id) as "correctedAt",
        coalesce((select json_agg(json_build_object('address', ${fileAddress(sql`f`)}, 'description', f.description) order by s.position)
          from update_pictures s join uploads f on f.id = s.upload_id where s.update_id = u.id and f.state = 'STORED'), '[]') as pictures
      from updates u join ventures v on v.id = u.venture_id left join people p on p.id = u.author_id and p.deleted_at is null
      where u.venture_id = ${ventureId} and u.published_at is not null order by u.published_at desc, u.id desc ${limit(ENTRIES)}`);
  }

  /** A list of ideas as its page shows it, the first of them. */
  async ideas(address: ListAddress): Promise<FeedEntry[]> {
    const { where, order } = await listOf(address, this.words);
    const idea = raw('i');
    const by = join(
      order(idea).by.map(({ expression }) => sql`${expression} desc`),
      ', ',
    );
    return this.reader.query<FeedEntry>(sql`
      select i.id, i.title, i.language, '/ideas/' || i.slug as address, i.need as text, i.created_at as "publishedAt",
        (select p.name from people p where p.id = i.author_id and p.deleted_at is null) as author
      from ideas i
      where ${where(idea)} order by ${by} ${limit(ENTRIES)}`);
  }

  /**
   * By sealed position, so that an entry that committed late is never skipped by somebody who reads on from the last.
   *
   * Single votes are left out: with its minute, and an id that holds the time, a vote under a pseudonym could be
   * recognised by whoever saw somebody at a screen.
   */
  async activities(): Promise<
    (Omit<FeedEntry, 'title' | 'text'> & { readonly kind: string; readonly about: string | null })[]
  > {
    return this.reader.query(sql`
      select a.id, a.kind, ${activitySubjectName(raw('a'))} as about, p.name as author, a.occurred_at as "publishedAt",
        coalesce(${activityAddress(raw('a'))}, '/') as address
      from activity_positions s join activities a on a.id = s.activity_id
        left join people p on p.id = a.actor_id and p.deleted_at is null
      where a.visibility = 'PUBLIC' and a.kind not like 'vote.%' order by s.position desc ${limit(ENTRIES)}`);
  }
}
