import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  accept,
  appealDecision,
  type AppealRefusal,
  type Decision,
  declineIdea,
  type DeclineIdeaRefusal,
  type Idea,
  type IdeaStage,
  inviteCoAuthor,
  type InviteCoAuthorRefusal,
  isAuthor,
  proposeMerge,
  type ProposeMergeRefusal,
  refuse,
  type StewardFacts,
  REVISABLE_STAGES,
  WITHDRAWABLE_STAGES,
} from '@openimpact/domain';

import { PermissionObject, type Viewed } from '../../../platform/graphql/index.js';
import { wordAppeal, wordDeclineIdea, wordInviteCoAuthor, wordProposeMerge } from './decision-wording.js';
import { IdeaViewerCanObject } from './idea.object.js';
import { SIGN_IN_FIRST, wordReviseIdea, wordSignIn, wordWithdrawIdea } from './wording.js';

/** What `standing` in the view answers: who is asking, and the idea as rules know it. */
export interface Standing extends Idea {
  readonly signedIn: boolean;
  readonly personId: string | null;
}

/** Answers "sign in first" for nobody, and otherwise what the rule says. */
export function permitted<R extends { readonly code: string }>(
  facts: Standing,
  decide: (personId: string) => Decision<unknown, R>,
  word: Parameters<typeof PermissionObject.from<R>>[1],
): PermissionObject {
  const { personId } = facts;
  return personId === null
    ? PermissionObject.from(refuse([SIGN_IN_FIRST]), wordSignIn)
    : PermissionObject.from(decide(personId), word);
}

@Resolver(() => IdeaViewerCanObject)
export class IdeaViewerCanResolver {
  @ResolveField(() => PermissionObject)
  revise(@Parent() can: Viewed) {
    const facts = can['revise'] as Standing;
    type Reason =
      | { readonly code: 'NOT_AN_AUTHOR' }
      | { readonly code: 'IDEA_NOT_REVISABLE'; readonly stage: IdeaStage };
    return permitted<Reason>(
      facts,
      (personId) => {
        const reasons: Reason[] = [];
        if (!isAuthor(facts, personId)) reasons.push({ code: 'NOT_AN_AUTHOR' });
        if (!REVISABLE_STAGES.includes(facts.stage)) reasons.push({ code: 'IDEA_NOT_REVISABLE', stage: facts.stage });
        return reasons.length > 0 ? refuse(reasons) : accept(true);
      },
      wordReviseIdea,
    );
  }

  @ResolveField(() => PermissionObject)
  withdraw(@Parent() can: Viewed) {
    const facts = can['withdraw'] as Standing;
    type Reason =
      | { readonly code: 'NOT_THE_AUTHOR' }
      | { readonly code: 'IDEA_NOT_WITHDRAWABLE'; readonly stage: IdeaStage };
    return permitted<Reason>(
      facts,
      (personId) => {
        const reasons: Reason[] = [];
        if (facts.authorId !== personId) reasons.push({ code: 'NOT_THE_AUTHOR' });
        if (!WITHDRAWABLE_STAGES.includes(facts.stage))
          reasons.push({ code: 'IDEA_NOT_WITHDRAWABLE', stage: facts.stage });
        return reasons.length > 0 ? refuse(reasons) : accept(true);
      },
      wordWithdrawIdea,
    );
  }

  @ResolveField(() => PermissionObject)
  proposeMerge(@Parent() can: Viewed) {
    const facts = can['proposeMerge'] as Deciding;
    return permitted<ProposeMergeRefusal>(
      facts,
      (personId) => {
        const into = { ...facts, id: '', stage: 'LOGGED' as const };
        return proposeMerge(
          { reason: 'said' },
          { from: facts, into, roundOpen: facts.roundOpen, personId, openAlready: facts.openMerge },
        );
      },
      wordProposeMerge,
    );
  }

  @ResolveField(() => PermissionObject)
  decline(@Parent() can: Viewed) {
    const facts = can['decline'] as Deciding;
    return permitted<DeclineIdeaRefusal>(
      facts,
      () => declineIdea({ reason: 'said' }, { ...facts.steward, stage: facts.stage }),
      wordDeclineIdea,
    );
  }

  @ResolveField(() => PermissionObject)
  appeal(@Parent() can: Viewed) {
    const facts = can['appeal'] as Deciding;
    return permitted<AppealRefusal>(
      facts,
      (personId) => {
        const stands = facts.stage === 'DECLINED';
        return appealDecision(
          { reason: 'said' },
          { concerned: isAuthor(facts, personId), appealed: stands && facts.appealed, stands },
        );
      },
      wordAppeal,
    );
  }

  @ResolveField(() => PermissionObject)
  inviteCoAuthor(@Parent() can: Viewed) {
    const facts = can['inviteCoAuthor'] as Standing;
    return permitted<InviteCoAuthorRefusal>(
      facts,
      (personId) => inviteCoAuthor({ idea: facts, personId, inviteeId: 'somebody', mayReach: true }),
      wordInviteCoAuthor,
    );
  }
}

interface Deciding extends Standing {
  readonly openMerge: boolean;
  readonly appealed: boolean;
  readonly roundOpen: boolean;
  readonly steward: StewardFacts;
}
