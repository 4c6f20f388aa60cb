import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { demonstrationPlan } from '@openimpact/builders';

import { anApi, type TestApi } from '../../test/support/api.js';
import { ViewerOfPerson } from '../modules/people/index.js';
import { verifySeals } from '../platform/tail/index.js';
import { fillDemonstration } from './index.js';

let api: TestApi;
const lines: string[] = [];
beforeAll(async () => {
  api = await anApi();
  await fillDemonstration(api, (line) => lines.push(line));
}, 300_000);
afterAll(async () => {
  await api.close();
});

it('leaves every idea where the plan says', async () => {
  const stages: { title: string; stage: string }[] = await api.dataSource.query('select title, stage from ideas');
  const stands = Object.fromEntries(stages.map(({ title, stage }) => [title, stage]));
  expect(stands).toEqual(Object.fromEntries(demonstrationPlan.ideas.map(({ title, reaches }) => [title, reaches])));
});

it('is a past: nothing in the log happened later than now, and it verifies', async () => {
  const [later] = await api.dataSource.query(
    'select count(*)::int from activities where occurred_at > clock_timestamp()',
  );
  expect(later.count).toBe(0);
  const seals = await verifySeals(api.reader);
  expect(seals.faults).toEqual([]);
});

it('gives the clock back', async () => {
  const [clock] = await api.dataSource.query(`select shift = '0' as back from app_clock`);
  expect(clock.back).toBe(true);
});

it('says that it is a demonstration, and happens once', async () => {
  const [{ demonstration }] = await api.dataSource.query('select demonstration from installation');
  expect(demonstration).toBe(true);
  expect(await fillDemonstration(api, () => undefined)).toBe(false);
  expect(lines[0]).toContain('invented');
});

it('lets one idea go the whole way, with rows and a logged activity for every step', async () => {
  const [navigator] = await api.dataSource.query(
    `select id from ideas where stage = 'COMMONS' order by created_at limit 1`,
  );
  const logged: { kind: string }[] = await api.dataSource.query(
    `select distinct kind from activities where idea_id = $1 or venture_id in (select venture_id from venture_ideas where idea_id = $1)`,
    [navigator.id],
  );
  const kinds = new Set(logged.map(({ kind }) => kind));
  const steps = [
    'idea.logged',
    'vote.cast',
    'adoption_interest.declared',
    'idea.supported',
    'reuse_offer.accepted',
    'brief.saved',
    'agreement.signed',
    'idea.shaped',
    'funding_round.opened',
    'pledge.placed',
    'pledge.approved',
    'funding_round.succeeded',
    'venture.funded',
    'agenda.signed',
    'milestone.completed',
    'update.posted',
    'tranche.called',
    'payment.received',
    'return.submitted',
    'return.verified',
    'users_said.recorded',
    'idea.commons',
  ];
  expect(steps.filter((kind) => !kinds.has(kind))).toEqual([]);
});

it('founds one venture for each idea whose round succeeded, with lead and funders in it', async () => {
  const rows: { rounds: number; ventures: number; funders: number; members: number }[] = await api.dataSource.query(`
    select count(*)::int as rounds, count(distinct r.venture_id)::int as ventures,
      sum((select count(*) from pledges p where p.round_id = r.id and p.status in ('COMMITTED', 'SETTLED')))::int as funders,
      sum((select count(*) from venture_members m where m.venture_id = r.venture_id and m.role = 'FUNDER'))::int as members
    from funding_rounds r where r.status = 'SUCCEEDED'`);
  expect(rows).toEqual([{ rounds: 7, ventures: 7, funders: 17, members: 17 }]);
});

it('shows a site team that decides, and is overruled once', async () => {
  const decided: unknown[] = await api.dataSource.query(`
    select r.reason, r.status, count(*)::int as reports from reports r group by 1, 2 order by 1, 2`);
  expect(decided).toEqual([
    { reason: 'HARASSMENT', status: 'REMOVED', reports: 1 },
    { reason: 'PERSONAL_DATA', status: 'REMOVED', reports: 1 },
    { reason: 'SOMEONE_AT_RISK', status: 'KEPT', reports: 1 },
    { reason: 'SPAM', status: 'KEPT', reports: 1 },
    { reason: 'SPAM', status: 'OPEN', reports: 1 },
    { reason: 'SPAM', status: 'REMOVED', reports: 5 },
    { reason: 'UNTRUE', status: 'KEPT', reports: 1 },
  ]);
  const appeals: unknown[] = await api.dataSource.query('select kind, outcome from appeals order by kind, outcome');
  expect(appeals).toEqual([
    { kind: 'CONTENT_REMOVED', outcome: 'OVERTURNED' },
    { kind: 'CONTENT_REMOVED', outcome: null },
    { kind: 'IDEA_DECLINED', outcome: 'UPHELD' },
  ]);
  const [named] = await api.dataSource.query(
    'select count(*)::int as people from people where steward and safeguarding',
  );
  expect(named.people).toBeGreaterThanOrEqual(2);
});

/** What a person of the story finds waiting when they come in. */
async function waitingFor(handle: string): Promise<Record<string, number>> {
  const viewer = await api.app.get(ViewerOfPerson, { strict: false }).byHandle(handle);
  const list = (name: string) => `${name} { id }`;
  const { data, errors } = await api.as(viewer).graphql<{
    viewer: Record<string, readonly unknown[]>;
    stewardQueue: Record<string, readonly unknown[]> | null;
    openAppeals: { nodes: readonly unknown[] };
  }>(`{
    viewer { ${DESK.map(list).join(' ')} }
    stewardQueue { ${QUEUE.map(list).join(' ')} }
    openAppeals(first: 10) { nodes { id } }
  }`);
  expect(errors).toEqual([]);
  const lists = { ...data.viewer, ...data.stewardQueue, appeals: data.openAppeals.nodes };
  const counts = Object.entries(lists).map(([name, of]): [string, number] => [name, of.length]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

const DESK = [
  'approvalsWaiting',
  'paymentsDue',
  'receiptsToConfirm',
  'promisesDue',
  'returnsToCheck',
  'toVerify',
  'leadQuestions',
] as const;
const QUEUE = ['reports', 'heldPosts'] as const;

it.each([
  ['an approver', 'tobias-eyre', { approvalsWaiting: 1 }],
  ['a funder', 'sunita-vale', { paymentsDue: 1, returnsToCheck: 1 }],
  ['whoever leads a project', 'gethin-moss', { receiptsToConfirm: 1 }],
  ['whoever owes something', 'anselm-roe', { promisesDue: 1 }],
  ['whoever is asked to lead', 'amara-oduya', { leadQuestions: 1 }],
  ['the site team', 'oriel-banks', { reports: 1, heldPosts: 1, appeals: 1, toVerify: 1, returnsToCheck: 1 }],
])('leaves something to do for %s', async (_who, handle, waits) => {
  expect(await waitingFor(handle)).toEqual(waits);
});

it('leaves a place at a table, offered with what is paid for it', async () => {
  const offered: unknown[] = await api.dataSource.query(
    `select v.title, i.places from seat_invitations i join ventures v on v.id = i.venture_id where i.expires_at > app_now()`,
  );
  expect(offered).toEqual([{ title: 'Letters from the hospital that I can read', places: 3 }]);
});
