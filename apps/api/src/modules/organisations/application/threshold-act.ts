import { accept, againstSecondPerson, isCurrency, Money, refuse } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { belongsTo } from '../../../platform/auth/index.js';
import { OrganisationStore } from '../persistence/organisation-store.js';
import { SecondPersonStore } from '../persistence/second-person-store.js';
import { SecondPersonActs } from './second-person-acts.js';
import { wordSecondPerson } from './word-second-person.js';

export const THRESHOLD_RAISED = 'APPROVAL_THRESHOLD_RAISED';

/** The proposed threshold as it is kept with the act; amounts as text, because JSON numbers end at 2^53. */
export function thresholdContent(threshold: Money | null): Readonly<Record<string, unknown>> {
  return threshold === null
    ? { threshold: null }
    : { threshold: { minorUnits: threshold.minorUnits.toString(), currency: threshold.currency } };
}

function thresholdOf(content: Readonly<Record<string, unknown>>): Money | null {
  const kept = content['threshold'] as { readonly minorUnits: string; readonly currency: string } | null;
  if (kept === null) return null;
  if (!isCurrency(kept.currency)) throw new Error(`A threshold was proposed in ${kept.currency}, which is not known.`);
  return Money.of(BigInt(kept.minorUnits), kept.currency);
}

/** Completes "let more money go without a second person", which no one person can do alone. */
@Injectable()
export class ThresholdAct {
  constructor(
    kinds: SecondPersonActs,
    organisations: OrganisationStore,
    acts: SecondPersonStore,
    activity: ActivityLog,
  ) {
    kinds.register({
      kind: THRESHOLD_RAISED,
      concerns: async (_tx, viewer, act) => viewer.person.steward || belongsTo(viewer, act.subjectId),
      confirm: async (tx, viewer, act) => {
        await organisations.lock(tx, act.subjectId);
        const against = againstSecondPerson(
          {
            confirmerId: viewer.person.id,
            confirmerIsSteward: viewer.person.steward,
            proposedById: act.proposedById,
            candidateId: null,
          },
          await organisations.members(tx, act.subjectId),
        );
        if (against.length > 0)
          return refuse(against.map((reason) => ({ code: reason.code, words: wordSecondPerson(reason) })));
        await organisations.setApprovalThreshold(tx, act.subjectId, thresholdOf(act.content));
        await acts.decide(tx, act.id, 'CONFIRMED', viewer.person.id);
        await activity.append(tx, {
          kind: 'organisation.threshold_raised',
          subject: { type: 'Organisation', id: act.subjectId },
          organisationId: act.subjectId,
          actorId: viewer.person.id,
          visibility: 'ORGANISATION',
          content: { proposedById: act.proposedById },
        });
        return accept(null);
      },
    });
  }
}
