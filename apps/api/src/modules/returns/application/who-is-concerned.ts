import { sql, type Sql, type Tx } from '../../../platform/database/index.js';
import { fundersOf } from './facts.js';

const HERE = sql`p.deleted_at is null`;

function membersOf(organisations: Sql, ...roles: readonly string[]): Sql {
  return sql`select m.person_id from memberships m where m.left_at is null and m.roles && ${[...roles]}::text[]
    and m.organisation_id in (${organisations})`;
}

async function idsOf(tx: Tx, people: Sql): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    sql`select p.id from people p where ${HERE} and p.id in (${people}) order by p.id limit 500`,
  );
  return rows.map(({ id }) => id);
}

/** Who can keep a promise: the coordinating team, and those who act for the organisations that deliver. */
export function whoKeeps(tx: Tx, obligationId: string): Promise<readonly string[]> {
  const venture = sql`(select o.venture_id from obligations o where o.id = ${obligationId})`;
  const delivering = sql`select v.organisation_id from venture_members v where v.venture_id = ${venture} and v.role in ('LEAD', 'PARTNER')`;
  return idsOf(
    tx,
    sql`select t.person_id from venture_team t where t.venture_id = ${venture} union ${membersOf(delivering, 'ADMIN', 'MEMBER')}`,
  );
}

/** Who can check what was submitted: people of the funders. */
export function whoChecks(tx: Tx, obligationId: string): Promise<readonly string[]> {
  const round = sql`(select o.round_id from obligations o where o.id = ${obligationId})`;
  return idsOf(tx, membersOf(fundersOf(round), 'ADMIN', 'MEMBER', 'APPROVER'));
}

/** Who still has to answer an open waiver. */
export function whoAnswers(tx: Tx, obligationId: string): Promise<readonly string[]> {
  const silent = sql`${fundersOf(sql`(select o.round_id from obligations o where o.id = ${obligationId})`)}
    except select a.organisation_id from waiver_answers a join waivers w on w.id = a.waiver_id
      where w.obligation_id = ${obligationId} and w.status = 'OPEN'`;
  return idsOf(tx, membersOf(silent, 'ADMIN', 'APPROVER'));
}

export function stewards(tx: Tx): Promise<readonly string[]> {
  return idsOf(tx, sql`select s.id from people s where s.steward`);
}
