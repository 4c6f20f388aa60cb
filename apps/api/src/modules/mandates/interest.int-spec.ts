import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aFunder, anOpenRound, moneyStored } from '../../../test/support/funding.js';
import { globalId } from '../../platform/database/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const EXPRESS = `mutation ($input: ExpressInterestInput!) { expressInterest(input: $input) {
  ... on ExpressInterestPayload { idea { fundingInterests { boardMeetsOn note organisation { name } } } }
  ... on Refusal { requirements { code } } } }`;
const day = async (days: number): Promise<string> =>
  (await api.dataSource.query(`select to_char(app_now() + make_interval(days => $1), 'YYYY-MM-DD') as day`, [days]))[0]
    .day;

it('is shown with the day its board meets, moves no money, counts nowhere, and can be taken back', async () => {
  const { ideaId, roundId } = await anOpenRound(api);
  const { mandateId, maker, organisation } = await aFunder(api);
  const before = await moneyStored(api);
  const idea = globalId('idea', ideaId);
  const mandate = globalId('mandate', mandateId);
  const boardMeetsOn = await day(20);
  const input = { ideaId: idea, mandateId: mandate, boardMeetsOn, note: 'Subject to our trustees.' };
  const said = await api.as(maker).graphql(EXPRESS, { input });
  const shown = { boardMeetsOn, note: 'Subject to our trustees.', organisation: { name: organisation.name } };
  expect(said.data).toEqual({ expressInterest: { idea: { fundingInterests: [shown] } } });
  expect(await moneyStored(api)).toBe(before);

  const round = `query ($id: ID!) { fundingRound(id: $id) { pledged { minorUnits } standing { funders possible { minorUnits } } idea { fundingInterests { note } } } }`;
  const read = await api.as(nobody).graphql(round, { id: globalId('round', roundId) });
  expect(read.data).toMatchObject({
    fundingRound: {
      pledged: { minorUnits: '0' },
      standing: { funders: 0, possible: { minorUnits: '0' } },
      idea: { fundingInterests: [{ note: 'Subject to our trustees.' }] },
    },
  });

  // Said again it is one interest with another day.
  await api.as(maker).graphql(EXPRESS, { input: { ...input, boardMeetsOn: await day(30) } });
  const withdraw = `mutation ($input: WithdrawInterestInput!) { withdrawInterest(input: $input) { ... on WithdrawInterestPayload { idea { fundingInterests { note } } } } }`;
  const taken = await api
    .as(maker)
    .graphql(withdraw, { input: { ideaId: idea, organisationId: globalId('organisation', organisation.id) } });
  expect(taken.data).toEqual({ withdrawInterest: { idea: { fundingInterests: [] } } });
});

it('is refused for a day that is over or does not exist, and for an offer of others', async () => {
  const { ideaId } = await anOpenRound(api);
  const { mandateId, maker } = await aFunder(api);
  const stranger = await aFunder(api);
  const attempt = async (boardMeetsOn: string, viewer = maker) => {
    const input = { ideaId: globalId('idea', ideaId), mandateId: globalId('mandate', mandateId), boardMeetsOn };
    const { data } = await api.as(viewer).graphql<{ expressInterest: { requirements?: { code: string }[] } }>(EXPRESS, {
      input,
    });
    return data.expressInterest.requirements?.map(({ code }) => code);
  };
  expect(await attempt(await day(-1))).toEqual(['BOARD_MEETS_IN_THE_PAST']);
  expect(await attempt('2026-02-30')).toEqual(['DAY_NOT_A_DATE']);
  expect(await attempt(await day(400))).toEqual(['BOARD_MEETS_TOO_LATE']);
  expect(await attempt(await day(20), stranger.maker)).toEqual(['ROLE_MISSING']);
});

it('answers who would fund an idea, the best fitting first, each criterion with its sentence', async () => {
  const { ideaId } = await anOpenRound(api, { purpose: 'BUILD' });
  const fits = await aFunder(api, { purposes: ['BUILD'] });
  const differs = await aFunder(api, { purposes: ['RUN'] });
  const elsewhere = await aFunder(api, { themes: ['HOUSING'] });
  const { data } = await api.as(nobody).graphql<{
    fittingMandates: { mandate: { id: string }; criteria: { criterion: string; met: boolean; message: string }[] }[];
  }>(`query ($id: ID!) { fittingMandates(ideaId: $id, first: 100) { mandate { id } criteria { criterion met message } } }`, { id: globalId('idea', ideaId) });
  const found = data.fittingMandates.map(({ mandate }) => mandate.id);
  const at = (mandateId: string) => found.indexOf(globalId('mandate', mandateId));
  expect(at(fits.mandateId)).toBeLessThan(at(differs.mandateId));
  expect(at(elsewhere.mandateId)).toBe(-1);
  const why = data.fittingMandates[at(differs.mandateId)]?.criteria.find(({ criterion }) => criterion === 'PURPOSE');
  expect(why).toEqual({
    criterion: 'PURPOSE',
    met: false,
    message: 'The offer does not pledge to rounds of this purpose.',
  });
});
