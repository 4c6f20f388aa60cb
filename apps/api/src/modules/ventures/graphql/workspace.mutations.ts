import { Args, Field, ID, Info, InputType, Mutation, Resolver } from '@nestjs/graphql';
import type { Decision } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId } from '../../../platform/database/index.js';
import { DateScalar, NotFoundError, RefusalObject, SignedIn, Views } from '../../../platform/graphql/index.js';
import { CorrectUpdate } from '../application/correct-update.js';
import { RemoveTeamMember } from '../application/remove-team-member.js';
import { ReviseMilestone } from '../application/revise-milestone.js';
import { TeamRoleEnum } from './enums.js';
import { resultOf } from './venture.inputs.js';
import { VentureObject } from './venture.object.js';
import { wordVenture, type VentureReason } from './wording.js';

@InputType({ description: 'A planned step as it is from now on.' })
export class ReviseMilestoneInput {
  @Field(() => ID, { description: 'Which.' }) milestoneId!: string;
  @Field(() => String, { description: 'What will be there.' }) title!: string;
  @Field(() => ID, { description: 'Who answers for it: somebody of the venture.' }) ownerId!: string;
  @Field(() => DateScalar, { description: 'By when.' }) dueOn!: string;
  @Field(() => [ID], { defaultValue: [], description: 'Milestones that have to be done before.' }) dependsOn!: string[];
  @Field(() => String, { nullable: true, description: 'Why it moves, in public. Needed where its day changes.' })
  why?: string | null;
}

@InputType({ description: 'Who no longer answers for what.' })
export class RemoveTeamMemberInput {
  @Field(() => ID, { description: 'The venture.' }) ventureId!: string;
  @Field(() => ID, { description: 'Who.' }) personId!: string;
  @Field(() => TeamRoleEnum, { description: 'What they answered for.' }) role!: keyof typeof TeamRoleEnum;
}

@InputType({ description: 'Published news as it is from now on. What it said before stays readable.' })
export class CorrectUpdateInput {
  @Field(() => ID, { description: 'Which.' }) updateId!: string;
  @Field(() => String, { description: 'Its headline.' }) title!: string;
  @Field(() => String, { description: 'Its text, in Markdown.' }) body!: string;
  @Field(() => String, { description: 'Why, in public.' }) reason!: string;
}

const ReviseMilestoneResult = resultOf('ReviseMilestone', 'The step is changed.');
const RemoveTeamMemberResult = resultOf('RemoveTeamMember', 'The person no longer answers for it.');
const CorrectUpdateResult = resultOf('CorrectUpdate', 'The news is corrected.');

function row(kind: string, id: string, what: string): string {
  const found = rowId(kind, id);
  if (found === undefined) throw new NotFoundError(what);
  return found;
}

/** What a team mends in its workspace. */
@Resolver(() => VentureObject)
export class WorkspaceMutations {
  constructor(
    private readonly views: Views,
    private readonly reviseUseCase: ReviseMilestone,
    private readonly removeUseCase: RemoveTeamMember,
    private readonly correctUseCase: CorrectUpdate,
  ) {}

  @Mutation(() => ReviseMilestoneResult, { description: 'Changes or moves a planned step.' })
  reviseMilestone(
    @Args('input') input: ReviseMilestoneInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.reviseUseCase.execute(viewer, {
      ...input,
      milestoneId: row('milestone', input.milestoneId, 'The milestone'),
      ownerId: row('person', input.ownerId, 'The owner'),
      dependsOn: input.dependsOn.map((id) => row('milestone', id, 'A milestone')),
    });
    return this.answer(info, viewer, 'ReviseMilestonePayload', doing);
  }

  @Mutation(() => RemoveTeamMemberResult, {
    description: 'Ends what somebody answers for in the coordinating team. Anybody may leave by themself.',
  })
  removeTeamMember(
    @Args('input') input: RemoveTeamMemberInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.removeUseCase.execute(viewer, {
      ventureId: row('venture', input.ventureId, 'The project'),
      personId: row('person', input.personId, 'The person'),
      role: input.role,
    });
    return this.answer(info, viewer, 'RemoveTeamMemberPayload', doing);
  }

  @Mutation(() => CorrectUpdateResult, {
    description: 'Corrects published news. What it said before stays readable beside it, with the reason.',
  })
  correctUpdate(
    @Args('input') input: CorrectUpdateInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.correctUseCase.execute(viewer, {
      ...input,
      updateId: row('update', input.updateId, 'The update'),
    });
    return this.answer(info, viewer, 'CorrectUpdatePayload', doing);
  }

  private async answer(
    info: GraphQLResolveInfo,
    viewer: SignedInViewer,
    payload: string,
    doing: Promise<Decision<{ readonly ventureId: string }, VentureReason>>,
  ) {
    const decision = await doing;
    if (!decision.ok) return RefusalObject.from(decision, wordVenture);
    return this.views.payload(info, viewer, payload, 'venture', decision.value.ventureId);
  }
}
