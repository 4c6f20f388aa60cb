import {
  type Decision,
  deleteAccount,
  type AccountDeletion,
  type DeleteAccountRefusalReason,
  type MembershipOfLeaver,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { UnauthenticatedError } from '../../../platform/graphql/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';
import { PersonStore } from '../persistence/person-store.js';

/** Deletes a person's account: what can be linked to them goes from every module, what they counted in stays counted. */
@Injectable()
export class DeleteMyAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PersonStore,
    private readonly personalData: PersonalData,
    private readonly activity: ActivityLog,
  ) {}

  execute(viewer: SignedInViewer, typedHandle: string): Promise<Decision<AccountDeletion, DeleteAccountRefusalReason>> {
    return this.unitOfWork.run(async (tx) => {
      const { id } = viewer.person;
      // Organisations before people, everywhere: a change of roles locks the organisation first.
      const memberships = await this.membershipsOf(tx, id);
      const otherStewards = await this.people.otherStewards(tx, id);
      const person = await this.people.lock(tx, id);
      if (person === undefined) throw new UnauthenticatedError();

      const decision = deleteAccount(typedHandle, {
        handle: person.handle,
        alreadyDeleted: person.deleted_at !== null,
        isSteward: person.steward,
        otherStewards,
        memberships,
        unfinished: await this.personalData.unfinished(tx, id),
      });
      if (!decision.ok) return decision;

      await this.personalData.eraseAll(tx, id);
      await this.people.forget(tx, id, await tx.now());
      await this.activity.append(tx, { kind: 'person.left', subject: { type: 'Person', id }, visibility: 'PRIVATE' });
      return decision;
    });
  }

  private async membershipsOf(tx: Tx, personId: string): Promise<MembershipOfLeaver[]> {
    await tx.query(sql`
      select id from organisations
      where id in (select organisation_id from memberships where person_id = ${personId} and left_at is null)
      order by id for no key update`);
    const rows = await tx.query<{
      id: string;
      name: string;
      is_admin: boolean;
      other_admins: number;
      others: number;
    }>(sql`
      select o.id, o.name, 'ADMIN' = any (mine.roles) as is_admin,
        (select count(*)::int from memberships m where m.organisation_id = o.id and m.left_at is null and m.person_id <> ${personId} and 'ADMIN' = any (m.roles)) as other_admins,
        (select count(*)::int from memberships m where m.organisation_id = o.id and m.left_at is null and m.person_id <> ${personId}) as others
      from memberships mine join organisations o on o.id = mine.organisation_id
      where mine.person_id = ${personId} and mine.left_at is null order by o.name`);
    return rows.map(({ id, name, is_admin, other_admins, others }) => ({
      organisationId: id,
      organisationName: name,
      isAdmin: is_admin,
      otherActiveAdmins: other_admins,
      otherActiveMembers: others,
    }));
  }
}
