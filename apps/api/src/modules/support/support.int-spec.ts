import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tally, type VoteEvent } from '@openimpact/domain';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea, supported, voteAsk, votes } from '../../../test/support/ideas.js';
import { anOrganisation, aPerson, joins } from '../../../test/support/people.js';
import { WithdrawIdea } from '../ideas/index.js';
import { CastVote, DeclareAdoptionInterest, PublishSupport, WithdrawVote } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const SUPPORT = `query($slug: String!) { idea(slug: $slug) { stage support { votes organisations imported
  byPerspective { perspective count fewerThan } answers { wouldNotHelp { count fewerThan } couldHarm { count fewerThan } }
  adoptionInterests { nodes { organisation { name } level peopleServed } } concerns { nodes { id why answer pseudonym person { name } } } }
  gate { toReach requirements { code met current needed } } stageChanges { from to } } }`;

interface Support {
  readonly idea: {
    readonly stage: string;
    readonly support: {
      readonly votes: number;
      readonly organisations: number;
      readonly imported: number;
      readonly byPerspective: readonly { perspective: string; count: number | null; fewerThan: number | null }[];
      readonly answers: Record<string, { count: number | null; fewerThan: number | null }>;
      readonly concerns: {
        readonly nodes: readonly { readonly id: string; readonly why: string; readonly pseudonym: string }[];
      };
    };
    readonly gate: {
      readonly toReach: string;
      readonly requirements: readonly { code: string; met: boolean; current: string | null }[];
    };
    readonly stageChanges: readonly { from: string; to: string }[];
  };
}

async function seen(slug: string, viewer = nobody) {
  const { data, errors } = await api.as(viewer).graphql<Support>(SUPPORT, { slug });
  expect(errors).toEqual([]);
  return data.idea;
}

/** The tally recounted from the append-only history, as somebody with the whole log would. */
async function recounted(ideaId: string) {
  const events: VoteEvent[] = await api.dataSource.query(
    `select e.kind, v.person_id as "personId", v.perspective, v.answer, v.organisation_id as "organisationId", v.source
     from vote_events e join votes v on v.id = e.vote_id where e.idea_id = $1 order by e.id`,
    [ideaId],
  );
  return tally(events);
}

describe('one vote a person', () => {
  it('holds when 1,000 people vote at once, and none waits in vain', async () => {
    const idea = await anIdea(api);
    const people = await Promise.all(Array.from({ length: 1_000 }, () => aPerson(api)));
    const decisions = await Promise.all(
      people.map((viewer, number) =>
        api.app
          .get(CastVote)
          .execute(viewer, voteAsk(idea.id, { perspective: number % 2 === 0 ? 'PUBLIC' : 'PRACTITIONER' })),
      ),
    );
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1_000);
    const { support } = await seen(idea.slug);
    expect(support.votes).toBe(1_000);
    expect((await recounted(idea.id)).votes).toBe(1_000);
    const [{ slots }] = await api.dataSource.query(
      'select count(*)::int as slots from vote_counters where idea_id = $1',
      [idea.id],
    );
    expect(slots).toBe(8);
  });

  it('holds when the same person votes many times at once', async () => {
    const idea = await anIdea(api);
    const viewer = await aPerson(api);
    const decisions = await Promise.all(
      Array.from({ length: 10 }, () =>
        api.app.get(CastVote).execute(viewer, voteAsk(idea.id, { perspective: 'LIVED_EXPERIENCE' })),
      ),
    );
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1);
    expect(decisions.flatMap((decision) => (decision.ok ? [] : decision.reasons.map(({ code }) => code)))).toEqual(
      Array.from({ length: 9 }, () => 'ALREADY_VOTED'),
    );
    expect((await recounted(idea.id)).votes).toBe(1);
  });

  it('may be taken back and given again, and the history keeps all of it', async () => {
    const idea = await anIdea(api);
    const [viewer] = await votes(api, idea, 'PUBLIC', 1);
    expect((await api.app.get(WithdrawVote).execute(viewer!, idea.id)).ok).toBe(true);
    const again = await api.app.get(WithdrawVote).execute(viewer!, idea.id);
    expect(again.ok ? [] : again.reasons).toEqual([{ code: 'NO_VOTE' }]);
    expect((await api.app.get(CastVote).execute(viewer!, voteAsk(idea.id))).ok).toBe(true);
    const { votes: counted, byPerspective } = await recounted(idea.id);
    expect([counted, byPerspective.PRACTITIONER, (await seen(idea.slug)).support.votes]).toEqual([1, 1, 1]);
  });

  it('is refused on one’s own idea, on one that ended, for an organisation one left, and without a confirmed address', async () => {
    const idea = await anIdea(api);
    const reasons = async (viewer: typeof idea.author, organisationId: string | null = null) => {
      const decision = await api.app.get(CastVote).execute(viewer, voteAsk(idea.id, { organisationId }));
      return decision.ok ? [] : decision.reasons.map(({ code }) => code);
    };
    expect(await reasons(idea.author)).toEqual(['OWN_IDEA']);
    const { id } = await anOrganisation(api);
    const left = await joins(api, await aPerson(api), id);
    await api.dataSource.query('update memberships set left_at = app_now() where person_id = $1', [left.person.id]);
    expect(await reasons(left, id)).toEqual(['NOT_YOUR_ORGANISATION']);
    const unknown = await aPerson(api);
    await api.dataSource.query('update auth_users set email_verified = false where id = $1', [unknown.person.id]);
    expect(await reasons(unknown)).toEqual(['EMAIL_NOT_VERIFIED']);
    await api.app.get(WithdrawIdea).execute(idea.author, { ideaId: idea.id, reason: null });
    expect(await reasons(await aPerson(api))).toEqual(['VOTES_CLOSED']);
    expect((await seen(idea.slug)).support.votes).toBe(0);
  });

  it('never lands on an idea that is being withdrawn', async () => {
    const idea = await anIdea(api);
    const people = await Promise.all(Array.from({ length: 20 }, () => aPerson(api)));
    const [, ...decisions] = await Promise.all([
      api.app.get(WithdrawIdea).execute(idea.author, { ideaId: idea.id, reason: null }),
      ...people.map((viewer) => api.app.get(CastVote).execute(viewer, voteAsk(idea.id))),
    ]);
    const accepted = decisions.filter(({ ok }) => ok).length;
    const [{ late }] = await api.dataSource.query(
      `select count(*)::int as late from votes v join stage_changes s on s.idea_id = v.idea_id where v.idea_id = $1 and v.created_at > s.changed_at`,
      [idea.id],
    );
    expect([(await seen(idea.slug)).support.votes, late]).toEqual([accepted, 0]);
  });
});

describe('the gate to SUPPORTED', () => {
  it('opens by itself and is passed once, with its record and one activity', async () => {
    const idea = await anIdea(api);
    await supported(api, idea);
    const { stage, stageChanges, gate } = await seen(idea.slug);
    expect([stage, stageChanges, gate.toReach]).toEqual(['SUPPORTED', [{ from: 'LOGGED', to: 'SUPPORTED' }], 'SHAPED']);
    const kinds: { kind: string }[] = await api.dataSource.query(
      `select kind from activities where idea_id = $1 and kind = 'idea.supported'`,
      [idea.id],
    );
    expect(kinds).toHaveLength(1);
  });

  it('is passed exactly once when the fifth vote comes twice at once', async () => {
    const idea = await anIdea(api);
    await supported(api, idea, 2);
    expect((await seen(idea.slug)).stage).toBe('LOGGED');
    const people = [await aPerson(api), await aPerson(api)];
    await Promise.all(
      people.map((viewer) =>
        api.app.get(CastVote).execute(viewer, voteAsk(idea.id, { perspective: 'LIVED_EXPERIENCE' })),
      ),
    );
    await api.tail.tick();
    const { stage, stageChanges } = await seen(idea.slug);
    expect([stage, stageChanges.length, (await recounted(idea.id)).votes]).toEqual(['SUPPORTED', 1, 6]);
  });

  it.each(['VOTE', 'INTEREST', 'BOTH_AT_ONCE'] as const)('opens when the last fact comes, be it %s', async (last) => {
    for (let turn = 0; turn < (last === 'BOTH_AT_ONCE' ? 5 : 1); turn += 1) {
      const idea = await anIdea(api);
      const organisations = [
        await anOrganisation(api, { verified: true }),
        await anOrganisation(api, { verified: true }),
      ] as const;
      const vote = (of: (typeof organisations)[number]) => () =>
        api.app.get(CastVote).execute(of.admin, voteAsk(idea.id, { organisationId: of.id }));
      const interest = () =>
        api.app.get(DeclareAdoptionInterest).execute(organisations[0].admin, {
          ideaId: idea.id,
          organisationId: organisations[0].id,
          level: 'WOULD_PILOT',
          peopleServed: 120,
          note: null,
        });
      await votes(api, idea, 'LIVED_EXPERIENCE', 3);
      await vote(organisations[0])();
      // Published with the fifth, so that the last vote publishes nothing but itself.
      await votes(api, idea, 'LIVED_EXPERIENCE', 2);
      const [before, after] =
        last === 'INTEREST' ? [vote(organisations[1]), interest] : [interest, vote(organisations[1])];
      if (last === 'BOTH_AT_ONCE') await Promise.all([before(), after()]);
      else {
        await before();
        expect((await seen(idea.slug)).stage).toBe('LOGGED');
        await after();
      }
      const { stage, stageChanges } = await seen(idea.slug);
      expect([stage, stageChanges.length]).toEqual(['SUPPORTED', 1]);
    }
  });

  it('is asked again by the tail when a process ended between a vote and its gate', async () => {
    const idea = await anIdea(api);
    await supported(api, idea);
    await api.dataSource.query(`delete from stage_changes where idea_id = $1`, [idea.id]);
    await api.dataSource.query(`update ideas set stage = 'LOGGED' where id = $1`, [idea.id]);
    await api.tail.tick();
    expect((await seen(idea.slug)).stage).toBe('SUPPORTED');
  });

  it('is asked again by the tail when somebody else was at it as the last vote came', async () => {
    const idea = await anIdea(api);
    await votes(api, idea, 'LIVED_EXPERIENCE', 4);
    const other = api.dataSource.createQueryRunner();
    await other.startTransaction();
    await other.query('insert into support_told (idea_id) values ($1)', [idea.id]);
    await other.commitTransaction();
    await other.startTransaction();
    await other.query('select from support_told where idea_id = $1 for update', [idea.id]);
    await votes(api, idea, 'LIVED_EXPERIENCE', 1);
    await other.rollbackTransaction();
    await other.release();
    expect((await seen(idea.slug)).support.votes).toBe(0);
    await api.tail.tick();
    expect((await seen(idea.slug)).support.votes).toBe(5);
  });

  it('is not met by imported votes, which are counted apart', async () => {
    const idea = await anIdea(api);
    for (let voter = 0; voter < 6; voter += 1)
      await api.app.get(CastVote).execute(await aPerson(api), voteAsk(idea.id), 'IMPORT');
    const { support, gate } = await seen(idea.slug);
    expect([support.votes, support.imported]).toEqual([0, 6]);
    expect(gate.requirements[0]).toMatchObject({ code: 'VOTES_OF_SUPPORT', met: false, current: '0 votes' });
  });
});

describe('counters', () => {
  it('are folded into the list by the tail, and folding twice changes nothing', async () => {
    const idea = await anIdea(api);
    const { admin, id } = await anOrganisation(api);
    await api.app.get(CastVote).execute(admin, voteAsk(idea.id, { organisationId: id }));
    await votes(api, idea, 'PUBLIC', 2);
    await api.tail.tick();
    const row = async () =>
      (
        await api.dataSource.query('select votes_support, organisations_count, trending from ideas where id = $1', [
          idea.id,
        ])
      )[0];
    const folded = await row();
    expect(folded).toMatchObject({ votes_support: 3, organisations_count: 1 });
    const [{ seasons }] = await api.dataSource.query(
      `select extract(epoch from created_at - timestamptz '2026-01-01')::double precision / 86400 / 90 as seasons from ideas where id = $1`,
      [idea.id],
    );
    expect(folded.trending).toBeCloseTo(Math.log10(3) + seasons, 9);
    await api.tail.tick();
    expect(await row()).toEqual(folded);
  });
});

describe('people who asked not to be named', () => {
  it('are in no query, no activity and no requirement, and small numbers are hidden', async () => {
    const idea = await anIdea(api);
    const name = 'Zephyrine Quillfeather';
    const hidden = await aPerson(api, { name });
    const concern = voteAsk(idea.id, {
      perspective: 'LIVED_EXPERIENCE',
      answer: 'COULD_HARM',
      why: 'It would tell my landlord.',
    });
    await api.app.get(CastVote).execute(hidden, concern);
    const comment = `mutation($input: AddCommentInput!) { addComment(input: $input) { __typename } }`;
    for (const shownAs of ['PSEUDONYM', 'NAME_WITHHELD']) {
      await api.as(hidden).graphql(comment, {
        input: { subjectId: idea.globalId, body: 'Me again.', perspective: 'LIVED_EXPERIENCE', shownAs },
      });
    }
    await api.tail.tick();
    const everything = `query($slug: String!, $about: ID) {
      idea(slug: $slug) { id title author { name } support { votes byPerspective { perspective count fewerThan }
          answers { wouldNotHelp { count fewerThan } couldHarm { count fewerThan } } concerns { nodes { id why pseudonym person { name } } } }
        comments { nodes { id body author { name handle } pseudonym viewerCan { edit { allowed } } versions { nodes { body } } } }
        viewerVote { pseudonym } gate { requirements { code current needed message } } stageChanges { to } versions { nodes { author { name } } } }
      activities(about: $about) { nodes { id kind actorName summary address } }
      all: activities { nodes { kind actorName } } }`;
    for (const viewer of [nobody, idea.author, await aPerson(api, { steward: true })]) {
      const { data, errors } = await api
        .as(viewer)
        .graphql<Support>(everything, { slug: idea.slug, about: idea.globalId });
      expect(errors).toEqual([]);
      const text = JSON.stringify(data);
      for (const secret of [name, hidden.person.handle, hidden.person.id]) expect(text).not.toContain(secret);
      expect(data.idea.support.answers).toEqual({
        wouldNotHelp: { count: null, fewerThan: 3 },
        couldHarm: { count: null, fewerThan: 3 },
      });
    }
    const log = JSON.stringify(
      await api.dataSource.query(
        `select a.*, c.content from activities a join activity_contents c on c.activity_id = a.id where a.idea_id = $1 and kind <> 'idea.logged'`,
        [idea.id],
      ),
    );
    expect(log).not.toContain(hidden.person.id);
    expect(log).not.toContain('LIVED_EXPERIENCE');
  });

  it('have another name on every idea', async () => {
    const viewer = await aPerson(api);
    const names: string[] = [];
    for (let number = 0; number < 3; number += 1) {
      const idea = await anIdea(api);
      await api.app.get(CastVote).execute(viewer, voteAsk(idea.id, { perspective: 'LIVED_EXPERIENCE' }));
      const { data } = await api
        .as(viewer)
        .graphql<{ idea: { viewerVote: { pseudonym: string } } }>(
          'query($slug: String!) { idea(slug: $slug) { viewerVote { pseudonym } } }',
          {
            slug: idea.slug,
          },
        );
      names.push(data.idea.viewerVote.pseudonym);
    }
    expect(new Set(names).size).toBe(3);
  });

  it('are not told apart by comparing two moments', async () => {
    const idea = await anIdea(api);
    const states = [JSON.stringify((await seen(idea.slug)).support.byPerspective)];
    for (let voter = 0; voter < 2; voter += 1) {
      await votes(api, idea, 'LIVED_EXPERIENCE', 1);
      const { support, gate } = await seen(idea.slug);
      states.push(JSON.stringify(support.byPerspective));
      expect(gate.requirements.find(({ code }) => code === 'LIVED_EXPERIENCE_HEARD')?.current).toBeNull();
    }
    expect(new Set(states).size).toBe(1);
  });
});

describe('what could make things worse', () => {
  it('is answered by the authors in public, and by nobody else', async () => {
    const idea = await anIdea(api);
    const voter = await aPerson(api);
    await api.app
      .get(CastVote)
      .execute(
        voter,
        voteAsk(idea.id, { perspective: 'LIVED_EXPERIENCE', answer: 'COULD_HARM', why: 'It would tell my landlord.' }),
      );
    const silent = await aPerson(api);
    await api.app
      .get(CastVote)
      .execute(silent, voteAsk(idea.id, { perspective: 'LIVED_EXPERIENCE', answer: 'COULD_HARM' }));
    await api.moveClock(24 * 60);
    await api.app.get(PublishSupport).endOfDay();
    const [publicly, forAuthor] = [await seen(idea.slug), await seen(idea.slug, idea.author)];
    expect([publicly.support.concerns.nodes.length, forAuthor.support.concerns.nodes.length]).toEqual([1, 2]);
    const concernId = publicly.support.concerns.nodes[0]?.id;
    const answer = `mutation($input: AnswerHarmInput!) { answerHarm(input: $input) { __typename ... on Refusal { requirements { code } }
      ... on AnswerHarmPayload { idea { support { concerns { nodes { why answer } } } } } } }`;
    const input = { ideaId: idea.globalId, concernId, answer: 'Addresses stay with the person.' };
    expect((await api.as(voter).graphql(answer, { input })).data).toMatchObject({
      answerHarm: { requirements: [{ code: 'NOT_AN_AUTHOR' }] },
    });
    const { data } = await api
      .as(idea.author)
      .graphql<{ answerHarm: { idea: { support: { concerns: { nodes: unknown[] } } } } }>(answer, { input });
    expect(data.answerHarm.idea.support.concerns.nodes).toContainEqual({
      why: 'It would tell my landlord.',
      answer: 'Addresses stay with the person.',
    });
  });
});
