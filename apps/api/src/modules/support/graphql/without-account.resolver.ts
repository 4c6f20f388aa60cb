import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import { type AttemptRule, RateLimits, type SignedInViewer, type Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  type GraphqlContext,
  NotFoundError,
  RateLimitedError,
  RefusalObject,
  SignedIn,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { ideaIdOf, IdeaObject } from '../../ideas/index.js';
import { GroupSessions, tidyCode } from '../application/group-sessions.js';
import { KeptBallots } from '../application/kept-ballots.js';
import { RecordedVotes } from '../application/recorded-votes.js';
import { groupSessionView } from '../application/without-account-view.js';
import { organisationIdOf } from './support.resolver.js';
import {
  CastKeptBallotInput,
  CastKeptBallotResult,
  CastSessionVoteInput,
  CastSessionVoteResult,
  CloseGroupSessionInput,
  CloseGroupSessionResult,
  GroupSessionObject,
  KeepBallotInput,
  KeepBallotResult,
  OpenGroupSessionInput,
  OpenGroupSessionResult,
  RecordedVoteObject,
  RecordVoteForInput,
  RecordVoteForResult,
  RevokeRecordedVoteInput,
  RevokeRecordedVoteResult,
} from './without-account.object.js';
import { wordKeepBallot, wordOpenSession, wordRecordVoteFor, wordSessionVote } from './without-account.wording.js';
import { wordCastVote } from './wording.js';

const QUARTER = 15 * 60;
/** A youth club is one network address: enough for a room, too few to try codes or to fill a table. */
const BALLOTS_KEPT: AttemptRule = { most: 120, seconds: QUARTER };
const CODES_THAT_ARE_NONE: AttemptRule = { most: 60, seconds: QUARTER };

/** Votes of people who have no account yet, or none at all. */
@Resolver(() => IdeaObject)
export class WithoutAccountResolver {
  constructor(
    private readonly views: Views,
    private readonly ballots: KeptBallots,
    private readonly sessions: GroupSessions,
    private readonly recorded: RecordedVotes,
    private readonly limits: RateLimits,
  ) {}

  @ResolveField(() => [RecordedVoteObject], { description: 'Votes you recorded for others here.' })
  viewerRecordedVotes(@Parent() idea: Viewed) {
    return idea['viewerRecordedVotes'];
  }

  @Query(() => GroupSessionObject, { nullable: true, description: 'A group session by its code.' })
  async groupSession(
    @Args('code', { description: 'As it was read out.' }) code: string,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
    @Context() context: GraphqlContext,
  ) {
    const session = await this.views.one(
      info,
      viewer,
      groupSessionView,
      (row) => sql`group_sessions ${row} where ${row}.code = ${tidyCode(code)}`,
    );
    if (session === null) await this.limit(context, 'code', CODES_THAT_ARE_NONE);
    return session;
  }

  @Mutation(() => KeepBallotResult, {
    description:
      'Keeps what somebody without an account chose, until they signed in by a link from their mail. Needs no account.',
  })
  async keepBallot(@Args('input') input: KeepBallotInput, @Context() context: GraphqlContext) {
    await this.limit(context, 'ballot', BALLOTS_KEPT);
    const decision = await this.ballots.keep({
      ideaId: ideaIdOf(input.ideaId),
      perspective: input.perspective ?? null,
      answer: input.answer,
      shownAs: input.shownAs ?? null,
      why: input.why ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordKeepBallot);
    return { __typename: 'KeepBallotPayload', key: decision.value.key };
  }

  @Mutation(() => CastKeptBallotResult, { description: 'Casts a vote that was kept while you signed in.' })
  async castKeptBallot(
    @Args('input') input: CastKeptBallotInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.ballots.cast(viewer, input.key);
    if (!decision.ok) return RefusalObject.from(decision, wordCastVote);
    return this.views.payload(info, viewer, 'CastKeptBallotPayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => OpenGroupSessionResult, {
    description: 'Opens a session in which people in a room vote without accounts, for two hours.',
  })
  async openGroupSession(
    @Args('input') input: OpenGroupSessionInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.sessions.open(viewer, {
      ideaIds: input.ideaIds.map(ideaIdOf),
      place: input.place,
      people: input.people,
      organisationId: organisationIdOf(input.organisationId),
    });
    if (!decision.ok) return RefusalObject.from(decision, wordOpenSession);
    return this.session(info, viewer, 'OpenGroupSessionPayload', decision.value.code);
  }

  @Mutation(() => CloseGroupSessionResult, { description: 'Ends a session of yours before its time.' })
  async closeGroupSession(
    @Args('input') input: CloseGroupSessionInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.sessions.close(viewer, input.code);
    if (!decision.ok) throw new NotFoundError('That session');
    return this.session(info, viewer, 'CloseGroupSessionPayload', decision.value.code);
  }

  @Mutation(() => CastSessionVoteResult, {
    description: 'Votes in a group session, by its code. Needs no account, and leaves none.',
  })
  async castSessionVote(@Args('input') input: CastSessionVoteInput, @Context() context: GraphqlContext) {
    const command = { ...input, ideaId: ideaIdOf(input.ideaId), perspective: input.perspective ?? null };
    const decision = await this.sessions.cast(command).catch(async (error: unknown) => {
      if (error instanceof NotFoundError) await this.limit(context, 'code', CODES_THAT_ARE_NONE);
      throw error;
    });
    if (!decision.ok) return RefusalObject.from(decision, wordSessionVote);
    return { __typename: 'CastSessionVotePayload', code: decision.value.code };
  }

  @Mutation(() => RecordVoteForResult, {
    description: 'Records the vote of somebody who asked you to: attributed to you, counted apart, meeting no gate.',
  })
  async recordVoteFor(
    @Args('input') input: RecordVoteForInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.recorded.record(viewer, {
      ideaId: ideaIdOf(input.ideaId),
      organisationId: organisationIdOf(input.organisationId),
      perspective: input.perspective ?? null,
      answer: input.answer,
      theyAsked: input.theyAsked,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordRecordVoteFor);
    return this.views.payload(info, viewer, 'RecordVoteForPayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => RevokeRecordedVoteResult, { description: 'Takes a vote out that you recorded for somebody.' })
  async revokeRecordedVote(
    @Args('input') input: RevokeRecordedVoteInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.recorded.revoke(viewer, rowId('recorded', input.voteId));
    if (!decision.ok) throw new NotFoundError('That vote');
    return this.views.payload(info, viewer, 'RevokeRecordedVotePayload', 'idea', decision.value.ideaId);
  }

  private session(info: GraphQLResolveInfo, viewer: SignedInViewer, payload: string, code: string) {
    return this.views.payloadFrom(
      info,
      viewer,
      payload,
      'session',
      groupSessionView,
      (row) => sql`group_sessions ${row} where ${row}.code = ${code}`,
    );
  }

  private async limit({ request }: GraphqlContext, kind: string, rule: AttemptRule): Promise<void> {
    const wait = await this.limits.take(kind, { address: request?.ip ?? '127.0.0.1' }, rule);
    if (wait !== undefined) throw new RateLimitedError(wait);
  }
}
