import { type MentionedBy, mayMention } from '@openimpact/domain';

import { sql, type Sql, type Tx } from '../../../platform/database/index.js';

/** Whether two people sit at the table or work in the team of one project now. */
export function shareProject(one: Sql, other: Sql): Sql {
  const of = (person: Sql) => sql`
    select venture_id from venture_seats where person_id = ${person} and left_at is null
    union select venture_id from venture_team where person_id = ${person}`;
  return sql`exists ((${of(one)}) intersect (${of(other)}))`;
}

/**
 * Whether somebody may turn to a person by name: mention them, ask them to write along, put them into a team. Never to a
 * minor they share no project with, and a team is not made to share one by naming its members.
 */
export async function mayReach(tx: Tx, fromId: string, toId: string): Promise<boolean> {
  if (fromId === toId) return true;
  const person = await tx.one<{
    readonly bornFrom: number | null;
    readonly mentionedBy: MentionedBy;
    readonly shareProject: boolean;
    readonly year: number;
  }>(sql`
    select p.born_from as "bornFrom", p.mentioned_by as "mentionedBy", extract(year from app_now() at time zone 'UTC')::int as year,
      ${shareProject(sql`p.id`, sql`${fromId}::uuid`)} as "shareProject"
    from people p where p.id = ${toId} and p.deleted_at is null`);
  return person !== undefined && mayMention(person, person);
}
