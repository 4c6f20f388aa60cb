import { Args, ID, Info, Mutation, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { accept, refuse, type Decision, type LicenceMeeting } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { globalId, Reader, rowId, sql } from '../../../platform/database/index.js';
import { LiveUpdates, type LiveUpdate } from '../../../platform/live/index.js';
import {
  CurrentViewer,
  type GraphqlContext,
  NotFoundError,
  PermissionObject,
  RefusalObject,
  RequirementObject,
  SignedIn,
  Views,
  type Viewed,
} from '../../../platform/graphql/index.js';
import { MandateObject, mayActFor } from '../../mandates/index.js';
import { FundingRoundObject, fundingRoundView } from '../../rounds/index.js';
import { CloseFundingRound } from '../application/close-funding-round.js';
import type { StoredMissing } from '../application/what-was-missing.js';
import { couldClose, standingOf, type StandingFacts } from '../application/standing.js';
import {
  CloseFundingRoundInput,
  CloseFundingRoundResult,
  FundingRoundViewerCanObject,
  PledgeObject,
  RoundStandingObject,
} from './pledge.object.js';
import { conditionState } from './pledge.resolver.js';
import { whatWasMissing } from './what-was-missing.js';
import { wordPledgeReason, type PledgeReason } from './words.js';

/** What pledges add to a funding round: who pledged, which pledges count and why, and how it closes. */
@Resolver(() => FundingRoundObject)
export class RoundStandingResolver {
  constructor(
    private readonly views: Views,
    private readonly close: CloseFundingRound,
    private readonly reader: Reader,
    private readonly live: LiveUpdates,
  ) {}

  @ResolveField(() => [PledgeObject], {
    description: 'The pledges in force, in order; members of a funder see theirs that await approval, too.',
  })
  pledges(@Parent() round: Viewed) {
    return round['pledges'];
  }

  @ResolveField(() => [MandateObject], {
    description: 'Your organisations’ open offers in the round’s currency, to pledge under.',
  })
  viewerMandates(@Parent() round: Viewed) {
    return round['viewerMandates'];
  }

  @ResolveField(() => [RequirementObject], {
    description: 'What it lacked when it closed without success. Empty otherwise, and where it was given up.',
  })
  missing(@Parent() round: Viewed) {
    const { missing, currency } = round['missing'] as { missing: StoredMissing | null; currency: string };
    return whatWasMissing(missing, currency);
  }

  @ResolveField(() => RoundStandingObject, {
    nullable: true,
    description: 'What would come of it now, as the rule that closes it sees it. Nothing once it is closed.',
  })
  standing(@Parent() round: Viewed) {
    const facts = round['standing'] as StandingFacts;
    if (facts.status !== 'OPEN' && facts.status !== 'CLOSING') return null;
    const { resolution, licences, guaranteed, possible } = standingOf(facts);
    const counting = new Set(resolution.counting);
    const funders = facts.pledges.filter((pledge) => counting.has(pledge.id)).map((pledge) => pledge.organisationId);
    return {
      counting: { minorUnits: resolution.total.minorUnits, currency: facts.currency },
      guaranteed,
      possible,
      funders: new Set(funders).size,
      reachesMinimum: resolution.total.minorUnits >= BigInt(facts.minimum),
      pledges: facts.pledges.map(({ id }) => ({
        pledgeId: globalId('pledge', id),
        counts: counting.has(id),
        conditions: (resolution.verdicts.get(id) ?? []).map(conditionState),
      })),
      licences: licences.map(licenceMeeting),
    };
  }

  @ResolveField(() => FundingRoundViewerCanObject, { description: 'What you can do with it now, and what is missing.' })
  viewerCan(@Parent() round: Viewed, @CurrentViewer() viewer: Viewer) {
    const facts = round['viewerCan'] as StandingFacts;
    const asLead = (decision: Decision<unknown, PledgeReason>) => {
      const allowed = mayActFor(viewer, facts.leadOrganisationId);
      return PermissionObject.from(allowed.ok ? decision : allowed, wordPledgeReason);
    };
    return {
      pledge: PermissionObject.from(mayPledge(facts), wordPledgeReason),
      close: asLead(couldClose(facts, 'LEAD')),
      giveUp: asLead(couldClose(facts, 'LEAD_GIVING_UP')),
    };
  }

  @Subscription(() => FundingRoundObject, {
    nullable: true,
    description: 'A funding round, each time a pledge or its state changed what everyone can see of it.',
    async resolve(
      this: RoundStandingResolver,
      { roundId }: { readonly roundId: string },
      _args: unknown,
      context: GraphqlContext,
      info: GraphQLResolveInfo,
    ) {
      // Read again under the session of this moment: it may have ended since the connection was opened.
      const viewer = (await context.viewerNow?.()) ?? context.viewer;
      return this.views.one(
        info,
        viewer,
        fundingRoundView,
        (round) => sql`funding_rounds ${round} where ${round}.id = ${roundId}`,
      );
    },
  })
  async *fundingRoundChanged(
    @Args('roundId', { type: () => ID, description: 'Which round.' }) id: string,
  ): AsyncGenerator<{ readonly roundId: string }> {
    const roundId = rowId('round', id);
    const found = await this.reader.one<{ ideaId: string }>(
      sql`select idea_id as "ideaId" from funding_rounds where id = ${roundId ?? null}::uuid`,
    );
    if (roundId === undefined || found === undefined) throw new NotFoundError('That funding round');
    const concerns = ({ kind, ideaId }: LiveUpdate) =>
      ideaId === found.ideaId && /^(pledge|funding_round|remainder)\./.test(kind);
    for await (const _update of this.live.subscribe(concerns)) yield { roundId };
  }

  @Mutation(() => CloseFundingRoundResult, {
    description: 'Closes a round early once its target is reached, or gives it up. Its deadline closes it otherwise.',
  })
  async closeFundingRound(
    @Args('input') input: CloseFundingRoundInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const roundId = rowId('round', input.roundId);
    if (roundId === undefined) throw new NotFoundError('That funding round');
    const { idempotencyKey, givingUpBecause = null } = input;
    const decision = await this.close.execute(viewer, { roundId, givingUpBecause, idempotencyKey });
    if (!decision.ok) return RefusalObject.from(decision, wordPledgeReason);
    return this.views.payload(info, viewer, 'CloseFundingRoundPayload', 'fundingRound', roundId, 'round');
  }
}

function mayPledge(facts: StandingFacts): Decision<null, PledgeReason> {
  const reasons: PledgeReason[] = [];
  const now = new Date(facts.now);
  const deadline = new Date(facts.deadline);
  if (facts.status !== 'OPEN') reasons.push({ code: 'ROUND_NOT_OPEN', status: facts.status });
  else if (now >= deadline) reasons.push({ code: 'DEADLINE_PASSED', deadline, now });
  if (facts.viewerMandates === 0) reasons.push({ code: 'NO_OPEN_OFFER' });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}

function licenceMeeting(meeting: LicenceMeeting) {
  if ('collision' in meeting) {
    const collision = (meeting.collision ?? []).map((id) => globalId('pledge', id));
    return { licensedAs: meeting.licensedAs, anyOpen: false, licences: [], collision };
  }
  const anyOpen = meeting.licences === 'ANY_OPEN';
  return { licensedAs: meeting.licensedAs, anyOpen, licences: anyOpen ? [] : meeting.licences, collision: [] };
}
