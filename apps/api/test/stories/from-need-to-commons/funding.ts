import { randomUUID } from 'node:crypto';

import { expect, it } from '@jest/globals';

import { days, type Story } from './story.js';

/** From an open round to a venture with money. */
export function funding({ people, organisations, known, ask, stage, activitiesOf }: Story): void {
  it('8 the lead organisation opens a funding round', async () => {
    const { fundingRound } = await people['lead']!.does<{ fundingRound: { id: string } }>(
      'openFundingRound',
      {
        ideaId: known['ideaId'],
        purpose: 'BUILD',
        currency: 'GBP',
        minimum: '2000000',
        target: '3600000',
        deadline: new Date(Date.now() + 30 * 86_400_000).toISOString(),
        tranches: [
          { basisPoints: 6_000, title: 'To begin' },
          { basisPoints: 4_000, title: 'To finish' },
        ],
      },
      'fundingRound { id }',
    );
    known['roundId'] = fundingRound.id;
    expect(await stage()).toBe('FUNDING');
    expect(await activitiesOf('funding_round.opened')).toBe(1);
  });

  it('9 three funders with published offers pledge', async () => {
    const today = new Date();
    const pledges: [handle: string, organisation: string, amount: string, status: string][] = [
      ['programme-officer', 'Larch Foundation', '2000000', 'AWAITING_APPROVAL'],
      ['trustee', 'Quayside Fund', '900000', 'PLEDGED'],
      ['council-officer', 'Elmcross Council', '700000', 'PLEDGED'],
    ];
    for (const [handle, organisation, amount, status] of pledges) {
      const { mandate } = await people[handle]!.does<{ mandate: { id: string } }>(
        'publishMandate',
        {
          organisationId: organisations[organisation]!.globalId,
          title: `${organisation} for young people`,
          themes: ['YOUTH'],
          currency: 'GBP',
          budget: '5000000',
          largestPledge: '2500000',
          closesOn: days(today, 300),
          returnConditions: [{ code: 'ACCEPTED_LICENCES' }],
          pledgeConditions: handle === 'trustee' ? [{ code: 'MIN_FUNDERS', funders: 2 }] : [],
        },
        'mandate { id }',
      );
      const { pledge } = await people[handle]!.does<{ pledge: { id: string; status: string; contentHash: string } }>(
        'placePledge',
        { roundId: known['roundId'], mandateId: mandate.id, amount, currency: 'GBP', idempotencyKey: randomUUID() },
        'pledge { id status contentHash }',
      );
      expect(pledge.status).toBe(status);
      known[`pledge of ${handle}`] = pledge.id;
      if (pledge.contentHash) known[`content of ${handle}`] = pledge.contentHash;
    }
    const { fundingRound } = await ask<{
      fundingRound: { pledged: { minorUnits: string }; pledges: unknown[] };
    }>('query ($id: ID!) { fundingRound(id: $id) { pledged { minorUnits } pledges { id } } }', {
      id: known['roundId'],
    });
    expect(fundingRound.pledged.minorUnits).toBe('1600000');
    expect(fundingRound.pledges).toHaveLength(2);
  });

  it('10 the one above its threshold is approved by a second person', async () => {
    const input = () => ({
      pledgeId: known['pledge of programme-officer'],
      contentHash: known['content of programme-officer'],
      idempotencyKey: randomUUID(),
    });
    expect(await people['programme-officer']!.isRefused('approvePledge', input())).not.toEqual([]);
    const { pledge } = await people['second-person']!.does<{ pledge: { status: string } }>(
      'approvePledge',
      input(),
      'pledge { status }',
    );
    expect(pledge.status).toBe('PLEDGED');
    expect(await activitiesOf('pledge.approved')).toBe(1);
  });

  it('11 the lead closes the round at its target, and one venture begins', async () => {
    const key = randomUUID();
    const close = () =>
      people['lead']!.does<{ fundingRound: { status: string } }>(
        'closeFundingRound',
        { roundId: known['roundId'], idempotencyKey: key },
        'fundingRound { status }',
      );
    expect((await close()).fundingRound.status).toBe('SUCCEEDED');
    expect((await close()).fundingRound.status).toBe('SUCCEEDED');
    expect(await stage()).toBe('DELIVERY');
    expect(await activitiesOf('funding_round.succeeded')).toBe(1);
    expect(await activitiesOf('venture.funded')).toBe(1);
    const { idea } = await ask<{
      idea: { venture: { id: string; slug: string; obligations: { id: string; state: string }[] } };
    }>('query ($slug: String!) { idea(slug: $slug) { venture { id slug obligations { id state } } } }', {
      slug: known['slug'],
    });
    expect(idea.venture.obligations.map(({ state }) => state)).toEqual(['PROMISED']);
    Object.assign(known, {
      ventureId: idea.venture.id,
      ventureSlug: idea.venture.slug,
      obligationId: idea.venture.obligations[0]!.id,
    });
  });
}
