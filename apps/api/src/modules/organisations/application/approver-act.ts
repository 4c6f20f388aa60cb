import { accept, confirmApprover, type ConfirmApproverRefusalReason, refuse } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { belongsTo } from '../../../platform/auth/index.js';
import type { Worded } from '../../../platform/graphql/index.js';
import { OrganisationStore } from '../persistence/organisation-store.js';
import { SecondPersonStore } from '../persistence/second-person-store.js';
import { SecondPersonActs } from './second-person-acts.js';
import { wordSecondPerson } from './word-second-person.js';

export const APPROVER_ADDED = 'APPROVER_ADDED';

function word(reason: ConfirmApproverRefusalReason): Worded {
  return reason.code === 'CANDIDATE_NOT_A_MEMBER'
    ? { message: 'This person is no longer in the organisation.' }
    : wordSecondPerson(reason);
}

/** Completes "make somebody an approver", which no one person can do alone. */
@Injectable()
export class ApproverAct {
  constructor(
    kinds: SecondPersonActs,
    organisations: OrganisationStore,
    acts: SecondPersonStore,
    activity: ActivityLog,
  ) {
    kinds.register({
      kind: APPROVER_ADDED,
      concerns: async (_tx, viewer, act) => viewer.person.steward || belongsTo(viewer, act.subjectId),
      confirm: async (tx, viewer, act) => {
        await organisations.lock(tx, act.subjectId);
        const candidateId = String(act.content['personId']);
        const decision = confirmApprover(
          {
            confirmerId: viewer.person.id,
            confirmerIsSteward: viewer.person.steward,
            proposedById: act.proposedById,
            candidateId,
          },
          await organisations.members(tx, act.subjectId),
        );
        if (!decision.ok) return refuse(decision.reasons.map((reason) => ({ code: reason.code, words: word(reason) })));
        await organisations.changeRoles(tx, act.subjectId, candidateId, decision.value.roles);
        await acts.decide(tx, act.id, 'CONFIRMED', viewer.person.id);
        await activity.append(tx, {
          kind: 'organisation.approver_added',
          subject: { type: 'Organisation', id: act.subjectId },
          organisationId: act.subjectId,
          actorId: viewer.person.id,
          visibility: 'ORGANISATION',
          content: { personId: candidateId, proposedById: act.proposedById },
        });
        return accept(null);
      },
    });
  }
}
