import { type Award, type NamedOrganisation } from '@openimpact/domain';

import { limit, sql, type Sql } from '../../../platform/database/index.js';

/** Projects read at once: enough for one statement, little enough for one process. */
export const VENTURES_AT_ONCE = 200;

interface StoredOrganisation {
  readonly slug: string;
  readonly name: string;
  readonly register: string | null;
  readonly number: string | null;
}

/** What a funder agreed to give a project in one currency. */
export interface AwardRow extends Record<string, unknown> {
  readonly ventureId: string;
  readonly ventureSlug: string;
  readonly title: string;
  readonly summary: string;
  readonly prefix: string | null;
  readonly currency: string;
  readonly awarded: string;
  readonly disbursed: string;
  readonly awardedOn: string;
  readonly modifiedAt: string;
  readonly funder: StoredOrganisation;
  readonly recipients: readonly StoredOrganisation[];
  readonly lead: string;
  readonly programmes: readonly { readonly slug: string; readonly title: string }[];
  readonly places: readonly string[];
}

/** The projects whose grants come next: those after one of them, by id. */
export function venturesAfter(after: string): Sql {
  return sql`select v.id from ventures v where v.id > ${after}::uuid order by v.id ${limit(VENTURES_AT_ONCE)}`;
}

/**
 * Agreed money of these projects as grants. What was agreed is read from the pledges and what was paid from the
 * payments, not from the ledger: so the two can be held against each other.
 */
export function awardsOf(ventureIds: readonly string[]): Sql {
  return sql`
    select v.id as "ventureId", v.slug as "ventureSlug", v.title, v.summary, o.grants_prefix as prefix, p.currency,
      sum(p.amount_minor)::text as awarded, sum(paid.amount)::text as disbursed,
      to_char(min(r.closed_at) at time zone 'UTC', 'YYYY-MM-DD') as "awardedOn",
      to_char(greatest(max(r.closed_at), max(paid.changed_at)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "modifiedAt",
      json_build_object('slug', o.slug, 'name', o.name, 'register', o.register, 'number', o.registration_number) as funder,
      json_agg(distinct jsonb_build_object('slug', h.slug, 'name', h.name, 'register', h.register, 'number', h.registration_number)) as recipients,
      min(l.name) as lead, json_agg(distinct jsonb_build_object('slug', m.slug, 'title', m.title)) as programmes,
      (select coalesce(json_agg(distinct place), '[]'::json) from venture_ideas of join ideas i on i.id = of.idea_id, unnest(i.places) place
        where of.venture_id = v.id) as places
    from funding_rounds r join ventures v on v.id = r.venture_id
    join pledges p on p.round_id = r.id and p.status in ('COMMITTED', 'SETTLED')
    join organisations o on o.id = p.organisation_id join organisations h on h.id = r.money_holder_organisation_id
    join organisations l on l.id = r.lead_organisation_id join mandates m on m.id = p.mandate_id
    join lateral (
      select coalesce(sum(payment.amount_minor) filter (where payment.status <> 'REVERSED'), 0) as amount,
        max(greatest(payment.recorded_at, payment.received_at, payment.reversed_at)) as changed_at
      from call_parts part join payments payment on payment.call_part_id = part.id where part.pledge_id = p.id) paid on true
    where r.status = 'SUCCEEDED' and r.venture_id = any(${ventureIds}::uuid[])
    group by v.id, o.id, p.currency order by v.id, o.id, p.currency`;
}

/** Grants of one project as their funders publish them: those with a prefix, each naming the others. */
export function awardsFrom(rows: readonly AwardRow[]): readonly (Award & { readonly row: AwardRow })[] {
  const named = rows.flatMap((row) =>
    row.prefix === null ? [] : [{ row, prefix: row.prefix, id: idOf(row, row.prefix) }],
  );
  return named.map(({ row, prefix, id }) => ({
    id,
    prefix,
    title: row.title.slice(0, 140),
    currency: row.currency,
    awarded: BigInt(row.awarded),
    disbursed: BigInt(row.disbursed),
    awardedOn: row.awardedOn,
    modifiedAt: row.modifiedAt,
    funder: organisation(row.funder, prefix),
    recipients: row.recipients.map((recipient) => organisation(recipient, prefix)),
    related: named.filter((other) => other.row.ventureId === row.ventureId && other.id !== id).map((other) => other.id),
    row,
  }));
}

function idOf({ ventureSlug, currency }: AwardRow, prefix: string): string {
  return `${prefix}-${ventureSlug}-${currency}`;
}

/** By its register, so that it reads the same in everybody's files; by the funder's own name for it where it has none. */
function organisation({ slug, name, register, number }: StoredOrganisation, prefix: string): NamedOrganisation {
  return { id: register === null || number === null ? `${prefix}-org-${slug}` : `${register}-${number}`, name };
}
