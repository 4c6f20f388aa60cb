import { expect, it } from '@jest/globals';

import type { Story } from './story.js';

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

/** From a need that somebody logged to an idea that is ready to fund. */
export function shaping({ people, organisations, known, ask, stage, activitiesOf, api }: Story): void {
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
    const { idea } = await ask<{
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
    await api().tail.tick();
    const { idea } = await ask<{ idea: { support: { votes: number; adoptionInterests: unknown } } }>(
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
    const read = await ask<{ component: { name: string } }>(
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
}
