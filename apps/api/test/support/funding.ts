import { randomUUID } from 'node:crypto';

import type { MandateDraft, PledgeCondition, RoundPurpose } from '@openimpact/domain';

import { checkInvariants } from '../../src/invariants/index.js';
import { PublishMandate } from '../../src/modules/mandates/index.js';
import { PlacePledge } from '../../src/modules/pledges/index.js';
import { OpenFundingRound } from '../../src/modules/rounds/index.js';
import type { SignedInViewer } from '../../src/platform/auth/index.js';
import { newId } from '../../src/platform/database/index.js';
import type { TestApi } from './api.js';
import { anOrganisation, type TestOrganisation } from './people.js';

/** A day far enough ahead for any test. */
const LATER = '2099-12-31';

/** An idea whose lead organisation has signed what will be shared back: ready to ask for money. */
export async function aShapedIdea(
  api: TestApi,
  wishes: { readonly lead?: TestOrganisation; readonly licences?: readonly string[] | null } = {},
): Promise<{ readonly ideaId: string; readonly lead: TestOrganisation }> {
  const sql = (text: string, values: unknown[]) => api.dataSource.query(text, values);
  const lead = wishes.lead ?? (await anOrganisation(api, { verified: true }));
  const ideaId = newId();
  await sql(
    `insert into ideas (id, slug, title, need, outcome, people_served, themes, stage, author_id, lead_organisation_id, created_at, updated_at)
     values ($1, $2, 'Remember the appointment', 'Need', 'Outcome', 'People', '{HEALTH}', 'SHAPED', $3, $4, app_now(), app_now())`,
    [ideaId, `idea-${ideaId}`, lead.admin.person.id, lead.id],
  );
  const agreementId = newId();
  await sql(
    `insert into commons_agreements (id, idea_id, version, revision, status, drafted_at) values ($1, $2, 1, 1, 'DRAFT', app_now())`,
    [agreementId, ideaId],
  );
  await sql(
    `insert into agreement_outputs (id, agreement_id, position, kind, title, licence_condition, accepted_licences, due_after_days, tranche_position)
     values ($1, $2, 1, 'SOFTWARE', 'The reminder service', 'OPEN', $3, 30, 1)`,
    [newId(), agreementId, wishes.licences ?? null],
  );
  await sql(
    `update commons_agreements set status = 'SIGNED', signed_by_person_id = $2, signed_for_organisation_id = $3, signed_at = app_now() where id = $1`,
    [agreementId, lead.admin.person.id, lead.id],
  );
  return { ideaId, lead };
}

export interface TestRound {
  readonly roundId: string;
  readonly ideaId: string;
  readonly lead: TestOrganisation;
}

/** An open round in pounds, opened by the use case. Its deadline is a week away unless said otherwise. */
export async function anOpenRound(
  api: TestApi,
  wishes: {
    readonly minimum?: bigint;
    readonly target?: bigint;
    readonly minutes?: number;
    readonly tranches?: readonly number[];
    readonly purpose?: RoundPurpose;
    readonly licences?: readonly string[] | null;
  } = {},
): Promise<TestRound> {
  const { ideaId, lead } = await aShapedIdea(api, wishes);
  const [{ now }] = await api.dataSource.query('select app_now() as now');
  const deadline = new Date(now.getTime() + (wishes.minutes ?? 7 * 24 * 60) * 60_000);
  const target = wishes.target ?? 50_000n;
  const draft = {
    purpose: wishes.purpose ?? ('BUILD' as const),
    currency: 'GBP',
    minimum: wishes.minimum ?? 1n,
    target,
    deadline,
    tranches: (wishes.tranches ?? [10_000]).map((basisPoints) => ({ title: '', basisPoints })),
  };
  const opened = await api.app
    .get(OpenFundingRound)
    .execute(lead.admin, { ideaId, moneyHolderOrganisationId: null, draft });
  if (!opened.ok) throw new Error(opened.reasons.map((reason) => reason.code).join());
  return { roundId: opened.value.roundId, ideaId, lead };
}

export interface TestFunder {
  readonly organisation: TestOrganisation;
  readonly mandateId: string;
  /** A member who is no approver. */
  readonly maker: SignedInViewer;
}

/** A funder with an open offer published through the use case. */
export async function aFunder(
  api: TestApi,
  draft: Partial<MandateDraft> = {},
  organisation?: TestOrganisation,
): Promise<TestFunder> {
  const funder = organisation ?? (await anOrganisation(api, { kind: 'FOUNDATION', verified: true }));
  const published = await api.app.get(PublishMandate).execute(funder.admin, {
    organisationId: funder.id,
    draft: {
      title: 'Open to joint work',
      themes: ['HEALTH'],
      currency: 'GBP',
      budget: 1_000_000n,
      largestPledge: draft.budget ?? 1_000_000n,
      closesOn: LATER,
      ...draft,
    },
  });
  if (!published.ok) throw new Error(published.reasons.map((reason) => reason.code).join());
  return { organisation: funder, mandateId: published.value.mandateId, maker: funder.admin };
}

/** Places a pledge through the use case, with a key of its own unless one is given. */
export function pledge(
  api: TestApi,
  { maker, mandateId }: Pick<TestFunder, 'maker' | 'mandateId'>,
  roundId: string,
  amount: bigint,
  wishes: {
    readonly key?: string;
    readonly conditions?: readonly PledgeCondition[];
    readonly note?: string;
    readonly currency?: string;
  } = {},
) {
  return api.app.get(PlacePledge).execute(maker, {
    roundId,
    mandateId,
    amount,
    currency: wishes.currency ?? 'GBP',
    conditions: wishes.conditions ?? [],
    note: wishes.note ?? '',
    idempotencyKey: wishes.key ?? randomUUID(),
  });
}

/** The codes of a refusal; empty when it was a yes. */
export function codesOf(decision: {
  readonly ok: boolean;
  readonly reasons?: readonly { readonly code: string }[];
}): string[] {
  return decision.reasons?.map((reason) => reason.code) ?? [];
}

/** All that is stored about money, as one text: equal before and after a refusal. */
export async function moneyStored(api: TestApi): Promise<string> {
  const tables = [
    'ledger_transactions',
    'ledger_entries',
    'pledges',
    'pledge_versions',
    'pledge_approvals',
    'tranche_calls',
    'call_parts',
    'payments',
    'remainder_releases',
    'bank_lines',
    'funding_rounds',
    'mandates',
    'idempotency_keys',
  ];
  const rows = await Promise.all(
    tables.map((table) =>
      api.dataSource.query(
        `select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') as rows from ${table} t`,
      ),
    ),
  );
  return JSON.stringify(rows);
}

/** Every invariant that is broken, with the rows that break it. */
export async function brokenInvariants(api: TestApi) {
  return (await checkInvariants(api.reader)).filter((result) => result.violations.length > 0);
}

/** The ledger of a round as a table that a treasurer can read: what moved, from where to where. */
export async function ledgerTable(api: TestApi, roundId: string): Promise<string[]> {
  const rows: { line: string }[] = await api.dataSource.query(
    `select transaction.kind || ': ' || string_agg(account.kind || ' ' || to_char(entry.amount_minor, 'SG999999990'), ', ' order by entry.amount_minor, account.kind) as line
     from ledger_transactions transaction join ledger_entries entry on entry.transaction_id = transaction.id
     join ledger_accounts account on account.id = entry.account_id
     where exists (select from ledger_entries touched join ledger_accounts owned on owned.id = touched.account_id
       where touched.transaction_id = transaction.id and (owned.owner_id = $1 or owned.owner_id in (select id from pledges where round_id = $1)))
     group by transaction.id order by transaction.id`,
    [roundId],
  );
  return rows.map((row) => row.line.replaceAll(/([+-])\s+/g, '$1'));
}
