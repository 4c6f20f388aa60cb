import { Injectable } from '@nestjs/common';

import { Reader, sql } from '../../../platform/database/index.js';

/** What the site team decided about somebody, newest first: bounded by how often it happens to one person. */
@Injectable()
export class DecisionsReader {
  constructor(private readonly reader: Reader) {}

  about(personId: string): Promise<readonly unknown[]> {
    return this.reader.query(sql`
      select d.id, d.kind, d.reason, to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "decidedAt", d.address,
        d.stands and not exists (select from appeals a where a.kind = d.appeal and a.subject_id = d.subject) as "mayAppeal"
      from (
        select 'removal_' || r.id as id, 'CONTENT_REMOVED' as kind, 'CONTENT_REMOVED' as appeal, r.id as subject, r.decision_note as reason, r.decided_at as at,
          '/ideas/' || i.slug as address, exists (select from withheld_texts w where w.subject_id = r.subject_id) as stands
        from reports r left join ideas i on i.id = r.idea_id
          left join comments c on r.subject_type = 'Comment' and c.id = r.subject_id
          left join ideas own on r.subject_type = 'Idea' and own.id = r.subject_id
          left join updates u on r.subject_type = 'Update' and u.id = r.subject_id
          left join commons_entries e on r.subject_type = 'CommonsEntry' and e.id = r.subject_id
          left join reuse_offers o on r.subject_type = 'ReuseOffer' and o.id = r.subject_id
        where r.status = 'REMOVED' and coalesce(c.person_id, own.author_id, u.author_id, e.shared_by_id, o.offered_by_id) = ${personId}
        union all
        select 'setAside_' || s.id, 'VOTES_SET_ASIDE', 'VOTES_SET_ASIDE', s.id, a.reason, a.decided_at, '/ideas/' || i.slug, a.restored_at is null
        from votes v join vote_set_asides a on a.vote_id = v.id join ideas i on i.id = a.idea_id
          join vote_signals s on s.idea_id = v.idea_id and v.created_at >= s.began_at and v.created_at < s.ended_at
        where v.person_id = ${personId}
        union all
        select 'heldPost_' || h.id, 'POST_DECLINED', '', h.id, h.reason, h.decided_at, null, false
        from held_posts h where h.person_id = ${personId} and h.status = 'DECLINED'
        union all
        select 'block_' || p.id, 'PERSON_BLOCKED', 'PERSON_BLOCKED', p.id, '', p.blocked_at, null, true
        from people p where p.id = ${personId} and p.blocked_at is not null
      ) d order by d.at desc limit 100`);
  }
}
