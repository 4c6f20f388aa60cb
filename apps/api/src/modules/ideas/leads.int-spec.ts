import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea, type TestIdea } from '../../../test/support/ideas.js';
import { codesOf, mutate } from '../../../test/support/mutate.js';
import { anOrganisation, aPerson, joins, type Viewer } from '../../../test/support/people.js';
import { DeleteMyAccount } from '../people/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

interface Lead {
  readonly organisation: { readonly id: string };
  readonly question: string;
  readonly answer: string | null;
  readonly note: string;
}

const ASKED = '{ organisation { id } question answer note }';

async function leads({ slug }: TestIdea, viewer: Viewer = nobody): Promise<readonly Lead[]> {
  const { data, errors } = await api
    .as(viewer)
    .graphql<{ idea: { leadRequests: readonly Lead[] } }>(
      `query ($slug: String!) { idea(slug: $slug) { leadRequests ${ASKED} } }`,
      { slug },
    );
  expect(errors).toEqual([]);
  return data.idea.leadRequests;
}

const asks = (
  idea: TestIdea,
  organisationIds: readonly string[],
  viewer = idea.author,
  note = 'We know the families.',
) => mutate(api, viewer, 'askWhoWouldLead', { ideaId: idea.globalId, organisationIds, note });
const answers = (
  viewer: Parameters<typeof mutate>[1],
  idea: TestIdea,
  organisationId: string,
  answer: 'WOULD_LEAD' | 'NOT_NOW',
  note = 'We have a team.',
) => mutate(api, viewer, 'answerWhoWouldLead', { ideaId: idea.globalId, organisationId, answer, note });

const told = async (personId: string): Promise<string[]> => {
  const rows: { kind: string }[] = await api.dataSource.query(
    'select a.kind from activities a join activity_addressees d on d.activity_id = a.id where d.person_id = $1 order by a.id',
    [personId],
  );
  return rows.map(({ kind }) => kind);
};

describe('asking who would lead', () => {
  it('tells the organisation, stays between the two until it answers, and then is there for everybody', async () => {
    const idea = await anIdea(api);
    const organisation = await anOrganisation(api, { verified: true });
    const member = await joins(api, await aPerson(api), organisation.id);
    expect((await asks(idea, [organisation.globalId])).__typename).toBe('AskWhoWouldLeadPayload');

    expect(await told(organisation.admin.person.id)).toEqual(['idea.lead_asked']);
    const waiting = [
      { organisation: { id: organisation.globalId }, question: 'We know the families.', answer: null, note: '' },
    ];
    expect(await leads(idea, idea.author)).toEqual(waiting);
    expect(await leads(idea, member)).toEqual(waiting);
    expect(await leads(idea)).toEqual([]);
    expect(await leads(idea, await aPerson(api, { steward: true }))).toEqual([]);
    const { data } = await api
      .as(member)
      .graphql<{ viewer: { leadQuestions: readonly Lead[] } }>(`{ viewer { leadQuestions ${ASKED} } }`);
    expect(data.viewer.leadQuestions).toEqual(waiting);

    await answers(member, idea, organisation.globalId, 'WOULD_LEAD');
    expect(await told(idea.author.person.id)).toEqual(['idea.lead_offered']);
    // The words to the organisation stay between them; its answer is public.
    expect(await leads(idea)).toEqual([
      { organisation: { id: organisation.globalId }, question: '', answer: 'WOULD_LEAD', note: 'We have a team.' },
    ]);
    await answers(member, idea, organisation.globalId, 'NOT_NOW', 'Our team is gone.');
    expect(await leads(idea)).toMatchObject([{ answer: 'NOT_NOW', note: 'Our team is gone.' }]);
  });

  it('is for authors, asks each once, and ends where money begins; nothing is kept of what was refused', async () => {
    const idea = await anIdea(api);
    const [organisation, other] = [await anOrganisation(api), await anOrganisation(api)];
    const ids = [organisation.globalId];
    expect(codesOf(await asks(idea, ids, await aPerson(api)))).toEqual(['NOT_AN_AUTHOR']);
    expect(codesOf(await asks(idea, ['organisation_00000000-0000-7000-8000-000000000000']))).toEqual([
      'ORGANISATION_UNKNOWN',
    ]);
    expect(codesOf(await asks(idea, []))).toEqual(['NOBODY_TO_ASK']);
    expect(await leads(idea, idea.author)).toEqual([]);
    await asks(idea, ids);
    expect(codesOf(await asks(idea, ids))).toEqual(['NOBODY_TO_ASK']);
    expect(await told(organisation.admin.person.id)).toEqual(['idea.lead_asked']);

    await api.dataSource.query(`update ideas set stage = 'FUNDING' where id = $1`, [idea.id]);
    expect(codesOf(await asks(idea, [other.globalId]))).toEqual(['LEAD_IS_SETTLED']);
    expect(codesOf(await answers(organisation.admin, idea, organisation.globalId, 'WOULD_LEAD'))).toEqual([
      'LEAD_IS_SETTLED',
    ]);
    expect(await leads(idea, idea.author)).toMatchObject([{ answer: null }]);
  });

  it('asks once when two authors press at the same moment', async () => {
    const idea = await anIdea(api);
    const organisation = await anOrganisation(api);
    const pressed = await Promise.all([asks(idea, [organisation.globalId]), asks(idea, [organisation.globalId])]);
    expect(pressed.map(({ __typename }) => __typename).toSorted()).toEqual(['AskWhoWouldLeadPayload', 'Refusal']);
    expect(await told(organisation.admin.person.id)).toEqual(['idea.lead_asked']);
  });

  it('suggests who would use it and verified organisations that lead something alike, and nobody who was asked', async () => {
    const idea = await anIdea(api, { themes: ['DISABILITY'] });
    const alike = await anIdea(api, { themes: ['DISABILITY', 'FOOD'] });
    const [leading, unverified] = [await anOrganisation(api, { verified: true }), await anOrganisation(api)];
    const suggested = async () => {
      const { data } = await api
        .as(idea.author)
        .graphql<{ idea: { leadSuggestions: readonly { because: string; organisation: { id: string } }[] } }>(
          'query ($slug: String!) { idea(slug: $slug) { leadSuggestions { because organisation { id } } } }',
          { slug: idea.slug },
        );
      return data.idea.leadSuggestions.map(({ because, organisation }) => [because, organisation.id]);
    };
    await api.dataSource.query('update ideas set lead_organisation_id = $1 where id = $2', [unverified.id, alike.id]);
    expect(await suggested()).toEqual([]);
    await api.dataSource.query('update ideas set lead_organisation_id = $1 where id = $2', [leading.id, alike.id]);
    const user = await anOrganisation(api);
    await mutate(api, user.admin, 'declareAdoptionInterest', {
      ideaId: idea.globalId,
      organisationId: user.globalId,
      level: 'WOULD_PILOT',
      peopleServed: 40,
    });
    expect(await suggested()).toEqual([
      ['WOULD_USE_IT', user.globalId],
      ['LEADS_ALIKE', leading.globalId],
    ]);
    await asks(idea, [user.globalId]);
    expect(await suggested()).toEqual([['LEADS_ALIKE', leading.globalId]]);
  });
});

describe('answering who would lead', () => {
  it('is the organisation’s own, also without having been asked; who left a second ago does not speak for it', async () => {
    const idea = await anIdea(api);
    const organisation = await anOrganisation(api);
    const member = await joins(api, await aPerson(api), organisation.id);
    expect(codesOf(await answers(member, idea, organisation.globalId, 'NOT_NOW'))).toEqual(['NOT_ASKED']);
    await api.dataSource.query('update memberships set left_at = app_now() where person_id = $1', [member.person.id]);
    expect(codesOf(await answers(member, idea, organisation.globalId, 'WOULD_LEAD'))).toEqual([
      'NOT_YOUR_ORGANISATION',
    ]);
    expect(await leads(idea)).toEqual([]);
    await answers(organisation.admin, idea, organisation.globalId, 'WOULD_LEAD');
    expect(await leads(idea)).toMatchObject([{ answer: 'WOULD_LEAD' }]);
  });

  it('keeps no question of somebody who deleted their account', async () => {
    const idea = await anIdea(api);
    const organisation = await anOrganisation(api);
    await asks(idea, [organisation.globalId]);
    await api.app.get(DeleteMyAccount).execute(idea.author, idea.author.person.handle);
    expect(await leads(idea, organisation.admin)).toMatchObject([{ question: '', answer: null }]);
  });
});
