import { accept, signCommonsAgreement, type Decision, type SignAgreementRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { AgreementStore } from '../persistence/agreement-store.js';
import { AgreementFacts } from './agreement-facts.js';

export interface SignCommonsAgreementCommand {
  readonly agreementId: string;
  readonly organisationId: string;
  /** The revision somebody read before they signed. */
  readonly revision: number;
}

/** Signs the draft for the lead organisation. The version signed before is superseded in the same moment. */
@Injectable()
export class SignCommonsAgreement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agreements: AgreementStore,
    private readonly facts: AgreementFacts,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: SignCommonsAgreementCommand,
  ): Promise<Decision<{ readonly agreementId: string }, SignAgreementRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.agreements.find(tx, command.agreementId);
      const idea = seen && (await this.facts.lockIdea(tx, seen.ideaId));
      // Again, now that nobody else can sign or change it.
      const agreement = idea && (await this.agreements.find(tx, command.agreementId));
      if (!agreement) throw new NotFoundError('This agreement');
      const { organisationId } = command;
      const at = await tx.now();
      const decision = signCommonsAgreement({
        status: agreement.status,
        revisionRead: command.revision,
        revision: agreement.revision,
        leadOrganisationId: idea.leadOrganisationId,
        organisationId,
        isAdminThere: belongsTo(await asOfNow(tx, viewer), organisationId, 'ADMIN'),
        roundIsOpen: idea.roundIsOpen,
        outputs: await this.agreements.outputsOf(tx, agreement.id),
        today: at.toISOString().slice(0, 10),
      });
      if (!decision.ok) return decision;

      await this.agreements.supersede(tx, idea.id, at);
      await this.agreements.sign(tx, agreement.id, { personId: viewer.person.id, organisationId, at });
      await this.activity.append(tx, {
        kind: 'agreement.signed',
        subject: { type: 'CommonsAgreement', id: agreement.id },
        ideaId: idea.id,
        organisationId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { version: agreement.version },
      });
      return accept({ agreementId: agreement.id });
    });
  }
}
