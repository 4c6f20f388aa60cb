import { ActivityLog } from '../../src/platform/activity/index.js';
import { newId, UnitOfWork } from '../../src/platform/database/index.js';
import type { TestApi } from './api.js';
import { anOrganisation, type TestOrganisation } from './people.js';

/** An agreed output as rows have it. */
export interface TestOutput {
  readonly kind: string;
  readonly title: string;
  readonly licenceCondition: string;
  readonly dueAfterDays: number;
}

export interface FundedVenture {
  readonly ideaId: string;
  readonly ideaSlug: string;
  readonly ventureId: string;
  readonly lead: TestOrganisation;
  readonly moneyHolder: TestOrganisation;
  readonly funders: readonly TestOrganisation[];
}

/**
 * A venture whose money was agreed a moment ago. Round, pledges and signed agreement are stated as rows; what follows
 * from a round's success follows as it does in earnest.
 */
export async function aFundedVenture(
  api: TestApi,
  wishes: {
    readonly outputs: readonly TestOutput[];
    readonly funders?: number;
    readonly votes?: Record<string, number>;
  },
): Promise<FundedVenture> {
  const sql = (text: string, values: unknown[]) => api.dataSource.query(text, values);
  const lead = await anOrganisation(api, { verified: true });
  const moneyHolder = await anOrganisation(api, { verified: true });
  const ideaId = newId();
  const ideaSlug = `idea-${ideaId}`;
  await sql(
    `insert into ideas (id, slug, title, need, outcome, people_served, themes, stage, author_id, lead_organisation_id, created_at, updated_at)
     values ($1, $2, 'Remember the appointment', 'Need', 'Outcome', 'People', '{HEALTH}', 'FUNDING', $3, $4, app_now(), app_now())`,
    [ideaId, ideaSlug, lead.admin.person.id, lead.id],
  );
  const votes = { lived_experience: 0, practitioner: 0, technologist: 0, funder: 0, public: 0, ...wishes.votes };
  await sql(
    `insert into vote_counters (idea_id, slot, lived_experience, practitioner, technologist, funder, public) values ($1, 3, $2, $3, $4, $5, $6)`,
    [ideaId, votes.lived_experience, votes.practitioner, votes.technologist, votes.funder, votes.public],
  );
  await sql(
    `insert into support_told (idea_id, lived_experience, practitioner, technologist, funder, public, told_at) values ($1, $2, $3, $4, $5, $6, app_now())`,
    [ideaId, votes.lived_experience, votes.practitioner, votes.technologist, votes.funder, votes.public],
  );
  const agreementId = newId();
  await sql(
    `insert into commons_agreements (id, idea_id, version, revision, status, drafted_at) values ($1, $2, 1, 1, 'DRAFT', app_now())`,
    [agreementId, ideaId],
  );
  for (const [index, output] of wishes.outputs.entries()) {
    await sql(
      `insert into agreement_outputs (id, agreement_id, position, kind, title, licence_condition, due_after_days) values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), agreementId, index + 1, output.kind, output.title, output.licenceCondition, output.dueAfterDays],
    );
  }
  await sql(
    `update commons_agreements set status = 'SIGNED', signed_by_person_id = $2, signed_for_organisation_id = $3, signed_at = app_now() where id = $1`,
    [agreementId, lead.admin.person.id, lead.id],
  );
  const funders: TestOrganisation[] = [];
  for (let number = 0; number < (wishes.funders ?? 2); number += 1) {
    funders.push(await anOrganisation(api, { kind: 'FOUNDATION', verified: true }));
  }
  const roundId = await aSuccessfulRound(api, { ideaId, agreementId, lead, moneyHolder, funders });
  await api.app.get(UnitOfWork).run(async (tx) => {
    await api.app.get(ActivityLog).append(tx, {
      kind: 'funding_round.succeeded',
      subject: { type: 'FundingRound', id: roundId },
      ideaId,
      visibility: 'PUBLIC',
    });
  });
  const [served] = await sql('select venture_id from venture_ideas where idea_id = $1', [ideaId]);
  return { ideaId, ideaSlug, ventureId: served.venture_id, lead, moneyHolder, funders };
}

async function aSuccessfulRound(
  api: TestApi,
  round: {
    readonly ideaId: string;
    readonly agreementId: string;
    readonly lead: TestOrganisation;
    readonly moneyHolder: TestOrganisation;
    readonly funders: readonly TestOrganisation[];
  },
): Promise<string> {
  const sql = (text: string, values: unknown[]) => api.dataSource.query(text, values);
  const id = newId();
  const total = 1_000 * round.funders.length;
  await sql(
    `with round as (
       insert into funding_rounds (id, idea_id, agreement_id, purpose, status, currency, minimum_minor, target_minor, committed_minor,
         committed_at_close_minor, deadline, lead_organisation_id, money_holder_organisation_id, opened_by_id, opened_at, closed_at, closed_by)
       values ($1, $2, $3, 'BUILD', 'SUCCEEDED', 'GBP', 1, $4, $4, $4, app_now(), $5, $6, $7, app_now(), app_now(), 'DEADLINE') returning id)
     insert into round_tranches (round_id, position, title, basis_points) select id, 1, 'All of it', 10000 from round`,
    [id, round.ideaId, round.agreementId, total, round.lead.id, round.moneyHolder.id, round.lead.admin.person.id],
  );
  for (const funder of round.funders) {
    const mandateId = newId();
    const by = funder.admin.person.id;
    await sql(
      `insert into mandates (id, slug, organisation_id, status, version, currency, title, themes, places, purposes, opens_on, closes_on, budget_minor, published_at)
       values ($1, $2, $3, 'PUBLISHED', 1, 'GBP', 'Offer', '{HEALTH}', '{}', '{BUILD}', current_date, current_date, 1000, app_now())`,
      [mandateId, `mandate-${mandateId}`, funder.id],
    );
    await sql(
      `insert into mandate_versions (mandate_id, version, title, summary, language, themes, places, people_served, currency, budget_minor,
         smallest_minor, largest_minor, opens_on, closes_on, purposes, pays, return_conditions, pledge_conditions, always_ask_second_person, published_by_id, published_at)
       values ($1, 1, 'Offer', '', 'en', '{HEALTH}', '{}', '', 'GBP', 1000, 1, 1000, current_date, current_date, '{BUILD}', '{}', '[]', '[]', false, $2, app_now())`,
      [mandateId, by],
    );
    await sql(
      `insert into pledges (id, round_id, mandate_id, mandate_version, organisation_id, status, currency, amount_minor, conditions, version, content_hash, made_by_id, placed_at, in_force_at, updated_at)
       values ($1, $2, $3, 1, $4, 'COMMITTED', 'GBP', 1000, '[]', 1, decode(repeat('00', 32), 'hex'), $5, app_now(), app_now(), app_now())`,
      [newId(), id, mandateId, funder.id, by],
    );
  }
  return id;
}
