import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalIdea } from '@openimpact/domain';

import { anApi, type GraphqlAnswer, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea } from '../../../test/support/ideas.js';
import { aPerson } from '../../../test/support/people.js';

interface IdeaList {
  readonly ideas: {
    readonly nodes: readonly { readonly title: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const LOG = `mutation Log($input: LogIdeaInput!) { logIdea(input: $input) { __typename
  ... on LogIdeaPayload { idea { id slug title stage version fingerprint language author { name } originator { name }
    versions { nodes { number title fingerprint } } viewerCan { revise { allowed } withdraw { allowed } } } }
  ... on Refusal { requirements { code path message current needed } } } }`;
const input = {
  title: 'Beds for tonight, seen by every shelter',
  need: 'Workers ring **seven** shelters each evening.',
  outcome: 'One look is enough.',
  peopleServed: 'People who sleep rough',
  themes: ['HOMELESSNESS'],
  places: ['Leeds'],
};

interface Logged {
  readonly logIdea: {
    readonly __typename: string;
    readonly idea: { readonly id: string; readonly slug: string; readonly fingerprint: string } & Record<
      string,
      unknown
    >;
    readonly requirements: readonly {
      readonly code: string;
      readonly path: readonly string[];
      readonly current: string;
    }[];
  };
}

describe('logging an idea', () => {
  it('asks who is there first', async () => {
    const { errors } = await api.as(nobody).graphql(LOG, { input });
    expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('is public at once, with its fingerprint, and says so in the log', async () => {
    const author = await aPerson(api, { name: 'Ada Okoro' });
    const { data, errors } = await api.as(author).graphql<Logged>(LOG, { input });
    expect(errors).toEqual([]);
    expect(data.logIdea.idea).toMatchObject({
      slug: 'beds-for-tonight-seen-by-every-shelter',
      stage: 'LOGGED',
      author: { name: 'Ada Okoro' },
      originator: { name: 'Ada Okoro' },
      viewerCan: { revise: { allowed: true }, withdraw: { allowed: true } },
    });
    const { data: seen } = await api
      .as(nobody)
      .graphql<{ idea: { title: string; viewerCan: object } }>(
        '{ idea(slug: "beds-for-tonight-seen-by-every-shelter") { title viewerCan { revise { allowed requirements { code } } } } }',
      );
    expect(seen.idea).toEqual({
      title: input.title,
      viewerCan: { revise: { allowed: false, requirements: [{ code: 'SIGN_IN_FIRST' }] } },
    });
    const log = await api
      .as(nobody)
      .graphql<{ activities: { nodes: unknown[] } }>(
        'query About($about: ID) { activities(about: $about) { nodes { kind actorName } } }',
        { about: data.logIdea.idea.id },
      );
    expect(log.data.activities.nodes).toEqual([{ kind: 'idea.logged', actorName: 'Ada Okoro' }]);
  });

  it('keeps a fingerprint that anyone with salt and text can check, and nobody without', async () => {
    const idea = await anIdea(api);
    const [row] = await api.dataSource.query(
      'select content, salt, fingerprint from idea_revisions where idea_id = $1',
      [idea.id],
    );
    const again = createHash('sha256')
      .update(row.salt)
      .update(canonicalIdea(idea.id, 1, row.content))
      .digest();
    expect(again.equals(row.fingerprint)).toBe(true);
  });

  it('answers bad input with every problem and its field, and changes nothing', async () => {
    const author = await aPerson(api);
    const before = await api.dataSource.query('select count(*) from ideas');
    const bad = {
      title: '\u200b',
      need: `x\u0000`,
      outcome: '[a](javascript:x)',
      peopleServed: 'y'.repeat(501),
      themes: [],
      places: ['\ud83d'],
    };
    const { data } = await api.as(author).graphql<Logged>(LOG, { input: bad });
    expect(data.logIdea.requirements.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'TEXT_MISSING input.title',
      'TEXT_HAS_HIDDEN_CHARACTERS input.need',
      'TEXT_TOO_LONG input.peopleServed',
      'TEXT_LINK_NOT_SAFE input.outcome',
      'THEME_MISSING input.themes',
      'TEXT_MISSING input.places.0',
    ]);
    expect(await api.dataSource.query('select count(*) from ideas')).toEqual(before);
  });

  it('asks about personal data, and keeps the decision without the text', async () => {
    const author = await aPerson(api);
    const told = { ...input, title: 'Ring us', need: 'Our office: 07700 900123.' };
    const asked = await api.as(author).graphql<Logged>(LOG, { input: told });
    expect(asked.data.logIdea.requirements).toMatchObject([{ code: 'PERSONAL_DATA_FOUND', current: '07700 900123' }]);
    const kept = { ...told, personalDataKept: [{ field: 'need', kind: 'PHONE', found: '07700 900123' }] };
    const logged = await api.as(author).graphql<Logged>(LOG, { input: kept });
    expect(logged.data.logIdea.__typename).toBe('LogIdeaPayload');
    const [row] = await api.dataSource.query(
      `select personal_data from idea_revisions r join ideas i on i.id = r.idea_id where i.slug = $1`,
      [logged.data.logIdea.idea.slug],
    );
    expect(row.personal_data).toEqual([{ field: 'need', kind: 'PHONE', start: 12, end: 24, decision: 'KEPT' }]);
  });

  it('gives two ideas of the same title two addresses, also at once', async () => {
    const logged = await Promise.all(Array.from({ length: 6 }, () => anIdea(api, { title: 'The very same' })));
    expect(new Set(logged.map(({ slug }) => slug)).size).toBe(6);
  });
});

describe('revising and withdrawing', () => {
  it('keeps every wording, and refuses what was written over somebody else’s', async () => {
    const idea = await anIdea(api);
    const revise = `mutation($input: ReviseIdeaInput!) { reviseIdea(input: $input) { __typename
      ... on ReviseIdeaPayload { idea { version need versions { nodes { number need material } } } }
      ... on Refusal { requirements { code } } } }`;
    const first = await api.as(idea.author).graphql<{ reviseIdea: unknown }>(revise, {
      input: { ideaId: idea.globalId, need: 'Another need.', readVersion: 1 },
    });
    expect(first.data.reviseIdea).toMatchObject({
      idea: { version: 2, versions: { nodes: [{ number: 2, need: 'Another need.', material: true }, { number: 1 }] } },
    });
    const second = await api.as(idea.author).graphql<{ reviseIdea: unknown }>(revise, {
      input: { ideaId: idea.globalId, need: 'A third.', readVersion: 1 },
    });
    expect(second.data.reviseIdea).toMatchObject({ requirements: [{ code: 'REVISED_MEANWHILE' }] });
    const stranger = await aPerson(api);
    const third = await api
      .as(stranger)
      .graphql<{ reviseIdea: unknown }>(revise, { input: { ideaId: idea.globalId, need: 'Mine.' } });
    expect(third.data.reviseIdea).toMatchObject({ requirements: [{ code: 'NOT_AN_AUTHOR' }] });
  });

  it('lets the author take it back, with the reason in its record, and only once', async () => {
    const idea = await anIdea(api);
    const withdraw = `mutation($input: WithdrawIdeaInput!) { withdrawIdea(input: $input) { __typename
      ... on WithdrawIdeaPayload { idea { stage gate { toReach } stageChanges { from to reason } } }
      ... on Refusal { requirements { code } } } }`;
    const variables = { input: { ideaId: idea.globalId, reason: 'The council built it.' } };
    const [one, two] = await Promise.all([
      api.as(idea.author).graphql<{ withdrawIdea: { __typename: string } }>(withdraw, variables),
      api.as(idea.author).graphql<{ withdrawIdea: { __typename: string } }>(withdraw, variables),
    ]);
    expect([one.data.withdrawIdea.__typename, two.data.withdrawIdea.__typename].toSorted()).toEqual([
      'Refusal',
      'WithdrawIdeaPayload',
    ]);
    const winner = one.data.withdrawIdea.__typename === 'Refusal' ? two : one;
    expect(winner.data.withdrawIdea).toMatchObject({
      idea: {
        stage: 'WITHDRAWN',
        gate: null,
        stageChanges: [{ from: 'LOGGED', to: 'WITHDRAWN', reason: 'The council built it.' }],
      },
    });
  });
});

describe('drafts', () => {
  it('are read by their writer alone, and go when the idea is logged', async () => {
    const [writer, other] = [await aPerson(api), await aPerson(api)];
    const draftId = '018f2b4e-7c1a-4e5d-9c1f-3a2b1c0d9e8f';
    const save =
      'mutation($input: SaveIdeaDraftInput!) { saveIdeaDraft(input: $input) { __typename ... on Refusal { requirements { code } } } }';
    const saved = await api.as(writer).graphql(save, { input: { draftId, title: 'Half a \ud83d', need: 'x\u0000y' } });
    expect(saved.data).toEqual({ saveIdeaDraft: { __typename: 'SaveIdeaDraftPayload' } });
    const stolen = await api.as(other).graphql(save, { input: { draftId, title: 'Mine now' } });
    expect(stolen.data).toMatchObject({ saveIdeaDraft: { requirements: [{ code: 'NOT_YOUR_DRAFT' }] } });
    const mine = await api.as(writer).graphql<{ ideaDrafts: unknown[] }>('{ ideaDrafts { id title need } }');
    const theirs = await api.as(other).graphql<{ ideaDrafts: unknown[] }>('{ ideaDrafts { id } }');
    expect([mine.data.ideaDrafts.length, theirs.data.ideaDrafts]).toEqual([1, []]);
    await api.as(writer).graphql(LOG, { input: { ...input, title: 'From a draft', draftId } });
    const after = await api.as(writer).graphql<{ ideaDrafts: unknown[] }>('{ ideaDrafts { id } }');
    expect(after.data.ideaDrafts).toEqual([]);
  });
});

describe('finding ideas', () => {
  const titles = async (query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await api
      .as(nobody)
      .graphql<Record<string, { nodes: { title: string }[] } | { title: string }[]>>(query, variables);
    expect(errors).toEqual([]);
    const [list] = Object.values(data);
    return (Array.isArray(list) ? list : (list?.nodes ?? [])).map(({ title }) => title);
  };

  it('forgives a typing error, an accent and another form of the word', async () => {
    await anIdea(api, { title: 'Café rota for volunteers', need: 'Nobody knows who cooks on Fridays.' });
    for (const text of ['cafe rota', 'volunteer', 'cooking', 'Vollunteers rota']) {
      expect(
        await titles('query($text: String) { ideas(filter: { text: $text }) { nodes { title } } }', { text }),
      ).toContain('Café rota for volunteers');
    }
    expect(await titles('{ ideas(filter: { text: "zebra crossing" }) { nodes { title } } }')).toEqual([]);
  });

  it('pages through every order without a gap and without a repeat', async () => {
    for (let number = 0; number < 7; number += 1) await anIdea(api, { title: `Paged ${number}`, places: ['Pageton'] });
    for (const orderBy of ['TRENDING', 'NEWEST', 'MOST_ORGANISATIONS', 'CLOSEST_TO_TARGET', 'NEEDS_VOTES']) {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { data, errors }: GraphqlAnswer<IdeaList> = await api.as(nobody).graphql<IdeaList>(
          `query($after: String, $orderBy: IdeaOrder!) { ideas(first: 3, after: $after, orderBy: $orderBy, filter: { place: "Pageton", stages: [LOGGED] }) {
            nodes { title } pageInfo { hasNextPage endCursor } } }`,
          { after, orderBy },
        );
        expect(errors).toEqual([]);
        seen.push(...data.ideas.nodes.map(({ title }) => title));
        ({ hasNextPage: more, endCursor: after } = data.ideas.pageInfo);
      }
      expect(seen.toSorted()).toEqual(Array.from({ length: 7 }, (_, number) => `Paged ${number}`));
    }
  });

  it('finds an idea by what was said about it, until that is taken back', async () => {
    const { id: ideaId } = await anIdea(api, { title: 'Lifts to the clinic' });
    const writer = await aPerson(api);
    const [{ id }] = await api.dataSource.query<[{ id: string }]>(
      `insert into comments (id, idea_id, person_id, perspective, shown_as, body, language, created_at)
       values (gen_random_uuid(), $1, $2, 'PRACTITIONER', 'NAME', 'Our dialysis patients miss the last bus.', 'en', now()) returning id`,
      [ideaId, writer.person.id],
    );
    const found = () => titles('{ ideas(filter: { text: "dialysis" }) { nodes { title } } }');
    expect(await found()).toEqual(['Lifts to the clinic']);
    await api.dataSource.query('update comments set body = null, removed_at = now() where id = $1', [id]);
    expect(await found()).toEqual([]);
  });

  it('shows where in its text the words stand', async () => {
    await anIdea(api, {
      title: 'A quiet hour',
      need: 'The swimming pool is too loud for autistic children on a Saturday.',
    });
    const { data } = await api.as(nobody).graphql<{
      ideas: { nodes: { excerpt: { text: string; found: boolean }[] | null }[] };
    }>('{ ideas(filter: { text: "loud pools" }) { nodes { excerpt(text: "loud pools") { text found } } } }');
    const [idea] = data.ideas.nodes;
    expect(idea?.excerpt?.filter(({ found }) => found).map(({ text }) => text)).toEqual(['pool', 'loud']);
    expect(idea?.excerpt?.map(({ text }) => text).join('')).toContain('swimming pool is too loud');
  });

  it('puts first what is new and has few votes, when asked what needs votes', async () => {
    const old = await anIdea(api, { title: 'Old and unseen', places: ['Voteless'] });
    const loved = await anIdea(api, { title: 'New and loved', places: ['Voteless'] });
    await anIdea(api, { title: 'New and unseen', places: ['Voteless'] });
    await api.dataSource.query(`update ideas set created_at = created_at - interval '3 weeks' where id = $1`, [old.id]);
    await api.dataSource.query(`update ideas set votes_support = 9 where id = $1`, [loved.id]);
    expect(await titles('{ ideas(orderBy: NEEDS_VOTES, filter: { place: "Voteless" }) { nodes { title } } }')).toEqual([
      'New and unseen',
      'Old and unseen',
      'New and loved',
    ]);
  });

  it('finds what at least three people of a perspective support, and not what fewer do', async () => {
    for (const [title, practitioners] of [
      ['Two say so', 2],
      ['Three say so', 3],
    ] as const) {
      const { id: ideaId } = await anIdea(api, { title, places: ['Lensville'] });
      await api.dataSource.query(
        `insert into support_told (idea_id, practitioner) values ($1, $2) on conflict (idea_id) do update set practitioner = $2`,
        [ideaId, practitioners],
      );
    }
    expect(
      await titles('{ ideas(filter: { place: "Lensville", perspective: PRACTITIONER }) { nodes { title } } }'),
    ).toEqual(['Three say so']);
  });

  it('shows what is nearly the same beside what is being typed', async () => {
    await anIdea(api, {
      title: 'A shared waiting list for counselling',
      need: 'Young people wait on three lists at once.',
    });
    const found = await titles(
      '{ similarIdeas(title: "Shared waiting lists for young people’s counseling", need: "three lists at once") { title } }',
    );
    expect(found[0]).toBe('A shared waiting list for counselling');
  });
});
