import { Injectable } from '@nestjs/common';

import { raw, sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';
import { Gates } from '../../ideas/index.js';
import { publiclyCounted, publicOrganisations, publicVotes } from './public-support.js';

/** What gates ask of support, and what this module holds about a person. */
@Injectable()
export class SupportFacts {
  constructor(gates: Gates, personalData: PersonalData) {
    // What is public and nothing else, also here: a gate that opened by a vote nobody can see yet would tell its moment.
    // Imported votes are in none of these: nobody here saw who cast them.
    gates.provide('support', (idea) => {
      const id = sql`${idea}.id`;
      return sql`json_build_object(
        'votes', ${publicVotes(id)},
        'verifiedOrganisations', ${publicOrganisations(id, true)},
        'adoptionInterests', (select count(*)::int from adoption_interests a where a.idea_id = ${id} and a.withdrawn_at is null),
        'livedExperienceVoices', coalesce((select t.voices from support_told t where t.idea_id = ${id}), 0),
        -- the gate in front of what was only logged does not ask for these, and is tried after every vote
        'unansweredConcerns', case when ${idea}.stage = 'LOGGED' then 0 else (select count(*)::int from votes v where v.idea_id = any(ideas_together(${id})) and v.answer = 'COULD_HARM'
          and v.carried_from_id is null and v.source = 'PERSON' and ${publiclyCounted(raw('v'))} and not exists (select from concern_answers a where a.vote_id = v.id)) end)`;
    });
    personalData.register({
      name: 'support',
      export: async (tx, personId) => ({
        votes: await tx.query(sql`
          select i.slug as idea, v.perspective, v.answer, v.why, v.shown_as as "shownAs", p.name as pseudonym,
            v.created_at as "castAt", v.withdrawn_at as "withdrawnAt"
          from votes v join ideas i on i.id = v.idea_id
          left join idea_pseudonyms p on p.idea_id = v.idea_id and p.person_id = v.person_id
          where v.person_id = ${personId} order by v.created_at`),
        votesRecordedForOthers: await tx.query(sql`
          select i.slug as idea, v.perspective, v.answer, v.created_at as "recordedAt", v.withdrawn_at as "revokedAt"
          from votes v join ideas i on i.id = v.idea_id where v.recorded_by_id = ${personId} order by v.created_at`),
        groupSessions: await tx.query(sql`
          select place, people, opened_at as "openedAt", ends_at as "endsAt" from group_sessions where opened_by_id = ${personId} order by opened_at`),
        adoptionInterests: await tx.query(sql`
          select i.slug as idea, a.level, a.people_served as "peopleServed", a.note, a.created_at as "declaredAt"
          from adoption_interests a join ideas i on i.id = a.idea_id where a.declared_by_id = ${personId} order by a.created_at`),
      }),
      // The votes still count, and lead to nobody: not to a name, and not to one another.
      erase: async (tx, personId) => {
        await tx.query(sql`delete from idea_pseudonyms where person_id = ${personId}`);
        await tx.query(sql`update votes set person_id = null, why = '' where person_id = ${personId}`);
        await tx.query(sql`update votes set recorded_by_id = null where recorded_by_id = ${personId}`);
        await tx.query(sql`update group_sessions set opened_by_id = null, place = '' where opened_by_id = ${personId}`);
        await tx.query(sql`update adoption_interests set declared_by_id = null where declared_by_id = ${personId}`);
        await tx.query(sql`update concern_answers set answered_by_id = null where answered_by_id = ${personId}`);
      },
    });
  }
}
