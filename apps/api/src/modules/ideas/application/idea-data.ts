import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/**
 * What this module holds about a person: the ideas they logged, and drafts. Ideas stay, because others stand behind them;
 * their author then reads as somebody who left. Drafts go.
 */
@Injectable()
export class IdeaData {
  constructor(personalData: PersonalData) {
    personalData.register({
      name: 'ideas',
      export: async (tx, personId) => ({
        logged: await tx.query(sql`
          select slug, title, stage, created_at as "loggedAt" from ideas where author_id = ${personId} order by created_at`),
        revisions: await tx.query(sql`
          select idea_id as "ideaId", number, content, created_at as "writtenAt" from idea_revisions where author_id = ${personId} order by created_at`),
        coAuthorOf: await tx.query(sql`
          select i.slug from idea_co_authors c join ideas i on i.id = c.idea_id where c.person_id = ${personId}`),
        drafts: await tx.query(sql`
          select content, saved_at as "savedAt" from idea_drafts where person_id = ${personId} order by saved_at`),
        invitations: await tx.query(sql`
          select i.slug, c.invited_at as "invitedAt", c.accepted from co_author_invitations c join ideas i on i.id = c.idea_id
          where c.person_id = ${personId} order by c.invited_at`),
        mergesProposed: await tx.query(sql`
          select f.slug as idea, t.slug as into, m.reason, m.status, m.proposed_at as "proposedAt"
          from idea_merges m join ideas f on f.id = m.from_idea_id join ideas t on t.id = m.into_idea_id
          where m.proposed_by_id = ${personId} order by m.proposed_at`),
        mergeObjections: await tx.query(sql`
          select reason, moved_back as "movedBack", objected_at as "objectedAt" from merge_objections where person_id = ${personId} order by objected_at`),
        leadQuestions: await tx.query(sql`
          select i.slug, o.slug as organisation, r.question, r.asked_at as "askedAt" from lead_requests r
          join ideas i on i.id = r.idea_id join organisations o on o.id = r.organisation_id where r.asked_by_id = ${personId} order by r.asked_at`),
        leadAnswers: await tx.query(sql`
          select i.slug, o.slug as organisation, r.answer, r.note, r.answered_at as "answeredAt" from lead_requests r
          join ideas i on i.id = r.idea_id join organisations o on o.id = r.organisation_id where r.answered_by_id = ${personId} order by r.answered_at`),
        appeals: await tx.query(sql`
          select kind, reason, made_at as "madeAt", outcome, decision_reason as "decisionReason" from appeals where made_by_id = ${personId} order by made_at`),
      }),
      erase: async (tx, personId) => {
        await tx.query(sql`delete from idea_drafts where person_id = ${personId}`);
        await tx.query(sql`delete from idea_co_authors where person_id = ${personId}`);
        await tx.query(sql`delete from co_author_invitations where person_id = ${personId}`);
        await tx.query(sql`update co_author_invitations set invited_by_id = null where invited_by_id = ${personId}`);
        // What they wrote about others' decisions goes with them; what was decided stays.
        await tx.query(
          sql`update idea_merges set proposed_by_id = null, reason = '' where proposed_by_id = ${personId}`,
        );
        await tx.query(sql`update idea_merges set decided_by_id = null where decided_by_id = ${personId}`);
        await tx.query(sql`update idea_merges set undone_by_id = null where undone_by_id = ${personId}`);
        // What they asked goes; what an organisation answered is the organisation's.
        await tx.query(sql`update lead_requests set asked_by_id = null, question = '' where asked_by_id = ${personId}`);
        await tx.query(sql`update lead_requests set answered_by_id = null where answered_by_id = ${personId}`);
        await tx.query(sql`update merge_objections set person_id = null, reason = '' where person_id = ${personId}`);
        await tx.query(sql`update appeals set made_by_id = null, reason = '' where made_by_id = ${personId}`);
        await tx.query(sql`update appeals set against_id = null where against_id = ${personId}`);
        await tx.query(sql`update appeals set decided_by_id = null where decided_by_id = ${personId}`);
      },
    });
  }
}
