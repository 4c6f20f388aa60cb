import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea, supported } from '../../../test/support/ideas.js';
import { anOrganisation, aPerson } from '../../../test/support/people.js';
import { ActivityLog } from '../../platform/activity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const SAVE = `mutation($input: SaveBriefInput!) { saveBrief(input: $input) { __typename
  ... on SaveBriefPayload { idea { leadOrganisation { name } brief { forWhom risks { whenWeWouldStop } budget { kind note amount { minorUnits currency } } total { minorUnits currency decimals } version }
    gate { toReach requirements { code met } } } }
  ... on Refusal { requirements { code path } } } }`;
const risks = {
  whatCouldGoWrong: 'A wrong address',
  forWhom: 'Families',
  howWeWouldNotice: 'Weekly check',
  whenWeWouldStop: 'At the first case',
};

describe('a brief', () => {
  it('is saved in parts; what is left out stays, and the gate says what is still needed', async () => {
    const idea = await anIdea(api);
    await supported(api, idea);
    const lead = await anOrganisation(api, { name: 'Lantern Trust' });
    const first = await api.as(idea.author).graphql<{ saveBrief: unknown }>(SAVE, {
      input: {
        ideaId: idea.globalId,
        forWhom: 'Families',
        risks,
        leadOrganisationId: lead.globalId,
        budget: [
          { kind: 'DELIVERY', note: 'Two developers', minorUnits: '4000000' },
          { kind: 'PARTICIPATION', minorUnits: '500000' },
        ],
      },
    });
    expect(first.errors).toEqual([]);
    expect(first.data.saveBrief).toMatchObject({
      idea: {
        leadOrganisation: { name: 'Lantern Trust' },
        brief: { total: { minorUnits: '4500000', currency: 'GBP', decimals: 2 }, version: 1 },
        gate: { toReach: 'SHAPED' },
      },
    });
    const second = await api
      .as(lead.admin)
      .graphql<{ saveBrief: { idea: { gate: { requirements: { code: string; met: boolean }[] } } } }>(SAVE, {
        input: { ideaId: idea.globalId, outcome: 'One conversation', approach: 'A shared form' },
      });
    expect(second.data.saveBrief).toMatchObject({
      idea: { brief: { forWhom: 'Families', budget: [{ kind: 'DELIVERY' }, { kind: 'PARTICIPATION' }], version: 2 } },
    });
    expect(second.data.saveBrief.idea.gate.requirements.filter(({ met }) => !met).map(({ code }) => code)).toEqual([
      'REUSE_LOOKED_FOR',
      'AGREEMENT_DRAFTED',
    ]);
  });

  it('is refused to strangers, and the lead is the author’s choice alone', async () => {
    const idea = await anIdea(api);
    const lead = await anOrganisation(api);
    const refused = await api.as(lead.admin).graphql<{ saveBrief: unknown }>(SAVE, {
      input: { ideaId: idea.globalId, leadOrganisationId: lead.globalId, currency: 'XXX' },
    });
    expect(refused.data.saveBrief).toMatchObject({
      requirements: [
        { code: 'NOT_AN_AUTHOR' },
        { code: 'LEAD_IS_CHOSEN_BY_THE_AUTHOR' },
        { code: 'CURRENCY_UNKNOWN', path: ['input', 'currency'] },
      ],
    });
    const [{ briefs }] = await api.dataSource.query('select count(*)::int as briefs from briefs where idea_id = $1', [
      idea.id,
    ]);
    expect(briefs).toBe(0);
  });
});

describe('a recorded session', () => {
  it('counts as having heard people', async () => {
    const idea = await anIdea(api);
    const record = `mutation($input: RecordHearingInput!) { recordHearing(input: $input) { __typename
      ... on RecordHearingPayload { idea { hearings { people heldOn } gate { requirements { code met } } } } ... on Refusal { requirements { code } } } }`;
    const input = {
      ideaId: idea.globalId,
      people: 5,
      heldOn: '2026-01-05',
      howInvited: 'At the drop-in',
      howThanked: 'Vouchers',
      whatWasSaid: 'Ring, do not text.',
    };
    const { data } = await api
      .as(idea.author)
      .graphql<{ recordHearing: { idea: { gate: { requirements: unknown[] } } } }>(record, { input });
    expect(data.recordHearing.idea.gate.requirements).toContainEqual({ code: 'LIVED_EXPERIENCE_HEARD', met: true });
    const refused = await api
      .as(await aPerson(api))
      .graphql<{ recordHearing: unknown }>(record, { input: { ...input, people: 2 } });
    expect(refused.data.recordHearing).toMatchObject({
      requirements: [{ code: 'NOT_AN_AUTHOR' }, { code: 'PEOPLE_HEARD_OUT_OF_RANGE' }],
    });
  });
});

describe('money and the pipeline', () => {
  const happens = (kind: string, ideaId: string, content: Record<string, unknown> = {}) =>
    api.app
      .get(UnitOfWork)
      .run((tx) =>
        api.app
          .get(ActivityLog)
          .append(tx, { kind, subject: { type: 'FundingRound', id: ideaId }, ideaId, visibility: 'PUBLIC', content }),
      );
  const stageOf = async (ideaId: string) =>
    (await api.dataSource.query('select stage from ideas where id = $1', [ideaId]))[0].stage;

  it('returns an idea whose round failed to where it was, and leaves a discovery alone', async () => {
    const idea = await anIdea(api);
    await api.dataSource.query(`update ideas set stage = 'FUNDING' where id = $1`, [idea.id]);
    await happens('funding_round.failed', idea.id);
    expect(await stageOf(idea.id)).toBe('SHAPED');
    const early = await anIdea(api);
    await api.dataSource.query(`update ideas set stage = 'SUPPORTED' where id = $1`, [early.id]);
    await happens('funding_round.opened', early.id, { purpose: 'DISCOVERY' });
    expect(await stageOf(early.id)).toBe('SUPPORTED');
  });

  it('undoes all of it when a round opens for an idea that is not ready', async () => {
    const idea = await anIdea(api);
    await expect(happens('funding_round.opened', idea.id, { purpose: 'BUILD' })).rejects.toThrow(
      'cannot be in FUNDING',
    );
    const [{ entries }] = await api.dataSource.query(
      `select count(*)::int as entries from activities where idea_id = $1 and kind = 'funding_round.opened'`,
      [idea.id],
    );
    expect([await stageOf(idea.id), entries]).toEqual(['LOGGED', 0]);
  });

  it('moves to delivery when a venture is funded, and stops with it', async () => {
    const idea = await anIdea(api);
    await api.dataSource.query(`update ideas set stage = 'FUNDING' where id = $1`, [idea.id]);
    await happens('venture.funded', idea.id);
    expect(await stageOf(idea.id)).toBe('DELIVERY');
    await happens('venture.stopped', idea.id);
    expect(await stageOf(idea.id)).toBe('STOPPED');
  });
});

it('tells which ideas took a step last, each once, where it stands now', async () => {
  const first = await anIdea(api);
  const second = await anIdea(api);
  await supported(api, first);
  await supported(api, second);
  const { data, errors } = await api
    .as(nobody)
    .graphql<{ pipeline: { moves: { from: string; to: string; idea: { id: string } }[] } }>(
      `{ pipeline { moves { from to movedAt idea { id } } } }`,
    );
  expect(errors).toEqual([]);
  const { moves } = data.pipeline;
  expect(moves.slice(0, 2)).toEqual([
    { from: 'LOGGED', to: 'SUPPORTED', movedAt: expect.any(String), idea: { id: second.globalId } },
    { from: 'LOGGED', to: 'SUPPORTED', movedAt: expect.any(String), idea: { id: first.globalId } },
  ]);
  expect(new Set(moves.map(({ idea }) => idea.id)).size).toBe(moves.length);
});

it('shows the whole pipeline with what stands at each station', async () => {
  await anIdea(api, { title: 'At the first station' });
  const { data, errors } = await api
    .as(nobody)
    .graphql<{ pipeline: { stages: { stage: string; count: number; ideas: { nodes: unknown[] } }[] } }>(
      '{ pipeline { stages { stage count ideas(first: 2) { nodes { title stage } } } } }',
    );
  expect(errors).toEqual([]);
  expect(data.pipeline.stages.map(({ stage }) => stage)).toEqual([
    'LOGGED',
    'SUPPORTED',
    'SHAPED',
    'FUNDING',
    'DELIVERY',
    'COMMONS',
  ]);
  expect(data.pipeline.stages[0]?.count).toBeGreaterThan(0);
});

describe('the discussion', () => {
  it('lets funders speak last, keeps edits, and leaves a mark where something was removed', async () => {
    const idea = await anIdea(api);
    const add =
      'mutation($input: AddCommentInput!) { addComment(input: $input) { __typename ... on AddCommentPayload { comment { id author { name } } } ... on Refusal { requirements { code } } } }';
    const [funder, worker] = [await aPerson(api), await aPerson(api)];
    const say = async (viewer: typeof funder, input: object) =>
      (
        await api
          .as(viewer)
          .graphql<{ addComment: { comment: { id: string } } }>(add, { input: { subjectId: idea.globalId, ...input } })
      ).data.addComment.comment?.id;
    await say(funder, { body: 'We would fund it.', perspective: 'FUNDER' });
    const first = await say(worker, { body: 'Who looks after it?', perspective: 'PRACTITIONER', stance: 'QUESTION' });
    await say(idea.author, { body: 'We would.', perspective: 'PRACTITIONER', answersId: first });
    const edit =
      'mutation($input: EditCommentInput!) { editComment(input: $input) { __typename ... on Refusal { requirements { code } } } }';
    expect(
      (await api.as(worker).graphql(edit, { input: { commentId: first, body: 'Who looks after it later?' } })).data,
    ).toEqual({ editComment: { __typename: 'EditCommentPayload' } });
    expect((await api.as(funder).graphql(edit, { input: { commentId: first, body: 'No.' } })).data).toMatchObject({
      editComment: { requirements: [{ code: 'NOT_YOUR_COMMENT' }] },
    });
    const read =
      'query($slug: String!) { idea(slug: $slug) { comments { nodes { body removed perspective version versions { nodes { body } } answers { nodes { body } } } } } }';
    const before = await api
      .as(nobody)
      .graphql<{ idea: { comments: { nodes: unknown[] } } }>(read, { slug: idea.slug });
    expect(before.data.idea.comments.nodes).toMatchObject([
      { body: 'Who looks after it later?', version: 2, answers: { nodes: [{ body: 'We would.' }] } },
      { body: 'We would fund it.', perspective: 'FUNDER' },
    ]);
    await api
      .as(worker)
      .graphql('mutation($input: RemoveCommentInput!) { removeComment(input: $input) { __typename } }', {
        input: { commentId: first },
      });
    const after = await api.as(nobody).graphql<{ idea: { comments: { nodes: unknown[] } } }>(read, { slug: idea.slug });
    expect(after.data.idea.comments.nodes[0]).toMatchObject({
      body: null,
      removed: true,
      versions: { nodes: [] },
      answers: { nodes: [{ body: 'We would.' }] },
    });
  });
});
