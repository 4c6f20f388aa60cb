import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';
import { Tail } from '../../../platform/tail/index.js';

/** The number of comments an idea shows in lists, and what this module holds about a person. */
@Injectable()
export class CommentCounters {
  constructor(tail: Tail, personalData: PersonalData) {
    tail.fold(async (client, batch) => {
      const ids = [
        ...new Set(
          batch.flatMap(({ kind, ideaId }) => (ideaId !== null && kind.startsWith('comment.') ? [ideaId] : [])),
        ),
      ];
      if (ids.length === 0) return;
      await client.query({
        name: 'fold_comments',
        text: `
          update ideas i set comments_count = c.comments
          from (select a.id, (select count(*)::int from comments x where x.idea_id = a.id and x.removed_at is null) as comments
                from unnest($1::uuid[]) as a (id)) c
          where i.id = c.id`,
        values: [ids.toSorted()],
      });
    });
    personalData.register({
      name: 'comments',
      export: async (tx, personId) =>
        tx.query(sql`
          select i.slug as idea, c.perspective, c.stance, c.shown_as as "shownAs", c.body, c.created_at as "writtenAt"
          from comments c join ideas i on i.id = c.idea_id where c.person_id = ${personId} order by c.created_at`),
      erase: async (tx, personId) => {
        await tx.query(sql`delete from comment_mentions where person_id = ${personId}`);
        await tx.query(
          sql`delete from comment_mentions m using comments c where c.id = m.comment_id and c.person_id = ${personId}`,
        );
        await tx.query(
          sql`delete from comment_revisions r using comments c where c.id = r.comment_id and c.person_id = ${personId}`,
        );
        await tx.query(sql`
          update comments set body = null, removed_at = coalesce(removed_at, app_now()), person_id = null where person_id = ${personId}`);
      },
    });
  }
}
