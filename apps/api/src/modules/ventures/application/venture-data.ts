import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/**
 * What projects hold about a person. A seat, what was said from it and a place in the team go with the account, as do
 * drafts. News, decisions and agendas are the project's: they stay, and lead to nobody.
 */
@Injectable()
export class VentureData {
  constructor(personalData: PersonalData) {
    personalData.register({
      name: 'projects',
      export: async (tx, personId) => ({
        seats: await tx.query(sql`
          select v.slug as project, s.kind, s.name_shown as "nameShown", s.alias, s.access_needs as "accessNeeds", s.taken_at as "takenAt", s.left_at as "leftAt"
          from venture_seats s join ventures v on v.id = s.venture_id where s.person_id = ${personId} order by s.taken_at`),
        views: await tx.query(sql`
          select v.slug as project, w.phase, w.agrees, w.why, w.recorded_at as "recordedAt"
          from seat_views w join ventures v on v.id = w.venture_id where w.person_id = ${personId} order by w.recorded_at`),
        team: await tx.query(sql`
          select v.slug as project, t.role, t.joined_at as "joinedAt"
          from venture_team t join ventures v on v.id = t.venture_id where t.person_id = ${personId} order by t.joined_at`),
        invitations: await tx.query(sql`
          select v.slug as project, i.asked, i.time_paid as "timePaid", i.expenses_paid as "expensesPaid", i.access, i.invited_at as "invitedAt"
          from seat_invitations i join ventures v on v.id = i.venture_id where i.invited_by_id = ${personId} order by i.invited_at`),
        sessions: await tx.query(sql`
          select v.slug as project, s.question, s.held_on::text as "heldOn", s.place, s.access from venture_sessions s join ventures v on v.id = s.venture_id
          where s.planned_by_id = ${personId} order by s.planned_at`),
        updates: await tx.query(sql`
          select v.slug as project, u.title, u.body, u.saved_at as "savedAt", u.published_at as "publishedAt"
          from updates u join ventures v on v.id = u.venture_id where u.author_id = ${personId} order by u.saved_at`),
        corrections: await tx.query(sql`
          select v.slug as project, c.title, c.reason, c.corrected_at as "correctedAt" from update_versions c join updates u on u.id = c.update_id
          join ventures v on v.id = u.venture_id where c.corrected_by_id = ${personId} order by c.corrected_at`),
        decisions: await tx.query(sql`
          select v.slug as project, d.decided, d.why, d.recorded_at as "recordedAt"
          from venture_decisions d join ventures v on v.id = d.venture_id where d.recorded_by_id = ${personId} order by d.recorded_at`),
        milestones: await tx.query(sql`
          select v.slug as project, m.title, m.due_on::text as "dueOn" from milestones m join ventures v on v.id = m.venture_id
          where m.owner_id = ${personId} order by m.due_on`),
      }),
      erase: async (tx, personId) => {
        await tx.query(sql`delete from seat_views where person_id = ${personId}`);
        await tx.query(sql`delete from venture_seats where person_id = ${personId}`);
        await tx.query(sql`delete from venture_team where person_id = ${personId}`);
        await tx.query(sql`delete from updates where author_id = ${personId} and published_at is null`);
      },
      // Somebody has to answer for the safety of the people who take part, also tomorrow.
      unfinished: async (tx, personId) =>
        tx.query<{ what: string; path: string }>(sql`
          select 'you answer for the safety of people in the project “' || title || '”' as what, '/ventures/' || slug as path
          from ventures where safeguarding_lead_id = ${personId} and status in ('CONVENING', 'ACTIVE') order by created_at`),
    });
  }
}
