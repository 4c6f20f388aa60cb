import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aFundedVenture, type FundedVenture } from '../../../test/support/funded-venture.js';
import { codesOf } from '../../../test/support/funding.js';
import { aPerson, joins, type SignedInViewer, type Viewer } from '../../../test/support/people.js';
import { globalId, newId } from '../../platform/database/index.js';
import { ConcludeLicence } from '../components/index.js';
import { RunTimers, SubmitReturn, VerifyReturn, WaiveObligation } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

const DAY = 24 * 60;
const APP = { kind: 'SOFTWARE', title: 'The reminder app', licenceCondition: 'OPEN', dueAfterDays: 60 };
const shared = (obligationId: string, more: object = {}) => ({
  obligationId,
  title: 'Reminders that arrive',
  summary: 'An app that reminds people.',
  address: 'https://code.example.org/reminders',
  licence: 'MIT',
  language: 'en',
  componentIds: null,
  uploadIds: [],
  ...more,
});

async function promiseOf(ventureOrIdea: { ventureId?: string; ideaId: string }): Promise<string> {
  const [row] = await api.dataSource.query('select id from obligations where idea_id = $1 order by due_on limit 1', [
    ventureOrIdea.ideaId,
  ]);
  return row.id;
}

async function passes(days: number): Promise<void> {
  await api.moveClock(days * DAY);
  await api.app.get(RunTimers).execute();
}

/** Who was told of what about a promise, in order. */
async function told(obligationId: string): Promise<{ kind: string; people: string[]; visibility: string }[]> {
  return api.dataSource.query(
    `select a.kind, a.visibility, array(select person_id::text from activity_addressees t where t.activity_id = a.id) as people
     from activities a where a.subject_id = $1 and a.kind not in ('obligation.promised') order by a.occurred_at, a.id`,
    [obligationId],
  );
}

async function stateFor(obligationId: string, viewer: Viewer): Promise<string> {
  const { data } = await api
    .as(viewer)
    .graphql<{ node: { state: string } }>('query ($id: ID!) { node(id: $id) { ... on Obligation { state } } }', {
      id: globalId('obligation', obligationId),
    });
  return data.node.state;
}

const waive = (viewer: SignedInViewer, organisationId: string, obligationId: string, more: object = {}) =>
  api.app.get(WaiveObligation).execute(viewer, {
    obligationId,
    organisationId,
    answer: 'AGREES',
    reason: 'The library has it already.',
    release: null,
    idempotencyKey: randomUUID(),
    ...more,
  });

describe('a promise that comes due', () => {
  it('is told to those who can keep it, a month before, a week before and the day after, once each', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const id = await promiseOf(venture);
    const helper = await joins(api, await aPerson(api), venture.lead.id, 'MEMBER');
    for (const days of [20, 11, 1, 22, 1, 6, 1]) await passes(days);
    const events = await told(id);
    expect(events.map(({ kind }) => kind)).toEqual([
      'obligation.due_soon',
      'obligation.due_soon',
      'obligation.overdue',
    ]);
    for (const { people, visibility } of events) {
      expect(people.toSorted()).toEqual([venture.lead.admin.person.id, helper.person.id].toSorted());
      expect(visibility).toBe('PRIVATE');
    }
  });

  it('is late in public only after fourteen days, and to those it concerns at once', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const id = await promiseOf(venture);
    await api.moveClock(61 * DAY);
    const [funder] = venture.funders;
    expect(await stateFor(id, nobody)).toBe('DUE');
    expect(await stateFor(id, await aPerson(api))).toBe('DUE');
    expect(await stateFor(id, venture.lead.admin)).toBe('OVERDUE');
    expect(await stateFor(id, funder?.admin as SignedInViewer)).toBe('OVERDUE');
    await api.moveClock(14 * DAY);
    expect(await stateFor(id, nobody)).toBe('OVERDUE');
  });
});

describe('what waits to be checked', () => {
  it('is told to the funders after ten working days and to the site team after fifteen', async () => {
    const steward = await aPerson(api, { steward: true });
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const id = await promiseOf(venture);
    await api.app.get(SubmitReturn).execute(venture.lead.admin, shared(id));
    await passes(7);
    expect((await told(id)).length).toBe(0);
    await passes(7);
    await passes(1);
    const [funders] = await told(id);
    expect(funders).toMatchObject({ kind: 'return.waits', visibility: 'PRIVATE' });
    expect(funders?.people.toSorted()).toEqual(venture.funders.map(({ admin }) => admin.person.id).toSorted());
    expect(await deskOf(steward)).not.toContain(globalId('obligation', id));
    await passes(6);
    expect((await told(id)).map(({ kind }) => kind)).toEqual(['return.waits', 'return.waits_for_site_team']);
    expect((await told(id))[1]?.people).toContain(steward.person.id);
    expect(await deskOf(steward)).toContain(globalId('obligation', id));
  });
});

async function deskOf(viewer: SignedInViewer): Promise<string[]> {
  const { data } = await api
    .as(viewer)
    .graphql<{ viewer: { returnsToCheck: { id: string }[] } }>('{ viewer { returnsToCheck { id } } }');
  return data.viewer.returnsToCheck.map(({ id }) => id);
}

describe('letting a promise go', () => {
  it('takes silence as abstention after two reminders and twenty working days, and not a day earlier', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP], funders: 3 });
    const id = await promiseOf(venture);
    const [first, second, third] = venture.funders;
    if (!first || !second || !third) throw new Error('There are three funders.');
    await waive(first.admin, first.id, id);
    await passes(7);
    await passes(7);
    const reminders = await told(id);
    expect(reminders.map(({ kind }) => kind)).toEqual(['waiver.proposed', 'waiver.reminded', 'waiver.reminded']);
    expect(reminders[1]?.people.toSorted()).toEqual([second.admin.person.id, third.admin.person.id].toSorted());
    await passes(26);
    expect(await stateFor(id, first.admin)).not.toBe('WAIVED');
    await passes(3);
    expect(await stateFor(id, nobody)).toBe('WAIVED');
  });

  it('is ended by a dissent, which needs a reason, whatever silence says later', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP], funders: 3 });
    const id = await promiseOf(venture);
    const [first, second] = venture.funders;
    if (!first || !second) throw new Error('There are three funders.');
    await waive(first.admin, first.id, id);
    expect(codesOf(await waive(second.admin, second.id, id, { answer: 'DISSENTS', reason: '' }))).toEqual([
      'TEXT_MISSING',
    ]);
    expect((await waive(second.admin, second.id, id, { answer: 'DISSENTS', reason: 'We need it.' })).ok).toBe(true);
    for (const days of [7, 7, 40]) await passes(days);
    expect(await stateFor(id, nobody)).not.toBe('WAIVED');
  });
});

describe('a promise that was kept', () => {
  async function kept(componentId: string): Promise<FundedVenture & { promise: string }> {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const promise = await promiseOf(venture);
    const submitted = await api.app
      .get(SubmitReturn)
      .execute(venture.lead.admin, shared(promise, { componentIds: [globalId('component', componentId)] }));
    if (!submitted.ok) throw new Error(JSON.stringify(submitted.reasons));
    const [funder] = venture.funders;
    const { returnId } = submitted.value;
    const verified = await api.app
      .get(VerifyReturn)
      .execute(funder?.admin as SignedInViewer, { returnId, reason: null });
    if (!verified.ok) throw new Error(JSON.stringify(verified.reasons));
    return { ...venture, promise };
  }

  it('is opened again when a component it builds on turns out to have a licence that collides', async () => {
    const owner = await aPerson(api, { steward: true });
    const component = newId();
    await api.dataSource.query(
      `insert into components (id, slug, name, summary, licence_declared, registered_by_id, registered_at, updated_at)
       values ($1, $2, 'Library', 'It helps.', 'MIT', $3, app_now(), app_now())`,
      [component, `component-${component}`, owner.person.id],
    );
    const venture = await kept(component);
    const conclude = async (licence: string) => {
      const concluded = await api.app
        .get(ConcludeLicence)
        .execute(owner, { componentId: component, licence, why: 'The file says so.' });
      expect(codesOf(concluded)).toEqual([]);
      await api.jobs.runDue();
    };
    await conclude('Apache-2.0');
    expect(await stateFor(venture.promise, nobody)).toBe('VERIFIED');
    await conclude('AGPL-3.0-only');
    expect(await stateFor(venture.promise, nobody)).toBe('REOPENED');
    const [{ days, because }] = await api.dataSource.query(
      `select due_on - (app_now() at time zone 'UTC')::date as days, reopened_because as because from obligations where id = $1`,
      [venture.promise],
    );
    expect(because).toBe('DEPENDENCY');
    expect(days).toBeGreaterThanOrEqual(30);
    const [event] = (await told(venture.promise)).slice(-1);
    expect(event?.people).toEqual(expect.arrayContaining([venture.lead.admin.person.id]));
  });
});
