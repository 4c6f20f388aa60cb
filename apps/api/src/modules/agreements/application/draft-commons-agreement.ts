import {
  accept,
  draftCommonsAgreement,
  OUTPUT_KINDS,
  type Decision,
  type DraftAgreementRefusal,
  type OutputAsk,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { AgreementStore } from '../persistence/agreement-store.js';
import { AgreementFacts, mayDraft } from './agreement-facts.js';
import { meaningOfCondition, type ConditionMeaning } from './licence-conditions.js';

export interface DraftCommonsAgreementCommand {
  readonly ideaId: string;
  readonly outputs: readonly OutputAsk[];
}

/** Saves the draft of what will be shared back. What was signed before stays in force until the draft is signed. */
@Injectable()
export class DraftCommonsAgreement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agreements: AgreementStore,
    private readonly facts: AgreementFacts,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    { ideaId, outputs }: DraftCommonsAgreementCommand,
  ): Promise<Decision<{ readonly agreementId: string }, DraftAgreementRefusal>> {
    // Before any lock: reading conditions is the slow part, and needs nothing that can change.
    const meanings = outputs.map(meaningOf);
    return this.unitOfWork.run(async (tx) => {
      const idea = await this.facts.lockIdea(tx, ideaId);
      if (!idea) throw new NotFoundError('This idea');
      const latest = await this.agreements.latest(tx, ideaId);
      const at = await tx.now();
      const decision = draftCommonsAgreement(outputs, {
        mayDraft: mayDraft(await asOfNow(tx, viewer), idea),
        stage: idea.stage,
        latest,
        conditions: meanings,
        today: at.toISOString().slice(0, 10),
      });
      if (!decision.ok) return decision;

      const { version, replacesDraft } = decision.value;
      const id = replacesDraft && latest ? latest.id : newId();
      const by = { personId: viewer.person.id, at };
      if (replacesDraft) await this.agreements.saveDraftAgain(tx, id, by);
      else await this.agreements.addDraft(tx, { id, ideaId, version }, by);
      const kept = decision.value.outputs.map((output, index) => ({
        ...output,
        licences: meanings[index]?.licences ?? [],
      }));
      await this.agreements.addOutputs(tx, id, kept);
      await this.activity.append(tx, {
        kind: 'agreement.drafted',
        subject: { type: 'CommonsAgreement', id },
        ideaId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { version, outputs: kept.length },
      });
      return accept({ agreementId: id });
    });
  }
}

function meaningOf(output: OutputAsk): ConditionMeaning {
  const kind = OUTPUT_KINDS.find((one) => one === output.kind) ?? 'SOFTWARE';
  return meaningOfCondition(output.licenceCondition, kind);
}
