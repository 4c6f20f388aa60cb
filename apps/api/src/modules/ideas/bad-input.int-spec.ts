import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { anIdea, voteAsk } from '../../../test/support/ideas.js';
import { codesOf, mutate } from '../../../test/support/mutate.js';
import { anOrganisation, aPerson, joins, type SignedInViewer } from '../../../test/support/people.js';
import { CastVote } from '../support/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

const GOOD = {
  title: 'A kettle that can be lent',
  need: 'People who are rehoused have no kettle for the first week.',
  peopleServed: 'People who are rehoused',
  outcome: 'Tea on the first evening.',
  themes: ['HOUSING'],
};

/** Everything that a refusal must leave as it was. */
const state = () =>
  api.dataSource
    .query(`select (select count(*) from ideas) as ideas, (select count(*) from idea_revisions) as revisions,
    (select count(*) from votes) as votes, (select count(*) from vote_events) as events, (select count(*) from activities) as activities, (select count(*) from held_posts) as held`);

describe('an idea', () => {
  it.each([
    ['empty', { title: '' }, 'TEXT_MISSING'],
    ['only spaces', { need: ' \t\u00a0\u2003 ' }, 'TEXT_MISSING'],
    ['only what nobody can see', { title: '\u200b' }, 'TEXT_MISSING'],
    ['too long', { title: 'x'.repeat(121) }, 'TEXT_TOO_LONG'],
    ['zero-width among letters', { title: 'pay\u200bpal' }, 'TEXT_HAS_HIDDEN_CHARACTERS'],
    ['letters that turn the direction', { need: 'Read \u202Ethis\u202C' }, 'TEXT_HAS_HIDDEN_CHARACTERS'],
    ['a NUL', { outcome: 'before\u0000after' }, 'TEXT_HAS_HIDDEN_CHARACTERS'],
    ['half of an emoji', { peopleServed: 'broken \ud83d here' }, 'TEXT_HAS_HIDDEN_CHARACTERS'],
    ['200 kB of markdown', { need: '> * [x](y) **b** `c` | '.repeat(8_700) }, 'TEXT_TOO_LONG'],
    ['a link that runs', { need: '[press here](javascript:alert(1))' }, 'TEXT_LINK_NOT_SAFE'],
    ['an address that runs', { evidence: ['javascript:alert(1)'] }, 'ADDRESS_NOT_VALID'],
  ])('with %s is refused with a code and words, and nothing changes', async (_, bad, code) => {
    const author = await aPerson(api);
    const before = await state();
    const answer = await mutate(api, author, 'logIdea', { ...GOOD, ...bad });
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.requirements?.[0]?.message).toMatch(/^\p{Lu}.+\.$/u);
    expect(await state()).toEqual(before);
  });

  it('with a title in ten scripts is kept letter by letter, under an address of its own', async () => {
    const title = 'Hilfe βοήθεια помощь עזרה مساعدة मदद ช่วย 帮助 ヘルプ 도움';
    const answer = await mutate(api, await aPerson(api), 'logIdea', { ...GOOD, title }, 'idea { title slug }');
    expect(answer['idea']).toEqual({ title, slug: expect.stringMatching(/^hilfe-[\p{L}\p{M}\p{N}-]+$/u) });
  });
});

describe('a vote', () => {
  const votes = async (viewer: SignedInViewer, ideaId: string, organisationId: string | null = null) => {
    const decision = await api.app.get(CastVote).execute(viewer, voteAsk(ideaId, { organisationId }));
    return decision.ok ? [] : decision.reasons.map(({ code }) => code);
  };

  it('on one’s own idea, on one that left, twice at once, without a confirmed address, for an organisation left a second ago: refused, and nothing changes', async () => {
    const [idea, withdrawn, merged] = [await anIdea(api), await anIdea(api), await anIdea(api)];
    await mutate(api, withdrawn.author, 'withdrawIdea', { ideaId: withdrawn.globalId });
    await api.dataSource.query(`update ideas set stage = 'MERGED', merged_into_id = $1 where id = $2`, [
      idea.id,
      merged.id,
    ]);
    const { id } = await anOrganisation(api);
    const left = await joins(api, await aPerson(api), id);
    await api.dataSource.query('update memberships set left_at = app_now() where person_id = $1', [left.person.id]);
    const unknown = await aPerson(api);
    await api.dataSource.query('update auth_users set email_verified = false where id = $1', [unknown.person.id]);

    const before = await state();
    expect(await votes(idea.author, idea.id)).toEqual(['OWN_IDEA']);
    expect(await votes(await aPerson(api), withdrawn.id)).toEqual(['VOTES_CLOSED']);
    expect(await votes(await aPerson(api), merged.id)).toEqual(['VOTES_CLOSED']);
    expect(await votes(unknown, idea.id)).toEqual(['EMAIL_NOT_VERIFIED']);
    expect(await votes(left, idea.id, id)).toEqual(['NOT_YOUR_ORGANISATION']);
    expect(await state()).toEqual(before);

    const twice = await aPerson(api);
    const answers = await Promise.all([votes(twice, idea.id), votes(twice, idea.id)]);
    expect(answers.flat()).toEqual(['ALREADY_VOTED']);
    const [counted] = await api.dataSource.query('select count(*)::int as votes from votes where idea_id = $1', [
      idea.id,
    ]);
    expect(counted).toEqual({ votes: 1 });
  });
});
