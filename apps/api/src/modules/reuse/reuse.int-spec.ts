import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { publiccodeText } from '../../../test/support/components.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { globalId, UnitOfWork } from '../../platform/database/index.js';
import { RegisterComponent } from '../components/index.js';
import { Gates, LogIdea } from '../ideas/index.js';
import { AcceptReuseOffer, OfferReuse } from './index.js';

let api: TestApi;
let author: SignedInViewer;
let developer: SignedInViewer;
let count = 0;
beforeAll(async () => {
  api = await anApi();
  author = await aPerson(api);
  developer = await aPerson(api);
});
afterAll(async () => {
  await api.close();
});

async function anIdea(): Promise<string> {
  count += 1;
  const decision = await api.app.get(LogIdea).execute(author, {
    title: `Volunteers who plan their shifts by text message ${count}`,
    need: 'Our volunteers ring the office to say when they can come, and half of the shifts stay empty.',
    peopleServed: 'Volunteers of a night shelter',
    outcome: 'Every shift has somebody.',
    whatExists: '',
    themes: ['VOLUNTEERING'],
    places: [],
    evidence: [],
    language: 'en',
  } as never);
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  return decision.value.ideaId;
}

async function aComponent(licence = 'MIT', summary?: string): Promise<string> {
  count += 1;
  const publiccode = publiccodeText(`Rota ${count}`, { licence, ...(summary ? { summary } : {}) });
  const decision = await api.app.get(RegisterComponent).execute(developer, { publiccode, themes: ['VOLUNTEERING'] });
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  return decision.value.componentId;
}

const words = {
  part: null,
  covers: 'Planning shifts',
  missing: 'Text messages',
  effort: null,
  saves: null,
  organisationId: null,
};
async function anOffer(ideaId: string, componentId: string, by = developer): Promise<string> {
  const decision = await api.app.get(OfferReuse).execute(by, { ideaId, componentId, ...words });
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  return decision.value.offerId;
}

const fact = async (ideaId: string) =>
  api.app.get(UnitOfWork).run(async (tx) => (await api.app.get(Gates).evidence(tx, ideaId))?.facts.reuse);

describe('a reuse offer', () => {
  it('is made, read by anybody with its licence verdict, and accepted by the author who saw it', async () => {
    const [ideaId, componentId] = [await anIdea(), await aComponent()];
    const made = await api.as(developer).graphql<{ offerReuse: { reuseOffer: { id: string } } }>(
      `mutation ($input: OfferReuseInput!) { offerReuse(input: $input) {
        ... on OfferReusePayload { reuseOffer { id status viewerCan { answer { allowed } withdraw { allowed } } } }
        ... on Refusal { requirements { code message } } } }`,
      {
        input: {
          ideaId: globalId('idea', ideaId),
          componentId: globalId('component', componentId),
          covers: 'Planning shifts',
          missing: 'Text messages',
        },
      },
    );
    expect(made.errors).toEqual([]);
    expect(made.data.offerReuse.reuseOffer).toMatchObject({
      status: 'PROPOSED',
      viewerCan: { answer: { allowed: false }, withdraw: { allowed: true } },
    });
    expect(await fact(ideaId)).toEqual({ offersAccepted: 0, nothingFitsRecorded: false });

    const { id } = made.data.offerReuse.reuseOffer;
    const shown = await api.as(nobody).graphql<{ node: { reuseOffers: object[] } }>(
      `query ($id: ID!) { node(id: $id) { ... on Idea { reuseOffers { id status covers component { name }
        licenceVerdict { verdict condition rule reason output } } viewerCan { offerReuse { allowed requirements { code } } } } } }`,
      { id: globalId('idea', ideaId) },
    );
    expect(shown.errors).toEqual([]);
    expect(shown.data.node).toMatchObject({
      reuseOffers: [
        { id, status: 'PROPOSED', licenceVerdict: { verdict: 'SATISFIES', condition: 'OPEN', output: null } },
      ],
      viewerCan: { offerReuse: { allowed: false } },
    });

    const answered = await api.as(author).graphql<{ acceptReuseOffer: object }>(
      `mutation ($input: AcceptReuseOfferInput!) { acceptReuseOffer(input: $input) {
        ... on AcceptReuseOfferPayload { reuseOffer { status acceptedUnder answeredBy { id } idea { id } } }
        ... on Refusal { requirements { code message } } } }`,
      { input: { offerId: id, verdictSeen: 'SATISFIES' } },
    );
    expect(answered.errors).toEqual([]);
    expect(answered.data.acceptReuseOffer).toMatchObject({
      reuseOffer: {
        status: 'ACCEPTED',
        acceptedUnder: 'SATISFIES',
        answeredBy: { id: globalId('person', author.person.id) },
      },
    });
    expect(await fact(ideaId)).toEqual({ offersAccepted: 1, nothingFitsRecorded: false });
    const kinds: { kind: string }[] = await api.dataSource.query(
      `select kind from activities where idea_id = $1 and kind like 'reuse%' order by id`,
      [ideaId],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['reuse_offer.proposed', 'reuse_offer.accepted']);
  });

  it('is not accepted by anybody else, nor unseen, and nothing changes then', async () => {
    const ideaId = await anIdea();
    const offerId = await anOffer(ideaId, await aComponent('AGPL-3.0-or-later'));
    const accepted = api.app.get(AcceptReuseOffer);
    expect(await accepted.execute(developer, { offerId, verdictSeen: 'SATISFIES', reason: null })).toMatchObject({
      ok: false,
      reasons: [{ code: 'NOT_AN_AUTHOR' }],
    });
    expect(await accepted.execute(author, { offerId, verdictSeen: 'DOES_NOT', reason: 'x' })).toMatchObject({
      ok: false,
      reasons: [{ code: 'VERDICT_CHANGED' }],
    });
    expect(await fact(ideaId)).toEqual({ offersAccepted: 0, nothingFitsRecorded: false });
  });

  it('has another licence verdict once the agreement asks for another licence', async () => {
    const ideaId = await anIdea();
    const offerId = await anOffer(ideaId, await aComponent('AGPL-3.0-or-later'));
    const verdict = async () =>
      (
        await api
          .as(nobody)
          .graphql<{ node: { licenceVerdict: object } }>(
            `query ($id: ID!) { node(id: $id) { ... on ReuseOffer { licenceVerdict { verdict condition output } } } }`,
            { id: globalId('reuseOffer', offerId) },
          )
      ).data.node.licenceVerdict;
    expect(await verdict()).toEqual({ verdict: 'SATISFIES', condition: 'OPEN', output: null });

    const drafted = await api
      .as(author)
      .graphql<{ draftCommonsAgreement: object }>(
        `mutation ($input: DraftCommonsAgreementInput!) { draftCommonsAgreement(input: $input) { __typename } }`,
        {
          input: {
            ideaId: globalId('idea', ideaId),
            outputs: [{ kind: 'SOFTWARE', title: 'The app', licenceCondition: 'MIT', dueAfterDays: 90 }],
          },
        },
      );
    expect(drafted.data.draftCommonsAgreement).toEqual({ __typename: 'DraftCommonsAgreementPayload' });
    expect(await verdict()).toEqual({ verdict: 'DOES_NOT', condition: 'MIT', output: 'The app' });
    const accepted = api.app.get(AcceptReuseOffer);
    expect(await accepted.execute(author, { offerId, verdictSeen: 'SATISFIES', reason: null })).toMatchObject({
      ok: false,
      reasons: [{ code: 'VERDICT_CHANGED' }],
    });
    const knowing = { offerId, verdictSeen: 'DOES_NOT' as const, reason: 'Its owners relicense it for us.' };
    expect((await accepted.execute(author, knowing)).ok).toBe(true);
  });

  it('is accepted once, however many accept at once', async () => {
    const ideaId = await anIdea();
    const offerId = await anOffer(ideaId, await aComponent());
    const decisions = await Promise.all(
      [1, 2, 3, 4].map(() =>
        api.app.get(AcceptReuseOffer).execute(author, { offerId, verdictSeen: 'SATISFIES', reason: null }),
      ),
    );
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await fact(ideaId)).toMatchObject({ offersAccepted: 1 });
  });

  it('stands once for a part: the same person replaces it, another waits', async () => {
    const [ideaId, componentId] = [await anIdea(), await aComponent()];
    const first = await anOffer(ideaId, componentId);
    const second = await anOffer(ideaId, componentId);
    const other = await aPerson(api);
    expect(await api.app.get(OfferReuse).execute(other, { ideaId, componentId, ...words })).toMatchObject({
      ok: false,
      reasons: [{ code: 'OFFERED_BY_SOMEBODY_ELSE' }],
    });
    expect((await api.app.get(OfferReuse).execute(other, { ideaId, componentId, ...words, part: 'Login' })).ok).toBe(
      true,
    );
    expect(
      await api.dataSource.query('select status, superseded_by_id from reuse_offers where id = any ($1) order by id', [
        [first, second],
      ]),
    ).toEqual([
      { status: 'SUPERSEDED', superseded_by_id: second },
      { status: 'PROPOSED', superseded_by_id: null },
    ]);
  });

  it('is turned down with a reason, or taken back', async () => {
    const ideaId = await anIdea();
    const [declined, withdrawn] = [
      await anOffer(ideaId, await aComponent()),
      await anOffer(ideaId, await aComponent()),
    ];
    const { data } = await api.as(author).graphql<{ silent: object; spoken: object }>(
      `mutation ($id: ID!) {
        silent: declineReuseOffer(input: { offerId: $id, reason: " " }) { ... on Refusal { requirements { code path } } }
        spoken: declineReuseOffer(input: { offerId: $id, reason: "Not for phones" }) {
          ... on DeclineReuseOfferPayload { reuseOffer { status answerReason } } } }`,
      { id: globalId('reuseOffer', declined) },
    );
    expect(data).toEqual({
      silent: { requirements: [{ code: 'TEXT_MISSING', path: ['input', 'reason'] }] },
      spoken: { reuseOffer: { status: 'DECLINED', answerReason: 'Not for phones' } },
    });
    const back = await api
      .as(developer)
      .graphql<{ withdrawReuseOffer: object }>(
        `mutation ($id: ID!) { withdrawReuseOffer(input: { offerId: $id }) { ... on WithdrawReuseOfferPayload { reuseOffer { status } } } }`,
        { id: globalId('reuseOffer', withdrawn) },
      );
    expect(back.data.withdrawReuseOffer).toEqual({ reuseOffer: { status: 'WITHDRAWN' } });
  });

  it('needs somebody signed in, an idea and a component', async () => {
    const gone = globalId('component', '00000000-0000-7000-8000-000000000000');
    const offer = (viewer: Parameters<TestApi['as']>[0], ideaId: string) =>
      api.as(viewer).graphql(`mutation ($input: OfferReuseInput!) { offerReuse(input: $input) { __typename } }`, {
        input: { ideaId, componentId: gone, covers: 'x', missing: 'y' },
      });
    const idea = globalId('idea', await anIdea());
    const codes = [await offer(nobody, idea), await offer(developer, idea), await offer(developer, 'nonsense')].map(
      ({ errors }) => errors[0]?.extensions?.code,
    );
    expect(codes).toEqual(['UNAUTHENTICATED', 'NOT_FOUND', 'NOT_FOUND']);
  });
});

describe('a need somebody is typing', () => {
  const ask = (need: string) =>
    api
      .as(nobody)
      .graphql<{ componentsForNeed: { component: { id: string }; words: string[] }[] }>(
        `query ($need: String!) { componentsForNeed(need: $need, first: 5) { component { id } words } }`,
        { need },
      );

  it('finds what exists by one word that tells, without an account and without an idea', async () => {
    const fit = await aComponent('MIT', 'Lends wheelchairs by the day');
    const { data, errors } = await ask('People who come home need a wheelchair, for a week');
    expect(errors).toEqual([]);
    expect(data.componentsForNeed.map(({ component }) => component.id)).toContain(globalId('component', fit));
    expect(data.componentsForNeed[0]?.words).toContain('wheelchair');
  });

  it('finds nothing for nothing, for words in every need, and for signs that mean something to a search', async () => {
    for (const need of ['', '   ', 'I need a tool that helps people', `' | & ! <-> :* \u0000 (`])
      expect((await ask(need)).data.componentsForNeed).toEqual([]);
  });
});

describe('what may fit an idea', () => {
  it('is suggested with the words and themes that matched, and has to be answered before nothing fits', async () => {
    const ideaId = await anIdea();
    const fit = await aComponent('MIT', 'Shift plans for volunteers of a shelter, by text message');
    await aComponent('MIT', 'Invoices and tax returns');
    const suggested = await api
      .as(nobody)
      .graphql<{ fittingComponents: { component: { id: string }; words: string[] }[] }>(
        `query ($id: ID!) { fittingComponents(ideaId: $id, first: 5) { component { id name } words themes } }`,
        { id: globalId('idea', ideaId) },
      );
    expect(suggested.errors).toEqual([]);
    const onThePage = await api
      .as(nobody)
      .graphql<{ node: object }>(
        `query ($id: ID!) { node(id: $id) { ... on Idea { fittingComponents { component { id name } words themes } } } }`,
        { id: globalId('idea', ideaId) },
      );
    expect(onThePage.data.node).toEqual({ fittingComponents: suggested.data.fittingComponents });
    const [best] = suggested.data.fittingComponents;
    expect(best).toMatchObject({ component: { id: globalId('component', fit) }, themes: ['VOLUNTEERING'] });
    expect(best?.words).toEqual(expect.arrayContaining(['message', 'text', 'volunteers']));

    const record = (reasons: object[]) =>
      api.as(author).graphql<{ recordNothingFits: { requirements?: { code: string }[] } }>(
        `mutation ($input: RecordNothingFitsInput!) { recordNothingFits(input: $input) {
          ... on RecordNothingFitsPayload { idea { nothingFits { because reasons { reason component { id } } recordedBy { id } } } }
          ... on Refusal { requirements { code message path } } } }`,
        { input: { ideaId: globalId('idea', ideaId), reasons, because: 'Asked two agencies' } },
      );
    const silent = await record([]);
    expect(silent.data.recordNothingFits.requirements?.map(({ code }) => code)).toContain('REASON_MISSING');
    expect(await fact(ideaId)).toEqual({ offersAccepted: 0, nothingFitsRecorded: false });

    const ids = suggested.data.fittingComponents.map(({ component }) => component.id);
    const spoken = await record(ids.map((componentId) => ({ componentId, reason: 'Cannot send text messages' })));
    expect(spoken.errors).toEqual([]);
    expect(spoken.data.recordNothingFits).toMatchObject({ idea: { nothingFits: { because: 'Asked two agencies' } } });
    expect(await fact(ideaId)).toEqual({ offersAccepted: 0, nothingFitsRecorded: true });
    expect(
      (
        await api
          .as(nobody)
          .graphql<{ node: object }>(`query ($id: ID!) { node(id: $id) { ... on Component { saidNotToFit } } }`, {
            id: globalId('component', fit),
          })
      ).data.node,
    ).toEqual({ saidNotToFit: 1 });
    // Whoever keeps what does not fit is told, by name.
    const told = await api.dataSource.query(
      `select distinct r.person_id from activity_addressees r join activities a on a.id = r.activity_id
       where a.idea_id = $1 and a.kind = 'reuse.nothing_fits_recorded'`,
      [ideaId],
    );
    expect(told).toEqual([{ person_id: developer.person.id }]);
  });
});
