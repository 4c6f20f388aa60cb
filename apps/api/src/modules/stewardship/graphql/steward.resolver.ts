import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { globalId, rowId } from '../../../platform/database/index.js';
import { CurrentViewer, RefusalObject, SignedIn } from '../../../platform/graphql/index.js';
import { ChangePolicy } from '../application/change-policy.js';
import { DecideHeldPost } from '../application/decide-held-post.js';
import { LookAtIdentity } from '../application/look-at-identity.js';
import { SetVotesAside } from '../application/set-votes-aside.js';
import { DecisionsReader } from '../persistence/decisions-reader.js';
import { QueueReader } from '../persistence/queue-reader.js';
import { TransparencyReader } from '../persistence/transparency-reader.js';
import { DecisionAboutYouObject, StewardQueueObject, TransparencyObject } from './queue.object.js';
import {
  ChangePolicyInput,
  ChangePolicyResult,
  DecideHeldPostInput,
  DecideHeldPostResult,
  LookAtIdentityInput,
  LookAtIdentityResult,
  SetVotesAsideInput,
  SetVotesAsideResult,
} from './steward-acts.object.js';
import { wordChangePolicy, wordDecideHeldPost, wordLookAtIdentity, wordSetVotesAside } from './wording.js';

@Resolver()
export class StewardResolver {
  constructor(
    private readonly queue: QueueReader,
    private readonly decisions: DecisionsReader,
    private readonly transparencyReader: TransparencyReader,
    private readonly decideHeldPostUseCase: DecideHeldPost,
    private readonly setVotesAsideUseCase: SetVotesAside,
    private readonly changePolicyUseCase: ChangePolicy,
    private readonly lookUseCase: LookAtIdentity,
  ) {}

  @Query(() => StewardQueueObject, {
    nullable: true,
    description: 'For the site team: what waits for it. Null for everybody else.',
  })
  stewardQueue(@CurrentViewer() viewer: Viewer) {
    return viewer.person === null ? null : this.queue.of(viewer.person.id);
  }

  @Query(() => [DecisionAboutYouObject], {
    description: 'What the site team decided about what you wrote or did, newest first. Nothing for nobody.',
  })
  decisionsAboutMe(@CurrentViewer() viewer: Viewer) {
    return viewer.person === null ? [] : this.decisions.about(viewer.person.id);
  }

  @Query(() => TransparencyObject, {
    description: 'What the site team did, and by which rules. Small numbers as bands.',
  })
  async transparency() {
    const [lines, policies, installation] = await Promise.all([
      this.transparencyReader.lines(),
      this.transparencyReader.policies(),
      this.transparencyReader.installation(),
    ]);
    return { lines, policies, ...installation };
  }

  @Mutation(() => DecideHeldPostResult, {
    description: 'For the site team: answers a first post. Blocking somebody takes a second person or seven days.',
  })
  async decideHeldPost(@Args('input') input: DecideHeldPostInput, @SignedIn() viewer: SignedInViewer) {
    const { postId, decision: answer, reason } = input;
    const decision = await this.decideHeldPostUseCase.execute(viewer, {
      postId: rowId('heldPost', postId),
      decision: answer,
      reason: reason ?? null,
    });
    return decision.ok
      ? { __typename: 'DecideHeldPostPayload', postId, blockProposed: decision.value.blockProposed }
      : RefusalObject.from(decision, wordDecideHeldPost);
  }

  @Mutation(() => SetVotesAsideResult, {
    description: 'For the site team: decides about a burst of votes. Those affected are told, and may appeal.',
  })
  async setVotesAside(@Args('input') input: SetVotesAsideInput, @SignedIn() viewer: SignedInViewer) {
    const { signalId, aside, reason } = input;
    const decision = await this.setVotesAsideUseCase.execute(viewer, {
      signalId: rowId('signal', signalId),
      aside,
      reason,
    });
    return decision.ok
      ? { __typename: 'SetVotesAsidePayload', signalId, votes: decision.value.votes }
      : RefusalObject.from(decision, wordSetVotesAside);
  }

  @Mutation(() => ChangePolicyResult, {
    description: 'For the site team: proposes other numbers for the gates. Never for ideas that are there already.',
  })
  async changePolicy(@Args('input') input: ChangePolicyInput, @SignedIn() viewer: SignedInViewer) {
    const decision = await this.changePolicyUseCase.execute(viewer, input);
    return decision.ok
      ? { __typename: 'ChangePolicyPayload', actId: globalId('act', decision.value.actId) }
      : RefusalObject.from(decision, wordChangePolicy);
  }

  @Mutation(() => LookAtIdentityResult, {
    description: 'For those named for safeguarding: who wrote something without a name. The look is written down.',
  })
  async lookAtIdentity(@Args('input') input: LookAtIdentityInput, @SignedIn() viewer: SignedInViewer) {
    const decision = await this.lookUseCase.execute(viewer, input);
    return decision.ok
      ? { __typename: 'LookAtIdentityPayload', ...decision.value }
      : RefusalObject.from(decision, wordLookAtIdentity);
  }
}
