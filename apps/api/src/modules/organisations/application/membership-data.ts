import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/** Memberships and invitations of a person: exported, ended, and rid of the address. */
@Injectable()
export class MembershipData {
  constructor(personalData: PersonalData) {
    personalData.register({
      name: 'organisations',
      export: async (tx, personId) => ({
        memberships: await tx.query(sql`
          select o.name as organisation, m.roles, m.joined_at as "joinedAt", m.left_at as "leftAt"
          from memberships m join organisations o on o.id = m.organisation_id where m.person_id = ${personId} order by m.joined_at`),
        invitations: await tx.query(sql`
          select o.name as organisation, i.roles, i.status, i.created_at as "invitedAt"
          from invitations i join organisations o on o.id = i.organisation_id
          where i.accepted_by_id = ${personId} or i.email = (select email from auth_users where id = ${personId}) order by i.created_at`),
      }),
      erase: async (tx, personId) => {
        await tx.query(sql`
          update memberships set left_at = greatest(app_now(), joined_at) where person_id = ${personId} and left_at is null`);
        await tx.query(sql`
          update second_person_acts set status = 'WITHDRAWN', decided_by_id = ${personId}, decided_at = app_now()
          where status = 'PENDING' and (content ->> 'personId' = ${personId} or proposed_by_id = ${personId})
            and not exists (select from organisations o where o.verification_act_id = second_person_acts.id)`);
        // The mail of an invitation names its sender; one that has not left does not leave.
        await tx.query(sql`
          delete from mails where sent_at is null and event in (select 'invitation:' || id from invitations where invited_by_id = ${personId})`);
        await tx.query(sql`
          delete from mails where event in (select 'invitation:' || id from invitations
            where accepted_by_id = ${personId} or email = (select email from auth_users where id = ${personId}))`);
        await tx.query(sql`
          update invitations set status = 'WITHDRAWN' where status = 'OPEN' and invited_by_id = ${personId}`);
        await tx.query(sql`
          delete from invitations where accepted_by_id = ${personId} or email = (select email from auth_users where id = ${personId})`);
        // What an admin wrote so that the site team could check may name them.
        await tx.query(sql`
          update organisations set verification_note = null where verification_requested_by_id = ${personId} and verification not in ('REQUESTED', 'NOTICE')`);
      },
    });
  }
}
