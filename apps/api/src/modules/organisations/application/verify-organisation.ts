import {
  accept,
  type Decision,
  refuse,
  verifyOrganisation,
  type VerifyOrganisationRefusalReason,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { OrganisationStore } from '../persistence/organisation-store.js';
import { SecondPersonStore } from '../persistence/second-person-store.js';
import { SecondPersonActs } from './second-person-acts.js';
import { wordVerifyOrganisation } from './word-verification.js';

export const ORGANISATION_VERIFIED = 'ORGANISATION_VERIFIED';

export type VerificationDecision = { readonly verify: true } | { readonly verify: false; readonly reason: string };

/**
 * One steward's step: the first puts the organisation on notice, a second one (by this or by `confirmSecond`) verifies
 * it, as does any steward once seven days of notice have passed by the database's clock.
 */
@Injectable()
export class VerifyOrganisation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationStore,
    private readonly acts: SecondPersonStore,
    private readonly activity: ActivityLog,
    kinds: SecondPersonActs,
  ) {
    kinds.register({
      kind: ORGANISATION_VERIFIED,
      concerns: async (_tx, viewer) => viewer.person.steward,
      confirm: async (tx, viewer, act) => {
        const step = await this.step(tx, viewer, act.subjectId, { verify: true });
        return step.ok
          ? accept(null)
          : refuse(step.reasons.map((reason) => ({ code: reason.code, words: wordVerifyOrganisation(reason) })));
      },
    });
  }

  execute(
    viewer: SignedInViewer,
    organisationId: string | undefined,
    ask: VerificationDecision,
  ): Promise<Decision<{ readonly organisationId: string }, VerifyOrganisationRefusalReason>> {
    return this.unitOfWork.run(async (tx) => this.step(tx, await asOfNow(tx, viewer), organisationId, ask));
  }

  private async step(
    tx: Tx,
    viewer: SignedInViewer,
    organisationId: string | undefined,
    ask: VerificationDecision,
  ): Promise<Decision<{ readonly organisationId: string }, VerifyOrganisationRefusalReason>> {
    const organisation = organisationId === undefined ? undefined : await this.organisations.lock(tx, organisationId);
    if (organisation === undefined) throw new NotFoundError('This organisation');
    const { id, verification: state, verificationActId: actId } = organisation;
    const act = state === 'NOTICE' && actId !== null ? await this.acts.find(tx, actId) : undefined;
    const now = await tx.now();
    const decision = verifyOrganisation(
      ask,
      {
        personId: viewer.person.id,
        isSteward: viewer.person.steward,
        belongsToOrganisation: await this.organisations.isCloseTo(tx, id, viewer.person.id),
      },
      {
        state,
        firstStewardId: act?.proposedById ?? null,
        noticeEnds: act?.noticeEndsAt?.toISOString() ?? null,
        noticeIsOver: act?.noticeEndsAt != null && act.noticeEndsAt <= now,
      },
    );
    if (!decision.ok) return decision;

    const step = decision.value;
    if (step.to === 'NOTICE') {
      const proposed = await this.acts.propose(tx, {
        kind: ORGANISATION_VERIFIED,
        subjectId: id,
        content: {},
        proposedById: step.firstStewardId,
        noticeDays: step.noticeDays,
      });
      await tx.query(
        sql`update organisations set verification = 'NOTICE', verification_act_id = ${proposed} where id = ${id}`,
      );
    } else if (step.to === 'VERIFIED') {
      if (act === undefined) throw new Error('An organisation is on notice without the act that put it there.');
      await this.acts.decide(tx, act.id, 'CONFIRMED', viewer.person.id);
      await tx.query(
        sql`update organisations set verification = 'NONE', verified_at = app_now(), verification_note = null where id = ${id}`,
      );
    } else {
      if (act !== undefined) await this.acts.decide(tx, act.id, 'WITHDRAWN', viewer.person.id);
      await tx.query(sql`
        update organisations set verification = 'NONE', verification_declined = ${step.reason}, verification_act_id = null, verification_note = null where id = ${id}`);
    }
    await this.activity.append(tx, {
      kind: {
        NOTICE: 'organisation.verification_noticed',
        VERIFIED: 'organisation.verified',
        NONE: 'organisation.verification_declined',
      }[step.to],
      subject: { type: 'Organisation', id },
      organisationId: id,
      actorId: viewer.person.id,
      visibility: step.to === 'NONE' ? 'ORGANISATION' : 'PUBLIC',
    });
    return accept({ organisationId: id });
  }
}
