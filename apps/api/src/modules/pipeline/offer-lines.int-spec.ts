import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { publiccodeText } from '../../../test/support/components.js';
import { aFunder, aShapedIdea } from '../../../test/support/funding.js';
import { aPerson, anOrganisation, type SignedInViewer } from '../../../test/support/people.js';
import { globalId } from '../../platform/database/index.js';
import { RegisterComponent } from '../components/index.js';
import { AcceptReuseOffer, OfferReuse } from '../reuse/index.js';
import { SaveBrief } from './index.js';

let api: TestApi;
let developer: SignedInViewer;
let count = 0;
beforeAll(async () => {
  api = await anApi();
  developer = await aPerson(api);
});
afterAll(() => api.close());

async function aPricedOffer(ideaId: string, licence = 'MIT', currency = 'GBP'): Promise<string> {
  count += 1;
  const registered = await api.app
    .get(RegisterComponent)
    .execute(developer, { publiccode: publiccodeText(`Reminder ${count}`, { licence }), themes: ['HEALTH'] });
  if (!registered.ok) throw new Error(JSON.stringify(registered.reasons));
  const offered = await api.app.get(OfferReuse).execute(developer, {
    ideaId,
    componentId: registered.value.componentId,
    part: null,
    covers: 'Reminding',
    missing: 'Text messages',
    effort: null,
    saves: null,
    adaptationFee: 400_000n,
    maintenance: 90_000n,
    currency,
    organisationId: null,
  });
  if (!offered.ok) throw new Error(JSON.stringify(offered.reasons));
  return offered.value.offerId;
}

async function budgetOf(ideaId: string) {
  const answer = await api.as(nobody).graphql<{ node: { brief: unknown } }>(
    `query ($id: ID!) { node(id: $id) { ... on Idea { brief { version total { minorUnits currency }
      budget { kind note amount { minorUnits } } } } } }`,
    { id: globalId('idea', ideaId) },
  );
  expect(answer.errors).toEqual([]);
  return answer.data.node.brief;
}

describe('what an accepted offer costs', () => {
  it('is typed lines of the budget from then on, beside those there were', async () => {
    const { ideaId, lead } = await aShapedIdea(api);
    await api.app.get(SaveBrief).execute(lead.admin, {
      ideaId,
      currency: 'GBP',
      budget: [{ kind: 'DELIVERY', note: 'Building it', minorUnits: 1_000_000n }],
    });
    const offerId = await aPricedOffer(ideaId);
    const accepted = await api.app
      .get(AcceptReuseOffer)
      .execute(lead.admin, { offerId, verdictSeen: 'SATISFIES', reason: null });
    expect(accepted).toMatchObject({ ok: true });
    expect(await budgetOf(ideaId)).toMatchObject({
      version: 2,
      total: { minorUnits: '1490000', currency: 'GBP' },
      budget: [
        { kind: 'DELIVERY', amount: { minorUnits: '1000000' } },
        { kind: 'COMPONENT_ADAPTATION', note: `Reminder ${count}`, amount: { minorUnits: '400000' } },
        { kind: 'MAINTENANCE', note: `Reminder ${count}`, amount: { minorUnits: '90000' } },
      ],
    });
  });

  it('begins a budget where there is none, and is not accepted into one in other money', async () => {
    const { ideaId, lead } = await aShapedIdea(api);
    const [pounds, euros] = [await aPricedOffer(ideaId), await aPricedOffer(ideaId, 'MIT', 'EUR')];
    const accept = (offerId: string) =>
      api.app.get(AcceptReuseOffer).execute(lead.admin, { offerId, verdictSeen: 'SATISFIES', reason: null });
    expect(await accept(pounds)).toMatchObject({ ok: true });
    const before = await budgetOf(ideaId);
    expect(before).toMatchObject({ version: 1, total: { minorUnits: '490000', currency: 'GBP' } });
    expect(await accept(euros)).toMatchObject({ ok: false, reasons: [{ code: 'PRICE_IN_ANOTHER_CURRENCY' }] });
    expect(await budgetOf(ideaId)).toEqual(before);
  });
});

describe('the licence of an offer', () => {
  it('is held against each open offer to fund that fits the idea, before anybody accepts', async () => {
    const { ideaId } = await aShapedIdea(api);
    const permissive = await anOrganisation(api, { verified: true, name: 'The Permissive Trust' });
    const anyOpen = await anOrganisation(api, { verified: true, name: 'The Open Trust' });
    const elsewhere = await anOrganisation(api, { verified: true, name: 'The Youth Trust' });
    const accepted = (licences: readonly string[] | 'ANY_OPEN') =>
      [{ code: 'ACCEPTED_LICENCES', accepted: [{ licensedAs: 'software', licences }] }] as const;
    await aFunder(api, { returnConditions: accepted(['MIT', 'Apache-2.0']) }, permissive);
    await aFunder(api, { returnConditions: accepted('ANY_OPEN') }, anyOpen);
    await aFunder(api, { themes: ['YOUTH'], returnConditions: accepted('ANY_OPEN') }, elsewhere);
    const offerId = await aPricedOffer(ideaId, 'AGPL-3.0-or-later');
    const shown = await api.as(nobody).graphql<{ node: { mandateVerdicts: { funder: string }[] } }>(
      `query ($id: ID!) { node(id: $id) { ... on ReuseOffer { status licenceVerdict { verdict }
        mandateVerdicts { funder slug title verdict { verdict condition rule } } } } }`,
      { id: globalId('reuseOffer', offerId) },
    );
    expect(shown.errors).toEqual([]);
    expect(shown.data.node).toMatchObject({ status: 'PROPOSED', licenceVerdict: { verdict: 'SATISFIES' } });
    expect(shown.data.node.mandateVerdicts).toMatchObject([
      { funder: 'The Open Trust', verdict: { verdict: 'SATISFIES', condition: 'OPEN' } },
      { funder: 'The Permissive Trust', verdict: { verdict: 'DOES_NOT', condition: 'MIT OR Apache-2.0' } },
    ]);
  });
});
