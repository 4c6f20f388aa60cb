import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { castVote, changeVote, declareAdoptionInterest } from '@openimpact/domain';

import { PermissionObject, type Viewed } from '../../../platform/graphql/index.js';
import { IdeaViewerCanObject, permitted, type Standing } from '../../ideas/index.js';
import { wordCastVote, wordChangeVote, wordDeclareAdoption } from './wording.js';

interface StandingVoter extends Standing {
  readonly emailVerified: boolean;
  readonly hasVote: boolean;
  readonly organisationsHeld: readonly string[];
}

/** The same rules that guard the mutations, asked with an input that nothing is wrong with. */
@Resolver(() => IdeaViewerCanObject)
export class SupportViewerCanResolver {
  @ResolveField(() => PermissionObject, { description: 'Vote.' })
  vote(@Parent() can: Viewed) {
    const facts = can['vote'] as StandingVoter;
    const ask = { perspective: 'PUBLIC', answer: 'SUPPORT', why: null, shownAs: null, organisationId: null } as const;
    return permitted(
      facts,
      (personId) => castVote(ask, { ...facts, idea: facts, personId, source: 'PERSON' }),
      wordCastVote,
    );
  }

  @ResolveField(() => PermissionObject, { description: 'Take your vote back, or confirm it.' })
  withdrawVote(@Parent() can: Viewed) {
    const facts = can['withdrawVote'] as StandingVoter;
    return permitted(facts, () => changeVote(facts.hasVote ? facts : null, facts.stage), wordChangeVote);
  }

  @ResolveField(() => PermissionObject, {
    description: 'Give the word of an organisation of yours that it would try it or use it.',
  })
  declareAdoptionInterest(@Parent() can: Viewed) {
    const facts = can['declareAdoptionInterest'] as StandingVoter;
    const organisationId = facts.organisationsHeld[0] ?? '';
    const ask = { organisationId, level: 'WOULD_PILOT', peopleServed: 1, note: null } as const;
    return permitted(facts, () => declareAdoptionInterest(ask, facts), wordDeclareAdoption);
  }
}
