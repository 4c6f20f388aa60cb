import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea, type TestIdea } from '../../../test/support/ideas.js';
import { anOrganisation, aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { newId } from '../../platform/database/index.js';
import { AddComment, type AddCommentCommand } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

function says(viewer: SignedInViewer, idea: TestIdea, body: string, wishes: Partial<AddCommentCommand> = {}) {
  return api.app.get(AddComment).execute(viewer, {
    ideaId: idea.id,
    answersId: null,
    body,
    stance: null,
    perspective: 'PUBLIC',
    shownAs: null,
    ...wishes,
  });
}

async function said(viewer: SignedInViewer, idea: TestIdea, body: string, wishes: Partial<AddCommentCommand> = {}) {
  const decision = await says(viewer, idea, body, wishes);
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  return decision.value.commentId;
}

interface Comment {
  readonly id: string;
  readonly body: string;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly mentions: readonly { readonly handle: string }[];
}

async function read(idea: TestIdea, viewer: SignedInViewer | typeof nobody = nobody) {
  const { data, errors } = await api.as(viewer).graphql<{
    idea: { comments: { nodes: readonly Comment[]; edges: readonly { readonly cursor: string }[] } };
    activities: unknown;
  }>(
    `query ($slug: String!, $about: ID!) { idea(slug: $slug) { comments(first: 50) { edges { cursor } nodes { id body createdAt editedAt
       mentions { handle } versions(first: 5) { nodes { writtenAt } } } } }
       activities(about: $about, first: 100) { nodes { id kind occurredAt actorName position } } }`,
    { slug: idea.slug, about: idea.globalId },
  );
  expect(errors).toEqual([]);
  return { answer: data, comments: data.idea.comments.nodes, edges: data.idea.comments.edges };
}

describe('what somebody says without their name', () => {
  it.each(['PSEUDONYM', 'NAME_WITHHELD'] as const)(
    'tells its day and no more, in no field, cursor, id, log entry or feed (%s)',
    async (shownAs) => {
      const idea = await anIdea(api);
      const steward = await aPerson(api, { steward: true });
      const viewer = await aPerson(api);
      const perspective = shownAs === 'PSEUDONYM' ? 'LIVED_EXPERIENCE' : 'PUBLIC';
      const id = await said(viewer, idea, 'I slept there.', { shownAs, perspective });
      await api
        .as(viewer)
        .graphql('mutation ($input: EditCommentInput!) { editComment(input: $input) { __typename } }', {
          input: { commentId: `comment_${id}`, body: 'I slept there twice.' },
        });
      await api.tail.tick();
      const [{ moment }] = await api.dataSource.query(
        `select to_char(created_at at time zone 'UTC', 'HH24:MI') as moment from comments where id = $1`,
        [id],
      );

      for (const reader of [nobody, idea.author, steward]) {
        const { answer, comments, edges } = await read(idea, reader);
        expect(comments[0]).toMatchObject({ body: 'I slept there twice.' });
        for (const time of [comments[0]?.createdAt, comments[0]?.editedAt]) expect(time).toMatch(/T00:00:00\.000Z$/);
        expect(JSON.stringify(answer)).not.toMatch(/"comment\./);
        expect(edges.map(({ cursor }) => Buffer.from(cursor, 'base64url').toString()).join()).not.toContain(moment);
      }
      // No version of a UUID that begins with the time.
      expect(id).toMatch(/^ff.{12}4/);
      for (const url of ['/feeds/activity.atom', '/feeds/activity.json']) {
        expect((await api.app.inject({ url })).body).not.toContain(id);
      }
    },
  );

  it('stands behind what was said by name that day, so that its neighbours do not tell its minute', async () => {
    const idea = await anIdea(api);
    const hidden = await aPerson(api);
    await said(await aPerson(api), idea, 'First.');
    await said(hidden, idea, 'Between them.', { shownAs: 'NAME_WITHHELD' });
    await said(await aPerson(api), idea, 'Second.');
    expect((await read(idea)).comments.map(({ body }) => body)).toEqual(['First.', 'Second.', 'Between them.']);
  });
});

describe('a mention', () => {
  it('leads to the person, and tells them', async () => {
    const idea = await anIdea(api);
    const [writer, named] = [await aPerson(api), await aPerson(api)];
    const id = await said(writer, idea, `@${named.person.handle} knows this, and @nobody-at-all does not.`);
    expect((await read(idea)).comments[0]?.mentions).toEqual([{ handle: named.person.handle }]);
    const told: { person_id: string }[] = await api.dataSource.query(
      `select t.person_id from activity_addressees t join activities a on a.id = t.activity_id where a.subject_id = $1`,
      [id],
    );
    expect(told).toEqual([{ person_id: named.person.id }]);
  });

  it('that comes with an edit tells those who are new to it, and those who were mentioned before not again', async () => {
    const idea = await anIdea(api);
    const [writer, before, later] = [await aPerson(api), await aPerson(api), await aPerson(api)];
    const id = await said(writer, idea, `@${before.person.handle} knows this.`);
    const edits = (body: string) =>
      api.as(writer).graphql('mutation ($input: EditCommentInput!) { editComment(input: $input) { __typename } }', {
        input: { commentId: `comment_${id}`, body },
      });
    await edits(`@${before.person.handle} and @${later.person.handle} know this.`);
    await edits(`@${later.person.handle} and @${before.person.handle} know it well.`);
    const told: { person_id: string; kind: string }[] = await api.dataSource.query(
      `select t.person_id, a.kind from activity_addressees t join activities a on a.id = t.activity_id where a.subject_id = $1 order by a.id`,
      [id],
    );
    expect(told).toEqual([
      { person_id: before.person.id, kind: 'comment.added' },
      { person_id: later.person.id, kind: 'comment.edited' },
    ]);
  });

  it('of a minor, or of somebody who does not want it, is refused alike to whoever shares no project with them', async () => {
    const idea = await anIdea(api);
    const [writer, minor, reserved] = [await aPerson(api), await aPerson(api), await aPerson(api)];
    const { errors } = await api
      .as(minor)
      .graphql('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }', {
        input: { bornFrom: 2014, mentionedBy: 'ANYBODY' },
      });
    expect(errors).toEqual([]);
    await api.dataSource.query(`update people set mentioned_by = 'SHARED_PROJECT' where id = $1`, [reserved.person.id]);
    const refusals = [];
    for (const { person } of [minor, reserved]) {
      const decision = await says(writer, idea, `Ask @${person.handle}.`);
      refusals.push(decision.ok ? [] : decision.reasons.map(({ code }) => code));
    }
    expect(refusals).toEqual([['MENTION_NOT_POSSIBLE'], ['MENTION_NOT_POSSIBLE']]);
    expect((await read(idea)).comments).toEqual([]);

    // Nor by changing a comment afterwards.
    const commentId = `comment_${await said(writer, idea, 'Ask somebody.')}`;
    const { data } = await api
      .as(writer)
      .graphql<{ editComment: unknown }>(
        'mutation ($input: EditCommentInput!) { editComment(input: $input) { __typename ... on Refusal { requirements { code } } } }',
        { input: { commentId, body: `Ask @${minor.person.handle}.` } },
      );
    expect(data.editComment).toEqual({ __typename: 'Refusal', requirements: [{ code: 'MENTION_NOT_POSSIBLE' }] });
    expect((await read(idea)).comments[0]).toMatchObject({ body: 'Ask somebody.', mentions: [] });
  });

  it('is not replaced by asking a minor to write along, or by putting them into a team of one’s own', async () => {
    const minor = await aPerson(api);
    await api.dataSource.query('update people set born_from = 2014 where id = $1', [minor.person.id]);
    const { id: organisationId, globalId, admin: writer } = await anOrganisation(api);
    const idea = await anIdea(api, { author: writer, organisationId });
    const refusal = async (name: string, input: object) => {
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
      const { data } = await api
        .as(writer)
        .graphql<Record<string, { requirements?: { code: string }[] }>>(
          `mutation ($input: ${type}Input!) { ${name}(input: $input) { ... on Refusal { requirements { code } } } }`,
          { input },
        );
      return data[name]?.requirements?.map(({ code }) => code);
    };
    expect(await refusal('inviteCoAuthor', { ideaId: idea.globalId, handle: minor.person.handle })).toEqual([
      'CANNOT_BE_ASKED',
    ]);
    const convened = { organisationId: globalId, ideaIds: [idea.globalId], title: 'Mine', summary: 'Mine' };
    await refusal('conveneVenture', convened);
    const [{ ventureId }] = await api.dataSource.query(
      'select venture_id as "ventureId" from venture_ideas where idea_id = $1',
      [idea.id],
    );
    const member = { ventureId: `venture_${ventureId}`, personId: `person_${minor.person.id}`, role: 'DESIGN' };
    expect(await refusal('addTeamMember', member)).toEqual(['CANNOT_BE_ASKED']);
    const [{ told }] = await api.dataSource.query(
      `select (select count(*) from activity_addressees where person_id = $1)::int + (select count(*) from venture_team where person_id = $1)::int as told`,
      [minor.person.id],
    );
    expect(told).toBe(0);
    // Once the minor took a seat there themself, the team may name them.
    await api.dataSource.query(
      `insert into venture_seats (venture_id, person_id, kind, name_shown, taken_at) values ($1, $2, 'SERVICE_USER', true, app_now())`,
      [ventureId, minor.person.id],
    );
    expect(await refusal('addTeamMember', member)).toBeUndefined();
  });

  it('of a minor is possible in a project they share', async () => {
    const idea = await anIdea(api);
    const [writer, minor] = [await aPerson(api), await aPerson(api)];
    const ventureId = newId();
    await api.dataSource.query('update people set born_from = 2014 where id = $1', [minor.person.id]);
    await api.dataSource.query(
      `insert into ventures (id, slug, title, status, created_at) values ($1, 'shared-work', 'Shared', 'CONVENING', app_now())`,
      [ventureId],
    );
    for (const { person } of [writer, minor]) {
      await api.dataSource.query(
        `insert into venture_seats (venture_id, person_id, kind, name_shown, taken_at) values ($1, $2, 'PRACTITIONER', false, app_now())`,
        [ventureId, person.id],
      );
    }
    expect((await says(writer, idea, `Ask @${minor.person.handle}.`)).ok).toBe(true);
  });

  it('does not say to anybody else in which years somebody was born', async () => {
    const minor = await aPerson(api);
    await api.dataSource.query('update people set born_from = 2014 where id = $1', [minor.person.id]);
    const { errors } = await api.as(nobody).graphql(`{ person(handle: "${minor.person.handle}") { bornFrom } }`);
    expect(errors[0]?.message).toContain('Cannot query field');
  });
});
