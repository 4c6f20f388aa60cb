import type { StoredCondition } from '../../mandates/index.js';

interface StoredAmount {
  readonly minorUnits: string;
  readonly currency: string;
}

/** What a round lacked when it failed, as it is stored with the round. Sums in minor units of the round's currency. */
export interface StoredMissing {
  readonly counting: string;
  readonly minimum: string;
  /** Conditions of pledges that did not count, with what there was and what was asked for. */
  readonly conditions: readonly {
    readonly pledgeId: string;
    readonly condition: StoredCondition;
    readonly current: StoredAmount | number | null;
    readonly needed: StoredAmount | number | null;
  }[];
}
