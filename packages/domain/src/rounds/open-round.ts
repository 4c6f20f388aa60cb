import {
  accept,
  isCurrency,
  MAX_MINOR_UNITS,
  Money,
  refuse,
  type Decision,
  type IdeaStage,
  type RoundPurpose,
} from '../shared/index.js';

import { ALL_BASIS_POINTS, type TrancheShare } from './round.js';

/** What the lead organisation asks for. */
export interface RoundDraft {
  readonly purpose: RoundPurpose;
  readonly currency: string;
  readonly minimum: bigint;
  readonly target: bigint;
  readonly deadline: Date;
  /** In order. One of the whole when none are given. */
  readonly tranches: readonly { readonly title: string; readonly basisPoints: number }[];
}

/** What the rule asks about the idea and who leads it. */
export interface RoundFacts {
  readonly now: Date;
  readonly stage: IdeaStage;
  readonly hasVenture: boolean;
  readonly hasOpenRound: boolean;
  readonly leadChosen: boolean;
  readonly leadVerified: boolean;
  readonly moneyHolderVerified: boolean;
  readonly agreementSignedByLead: boolean;
}

export type OpenRoundReason =
  | { readonly code: 'IDEA_NOT_READY'; readonly stage: IdeaStage; readonly stages: readonly IdeaStage[] }
  | { readonly code: 'ROUND_ALREADY_OPEN' }
  | { readonly code: 'LEAD_NOT_CHOSEN' }
  | { readonly code: 'LEAD_NOT_VERIFIED' }
  | { readonly code: 'MONEY_HOLDER_NOT_VERIFIED' }
  | { readonly code: 'AGREEMENT_NOT_SIGNED' }
  | { readonly code: 'CURRENCY_UNKNOWN'; readonly currency: string }
  | { readonly code: 'MINIMUM_NOT_POSITIVE' }
  | { readonly code: 'TARGET_BELOW_MINIMUM'; readonly minimum: Money; readonly target: Money }
  | { readonly code: 'TARGET_TOO_LARGE' }
  | { readonly code: 'DEADLINE_NOT_AHEAD'; readonly now: Date }
  | { readonly code: 'DEADLINE_TOO_FAR'; readonly latest: Date }
  | { readonly code: 'TOO_MANY_TRANCHES'; readonly tranches: number; readonly most: number }
  | { readonly code: 'TRANCHE_SHARE_NOT_POSITIVE'; readonly position: number }
  | { readonly code: 'TRANCHE_SHARES_DO_NOT_ADD_UP'; readonly basisPoints: number };

export const MOST_TRANCHES = 12;

/** Longer than a year is not a deadline that somebody waits for, and budgets are made by the year. */
export const LONGEST_ROUND_DAYS = 366;

/** Where an idea may be when money is asked for. A discovery round may come before the idea has its full shape. */
const STAGES_FOR: Record<RoundPurpose, readonly IdeaStage[]> = {
  DISCOVERY: ['SUPPORTED', 'SHAPED'],
  BUILD: ['SHAPED'],
  RUN: ['SHAPED'],
};

/** An idea that a venture delivers can ask again, for building further or for running what was built. */
const STAGES_WITH_VENTURE: readonly IdeaStage[] = ['DELIVERY', 'COMMONS'];

/** A round that may be opened. */
export interface OpenedRound {
  readonly minimum: Money;
  readonly target: Money;
  readonly tranches: readonly TrancheShare[];
}

/**
 * Decides whether the lead organisation may open a round for an idea, and says everything that is in the way.
 *
 * The caller must hold the lock on the idea: of two rounds opened at once, the second has to see the first.
 */
export function openFundingRound(draft: RoundDraft, facts: RoundFacts): Decision<OpenedRound, OpenRoundReason> {
  const reasons: OpenRoundReason[] = [...readinessReasons(draft, facts), ...deadlineReasons(draft, facts)];
  const tranches = draft.tranches.length === 0 ? [{ title: '', basisPoints: ALL_BASIS_POINTS }] : draft.tranches;
  reasons.push(...trancheReasons(tranches));
  if (!isCurrency(draft.currency)) return refuse([...reasons, { code: 'CURRENCY_UNKNOWN', currency: draft.currency }]);

  const minimum = Money.of(draft.minimum, draft.currency);
  const target = Money.of(draft.target, draft.currency);
  if (!minimum.isPositive) reasons.push({ code: 'MINIMUM_NOT_POSITIVE' });
  if (target.isLessThan(minimum)) reasons.push({ code: 'TARGET_BELOW_MINIMUM', minimum, target });
  if (target.minorUnits > MAX_MINOR_UNITS) reasons.push({ code: 'TARGET_TOO_LARGE' });
  if (reasons.length > 0) return refuse(reasons);

  return accept({
    minimum,
    target,
    tranches: tranches.map((tranche, index) => ({ ...tranche, title: tranche.title.trim(), position: index + 1 })),
  });
}

function readinessReasons(draft: RoundDraft, facts: RoundFacts): readonly OpenRoundReason[] {
  const stages = facts.hasVenture ? [...STAGES_FOR[draft.purpose], ...STAGES_WITH_VENTURE] : STAGES_FOR[draft.purpose];
  const reasons: OpenRoundReason[] = [];
  if (facts.hasOpenRound) reasons.push({ code: 'ROUND_ALREADY_OPEN' });
  // A round that is open has moved the idea on already: saying both would be one thing said twice.
  if (!facts.hasOpenRound && !stages.includes(facts.stage)) {
    reasons.push({ code: 'IDEA_NOT_READY', stage: facts.stage, stages });
  }
  if (!facts.leadChosen) reasons.push({ code: 'LEAD_NOT_CHOSEN' });
  if (facts.leadChosen && !facts.leadVerified) reasons.push({ code: 'LEAD_NOT_VERIFIED' });
  // Where lead and money holder are one, one of the two is enough to say.
  if (facts.leadVerified && !facts.moneyHolderVerified) reasons.push({ code: 'MONEY_HOLDER_NOT_VERIFIED' });
  if (!facts.agreementSignedByLead) reasons.push({ code: 'AGREEMENT_NOT_SIGNED' });
  return reasons;
}

function deadlineReasons(draft: RoundDraft, { now }: RoundFacts): readonly OpenRoundReason[] {
  const latest = new Date(now.getTime() + LONGEST_ROUND_DAYS * 86_400_000);
  if (!(draft.deadline > now)) return [{ code: 'DEADLINE_NOT_AHEAD', now }];
  return draft.deadline > latest ? [{ code: 'DEADLINE_TOO_FAR', latest }] : [];
}

function trancheReasons(tranches: RoundDraft['tranches']): readonly OpenRoundReason[] {
  const reasons: OpenRoundReason[] = [];
  if (tranches.length > MOST_TRANCHES) {
    reasons.push({ code: 'TOO_MANY_TRANCHES', tranches: tranches.length, most: MOST_TRANCHES });
  }
  for (const [index, { basisPoints }] of tranches.entries()) {
    if (!Number.isInteger(basisPoints) || basisPoints <= 0) {
      reasons.push({ code: 'TRANCHE_SHARE_NOT_POSITIVE', position: index + 1 });
    }
  }
  const basisPoints = tranches.reduce((sum, tranche) => sum + tranche.basisPoints, 0);
  if (basisPoints !== ALL_BASIS_POINTS) reasons.push({ code: 'TRANCHE_SHARES_DO_NOT_ADD_UP', basisPoints });
  return reasons;
}
