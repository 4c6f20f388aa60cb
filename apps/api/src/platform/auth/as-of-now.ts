import { sql, type Tx } from '../database/index.js';
import { UnauthenticatedError } from '../graphql/errors.js';
import type { SignedInViewer, ViewerMembership } from './viewer.js';

/**
 * The viewer with the roles they hold at this moment, kept from changing until the transaction ends. A request knows its
 * viewer from its beginning; nothing may be done with a role that ended while the request waited for a lock.
 *
 * Throws `UNAUTHENTICATED` when the account was deleted meanwhile.
 */
export async function asOfNow(tx: Tx, viewer: SignedInViewer): Promise<SignedInViewer> {
  const person = await tx.one<{ steward: boolean }>(sql`
    select steward from people where id = ${viewer.person.id} and deleted_at is null for share`);
  if (!person) throw new UnauthenticatedError();
  const memberships = await tx.query<ViewerMembership>(sql`
    select organisation_id as "organisationId", roles from memberships
    where person_id = ${viewer.person.id} and left_at is null order by id for share`);
  return { ...viewer, person: { ...viewer.person, steward: person.steward }, memberships };
}
