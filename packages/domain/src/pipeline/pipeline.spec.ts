import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { missing } from '../shared/requirement.js';
import { ASIDE_STAGES, STAGES, type IdeaStage } from '../shared/vocabulary.js';
import { missingFromBrief, saveBrief, type BriefAsk, type BriefFacts } from './brief.js';
import {
  FIRST_GATE_POLICY,
  gateInFrontOf,
  noVoteOpensIt,
  NOTHING_KNOWN,
  requirementsToReach,
  type GateFacts,
} from './gates.js';
import { recordHearing } from './hearing.js';
import { changeStage, nextStage, STAGE_TRANSITIONS } from './stages.js';

const everyStage: readonly IdeaStage[] = [...STAGES, ...ASIDE_STAGES];
const idea = { id: 'i', stage: 'SUPPORTED', authorId: 'author', coAuthorIds: ['co'] } as const;
const missingCodes = (stage: (typeof STAGES)[number], facts: Partial<GateFacts>) =>
  missing(requirementsToReach(stage, { ...NOTHING_KNOWN, ...facts }, FIRST_GATE_POLICY)).map(({ code }) => code);

describe('the pipeline', () => {
  it('goes from station to station and never past one', () => {
    const forward = STAGES.map((stage) => nextStage(stage));
    expect(forward).toEqual(['SUPPORTED', 'SHAPED', 'FUNDING', 'DELIVERY', 'COMMONS', null]);
    for (const stage of STAGES) {
      const next = nextStage(stage);
      if (next !== null) expect(STAGE_TRANSITIONS[stage]).toContain(next);
    }
  });

  it('allows no move but those in the table', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyStage), fc.constantFrom(...everyStage), (from, to) => {
        expect(changeStage(from, to, []).ok).toBe((STAGE_TRANSITIONS[from] as readonly IdeaStage[]).includes(to));
      }),
    );
  });

  it('withdraws from funding only after the round has failed', () => {
    expect(changeStage('FUNDING', 'WITHDRAWN', []).ok).toBe(false);
    expect([changeStage('FUNDING', 'SHAPED', []).ok, changeStage('SHAPED', 'WITHDRAWN', []).ok]).toEqual([true, true]);
  });

  it('answers with everything that is missing', () => {
    const gate = requirementsToReach('FUNDING', NOTHING_KNOWN, FIRST_GATE_POLICY);
    const decision = changeStage('SHAPED', 'FUNDING', gate);
    expect(decision.ok ? 0 : decision.reasons.length).toBe(3);
  });
});

describe('the gate to SUPPORTED', () => {
  const support = {
    ...NOTHING_KNOWN.support,
    votes: 5,
    verifiedOrganisations: 2,
    adoptionInterests: 1,
    livedExperienceVoices: 3,
  };

  it('opens at five votes, two verified organisations, one that would try it, and heard', () => {
    expect(missingCodes('SUPPORTED', { support })).toEqual([]);
    expect(missingCodes('SUPPORTED', {})).toEqual([
      'VOTES_OF_SUPPORT',
      'VERIFIED_ORGANISATIONS_NAMED',
      'ADOPTION_INTERESTS',
      'LIVED_EXPERIENCE_HEARD',
    ]);
    expect(missingCodes('SUPPORTED', { support: { ...support, votes: 4 } })).toEqual(['VOTES_OF_SUPPORT']);
  });

  it('counts consented research or a recorded session as heard', () => {
    const nobody = { ...support, livedExperienceVoices: 0 };
    expect([
      missingCodes('SUPPORTED', { support: nobody, researchLinked: true }),
      missingCodes('SUPPORTED', { support: nobody, sessionRecorded: true }),
      missingCodes('SUPPORTED', { support: nobody }),
    ]).toEqual([[], [], ['LIVED_EXPERIENCE_HEARD']]);
  });

  it('is plainly shut to votes only where nothing that votes bring would open it', () => {
    const bests = { ...support, votes: 1_000, verifiedOrganisations: 1_000, livedExperienceVoices: 1_000 };
    for (const stage of [...STAGES, ...ASIDE_STAGES]) {
      for (const adoptionInterests of [0, 1, 2, 3]) {
        for (const needed of [0, 1, 2, 3]) {
          const policy = { ...FIRST_GATE_POLICY, adoptionInterests: needed };
          const gate = gateInFrontOf(stage, { ...NOTHING_KNOWN, support: { ...bests, adoptionInterests } }, policy);
          const opens = gate?.requirements.every(({ met }) => met) ?? false;
          const glance = { stage, adoptionInterests, adoptionInterestsNeeded: needed };
          expect([stage, adoptionInterests, needed, noVoteOpensIt(glance)]).toEqual([
            stage,
            adoptionInterests,
            needed,
            !opens,
          ]);
        }
      }
    }
  });

  it('never says how many people with experience of it have voted', () => {
    const seen = [0, 1, 2].map((livedExperienceVoices) =>
      gateInFrontOf('LOGGED', { ...NOTHING_KNOWN, support: { ...support, livedExperienceVoices } }, FIRST_GATE_POLICY),
    );
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });
});

const aBriefAsk = (ask: Partial<BriefAsk> = {}): BriefAsk => ({
  forWhom: 'Families on prepayment meters',
  outcome: 'Nobody explains twice',
  approach: 'One referral form that three agencies share',
  risks: {
    whatCouldGoWrong: 'An address reaches somebody violent',
    forWhom: 'People who fled',
    howWeWouldNotice: 'Access log read every week',
    whenWeWouldStop: 'At the first wrong disclosure',
  },
  currency: 'GBP',
  budget: [{ kind: 'DELIVERY', note: 'Two developers', minorUnits: 4_000_000n }],
  leadOrganisationId: 'o',
  ...ask,
});
const briefFacts = (facts: Partial<BriefFacts> = {}): BriefFacts => ({
  idea,
  personId: 'author',
  leadOrganisationId: null,
  inLeadOrganisation: false,
  leadExists: true,
  ...facts,
});

describe('a brief', () => {
  it('is saved unfinished and the gate says what it lacks', () => {
    const decision = saveBrief(
      aBriefAsk({ approach: '', budget: [], risks: { ...aBriefAsk().risks, whenWeWouldStop: null } }),
      briefFacts(),
    );
    const brief = decision.ok ? decision.value.brief : null;
    expect(missingFromBrief(brief)).toEqual(['approach', 'budget', 'risks']);
    expect(missingFromBrief(null)).toHaveLength(5);
  });

  it('with everything else in place opens the gate to SHAPED', () => {
    const decision = saveBrief(aBriefAsk(), briefFacts());
    const brief = decision.ok ? decision.value.brief : null;
    const shaped = {
      brief,
      leadOrganisation: { verified: false },
      reuse: { offersAccepted: 0, nothingFitsRecorded: true },
      agreement: { drafted: true, signed: false },
    };
    expect(missingCodes('SHAPED', shaped)).toEqual([]);
    const concern = { ...NOTHING_KNOWN.support, unansweredConcerns: 1 };
    expect(missingCodes('SHAPED', { ...shaped, support: concern })).toEqual(['CONCERNS_ANSWERED']);
  });

  it('may be written by authors and the lead organisation, but the lead is the author’s choice', () => {
    const asking = (personId: string, inLeadOrganisation: boolean) => {
      const decision = saveBrief(
        aBriefAsk(),
        briefFacts({ personId, inLeadOrganisation, leadOrganisationId: 'other' }),
      );
      return decision.ok ? [] : decision.reasons.map(({ code }) => code);
    };
    expect([asking('author', false), asking('co', false), asking('x', true), asking('x', false)]).toEqual([
      [],
      ['LEAD_IS_CHOSEN_BY_THE_AUTHOR'],
      ['LEAD_IS_CHOSEN_BY_THE_AUTHOR'],
      ['NOT_AN_AUTHOR', 'LEAD_IS_CHOSEN_BY_THE_AUTHOR'],
    ]);
  });

  it('says every problem of every line', () => {
    const decision = saveBrief(
      aBriefAsk({ budget: [{ kind: 'GOLD', note: '\u202e!', minorUnits: 0n }], leadOrganisationId: 'gone' }),
      briefFacts({ leadExists: false, idea: { ...idea, stage: 'FUNDING' } }),
    );
    expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual([
      'ORGANISATION_UNKNOWN',
      'BRIEF_CLOSED',
      'TEXT_HAS_HIDDEN_CHARACTERS',
      'AMOUNT_NOT_POSITIVE',
      'BUDGET_LINE_KIND_UNKNOWN',
    ]);
  });
});

describe('the gate to COMMONS', () => {
  it('asks for every promise and for what users said', () => {
    expect([
      missingCodes('COMMONS', { obligations: { total: 2, met: 2 }, usersSaid: true }),
      missingCodes('COMMONS', { obligations: { total: 2, met: 1 }, usersSaid: true }),
      missingCodes('COMMONS', { obligations: { total: 0, met: 0 }, usersSaid: false }),
    ]).toEqual([[], ['PROMISES_KEPT'], ['PROMISES_KEPT', 'USERS_HEARD']]);
  });
});

describe('a session with people who live with the need', () => {
  const ask = {
    people: 6,
    heldOn: '2026-03-01',
    howInvited: 'Through the drop-in',
    howThanked: 'Vouchers and lunch',
    whatWasSaid: 'They would rather be rung than texted.',
  };
  const facts = { idea, personId: 'author', inLeadOrganisation: false, today: '2026-03-02' };

  it('is recorded by an author with how people were invited and thanked', () => {
    expect(recordHearing(ask, facts)).toEqual({ ok: true, value: ask });
  });

  it.each(['2026-03-03', '2026-02-30', 'yesterday'])('was not held on %s', (heldOn) => {
    const decision = recordHearing({ ...ask, heldOn, people: 2 }, { ...facts, personId: 'x' });
    expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual([
      'NOT_AN_AUTHOR',
      'PEOPLE_HEARD_OUT_OF_RANGE',
      'DATE_NOT_PAST',
    ]);
  });
});
