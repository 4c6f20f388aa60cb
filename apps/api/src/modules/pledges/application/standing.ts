import {
  closeFundingRound,
  heldBy,
  meetingLicences,
  resolveConditions,
  sumOf,
  type ClosedBy,
  type CloseRoundReason,
  type ConditionalPledge,
  type Decision,
  type LicenceMeeting,
  type Matching,
  type Money,
  type Pledge,
  type Resolution,
  type Round,
  type RoundStatus,
} from '@openimpact/domain';

import { gateFactsOf, type GateEvidence } from '../../ideas/index.js';
import { moneyOf, readCondition, type StoredCondition } from '../../mandates/index.js';
import { agreedOutput, isHeard, type StoredOutput } from './surroundings.js';

/** What the view gives about a round, its idea, its agreement and its pledges in force. */
export interface StandingFacts {
  readonly status: RoundStatus;
  readonly currency: string;
  readonly target: string;
  readonly minimum: string;
  readonly pledged: string;
  readonly deadline: string;
  readonly now: string;
  readonly leadOrganisationId: string;
  readonly leadVerified: boolean;
  readonly evidence: GateEvidence;
  readonly outputs: readonly StoredOutput[];
  readonly pledges: readonly {
    readonly id: string;
    readonly organisationId: string;
    readonly amount: string;
    /** What it matches in percent, and up to how much; null: an amount of its own. */
    readonly match: number | null;
    readonly most: string | null;
    readonly conditions: readonly StoredCondition[];
  }[];
  readonly viewerMandates: number;
}

/** Which pledges of an open round count now, and what would come of it. */
export interface Standing {
  readonly resolution: Resolution;
  readonly licences: readonly LicenceMeeting[];
  /** What is in force, matches included. */
  readonly guaranteed: Money;
  /** What it could become if every match came to its most: never more than the target. */
  readonly possible: Money;
}

export function standingOf(facts: StandingFacts): Standing {
  const pledges = pledgesOf(facts);
  const around = aroundOf(facts);
  const sum = (amounts: readonly Money[]) => sumOf(amounts, around.target.currency);
  const all = sum(pledges.map(heldBy));
  return {
    resolution: resolveConditions(pledges, around),
    licences: meetingLicences(pledges),
    guaranteed: sum(pledges.map((pledge) => pledge.amount)),
    possible: all.isMoreThan(around.target) ? around.target : all,
  };
}

/** Whether the round could be closed now, by the rule that closes it. */
export function couldClose(facts: StandingFacts, by: ClosedBy): Decision<unknown, CloseRoundReason> {
  const money = (minor: string) => moneyOf(BigInt(minor), facts.currency);
  const round = {
    status: facts.status,
    minimum: money(facts.minimum),
    target: money(facts.target),
    pledged: money(facts.pledged),
    deadline: new Date(facts.deadline),
  } as Round;
  const pledges = pledgesOf(facts).map((pledge) => ({ ...pledge, status: 'PLEDGED' }) as Pledge);
  return closeFundingRound(round, pledges, aroundOf(facts), by, new Date(facts.now));
}

function pledgesOf(facts: StandingFacts): readonly (ConditionalPledge & { readonly matching: Matching | null })[] {
  return facts.pledges.map((pledge) => ({
    id: pledge.id,
    funderId: pledge.organisationId,
    amount: moneyOf(BigInt(pledge.amount), facts.currency),
    matching:
      pledge.match === null || pledge.most === null
        ? null
        : { percent: pledge.match, most: moneyOf(BigInt(pledge.most), facts.currency) },
    conditions: pledge.conditions.map(readCondition),
  }));
}

function aroundOf(facts: StandingFacts) {
  const known = gateFactsOf(facts.evidence);
  return {
    target: moneyOf(BigInt(facts.target), facts.currency),
    votes: known.support.votes,
    livedExperienceHeard: isHeard(known, facts.evidence.policy.livedExperienceVoices),
    leadVerified: facts.leadVerified,
    outputs: facts.outputs.map(agreedOutput),
  };
}
