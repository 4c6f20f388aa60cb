import {
  accept,
  againstSecondSteward,
  refuse,
  type SecondStewardRefusal,
  STEWARD_NOTICE_DAYS,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Worded } from '../../../platform/graphql/index.js';
import { type SecondPersonAct, SecondPersonActs, SecondPersonStore } from '../../organisations/index.js';

/** What stewards do in twos, or one of them after seven days of notice: proposed here, completed by `confirmSecond`. */
@Injectable()
export class StewardActs {
  constructor(
    private readonly kinds: SecondPersonActs,
    private readonly acts: SecondPersonStore,
  ) {}

  register(kind: string, complete: (tx: Tx, act: SecondPersonAct, stewardId: string) => Promise<void>): void {
    this.kinds.register({
      kind,
      concerns: async (tx, viewer) => (await asOfNow(tx, viewer)).person.steward,
      confirm: async (tx, viewer, act) => {
        const { person } = await asOfNow(tx, viewer);
        const now = await tx.now();
        const reasons = againstSecondSteward({
          isSteward: person.steward,
          isFirst: act.proposedById === person.id,
          noticeIsOver: act.noticeEndsAt !== null && act.noticeEndsAt <= now,
          noticeEnds: act.noticeEndsAt?.toISOString() ?? '',
        });
        if (reasons.length > 0) return refuse(reasons.map((reason) => ({ code: reason.code, words: word(reason) })));
        await this.acts.decide(tx, act.id, 'CONFIRMED', person.id);
        await complete(tx, act, person.id);
        return accept(null);
      },
    });
  }

  async isPending(tx: Tx, kind: string, subjectId: string, personId: string | null): Promise<boolean> {
    return (await this.acts.pending(tx, kind, subjectId, personId)) !== undefined;
  }

  propose(
    tx: Tx,
    viewer: SignedInViewer,
    act: { readonly kind: string; readonly subjectId: string; readonly content: Readonly<Record<string, unknown>> },
  ): Promise<string> {
    return this.acts.propose(tx, { ...act, proposedById: viewer.person.id, noticeDays: STEWARD_NOTICE_DAYS });
  }
}

function word(reason: SecondStewardRefusal): Worded {
  switch (reason.code) {
    case 'NOT_A_STEWARD':
      return { message: 'Only the site team does this.' };
    case 'SECOND_STEWARD_OR_NOTICE':
      return {
        message: 'You proposed it. Somebody else of the site team confirms it, or you can when the notice has passed.',
        needed: `after ${reason.noticeEnds.slice(0, 10)}`,
      };
    default:
      return reason satisfies never;
  }
}
