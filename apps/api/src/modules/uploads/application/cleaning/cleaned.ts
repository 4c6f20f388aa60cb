import type { CleanedAway, CleaningFault } from '@openimpact/domain';

/** A file without what said who made it, when, and where. */
export interface Cleaned {
  readonly bytes: Uint8Array;
  readonly removed: readonly CleanedAway[];
  /** What can be read in it, in pieces; none for a picture. */
  readonly text: readonly string[];
}

/** The file cannot be made safe to give away. */
export class NotCleanable extends Error {
  constructor(readonly fault: CleaningFault) {
    super(`The file cannot be cleaned: ${fault}.`);
  }
}
