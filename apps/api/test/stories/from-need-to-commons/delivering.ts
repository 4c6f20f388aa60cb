import { randomUUID } from 'node:crypto';

import { expect, it } from '@jest/globals';

import { days, type Story } from './story.js';

/** From a signed agenda to an entry in the commons. */
export function delivering({ people, organisations, known, ask, query, stage, activitiesOf, ledger }: Story): void {
  it('12 the agenda is signed, a milestone planned and done, an update posted', async () => {
    const { ventureId } = known;
    const lead = people['lead']!;
    const { venture } = await lead.does<{ venture: { agenda: { version: number } } }>(
      'reviseAgenda',
      {
        ventureId,
        seen: 0,
        text: 'Young people decide what the navigator says about a service.',
        changeNote: 'The first words we agreed on.',
      },
      'venture { agenda { version } }',
    );
    const { version } = venture.agenda;
    await lead.does('signAgenda', { ventureId, organisationId: organisations['Rowan Youth Trust']!.globalId, version });
    await people['council-officer']!.does('signAgenda', {
      ventureId,
      organisationId: organisations['Elmcross Council']!.globalId,
      version,
    });
    const [{ id: leadId }] = await query(`select 'person_' || id as id from people where handle = 'lead'`);
    const planned = await lead.does<{ venture: { milestones: { id: string }[] } }>(
      'planMilestone',
      {
        ventureId,
        title: 'Twelve young people tried it',
        phase: 'DISCOVERY',
        ownerId: leadId,
        dueOn: days(new Date(), 40),
      },
      'venture { milestones { id } }',
    );
    await lead.does('completeMilestone', {
      milestoneId: planned.venture.milestones[0]!.id,
      evidence: 'Twelve came on four evenings; their notes are in the research.',
    });
    await lead.does('postUpdate', {
      ventureId,
      title: 'First evenings',
      body: 'Twelve young people came. They want to see **who** runs a service.',
    });
    for (const kind of ['agenda.signed', 'milestone.planned', 'milestone.completed', 'update.posted']) {
      expect([kind, await activitiesOf(kind)]).toEqual([kind, kind === 'agenda.signed' ? 2 : 1]);
    }
  });

  it('13 an instalment is called, paid and received, in the balanced ledger', async () => {
    const { fundingRound } = await people['lead']!.does<{
      fundingRound: {
        tranches: {
          position: number;
          call: { parts: { id: string; organisation: { name: string }; amount: { minorUnits: string } }[] } | null;
        }[];
      };
    }>(
      'callTranche',
      { roundId: known['roundId'], position: 1, idempotencyKey: randomUUID() },
      'fundingRound { tranches { position call { parts { id organisation { name } amount { minorUnits } } } } }',
    );
    const parts = fundingRound.tranches.find(({ position }) => position === 1)!.call!.parts;
    expect(parts.reduce((sum, part) => sum + BigInt(part.amount.minorUnits), 0n)).toBe(2_160_000n);
    const payers: Record<string, string> = {
      'Larch Foundation': 'programme-officer',
      'Quayside Fund': 'trustee',
      'Elmcross Council': 'council-officer',
    };
    for (const part of parts) {
      const { payment } = await people[payers[part.organisation.name]!]!.does<{ payment: { id: string } }>(
        'recordPayment',
        {
          callPartId: part.id,
          amount: part.amount.minorUnits,
          currency: 'GBP',
          paidOn: days(new Date(), 0),
          reference: `OI-${part.organisation.name}`,
          idempotencyKey: randomUUID(),
        },
        'payment { id }',
      );
      await people['lead']!.does('confirmReceipt', { paymentId: payment.id, idempotencyKey: randomUUID() });
    }
    expect(await ledger()).toMatchSnapshot();
  });

  it('14 the promised software is submitted, and its licence judged', async () => {
    const { obligation } = await people['lead']!.does<{ obligation: { returns: { id: string; verdict: string }[] } }>(
      'submitReturn',
      {
        obligationId: known['obligationId'],
        title: 'The navigator',
        summary: 'Finds services, rates them, keeps a pathway.',
        licence: 'AGPL-3.0-or-later',
        address: 'https://code.example/navigator',
      },
      'obligation { returns { id verdict } }',
    );
    expect(obligation.returns.map(({ verdict }) => verdict)).toEqual(['SATISFIES']);
    known['returnId'] = obligation.returns[0]!.id;
  });

  it('15 somebody without a conflict verifies it, and the lead cannot', async () => {
    expect(await people['lead']!.isRefused('verifyReturn', { returnId: known['returnId'] })).not.toEqual([]);
    expect(await people['developer']!.isRefused('verifyReturn', { returnId: known['returnId'] })).not.toEqual([]);
    const { obligation } = await people['verifier']!.does<{ obligation: { state: string; entry: { slug: string } } }>(
      'verifyReturn',
      { returnId: known['returnId'] },
      'obligation { state entry { slug } }',
    );
    expect(obligation.state).toBe('VERIFIED');
    known['entrySlug'] = obligation.entry.slug;
    expect(await stage()).toBe('DELIVERY');
  });

  it('16 what users said is recorded: the idea is in the commons, and the entry names where it came from', async () => {
    await people['lead']!.does('recordProgress', {
      ventureId: known['ventureId'],
      usersSaid: {
        said: 'I found somewhere to sleep in ten minutes.',
        people: 12,
        changed: 'Ratings now come first.',
        heardOn: days(new Date(), 0),
      },
    });
    expect(await stage()).toBe('COMMONS');
    expect(await activitiesOf('idea.commons')).toBe(1);
    const { commonsEntry } = await ask<{
      commonsEntry: {
        licence: string;
        provenance: { idea: { slug: string }; votes: number; funders: { name: string }[]; venture: { slug: string } };
      };
    }>(
      'query ($slug: String!) { commonsEntry(slug: $slug) { licence provenance { idea { slug } votes funders { name } venture { slug } } } }',
      {
        slug: known['entrySlug'],
      },
    );
    expect(commonsEntry.licence).toBe('AGPL-3.0-or-later');
    expect(commonsEntry.provenance.idea.slug).toBe(known['slug']);
    expect(commonsEntry.provenance.votes).toBe(5);
    expect(commonsEntry.provenance.funders.map(({ name }) => name).toSorted()).toEqual([
      'Elmcross Council',
      'Larch Foundation',
      'Quayside Fund',
    ]);
  });
}
