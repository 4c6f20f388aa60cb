import type { Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Worded } from '../../../platform/graphql/index.js';
import type { SecondPersonAct } from '../persistence/second-person-store.js';

/** A reason against confirming, already in words, because each kind of act has its own. */
export interface ConfirmationReason {
  readonly code: string;
  readonly words: Worded;
}

/** How one kind of act that takes two people is completed. Runs under a lock on the act. */
export interface SecondPersonActKind {
  readonly kind: string;
  /** Whether the viewer may know that the act waits; where not, it does not exist for them. */
  readonly concerns: (tx: Tx, viewer: SignedInViewer, act: SecondPersonAct) => Promise<boolean>;
  readonly confirm: (
    tx: Tx,
    viewer: SignedInViewer,
    act: SecondPersonAct,
  ) => Promise<Decision<null, ConfirmationReason>>;
}

/** The kinds of act that take two people. A module registers its own; `confirmSecond` completes all of them. */
@Injectable()
export class SecondPersonActs {
  private readonly kinds = new Map<string, SecondPersonActKind>();

  register(kind: SecondPersonActKind): void {
    if (this.kinds.has(kind.kind)) throw new Error(`The act ${kind.kind} is registered twice.`);
    this.kinds.set(kind.kind, kind);
  }

  /** @throws {Error} when no module knows the kind. */
  of(act: SecondPersonAct): SecondPersonActKind {
    const kind = this.kinds.get(act.kind);
    if (kind === undefined) throw new Error(`No module completes acts of the kind ${act.kind}.`);
    return kind;
  }
}
