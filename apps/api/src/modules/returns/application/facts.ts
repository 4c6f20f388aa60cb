import type { VerifierFacts } from '@openimpact/domain';

import { sql, type Sql, type Tx } from '../../../platform/database/index.js';

/** Ids of organisations whose money is agreed for a round. */
export function fundersOf(round: Sql): Sql {
  return sql`select p.organisation_id from pledges p where p.round_id = ${round} and p.status in ('COMMITTED', 'SETTLED')`;
}

/** Organisations a person belongs to now. */
function organisationsOf(person: string | null): Sql {
  return sql`select m.organisation_id from memberships m where m.person_id = ${person} and m.left_at is null`;
}

/** Organisations that the venture's money goes to: who leads its rounds, who holds the money, and who delivers with them. */
function paidByVenture(venture: Sql): Sql {
  return sql`
    select r.lead_organisation_id from funding_rounds r where r.venture_id = ${venture}
    union select r.money_holder_organisation_id from funding_rounds r where r.venture_id = ${venture}
    union select v.organisation_id from venture_members v where v.venture_id = ${venture} and v.role = 'PARTNER'`;
}

/**
 * What ties a person to an obligation's venture, as JSON with the names of `VerifierFacts` and one more,
 * `worksForVenture`. The same words answer a mutation under its lock and a page without one.
 */
export function tiesTo(obligation: Sql, person: string | null): Sql {
  const waiting = sql`(select r.id from returns r where r.obligation_id = ${obligation}.id order by r.number desc limit 1)`;
  return sql`json_build_object(
    'belongsToFunder', exists (${fundersOf(sql`${obligation}.round_id`)} intersect ${organisationsOf(person)}),
    'isSteward', coalesce((select s.steward from people s where s.id = ${person} and s.deleted_at is null), false),
    'paidOrganisations', array(select o.name from organisations o where o.id in (${paidByVenture(sql`${obligation}.venture_id`)})
      and o.id in (${organisationsOf(person)}) order by o.name),
    'ownedComponents', array(select c.name from components c
      -- what no organisation owns is whose who registered it
      where (c.owner_organisation_id in (${organisationsOf(person)}) or (c.owner_organisation_id is null and c.registered_by_id = ${person}))
      and c.id in (select rc.component_id from return_components rc where rc.return_id = ${waiting}
        union select f.component_id from reuse_offers f where f.idea_id = ${obligation}.idea_id and f.status = 'ACCEPTED') order by c.name),
    'holdsTeamRole', exists (select from venture_team t where t.venture_id = ${obligation}.venture_id and t.person_id = ${person}),
    'submittedIt', coalesce((select r.submitted_by_id = ${person} from returns r where r.id = ${waiting}), false),
    'belongsToMember', exists (select from venture_members v where v.venture_id = ${obligation}.venture_id
      and v.organisation_id in (${organisationsOf(person)})),
    'worksForVenture', exists (select from venture_team t where t.venture_id = ${obligation}.venture_id and t.person_id = ${person})
      or exists (select from venture_members v where v.venture_id = ${obligation}.venture_id and v.role in ('LEAD', 'PARTNER')
        and v.organisation_id in (${organisationsOf(person)}))
  )`;
}

export type Ties = VerifierFacts & { readonly worksForVenture: boolean };

export async function readTies(tx: Tx, obligationId: string, personId: string): Promise<Ties> {
  const row = await tx.one<{ ties: Ties }>(
    sql`select ${tiesTo(sql`promise`, personId)} as ties from obligations promise where promise.id = ${obligationId}`,
  );
  if (!row) throw new Error(`The promise ${obligationId} was locked and is not there.`);
  return row.ties;
}
