import type { GateRequirement } from '../shared/requirement.js';
import type { IdeaStage, Stage } from '../shared/vocabulary.js';
import { LEAST_PER_PERSPECTIVE } from '../support/index.js';
import { missingFromBrief, type BriefAnswers, type BriefPart } from './brief.js';
import { nextStage } from './stages.js';

/**
 * The numbers of the gates. An idea keeps the policy it was logged under, so that a change never
 * moves the goal of somebody who is half way there.
 */
export interface GatePolicy {
  readonly version: number;
  readonly votesOfSupport: number;
  readonly verifiedOrganisations: number;
  readonly adoptionInterests: number;
  /** How many people with experience of it count as having been heard. Never below what may be published. */
  readonly livedExperienceVoices: number;
}

export const FIRST_GATE_POLICY: GatePolicy = {
  version: 1,
  votesOfSupport: 5,
  verifiedOrganisations: 2,
  adoptionInterests: 1,
  livedExperienceVoices: LEAST_PER_PERSPECTIVE,
};

/** What is known about an idea when a gate is asked. Every module that knows some of it provides it. */
export interface GateFacts {
  readonly support: {
    readonly votes: number;
    readonly verifiedOrganisations: number;
    readonly adoptionInterests: number;
    readonly livedExperienceVoices: number;
    readonly unansweredConcerns: number;
  };
  /** Whether user research that people consented to is linked. */
  readonly researchLinked: boolean;
  /** Whether a session with people who have experience of it is recorded. */
  readonly sessionRecorded: boolean;
  readonly brief: BriefAnswers | null;
  readonly leadOrganisation: { readonly verified: boolean } | null;
  /** A recorded look for what exists: an offer accepted, or a reason for each suggested component why it does not fit. */
  readonly reuse: { readonly offersAccepted: number; readonly nothingFitsRecorded: boolean };
  readonly agreement: { readonly drafted: boolean; readonly signed: boolean };
  readonly round: { readonly open: boolean; readonly succeeded: boolean };
  readonly obligations: { readonly total: number; readonly met: number };
  /** Whether what the people who used it said is recorded: how many, and what changed. */
  readonly usersSaid: boolean;
}

export const GATE_CODES = [
  'VOTES_OF_SUPPORT',
  'VERIFIED_ORGANISATIONS_NAMED',
  'ADOPTION_INTERESTS',
  'LIVED_EXPERIENCE_HEARD',
  'BRIEF_FOR_WHOM',
  'BRIEF_OUTCOME',
  'BRIEF_APPROACH',
  'BRIEF_BUDGET',
  'BRIEF_RISKS',
  'LEAD_ORGANISATION_CHOSEN',
  'REUSE_LOOKED_FOR',
  'CONCERNS_ANSWERED',
  'AGREEMENT_DRAFTED',
  'LEAD_ORGANISATION_VERIFIED',
  'AGREEMENT_SIGNED',
  'ROUND_OPENED',
  'ROUND_SUCCEEDED',
  'PROMISES_KEPT',
  'USERS_HEARD',
] as const;
export type GateCode = (typeof GATE_CODES)[number];

export interface Gate {
  readonly toReach: Stage;
  readonly requirements: readonly GateRequirement<GateCode>[];
}

/** The gate in front of an idea, or null when it has none: at the end, or aside. */
export function gateInFrontOf(stage: IdeaStage, facts: GateFacts, policy: GatePolicy): Gate | null {
  const toReach = nextStage(stage);
  return toReach === null ? null : { toReach, requirements: requirementsToReach(toReach, facts, policy) };
}

/** What has to be true to reach a station, each with what is there and what is needed. */
export function requirementsToReach(
  stage: Stage,
  facts: GateFacts,
  policy: GatePolicy,
): readonly GateRequirement<GateCode>[] {
  switch (stage) {
    case 'LOGGED':
      return [];
    case 'SUPPORTED':
      return toBeSupported(facts, policy);
    case 'SHAPED':
      return toBeShaped(facts);
    case 'FUNDING':
      return [
        yesNo('LEAD_ORGANISATION_VERIFIED', facts.leadOrganisation?.verified === true),
        yesNo('AGREEMENT_SIGNED', facts.agreement.signed),
        yesNo('ROUND_OPENED', facts.round.open),
      ];
    case 'DELIVERY':
      return [yesNo('ROUND_SUCCEEDED', facts.round.succeeded)];
    case 'COMMONS':
      return [
        {
          code: 'PROMISES_KEPT',
          // Nothing promised is nothing kept: an idea does not reach the commons by promising nothing.
          met: facts.obligations.total > 0 && facts.obligations.met >= facts.obligations.total,
          current: facts.obligations.met,
          needed: Math.max(facts.obligations.total, 1),
        },
        yesNo('USERS_HEARD', facts.usersSaid),
      ];
    default:
      return stage satisfies never;
  }
}

/** All that the first gate is judged from. It is tried after every vote, so nothing else is looked up for it. */
export const ASKED_BY_THE_FIRST_GATE = [
  'support',
  'researchLinked',
  'sessionRecorded',
] as const satisfies readonly (keyof GateFacts)[];

/** What is looked at after every vote before a gate is asked. */
export interface GateGlance {
  readonly stage: IdeaStage | null;
  readonly adoptionInterests: number;
  readonly adoptionInterestsNeeded: number;
}

/**
 * Whether no vote can open the gate in front of an idea now: only the first gate asks for votes, and most ideas wait there
 * for an organisation that would adopt them, which is known without counting a vote. Where this says no, the gate is asked.
 */
export function noVoteOpensIt({ stage, adoptionInterests, adoptionInterestsNeeded }: GateGlance): boolean {
  return stage !== 'LOGGED' || !adopted(adoptionInterests, adoptionInterestsNeeded).met;
}

function toBeSupported(
  facts: Pick<GateFacts, (typeof ASKED_BY_THE_FIRST_GATE)[number]>,
  policy: GatePolicy,
): readonly GateRequirement<GateCode>[] {
  const { support } = facts;
  return [
    atLeast('VOTES_OF_SUPPORT', support.votes, policy.votesOfSupport),
    atLeast('VERIFIED_ORGANISATIONS_NAMED', support.verifiedOrganisations, policy.verifiedOrganisations),
    adopted(support.adoptionInterests, policy.adoptionInterests),
    {
      // Without numbers: "2 of 3" would say how many people with experience of it have voted.
      code: 'LIVED_EXPERIENCE_HEARD',
      met:
        facts.researchLinked ||
        facts.sessionRecorded ||
        support.livedExperienceVoices >= Math.max(policy.livedExperienceVoices, LEAST_PER_PERSPECTIVE),
      needed: Math.max(policy.livedExperienceVoices, LEAST_PER_PERSPECTIVE),
    },
  ];
}

const BRIEF_CODES = {
  forWhom: 'BRIEF_FOR_WHOM',
  outcome: 'BRIEF_OUTCOME',
  approach: 'BRIEF_APPROACH',
  budget: 'BRIEF_BUDGET',
  risks: 'BRIEF_RISKS',
} as const satisfies Record<BriefPart, GateCode>;

function toBeShaped(facts: GateFacts): readonly GateRequirement<GateCode>[] {
  const lacking = missingFromBrief(facts.brief);
  const parts = Object.entries(BRIEF_CODES) as [BriefPart, GateCode][];
  return [
    ...parts.map(([part, code]) => yesNo(code, !lacking.includes(part))),
    yesNo('LEAD_ORGANISATION_CHOSEN', facts.leadOrganisation !== null),
    yesNo('REUSE_LOOKED_FOR', facts.reuse.offersAccepted > 0 || facts.reuse.nothingFitsRecorded),
    yesNo('CONCERNS_ANSWERED', facts.support.unansweredConcerns === 0),
    yesNo('AGREEMENT_DRAFTED', facts.agreement.drafted),
  ];
}

function adopted(interests: number, needed: number): GateRequirement<GateCode> {
  return atLeast('ADOPTION_INTERESTS', interests, needed);
}

function atLeast(code: GateCode, current: number, needed: number): GateRequirement<GateCode> {
  return { code, met: current >= needed, current, needed };
}

function yesNo(code: GateCode, met: boolean): GateRequirement<GateCode> {
  return { code, met };
}

/** What is known of an idea about which no module has said anything yet. */
export const NOTHING_KNOWN: GateFacts = {
  support: {
    votes: 0,
    verifiedOrganisations: 0,
    adoptionInterests: 0,
    livedExperienceVoices: 0,
    unansweredConcerns: 0,
  },
  researchLinked: false,
  sessionRecorded: false,
  brief: null,
  leadOrganisation: null,
  reuse: { offersAccepted: 0, nothingFitsRecorded: false },
  agreement: { drafted: false, signed: false },
  round: { open: false, succeeded: false },
  obligations: { total: 0, met: 0 },
  usersSaid: false,
};
