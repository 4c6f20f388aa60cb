import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aFundedVenture, type FundedVenture, type TestOutput } from '../../../test/support/funded-venture.js';
import { anOrganisation, aPerson, joins, type SignedInViewer } from '../../../test/support/people.js';
import { globalId, newId } from '../../platform/database/index.js';

let api: TestApi;
// A machine that does much else at once needs longer than Jest's five seconds to start a server.
beforeAll(async () => {
  api = await anApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

const DAY = 24 * 60;
const APP: TestOutput = { kind: 'SOFTWARE', title: 'The reminder app', licenceCondition: 'OPEN', dueAfterDays: 60 };
const RESEARCH: TestOutput = {
  kind: 'USER_RESEARCH',
  title: 'What families told us',
  licenceCondition: 'CC-BY-4.0',
  dueAfterDays: 90,
};

interface Promised {
  readonly id: string;
  readonly state: string;
  readonly dueOn: string;
  readonly entry: { readonly slug: string } | null;
  readonly returns: readonly { readonly id: string; readonly verdict: string; readonly decision: string | null }[];
  readonly waiver: { readonly status: string; readonly waitingFor: readonly { readonly name: string }[] } | null;
  readonly viewerCan: Record<'submit' | 'verify' | 'waive', { readonly allowed: boolean }>;
}
interface Told {
  readonly __typename: string;
  readonly obligation?: Promised;
  readonly requirements?: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: string[] | null;
  }[];
}

const SHOWN = `id kind title state dueOn licenceCondition returns { id number licence verdict decision decisionReason }
  waiver { status waitingFor { name } } entry { slug } viewerCan { submit { allowed } verify { allowed requirements { code } } waive { allowed } }`;

async function promises(venture: FundedVenture, viewer = nobody): Promise<readonly Promised[]> {
  const { data, errors } = await api
    .as(viewer)
    .graphql<{ idea: { venture: { obligations: Promised[] } } }>(
      `query ($slug: String!) { idea(slug: $slug) { venture { obligations { ${SHOWN} } } } }`,
      { slug: venture.ideaSlug },
    );
  expect(errors).toEqual([]);
  return data.idea.venture.obligations;
}

async function does(name: string, viewer: SignedInViewer, input: object): Promise<Told> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await api.as(viewer).graphql<Record<string, Told>>(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename
      ... on Refusal { requirements { code message path } } ... on ${type}Payload { obligation { ${SHOWN} } } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data[name] as Told;
}

const codes = (told: Told) => told.requirements?.map(({ code }) => code);
const shared = (obligationId: string, more: object = {}) => ({
  obligationId,
  title: 'Reminders that arrive',
  summary: 'An app that reminds people of their appointments.',
  address: 'https://code.example.org/reminders',
  licence: 'MIT',
  ...more,
});

async function submitted(outputs = [APP]): Promise<FundedVenture & { promise: Promised; returnId: string }> {
  const venture = await aFundedVenture(api, { outputs });
  const [first] = await promises(venture);
  const told = await does('submitReturn', venture.lead.admin, shared(first?.id ?? ''));
  const promise = told.obligation as Promised;
  return { ...venture, promise, returnId: promise.returns[0]?.id ?? '' };
}

async function aComponent(licence: string, owner?: string): Promise<string> {
  const id = newId();
  const by = await aPerson(api);
  await api.dataSource.query(
    `insert into components (id, slug, name, summary, licence_declared, owner_organisation_id, registered_by_id, registered_at, updated_at)
     values ($1, $2, $3, 'It helps.', $4, $5, $6, app_now(), app_now())`,
    [id, `component-${id}`, `Library ${id.slice(-4)}`, licence, owner ?? null, by.person.id],
  );
  return id;
}

describe('when the money is agreed', () => {
  it('each output of the agreement becomes one promise with its date', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP, RESEARCH] });
    const [app, research] = await promises(venture);
    expect(app).toMatchObject({
      title: APP.title,
      state: 'PROMISED',
      entry: null,
      viewerCan: { submit: { allowed: false } },
    });
    const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    expect(days(app?.dueOn ?? '', research?.dueOn ?? '')).toBe(30);
  });

  it('nothing is promised twice, however often it is told', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const [row] = await api.dataSource.query('select * from obligations where venture_id = $1', [venture.ventureId]);
    await expect(
      api.dataSource.query(
        `insert into obligations (id, venture_id, idea_id, round_id, agreement_output_id, state, due_on, promised_at)
         values ($1, $2, $3, $4, $5, 'PROMISED', current_date, app_now())`,
        [newId(), row.venture_id, row.idea_id, row.round_id, row.agreement_output_id],
      ),
    ).rejects.toThrow('obligations_one_per_output_and_round_key');
  });
});

describe('sharing what was promised', () => {
  it('is done by the lead organisation and waits for somebody else', async () => {
    const { promise, lead } = await submitted();
    expect(promise).toMatchObject({ state: 'SUBMITTED', returns: [{ verdict: 'SATISFIES', decision: null }] });
    expect(codes(await does('submitReturn', lead.admin, shared(promise.id)))).toEqual(['PROMISE_NOT_OPEN']);
  });

  it('is refused from outside, without words, without anything shared, and nothing changes', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const [promise] = await promises(venture);
    const told = await does(
      'submitReturn',
      await aPerson(api),
      shared(promise?.id ?? '', { title: ' ', address: null }),
    );
    expect(codes(told)).toEqual(['NOT_IN_THE_VENTURE', 'TEXT_MISSING', 'NOTHING_SHARED']);
    const [after] = await promises(venture);
    expect(after).toMatchObject({ state: 'PROMISED', returns: [] });
  });

  it('is refused when the licence collides with a component, which is named', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const [promise] = await promises(venture);
    const componentIds = [globalId('component', await aComponent('AGPL-3.0-only'))];
    const told = await does('submitReturn', venture.lead.admin, shared(promise?.id ?? '', { componentIds }));
    expect(told.requirements).toMatchObject([{ code: 'LICENCE_DOES_NOT_SATISFY', path: ['input', 'licence'] }]);
    expect(told.requirements?.[0]?.message).toContain('Library');
    const free = await does(
      'submitReturn',
      venture.lead.admin,
      shared(promise?.id ?? '', { componentIds, licence: 'AGPL-3.0-only' }),
    );
    expect(free.obligation?.returns).toMatchObject([{ verdict: 'SATISFIES' }]);
  });

  it('counts the components that were accepted for the idea, unless others are named', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const componentId = await aComponent('GPL-3.0-only');
    await api.dataSource.query(
      `insert into reuse_offers (id, idea_id, component_id, covers, missing, status, offered_by_id, offered_at, answered_by_id, answered_at, verdict)
       values ($1, $2, $3, 'Much', 'Little', 'ACCEPTED', $4, app_now(), $4, app_now(), 'SATISFIES')`,
      [newId(), venture.ideaId, componentId, venture.lead.admin.person.id],
    );
    const [promise] = await promises(venture);
    expect(codes(await does('submitReturn', venture.lead.admin, shared(promise?.id ?? '')))).toEqual([
      'LICENCE_DOES_NOT_SATISFY',
    ]);
  });

  it('asks research how people agreed', async () => {
    const venture = await aFundedVenture(api, { outputs: [RESEARCH] });
    const [promise] = await promises(venture);
    const told = await does('submitReturn', venture.lead.admin, shared(promise?.id ?? '', { licence: 'CC-BY-4.0' }));
    expect(told.requirements?.map(({ path }) => path?.at(-1))).toEqual([
      'consent',
      'anonymised',
      'studiedOn',
      'method',
      'withdrawalContact',
    ]);
  });
});

describe('checking what was shared', () => {
  it('is done by a funder, and puts it into the shared library with where it came from', async () => {
    const { promise, funders, returnId, ideaSlug } = await submitted();
    const told = await does('verifyReturn', funders[0]!.admin, { returnId });
    expect(told.obligation).toMatchObject({ state: 'VERIFIED', returns: [{ decision: 'VERIFIED' }] });
    const slug = told.obligation?.entry?.slug ?? '';
    const { data, errors } = await api.as(nobody).graphql<{ commonsEntry: Record<string, unknown> }>(
      `query ($slug: String!) { commonsEntry(slug: $slug) { title licence themes version licenceInWords { licences { youMay } }
        provenance { idea { slug originator { name } } venture { title } funders { name } votes byPerspective { perspective count fewerThan } obligation { id } } } }`,
      { slug },
    );
    expect(errors).toEqual([]);
    expect(data.commonsEntry).toMatchObject({
      title: 'Reminders that arrive',
      licence: 'MIT',
      themes: ['HEALTH'],
      version: 1,
      provenance: { idea: { slug: ideaSlug }, obligation: { id: promise.id }, votes: 0 },
    });
    const { provenance } = data.commonsEntry as { provenance: { funders: { name: string }[] } };
    expect(provenance.funders.map(({ name }) => name).toSorted()).toEqual(funders.map(({ name }) => name).toSorted());
  });

  it('is refused to everybody with a conflict', async () => {
    const { returnId, lead, moneyHolder, funders, ventureId } = await submitted();
    const verify = async (viewer: SignedInViewer) =>
      codes(await does('verifyReturn', viewer, { returnId, reason: 'Fine.' }));
    expect(await verify(lead.admin)).toEqual(['NOT_A_VERIFIER', 'PAID_BY_THE_VENTURE', 'SUBMITTED_IT']);
    expect(await verify(moneyHolder.admin)).toEqual(['NOT_A_VERIFIER', 'PAID_BY_THE_VENTURE']);
    expect(await verify(await aPerson(api))).toEqual(['NOT_A_VERIFIER']);
    expect(
      await verify(await joins(api, await joins(api, await aPerson(api), funders[0]!.id), moneyHolder.id)),
    ).toEqual(['PAID_BY_THE_VENTURE']);
    const inTeam = await joins(api, await aPerson(api), funders[1]!.id);
    await api.dataSource.query(`insert into venture_team values ($1, $2, 'PRODUCT', app_now())`, [
      ventureId,
      inTeam.person.id,
    ]);
    expect(await verify(inTeam)).toEqual(['HOLDS_A_TEAM_ROLE']);
    const [row] = await api.dataSource.query(`select decision from returns where id = $1`, [
      returnId.slice('return_'.length),
    ]);
    expect(row).toEqual({ decision: null });
  });

  it('is refused to whoever owns a component it used', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const owner = await anOrganisation(api);
    const [promise] = await promises(venture);
    const component = await aComponent('ISC', owner.id);
    const componentIds = [globalId('component', component)];
    const told = await does('submitReturn', venture.lead.admin, shared(promise?.id ?? '', { componentIds }));
    const both = await joins(api, await joins(api, await aPerson(api), venture.funders[0]!.id), owner.id);
    const returnId = told.obligation?.returns[0]?.id;
    expect(codes(await does('verifyReturn', both, { returnId }))).toEqual(['OWNS_A_COMPONENT']);
    // What no organisation owns is theirs who registered it.
    const funder = venture.funders[1]!.admin;
    const mine = 'update components set owner_organisation_id = null, registered_by_id = $2 where id = $1';
    await api.dataSource.query(mine, [component, funder.person.id]);
    expect(codes(await does('verifyReturn', funder, { returnId }))).toEqual(['OWNS_A_COMPONENT']);
  });

  it('needs a public reason where nobody knows whether the licence will do', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const [promise] = await promises(venture);
    const told = await does(
      'submitReturn',
      venture.lead.admin,
      shared(promise?.id ?? '', { licence: 'LicenseRef-ours' }),
    );
    const returnId = told.obligation?.returns[0]?.id;
    const funder = venture.funders[0]!.admin;
    expect(codes(await does('verifyReturn', funder, { returnId }))).toEqual(['LICENCE_NEEDS_A_REASON']);
    expect(
      (await does('verifyReturn', funder, { returnId, reason: 'We read it: it is open.' })).obligation?.state,
    ).toBe('VERIFIED');
  });

  it('judges again with the component as it is now', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const [promise] = await promises(venture);
    const component = await aComponent('ISC');
    const componentIds = [globalId('component', component)];
    const told = await does('submitReturn', venture.lead.admin, shared(promise?.id ?? '', { componentIds }));
    await api.dataSource.query(`update components set licence_declared = 'AGPL-3.0-only' where id = $1`, [component]);
    const returnId = told.obligation?.returns[0]?.id;
    expect(codes(await does('verifyReturn', venture.funders[0]!.admin, { returnId }))).toEqual([
      'LICENCE_DOES_NOT_SATISFY',
    ]);
  });

  it('can ask for changes, after which it is shared again at the same address', async () => {
    const { promise, returnId, funders, lead } = await submitted();
    const funder = funders[0]!.admin;
    expect(codes(await does('requestReturnChanges', funder, { returnId, reason: ' ' }))).toEqual(['TEXT_MISSING']);
    const asked = await does('requestReturnChanges', funder, { returnId, reason: 'The manual is missing.' });
    expect(asked.obligation).toMatchObject({ state: 'CHANGES_REQUESTED', entry: null });
    expect(codes(await does('verifyReturn', funder, { returnId }))).toEqual(['NOT_WAITING_FOR_VERIFICATION']);
    const again = await does('submitReturn', lead.admin, shared(promise.id, { title: 'Reminders, with manual' }));
    expect(codes(await does('verifyReturn', funder, { returnId }))).toEqual(['RETURN_REPLACED']);
    const newest = again.obligation?.returns[0]?.id;
    expect((await does('verifyReturn', funder, { returnId: newest })).obligation?.state).toBe('VERIFIED');
  });

  it('happens once when two funders verify together', async () => {
    const { returnId, funders } = await submitted();
    const both = await Promise.all(funders.map((funder) => does('verifyReturn', funder.admin, { returnId })));
    expect(both.map((told) => told.__typename).toSorted()).toEqual(['Refusal', 'VerifyReturnPayload']);
    const rows = await api.dataSource.query(
      `select count(*)::int as entries from entry_versions where return_id = $1`,
      [returnId.slice('return_'.length)],
    );
    expect(rows).toEqual([{ entries: 1 }]);
  });

  it('passes to the site team after fifteen working days, and the promise is not overdue meanwhile', async () => {
    const { returnId, ...venture } = await submitted([{ ...APP, dueAfterDays: 2 }]);
    const steward = await aPerson(api, { steward: true });
    expect(codes(await does('verifyReturn', steward, { returnId }))).toEqual(['STEWARD_MUST_WAIT']);
    await api.moveClock(22 * DAY);
    try {
      expect((await promises(venture))[0]?.state).toBe('SUBMITTED');
      expect((await does('verifyReturn', steward, { returnId })).obligation?.state).toBe('VERIFIED');
    } finally {
      await api.moveClock(-22 * DAY);
    }
  });
});

describe('letting a promise go', () => {
  it('takes every funder, each once, and says so to everybody', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const [promise] = await promises(venture);
    const [first, second] = venture.funders;
    const ask = (funder: typeof first, more: object = {}) => ({
      obligationId: promise?.id,
      organisationId: funder?.globalId,
      reason: 'The need is gone.',
      idempotencyKey: newId(),
      ...more,
    });
    const proposal = ask(first);
    const proposed = await does('waiveObligation', first!.admin, proposal);
    expect(proposed.obligation).toMatchObject({
      state: 'PROMISED',
      waiver: { status: 'OPEN', waitingFor: [{ name: second?.name }] },
    });
    expect((await does('waiveObligation', first!.admin, proposal)).__typename).toBe('WaiveObligationPayload');
    expect(codes(await does('waiveObligation', first!.admin, ask(first)))).toEqual(['ALREADY_ANSWERED']);
    expect(codes(await does('waiveObligation', venture.lead.admin, ask(venture.lead)))).toEqual(['NOT_A_FUNDER']);
    const agreed = await does('waiveObligation', second!.admin, ask(second, { reason: null }));
    expect(agreed.obligation).toMatchObject({ state: 'WAIVED', waiver: { status: 'AGREED' } });
  });

  it('ends with a dissent', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const [promise] = await promises(venture);
    const [first, second] = venture.funders;
    const base = { obligationId: promise?.id, reason: 'Why.' };
    await does('waiveObligation', first!.admin, { ...base, organisationId: first?.globalId, idempotencyKey: newId() });
    const told = await does('waiveObligation', second!.admin, {
      ...base,
      organisationId: second?.globalId,
      answer: 'DISSENTS',
      idempotencyKey: newId(),
    });
    expect(told.obligation).toMatchObject({ state: 'PROMISED', waiver: { status: 'REFUSED' } });
  });
});

describe('what is overdue', () => {
  it('follows from the date', async () => {
    const venture = await aFundedVenture(api, { outputs: [{ ...APP, dueAfterDays: 40 }] });
    const states: string[] = [];
    for (const days of [0, 15, 30]) {
      await api.moveClock(days * DAY);
      states.push((await promises(venture, venture.lead.admin))[0]?.state ?? '');
    }
    await api.moveClock(-45 * DAY);
    expect(states).toEqual(['PROMISED', 'DUE', 'OVERDUE']);
  });
});

describe('a desk', () => {
  const desk = async (viewer: SignedInViewer) => {
    const { data, errors } = await api
      .as(viewer)
      .graphql<{ viewer: Record<'returnsToCheck' | 'promisesDue', readonly { id: string }[]> }>(
        `{ viewer { returnsToCheck { id } promisesDue { id } } }`,
      );
    expect(errors).toEqual([]);
    const { returnsToCheck, promisesDue } = data.viewer;
    return { check: returnsToCheck.map(({ id }) => id), due: promisesDue.map(({ id }) => id) };
  };

  it('shows a funder what waits, and the project what is due, and nobody else either', async () => {
    const soon = { ...APP, dueAfterDays: 10 };
    const { promise, funders, lead, moneyHolder } = await submitted([soon, { ...RESEARCH, dueAfterDays: 10 }]);
    expect(await desk(funders[0]!.admin)).toEqual({ check: [promise.id], due: [] });
    const atLead = await desk(lead.admin);
    expect(atLead.check).toEqual([]);
    expect(atLead.due).toHaveLength(1);
    expect(await desk(await joins(api, moneyHolder.admin, funders[0]!.id))).toEqual({ check: [], due: [] });
    expect(await desk(await aPerson(api))).toEqual({ check: [], due: [] });
  });
});
