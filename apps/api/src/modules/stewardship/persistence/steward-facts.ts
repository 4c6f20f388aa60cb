import { sql, type Tx } from '../../../platform/database/index.js';

/** Whether a steward is named for reports that somebody may be at risk; read under the transaction's lock on the person. */
export async function isSafeguarding(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx.one(sql`select from people where id = ${personId} and steward and safeguarding`);
  return row !== undefined;
}

/** Whether somebody belongs to one of the organisations, or left it less than a year ago: then they do not decide about it. */
export async function isClose(tx: Tx, personId: string, organisationIds: readonly (string | null)[]): Promise<boolean> {
  const ids = organisationIds.filter((id) => id !== null);
  if (ids.length === 0) return false;
  const row = await tx.one(sql`
    select from memberships where person_id = ${personId} and organisation_id = any(${ids}::uuid[])
      and (left_at is null or left_at > app_now() - interval '1 year') limit 1`);
  return row !== undefined;
}

/** The organisations an idea is a matter of: its author's, and the one that leads it. */
export async function organisationsOfIdea(tx: Tx, ideaId: string | null): Promise<readonly (string | null)[]> {
  if (ideaId === null) return [];
  const row = await tx.one<{ organisationId: string | null; leadId: string | null }>(sql`
    select organisation_id as "organisationId", lead_organisation_id as "leadId" from ideas where id = ${ideaId}`);
  return [row?.organisationId ?? null, row?.leadId ?? null];
}

/** Whether somebody wrote an idea, alone or with others. */
export async function isAuthorOf(tx: Tx, personId: string, ideaId: string | null): Promise<boolean> {
  if (ideaId === null) return false;
  const row = await tx.one(sql`
    select from ideas i where i.id = ${ideaId} and (i.author_id = ${personId}
      or exists (select from idea_co_authors c where c.idea_id = i.id and c.person_id = ${personId}))`);
  return row !== undefined;
}
