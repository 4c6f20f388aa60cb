import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  accept,
  type Idea,
  isAuthor,
  type LicenceRecord,
  mayAnswerOffer,
  type MayAnswerRefusal,
  type NothingFitsRefusal,
  type OfferReuseRefusal,
  refuse,
  type ReuseOffer,
  STAGES_WITH_REUSE,
  withdrawReuseOffer,
} from '@openimpact/domain';

import { organisationIdsOf, type Viewer } from '../../../platform/auth/index.js';
import { CurrentViewer, PermissionObject, said, type Viewed } from '../../../platform/graphql/index.js';
import { ComponentObject } from '../../components/index.js';
import { IdeaObject, IdeaViewerCanObject, permitted, type Standing } from '../../ideas/index.js';
import type { LicenceDemand } from '../application/licence-demands.js';
import { type ReuseVerdict, verdictOnReuse } from '../application/licence-verdict.js';
import { NothingFitsObject, ReuseOfferObject, ReuseOfferViewerCanObject, ReuseVerdictObject } from './reuse.object.js';
import { wordMayAnswer, wordNothingFits, wordOfferReuse, wordWithdrawOffer } from './wording.js';

@Resolver(() => ReuseOfferObject)
export class ReuseOfferFieldsResolver {
  @ResolveField(() => ReuseVerdictObject)
  licenceVerdict(@Parent() offer: Viewed) {
    const { record, demands } = offer['licenceVerdict'] as { record: LicenceRecord; demands: readonly LicenceDemand[] };
    return verdictOnReuse(record, demands);
  }

  @ResolveField(() => ReuseOfferViewerCanObject)
  viewerCan(@Parent() viewed: Viewed, @CurrentViewer() viewer: Viewer) {
    const { offer, idea } = viewed['viewerCan'] as { offer: ReuseOffer; idea: Idea };
    // Nobody's id is nobody's: signed out, every rule answers no.
    const personId = viewer.person?.id ?? '';
    return {
      answer: PermissionObject.from<MayAnswerRefusal>(mayAnswerOffer(offer, idea, personId), wordMayAnswer),
      withdraw: PermissionObject.from(
        withdrawReuseOffer(offer, personId, organisationIdsOf(viewer)),
        wordWithdrawOffer,
      ),
    };
  }
}

@Resolver(() => ReuseVerdictObject)
export class ReuseVerdictResolver {
  @ResolveField(() => String)
  reason(@Parent() verdict: ReuseVerdict) {
    return said(verdict.reason);
  }
}

@Resolver(() => IdeaObject)
export class IdeaReuseResolver {
  @ResolveField(() => [ReuseOfferObject], {
    description: 'What others offered that exists already: accepted and waiting first.',
  })
  reuseOffers(@Parent() idea: Viewed) {
    return idea['reuseOffers'];
  }

  @ResolveField(() => NothingFitsObject, {
    nullable: true,
    description: 'That nothing that exists fits, where an author said so.',
  })
  nothingFits(@Parent() idea: Viewed) {
    return idea['nothingFits'];
  }
}

@Resolver(() => IdeaViewerCanObject)
export class IdeaReuseViewerCanResolver {
  @ResolveField(() => PermissionObject, { description: 'Offer something that exists.' })
  offerReuse(@Parent() can: Viewed) {
    const facts = can['offerReuse'] as Standing;
    return permitted<OfferReuseRefusal>(
      facts,
      () => (isOpen(facts) ? accept(true) : refuse([{ code: 'REUSE_CLOSED', stage: facts.stage }])),
      wordOfferReuse,
    );
  }

  @ResolveField(() => PermissionObject, { description: 'Say that nothing that exists fits.' })
  recordNothingFits(@Parent() can: Viewed) {
    const facts = can['recordNothingFits'] as Standing;
    return permitted<NothingFitsRefusal>(
      facts,
      (personId) => {
        const reasons: NothingFitsRefusal[] = [];
        if (!isAuthor(facts, personId)) reasons.push({ code: 'NOT_AN_AUTHOR' });
        if (!isOpen(facts)) reasons.push({ code: 'REUSE_CLOSED', stage: facts.stage });
        return reasons.length > 0 ? refuse(reasons) : accept(true);
      },
      wordNothingFits,
    );
  }
}

@Resolver(() => ComponentObject)
export class ComponentReuseResolver {
  @ResolveField(() => [ReuseOfferObject], { description: 'Where it is offered and where it was accepted.' })
  reuseOffers(@Parent() component: Viewed) {
    return component['reuseOffers'];
  }

  @ResolveField(() => Int, { description: 'How often authors said why it does not fit: what is needed and not there.' })
  saidNotToFit(@Parent() component: Viewed) {
    return component['saidNotToFit'];
  }
}

function isOpen({ stage }: Standing): boolean {
  return STAGES_WITH_REUSE.includes(stage);
}
