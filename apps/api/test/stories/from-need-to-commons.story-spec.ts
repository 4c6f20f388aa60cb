import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { checkInvariants } from '../../src/invariants/index.js';
import { rowId } from '../../src/platform/database/index.js';
import { verifySeals } from '../../src/platform/tail/index.js';
import { anApi, type TestApi } from '../support/api.js';
import { aDemonstration, aVisitor, type Client, type Person, signedIn } from '../support/http.js';
import { anOrganisation, joins, type TestOrganisation } from '../support/people.js';

const PUBLICCODE = `
publiccodeYmlVersion: "0.4"
name: Waymark
url: https://code.example/waymark.git
releaseDate: "2026-03-01"
platforms: [web]
categories: [appointment-scheduling]
developmentStatus: stable
softwareType: standalone/web
description:
  en:
    shortDescription: A directory of services with opening hours and ratings.
    longDescription: >
      ${'Waymark lists services near a person, when they are open and what others said of them. '.repeat(6)}
    features: [directory, ratings]
legal:
  license: AGPL-3.0-or-later
maintenance:
  type: community
  contacts: [{ name: The Waymark team }]
localisation:
  localisationReady: true
  availableLanguages: [en]
`;

let api: TestApi;
const people: Record<string, Person> = {};
const organisations: Record<string, TestOrganisation> = {};
/** What the steps hand on to each other: ids as the API gives them. */
const known: Record<string, string> = {};
let visitor: Client;

async function activitiesOf(kind: string): Promise<number> {
  const [row] = await api.dataSource.query('select count(*)::int as n from activities where kind = $1', [kind]);
  return row.n;
}

async function stage(): Promise<string> {
  const { idea } = await visitor.ask<{ idea: { stage: string } }>(
    'query ($slug: String!) { idea(slug: $slug) { stage } }',
    { slug: known['slug'] },
  );
  return idea.stage;
}

function days(from: Date, count: number): string {
  return new Date(from.getTime() + count * 86_400_000).toISOString().slice(0, 10);
}

beforeAll(async () => {
  api = await anApi();
  await aDemonstration(api);
  visitor = aVisitor(api);
  for (const handle of [
    'youth-worker',
    'nurse',
    'teacher',
    'mother',
    'neighbour',
    'developer',
    'lead',
    'programme-officer',
    'second-person',
    'trustee',
    'council-officer',
    'verifier',
  ]) {
    people[handle] = await signedIn(api, handle);
  }
  const found = async (name: string, adminHandle: string, wishes: { approvalThresholdMinor?: bigint } = {}) => {
    organisations[name] = await anOrganisation(api, {
      admin: people[adminHandle]!.viewer,
      name,
      verified: true,
      ...wishes,
    });
  };
  await found('Rowan Youth Trust', 'lead');
  await found('Harbour Clinic', 'nurse');
  await found('Fernbank School', 'teacher');
  await found('Larch Foundation', 'programme-officer', { approvalThresholdMinor: 1_000_000n });
  await found('Quayside Fund', 'trustee');
  await found('Elmcross Council', 'council-officer');
  await joins(api, people['second-person']!.viewer, organisations['Larch Foundation']!.id, 'MEMBER', 'APPROVER');
  await joins(api, people['verifier']!.viewer, organisations['Quayside Fund']!.id, 'MEMBER');
}, 60_000);

afterAll(async () => {
  await api.close();
});

describe('from a need to a verified return', () => {
  it('1 a youth worker logs an idea', async () => {
    const { idea } = await people['youth-worker']!.does<{ idea: { id: string; slug: string; stage: string } }>(
      'logIdea',
      {
        title: 'A navigator for young people leaving care',
        need: 'Young people who leave care do not know which services are there for them, or which are any good.',
        outcome: 'They find a service in a minute, say what it was like, and decide themselves what comes next.',
        peopleServed: 'Young people of 16 to 25 who leave care',
        themes: ['YOUTH', 'HOUSING'],
        places: ['Elmcross'],
      },
      'idea { id slug stage }',
    );
    expect(idea.stage).toBe('LOGGED');
    Object.assign(known, { ideaId: idea.id, slug: idea.slug });
    expect(await activitiesOf('idea.logged')).toBe(1);
  });

  it('2 others vote from their perspectives, and the author cannot', async () => {
    const { ideaId } = known;
    expect(await people['youth-worker']!.isRefused('castVote', { ideaId, perspective: 'PRACTITIONER' })).toEqual([
      'OWN_IDEA',
    ]);
    for (const handle of ['mother', 'neighbour', 'trustee'])
      await people[handle]!.does('castVote', { ideaId, perspective: 'LIVED_EXPERIENCE' });
    await people['nurse']!.does('castVote', {
      ideaId,
      perspective: 'PRACTITIONER',
      organisationId: organisations['Harbour Clinic']!.globalId,
    });
    await people['teacher']!.does('castVote', {
      ideaId,
      perspective: 'PRACTITIONER',
      organisationId: organisations['Fernbank School']!.globalId,
    });
    expect(await stage()).toBe('LOGGED');
    const { idea } = await visitor.ask<{
      idea: { gate: { toReach: string; requirements: { code: string; met: boolean }[] }; support: { votes: number } };
    }>(
      'query ($slug: String!) { idea(slug: $slug) { gate { toReach requirements { code met } } support { votes } } }',
      { slug: known['slug'] },
    );
    expect(idea.gate.toReach).toBe('SUPPORTED');
    expect(idea.gate.requirements.filter(({ met }) => !met)).toHaveLength(1);
  });

  it('3 an organisation says it would try it, and the gate moves the idea', async () => {
    await people['nurse']!.does('declareAdoptionInterest', {
      ideaId: known['ideaId'],
      organisationId: organisations['Harbour Clinic']!.globalId,
      level: 'WOULD_PILOT',
      peopleServed: 400,
    });
    expect(await stage()).toBe('SUPPORTED');
    expect(await activitiesOf('idea.supported')).toBe(1);
    await api.tail.tick();
    const { idea } = await visitor.ask<{ idea: { support: { votes: number; adoptionInterests: unknown } } }>(
      'query ($slug: String!) { idea(slug: $slug) { support { votes byPerspective { perspective count fewerThan } } } }',
      { slug: known['slug'] },
    );
    expect(idea.support.votes).toBe(5);
  });

  it('4 a developer registers a component from its publiccode.yml', async () => {
    const { component } = await people['developer']!.does<{ component: { id: string; slug: string } }>(
      'registerComponent',
      { publiccode: PUBLICCODE, themes: ['YOUTH'], contactsAgreed: true },
      'component { id slug }',
    );
    known['componentId'] = component.id;
    const read = await visitor.ask<{ component: { name: string } }>(
      'query ($slug: String!) { component(slug: $slug) { name } }',
      { slug: component.slug },
    );
    expect(read.component.name).toBe('Waymark');
  });

  it('5 it is offered, and accepted with its licence in view', async () => {
    const { reuseOffer } = await people['developer']!.does<{
      reuseOffer: { id: string; licenceVerdict: { verdict: string } };
    }>(
      'offerReuse',
      {
        ideaId: known['ideaId'],
        componentId: known['componentId'],
        covers: 'The directory and the ratings.',
        missing: 'A pathway that the young person manages.',
      },
      'reuseOffer { id licenceVerdict { verdict } }',
    );
    await people['youth-worker']!.does('acceptReuseOffer', {
      offerId: reuseOffer.id,
      verdictSeen: reuseOffer.licenceVerdict.verdict,
      reason: 'It is the licence we would choose ourselves.',
    });
    expect(await activitiesOf('reuse_offer.accepted')).toBe(1);
  });

  it('6 the author shapes a brief and chooses who leads', async () => {
    await people['youth-worker']!.does('saveBrief', {
      ideaId: known['ideaId'],
      forWhom: 'Young people leaving care in Elmcross.',
      outcome: 'Each knows three services they would use.',
      approach: 'Adapt Waymark with twelve young people, paid for their time.',
      currency: 'GBP',
      budget: [
        { kind: 'DELIVERY', minorUnits: '3000000' },
        { kind: 'PARTICIPATION', minorUnits: '600000' },
      ],
      risks: {
        whatCouldGoWrong: 'A rating could tell somebody where a young person was.',
        forWhom: 'Young people who hide from somebody.',
        howWeWouldNotice: 'They tell their worker; we ask every month.',
        whenWeWouldStop: 'When one person is found through it.',
      },
      leadOrganisationId: organisations['Rowan Youth Trust']!.globalId,
    });
    expect(await stage()).toBe('SUPPORTED');
  });

  it('7 the agreement of what will be shared back is drafted and signed', async () => {
    const { agreement } = await people['lead']!.does<{ agreement: { id: string; revision: number } }>(
      'draftCommonsAgreement',
      {
        ideaId: known['ideaId'],
        outputs: [
          { kind: 'SOFTWARE', title: 'The navigator', licenceCondition: 'AGPL-3.0-or-later', dueAfterDays: 180 },
        ],
      },
      'agreement { id revision }',
    );
    expect(await stage()).toBe('SHAPED');
    await people['lead']!.does('signCommonsAgreement', {
      agreementId: agreement.id,
      organisationId: organisations['Rowan Youth Trust']!.globalId,
      revision: agreement.revision,
    });
    expect(await activitiesOf('agreement.signed')).toBe(1);
    expect(await activitiesOf('idea.shaped')).toBe(1);
  });

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
    const { fundingRound } = await visitor.ask<{
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
    const { idea } = await visitor.ask<{
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
    const [{ id: leadId }] = await api.dataSource.query(
      `select 'person_' || id as id from people where handle = 'lead'`,
    );
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
    const { commonsEntry } = await visitor.ask<{
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
});

describe('after the story', () => {
  it('every invariant of money holds', async () => {
    const broken = (await checkInvariants(api.reader)).filter(({ violations }) => violations.length > 0);
    expect(broken).toEqual([]);
  });

  it('the log is sealed to its end and verifies', async () => {
    await api.tail.tick();
    const check = await verifySeals(api.reader);
    expect(check.faults).toEqual([]);
    const [{ n }] = await api.dataSource.query('select count(*)::int as n from activities');
    expect(check.activities).toBe(n);
  });

  it('anyone reads the whole way, in order, without an account', async () => {
    const { activities } = await visitor.ask<{ activities: { nodes: { kind: string; summary: string }[] } }>(
      'query ($about: ID!) { activities(about: $about, first: 100) { nodes { kind summary } } }',
      { about: known['ideaId'] },
    );
    const stages = activities.nodes
      .map(({ kind }) => kind)
      .filter((kind) => /^idea\.(logged|supported|shaped|funding|delivery|commons)$/.test(kind));
    expect(stages.toReversed()).toEqual([
      'idea.logged',
      'idea.supported',
      'idea.shaped',
      'idea.funding',
      'idea.delivery',
      'idea.commons',
    ]);
    expect(activities.nodes.filter(({ summary }) => summary === 'Something changed')).toEqual([]);
  });

  it('a pseudonymous voter is named nowhere', async () => {
    const ideaId = rowId('idea', known['ideaId']!);
    const named: { n: number }[] = await api.dataSource.query(
      `select count(*)::int as n from activities a join people p on p.id = a.actor_id where a.idea_id = $1 and a.kind like 'vote.%' and p.handle in ('mother', 'neighbour')`,
      [ideaId],
    );
    expect(named[0]!.n).toBe(0);
  });
});

/** The ledger as a treasurer reads it: what happened, which account, how much. */
async function ledger(): Promise<string[]> {
  const rows: { line: string }[] = await api.dataSource.query(`
    select format('%s | %s | %s %s', t.kind, a.kind, e.amount_minor, e.currency) as line
    from ledger_entries e join ledger_transactions t on t.id = e.transaction_id join ledger_accounts a on a.id = e.account_id
    order by t.effective_at, t.id, e.amount_minor, a.kind`);
  return rows.map(({ line }) => line);
}
