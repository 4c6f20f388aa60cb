import { Injectable } from '@nestjs/common';

import { join, limit, Reader, sql, type Sql } from '../../../platform/database/index.js';
import { REPORTABLE } from './reportable.js';

/** So many of each are shown; the next come up as these are decided. */
const SHOWN = 50;

const iso = (time: Sql): Sql => sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What stood where the words of a report's subject are withheld or were removed; null where nothing was. */
export function withheldWords(report: Sql): Sql {
  const words = join(
    REPORTABLE.flatMap(({ type, words: [first] }) =>
      first === undefined
        ? []
        : [
            sql`when ${type} then (select coalesce(w.content ->> ${first.columns[0]}, '') from withheld_texts w where w.subject_id = ${report}.subject_id and w.place = ${first.table} limit 1)`,
          ],
    ),
    ' ',
  );
  return sql`case ${report}.subject_type ${words} end`;
}

/** What waits for the site team. Each list is bounded and served by an index over what is open. */
@Injectable()
export class QueueReader {
  constructor(private readonly reader: Reader) {}

  async of(personId: string): Promise<unknown> {
    const row = await this.reader.one<{ steward: boolean; safeguarding: boolean; queue: unknown }>(sql`
      select p.steward, p.safeguarding, json_build_object(
        'safeguarding', p.safeguarding,
        'nobodyNamedForSafeguarding', not exists (select from people g where g.safeguarding and g.deleted_at is null),
        'risksWaiting', (select count(*)::int from (select from reports r where r.status = 'OPEN' and r.reason = 'SOMEONE_AT_RISK' limit 100) waiting),
        'reports', ${this.reports(sql`p`)},
        'heldPosts', ${this.heldPosts()},
        'signals', ${this.signals()},
        'proposals', ${this.proposals(sql`p`)}) as queue
      from people p where p.id = ${personId} and p.deleted_at is null`);
    return row?.steward === true ? row.queue : null;
  }

  /** A risk first, and only for those named for it; then by when somebody should have looked. */
  private reports(viewer: Sql): Sql {
    return sql`(select coalesce(json_agg(json_build_object(
        'id', 'report_' || q.id, 'reason', q.reason, 'note', q.note, 'createdAt', ${iso(sql`q.created_at`)}, 'dueAt', ${iso(sql`q.due_at`)},
        'overdue', q.due_at < app_now(), 'kind', q.subject_type, 'subjectId', q.prefix || '_' || q.subject_id, 'hiddenText', q.hidden, 'text', q.text,
        'address', q.address)), '[]'::json)
      from (
        select r.*, ${withheldWords(sql`r`)} as hidden,
          case r.subject_type when 'Comment' then 'comment' when 'Idea' then 'idea' when 'Update' then 'update' when 'CommonsEntry' then 'entry' else 'reuseOffer' end as prefix,
          left(coalesce(c.body, i.title, u.title, e.title, o.covers, ''), 600) as text,
          coalesce('/ideas/' || about.slug, '/ventures/' || v.slug || '/updates', '/commons/' || e.slug) as address
        from reports r
          left join comments c on r.subject_type = 'Comment' and c.id = r.subject_id
          left join ideas i on r.subject_type = 'Idea' and i.id = r.subject_id
          left join updates u on r.subject_type = 'Update' and u.id = r.subject_id
          left join ventures v on v.id = u.venture_id
          left join commons_entries e on r.subject_type = 'CommonsEntry' and e.id = r.subject_id
          left join reuse_offers o on r.subject_type = 'ReuseOffer' and o.id = r.subject_id
          left join ideas about on about.id = r.idea_id
        where r.status = 'OPEN' and (r.reason <> 'SOMEONE_AT_RISK' or ${viewer}.safeguarding)
        order by (r.reason = 'SOMEONE_AT_RISK') desc, r.due_at, r.id ${limit(SHOWN)}) q)`;
  }

  private heldPosts(): Sql {
    return sql`(select coalesce(json_agg(json_build_object(
        'id', 'heldPost_' || h.id, 'operation', h.operation, 'createdAt', ${iso(sql`h.created_at`)}, 'writer', h.name,
        'texts', (select coalesce(json_agg(t.value #>> '{}'), '[]'::json) from jsonb_each(h.input) t
          where jsonb_typeof(t.value) = 'string' and t.key in ('title', 'need', 'outcome', 'easyRead', 'peopleServed', 'whatExists', 'body', 'covers', 'missing', 'effort', 'saves')))), '[]'::json)
      from (select x.*, p.name from held_posts x join people p on p.id = x.person_id
        where x.status = 'WAITING' order by x.created_at, x.id ${limit(SHOWN)}) h)`;
  }

  private signals(): Sql {
    return sql`(select coalesce(json_agg(json_build_object(
        'id', 'signal_' || s.id, 'beganAt', ${iso(sql`s.began_at`)}, 'endedAt', ${iso(sql`s.ended_at`)}, 'votes', s.votes, 'newAccounts', s.new_accounts,
        'usual', s.usual, 'slug', s.slug, 'title', s.title)), '[]'::json)
      from (select x.*, i.slug, i.title from vote_signals x join ideas i on i.id = x.idea_id
        where x.status = 'OPEN' order by x.seen_at, x.id ${limit(SHOWN)}) s)`;
  }

  /** What one steward proposed and another confirms: blocks and policies. */
  private proposals(viewer: Sql): Sql {
    return sql`(select coalesce(json_agg(json_build_object(
        'id', 'act_' || a.id, 'kind', a.kind, 'proposedBy', a.proposer, 'about', a.about, 'proposedAt', ${iso(sql`a.proposed_at`)},
        'noticeEndsAt', ${iso(sql`a.notice_ends_at`)}, 'mayConfirm', a.proposed_by_id <> ${viewer}.id or a.notice_ends_at <= app_now(),
        'policy', case when a.kind = 'POLICY_CHANGED' then a.content end)), '[]'::json)
      from (select x.*, f.name as proposer, b.name as about from second_person_acts x join people f on f.id = x.proposed_by_id
          left join people b on x.kind = 'PERSON_BLOCKED' and b.id = x.subject_id
        where x.status = 'PENDING' and x.kind in ('PERSON_BLOCKED', 'POLICY_CHANGED') order by x.proposed_at ${limit(SHOWN)}) a)`;
  }
}
