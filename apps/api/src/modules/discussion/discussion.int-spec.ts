import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea, type TestIdea, voteAsk } from '../../../test/support/ideas.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { CastVote } from '../support/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

interface Comment {
  readonly id: string;
  readonly body: string | null;
  readonly author: { readonly name: string } | null;
  readonly pseudonym: string | null;
  readonly removed: boolean;
  readonly versions: { readonly nodes: readonly { readonly number: number; readonly body: string }[] };
  readonly answers: { readonly nodes: readonly { readonly body: string | null }[] };
  readonly viewerCan: { readonly edit: { readonly allowed: boolean } };
}
interface Answer {
  readonly __typename: string;
  readonly comment?: { readonly id: string };
  readonly requirements?: readonly { readonly code: string }[];
}

const DISCUSSION = `query ($slug: String!) { idea(slug: $slug) { commentCount comments(first: 20) { nodes {
  id body author { name } pseudonym removed versions(first: 5) { nodes { number body } }
  answers(first: 5) { nodes { body } } viewerCan { edit { allowed } } } } } }`;

async function discussion(idea: TestIdea, viewer: SignedInViewer | typeof nobody = nobody) {
  const { data, errors } = await api.as(viewer).graphql<{
    idea: { commentCount: number; comments: { nodes: readonly Comment[] } };
  }>(DISCUSSION, { slug: idea.slug });
  expect(errors).toEqual([]);
  return { count: data.idea.commentCount, comments: data.idea.comments.nodes };
}

async function does(viewer: SignedInViewer, mutation: 'add' | 'edit' | 'remove', input: Record<string, unknown>) {
  const [field, type] = [`${mutation}Comment`, `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Comment`];
  const { data, errors } = await api.as(viewer).graphql<Record<string, Answer>>(
    `mutation ($input: ${type}Input!) { ${field}(input: $input) { __typename
      ... on ${type}Payload { comment { id } } ... on Refusal { requirements { code } } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data[field]!;
}

async function says(
  viewer: SignedInViewer,
  idea: TestIdea,
  body: string,
  wishes: { perspective?: string; shownAs?: string; answersId?: string } = {},
): Promise<string> {
  const { comment } = await does(viewer, 'add', { subjectId: idea.globalId, body, perspective: 'PUBLIC', ...wishes });
  return comment!.id;
}

const codes = ({ requirements = [] }: Answer) => requirements.map(({ code }) => code);

describe('the discussion of an idea', () => {
  it('reads from its beginning for anybody, with those who give money after everybody else', async () => {
    const idea = await anIdea(api);
    await says(await aPerson(api), idea, 'What would it cost?', { perspective: 'FUNDER' });
    const question = await says(await aPerson(api, { name: 'Neve' }), idea, 'Who looks after it later?');
    await says(idea.author, idea, 'We do, for two years.', { answersId: question });
    await says(await aPerson(api), idea, 'We tried this in spring.', { perspective: 'PRACTITIONER' });
    await api.tail.tick();

    const { count, comments } = await discussion(idea);
    expect(comments.map(({ body }) => body)).toEqual([
      'Who looks after it later?',
      'We tried this in spring.',
      'What would it cost?',
    ]);
    expect(comments[0]).toMatchObject({
      author: { name: 'Neve' },
      answers: { nodes: [{ body: 'We do, for two years.' }] },
    });
    expect(count).toBe(4);
  });

  it('goes one answer deep, and only below a comment on the same idea', async () => {
    const [idea, other] = [await anIdea(api), await anIdea(api)];
    const person = await aPerson(api);
    const first = await says(person, idea, 'First.');
    const answer = await says(person, idea, 'An answer.', { answersId: first });
    for (const [subject, answersId] of [
      [idea, answer],
      [other, first],
    ] as const) {
      const refused = await does(person, 'add', {
        subjectId: subject.globalId,
        body: 'Deeper.',
        perspective: 'PUBLIC',
        answersId,
      });
      expect(codes(refused)).toEqual(['NOTHING_TO_ANSWER']);
    }
  });
});

describe('who said it', () => {
  it('is one pseudonym in the discussion and the vote, and no name, for lived experience', async () => {
    const idea = await anIdea(api);
    const viewer = await aPerson(api, { name: 'Hidden Heron' });
    await api.app.get(CastVote).execute(viewer, voteAsk(idea.id, { perspective: 'LIVED_EXPERIENCE' }));
    await says(viewer, idea, 'I slept there.', { perspective: 'LIVED_EXPERIENCE' });
    await says(viewer, idea, 'And again in winter.', { perspective: 'LIVED_EXPERIENCE' });

    const { comments } = await discussion(idea);
    const { data } = await api
      .as(viewer)
      .graphql<{ idea: { viewerVote: { pseudonym: string } } }>(
        'query ($slug: String!) { idea(slug: $slug) { viewerVote { pseudonym } } }',
        { slug: idea.slug },
      );
    expect(comments.map(({ author }) => author)).toEqual([null, null]);
    expect(new Set(comments.map(({ pseudonym }) => pseudonym))).toEqual(new Set([data.idea.viewerVote.pseudonym]));
    const [{ told }] = await api.dataSource.query(
      'select count(actor_id)::int as told from activities where idea_id = $1 and actor_id = $2',
      [idea.id, viewer.person.id],
    );
    expect(told).toBe(0);
  });

  it('is told by nothing at all when the name is withheld', async () => {
    const idea = await anIdea(api);
    await says(await aPerson(api), idea, 'I cannot be seen to say this.', { shownAs: 'NAME_WITHHELD' });
    expect((await discussion(idea)).comments).toMatchObject([{ author: null, pseudonym: null }]);
  });
});

describe('a comment', () => {
  it('keeps every wording when its writer changes it', async () => {
    const idea = await anIdea(api);
    const viewer = await aPerson(api);
    const commentId = await says(viewer, idea, 'It takes a week.');
    expect((await does(viewer, 'edit', { commentId, body: 'It takes a month.' })).__typename).toBe(
      'EditCommentPayload',
    );
    expect(codes(await does(viewer, 'edit', { commentId, body: 'It takes a month.' }))).toEqual(['NOTHING_CHANGED']);
    const { comments } = await discussion(idea);
    expect(comments[0]?.body).toBe('It takes a month.');
    expect(comments[0]?.versions.nodes.map(({ body }) => body)).toEqual(['It takes a month.', 'It takes a week.']);
  });

  it('leaves a mark when its writer takes it out, its answers, and none of its words', async () => {
    const idea = await anIdea(api);
    const viewer = await aPerson(api);
    const commentId = await says(viewer, idea, 'My cousin lives at the marigold house.');
    await does(viewer, 'edit', { commentId, body: 'Somebody lives at the marigold house.' });
    await says(idea.author, idea, 'Thank you for saying so.', { answersId: commentId });
    await does(viewer, 'remove', { commentId });

    expect((await discussion(idea)).comments).toMatchObject([
      {
        removed: true,
        body: null,
        versions: { nodes: [] },
        answers: { nodes: [{ body: 'Thank you for saying so.' }] },
      },
    ]);
    expect(codes(await does(viewer, 'edit', { commentId, body: 'Back.' }))).toEqual(['COMMENT_REMOVED']);
  });

  it('is changed and taken out by nobody else', async () => {
    const idea = await anIdea(api);
    const [writer, other] = [await aPerson(api), await aPerson(api)];
    const commentId = await says(writer, idea, 'Mine.');
    expect(codes(await does(other, 'edit', { commentId, body: 'Yours.' }))).toEqual(['NOT_YOUR_COMMENT']);
    expect(codes(await does(idea.author, 'remove', { commentId }))).toEqual(['NOT_YOUR_COMMENT']);
    const allowed = async (viewer: SignedInViewer) => {
      const { comments } = await discussion(idea, viewer);
      return comments[0]?.viewerCan.edit.allowed;
    };
    expect([await allowed(writer), await allowed(other)]).toEqual([true, false]);
  });
});
