import type { IdeaStage } from '../shared/vocabulary.js';

/** An offer waits for an author of the idea; every answer is final. */
export const REUSE_OFFER_STATUSES = ['PROPOSED', 'ACCEPTED', 'DECLINED', 'SUPERSEDED', 'WITHDRAWN'] as const;
export type ReuseOfferStatus = (typeof REUSE_OFFER_STATUSES)[number];

export const REUSE_OFFER_TRANSITIONS = {
  PROPOSED: ['ACCEPTED', 'DECLINED', 'SUPERSEDED', 'WITHDRAWN'],
  ACCEPTED: [],
  DECLINED: [],
  SUPERSEDED: [],
  WITHDRAWN: [],
} as const satisfies Record<ReuseOfferStatus, readonly ReuseOfferStatus[]>;

export const REUSE_LIMITS = {
  part: 200,
  covers: 2_000,
  missing: 2_000,
  effort: 500,
  saves: 500,
  reason: 1_000,
  because: 2_000,
} as const;

/** While the idea is being shaped. In FUNDING the plan is what funders are reading. */
export const STAGES_WITH_REUSE: readonly IdeaStage[] = ['LOGGED', 'SUPPORTED', 'SHAPED'];

export interface ReuseOffer {
  readonly id: string;
  readonly status: ReuseOfferStatus;
  readonly offeredById: string;
  /** The organisation it was offered for. */
  readonly organisationId: string | null;
}
