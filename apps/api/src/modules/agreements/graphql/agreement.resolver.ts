import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NodeKinds,
  NotFoundError,
  PermissionObject,
  RefusalObject,
  SignedIn,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { IdeaObject, IdeaViewerCanObject } from '../../ideas/index.js';
import { agreementOutputView, commonsAgreementView } from '../application/agreement-view.js';
import { DraftCommonsAgreement } from '../application/draft-commons-agreement.js';
import { canDraft, canSign, type AgreementPermissionFacts } from '../application/permissions.js';
import { SignCommonsAgreement } from '../application/sign-commons-agreement.js';
import {
  CommonsAgreementObject,
  CommonsAgreementViewerCanObject,
  DraftCommonsAgreementInput,
  DraftCommonsAgreementResult,
  SignCommonsAgreementInput,
  SignCommonsAgreementResult,
} from './agreement.object.js';
import { wordDraftReason, wordSignReason } from './wording.js';

@Resolver(() => CommonsAgreementObject)
export class AgreementResolver {
  constructor(
    private readonly views: Views,
    private readonly draftUseCase: DraftCommonsAgreement,
    private readonly signUseCase: SignCommonsAgreement,
    nodes: NodeKinds,
  ) {
    nodes.register('agreement', {
      view: commonsAgreementView,
      from: (agreement, id) => sql`commons_agreements ${agreement} where ${agreement}.id = ${id}`,
    });
    nodes.register('agreement-output', {
      view: agreementOutputView,
      from: (output, id) => sql`agreement_outputs ${output} where ${output}.id = ${id}`,
    });
  }

  @Mutation(() => DraftCommonsAgreementResult, {
    description: 'Saves what will be shared back for an idea. Begins a new version when the newest one is signed.',
  })
  async draftCommonsAgreement(
    @Args('input') input: DraftCommonsAgreementInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ideaId = rowId('idea', input.ideaId);
    if (ideaId === undefined) throw new NotFoundError('This idea');
    const decision = await this.draftUseCase.execute(viewer, { ideaId, outputs: input.outputs });
    if (!decision.ok) return RefusalObject.from(decision, wordDraftReason);
    return this.views.payload(info, viewer, 'DraftCommonsAgreementPayload', 'agreement', decision.value.agreementId);
  }

  @Mutation(() => SignCommonsAgreementResult, {
    description:
      'Signs a draft for the organisation that leads the idea. It is in force from then on and stays as it is.',
  })
  async signCommonsAgreement(
    @Args('input') input: SignCommonsAgreementInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const agreementId = rowId('agreement', input.agreementId);
    const organisationId = rowId('organisation', input.organisationId);
    if (agreementId === undefined || organisationId === undefined) throw new NotFoundError('This agreement');
    const decision = await this.signUseCase.execute(viewer, { agreementId, organisationId, revision: input.revision });
    if (!decision.ok) return RefusalObject.from(decision, wordSignReason);
    return this.views.payload(info, viewer, 'SignCommonsAgreementPayload', 'agreement', decision.value.agreementId);
  }

  @ResolveField(() => CommonsAgreementViewerCanObject, { description: 'What you may do with it now.' })
  viewerCan(@Parent() agreement: Viewed, @CurrentViewer() viewer: Viewer) {
    const facts = agreement['viewerCan'] as AgreementPermissionFacts;
    return {
      draft: PermissionObject.from(canDraft(viewer, facts), wordDraftReason),
      sign: PermissionObject.from(canSign(viewer, facts), wordSignReason),
    };
  }
}

/** What agreements add to ideas. */
@Resolver(() => IdeaObject)
export class IdeaAgreementResolver {
  @ResolveField(() => CommonsAgreementObject, {
    nullable: true,
    description: 'The newest version of what will be shared back, signed or not.',
  })
  commonsAgreement(@Parent() idea: Viewed) {
    return idea['commonsAgreement'];
  }

  @ResolveField(() => [CommonsAgreementObject], { description: 'Every version, newest first, at most 50.' })
  commonsAgreements(@Parent() idea: Viewed) {
    return idea['commonsAgreements'];
  }
}

@Resolver(() => IdeaViewerCanObject)
export class IdeaAgreementPermissionResolver {
  @ResolveField(() => PermissionObject, { description: 'Draft what will be shared back.' })
  draftCommonsAgreement(@Parent() can: Viewed, @CurrentViewer() viewer: Viewer) {
    return PermissionObject.from(
      canDraft(viewer, can['draftCommonsAgreement'] as AgreementPermissionFacts),
      wordDraftReason,
    );
  }
}
