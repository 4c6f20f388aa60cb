import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { DateScalar, RefusalObject } from '../../../platform/graphql/index.js';
import { HandoverModelEnum, SeatKindEnum, TeamRoleEnum, VenturePhaseEnum } from './enums.js';
import { VentureObject } from './venture.object.js';

@InputType({ description: 'A venture that people convene before there is money.' })
export class ConveneVentureInput {
  @Field(() => [ID], { description: 'The ideas it will serve, at least one.' }) ideaIds!: string[];
  @Field(() => ID, { description: 'The organisation that leads; the viewer speaks for it.' }) organisationId!: string;
  @Field(() => String, { description: 'One line.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What it is about, in Markdown.' }) summary?: string | null;
  @Field(() => String, { nullable: true, description: 'BCP 47 tag of the language it is written in.' }) language?:
    | string
    | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether people under 18 or adults at risk take part.' })
  involvesPeopleAtRisk?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'Who answers for their safety. Needed when they take part.' })
  safeguardingLeadId?: string | null;
}

@InputType({ isAbstract: true })
export abstract class VentureInput {
  @Field(() => ID, { description: 'Which venture.' }) ventureId!: string;
}

@InputType({ description: 'A seat at the table of a venture.' })
export class TakeSeatInput extends VentureInput {
  @Field(() => SeatKindEnum, { description: 'Whose seat.' }) kind!: keyof typeof SeatKindEnum;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the page names the person. Left out: not for service users, named for the others.',
  })
  nameShown?: boolean | null;
  @Field(() => String, { nullable: true, description: 'A name for this table only, where the person is not named.' })
  alias?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What would make it possible to take part. Read by the coordinating team and nobody else.',
  })
  accessNeeds?: string | null;
}

@InputType({ description: 'What a seat thinks of going into the next phase.' })
export class RecordSeatViewInput extends VentureInput {
  @Field(() => VenturePhaseEnum, { description: 'The next phase.' }) phase!: keyof typeof VenturePhaseEnum;
  @Field(() => Boolean, { description: 'Yes or no.' }) agrees!: boolean;
  @Field(() => String, { nullable: true, description: 'Why. Needed for a no.' }) why?: string | null;
}

@InputType({ description: 'Going on to the next phase.' })
export class AdvancePhaseInput extends VentureInput {
  @Field(() => VenturePhaseEnum, { description: 'The next phase.' }) to!: keyof typeof VenturePhaseEnum;
  @Field(() => String, { nullable: true, description: 'Why, in public. Needed when a seat said no.' }) reason?:
    | string
    | null;
}

@InputType({ description: 'An early ending, told.' })
export class StopVentureInput extends VentureInput {
  @Field(() => String, { description: 'Why it stops.' }) why!: string;
  @Field(() => String, { description: 'What was learned, in Markdown.' }) learned!: string;
  @Field(() => String, { nullable: true, description: 'What the people it was for have now.' }) nextForUsers?:
    | string
    | null;
}

@InputType({ description: 'A signature under the agenda.' })
export class SignAgendaInput extends VentureInput {
  @Field(() => ID, { description: 'The member organisation that signs.' }) organisationId!: string;
  @Field(() => Int, { description: 'The version that was read.' }) version!: number;
}

@InputType({ description: 'A new version of the agenda.' })
export class ReviseAgendaInput extends VentureInput {
  @Field(() => String, { description: 'The whole text, in Markdown.' }) text!: string;
  @Field(() => Int, { description: 'The version that was revised; 0 when there was none.' }) seen!: number;
  @Field(() => String, { nullable: true, description: 'What changed and why.' }) changeNote?: string | null;
}

@InputType({ description: 'Somebody who joins the coordinating team.' })
export class AddTeamMemberInput extends VentureInput {
  @Field(() => ID, { description: 'Who.' }) personId!: string;
  @Field(() => TeamRoleEnum, { description: 'What they answer for.' }) role!: keyof typeof TeamRoleEnum;
}

@InputType({ description: 'A step of the plan.' })
export class PlanMilestoneInput extends VentureInput {
  @Field(() => VenturePhaseEnum, { description: 'Which phase it belongs to.' }) phase!: keyof typeof VenturePhaseEnum;
  @Field(() => String, { description: 'What will be there.' }) title!: string;
  @Field(() => ID, { description: 'Who answers for it: somebody of the venture.' }) ownerId!: string;
  @Field(() => DateScalar, { description: 'By when.' }) dueOn!: string;
  @Field(() => [ID], { nullable: true, description: 'Milestones that have to be done before.' }) dependsOn?:
    | string[]
    | null;
}

@InputType({ description: 'A step that is done.' })
export class CompleteMilestoneInput {
  @Field(() => ID, { description: 'Which.' }) milestoneId!: string;
  @Field(() => String, { description: 'What shows that it is done.' }) evidence!: string;
  @Field(() => String, { nullable: true, description: 'Where to see it.' }) evidenceUrl?: string | null;
}

@InputType({ description: 'News of a venture, as a draft or to publish.' })
export class PostUpdateInput extends VentureInput {
  @Field(() => ID, { nullable: true, description: 'The viewer’s draft to save again or publish.' }) updateId?:
    | string
    | null;
  @Field(() => String, { description: 'One line.' }) title!: string;
  @Field(() => String, { description: 'The text, in Markdown.' }) body!: string;
  @Field(() => String, { nullable: true, description: 'BCP 47 tag of the language it is written in.' }) language?:
    | string
    | null;
  @Field(() => [ID], { nullable: true, description: 'Pictures the viewer sent, at most six, in their order.' })
  pictureIds?: string[] | null;
  @Field(() => Boolean, { defaultValue: true, description: 'False keeps it as a draft that only its author sees.' })
  publish!: boolean;
}

@InputType({ description: 'A decision for the log.' })
export class RecordDecisionInput extends VentureInput {
  @Field(() => String, { description: 'What was decided.' }) decided!: string;
  @Field(() => String, { description: 'Why.' }) why!: string;
  @Field(() => String, { nullable: true, description: 'What was turned down.' }) turnedDown?: string | null;
}

@InputType({ description: 'Who will own and run it.' })
export class RecordHandoverInput extends VentureInput {
  @Field(() => HandoverModelEnum, { description: 'In which form.' }) model!: keyof typeof HandoverModelEnum;
  @Field(() => String, { description: 'Who.' }) ownerName!: string;
  @Field(() => DateScalar, { description: 'From which day.' }) from!: string;
  @Field(() => String, { description: 'What they need for it.' }) needs!: string;
}

/** The result union of one mutation: a payload with the venture as it is now, or a refusal. */
export function resultOf(name: string, done: string) {
  @ObjectType(`${name}Payload`, { description: done })
  class Payload {
    @Field(() => VentureObject, { description: 'The venture as it is now.' }) venture!: VentureObject;
  }
  return createUnionType({
    name: `${name}Result`,
    description: `${done} Or what is missing.`,
    types: () => [Payload, RefusalObject] as const,
    resolveType: (value: { __typename: string }) => value.__typename,
  });
}

export const ConveneVentureResult = resultOf('ConveneVenture', 'The venture is convened.');
export const TakeSeatResult = resultOf('TakeSeat', 'The seat is taken.');
export const RecordSeatViewResult = resultOf('RecordSeatView', 'The view is recorded.');
export const AdvancePhaseResult = resultOf('AdvancePhase', 'The venture is in its next phase.');
export const StopVentureResult = resultOf('StopVenture', 'The venture stopped, and it is told why.');
export const SignAgendaResult = resultOf('SignAgenda', 'The version is signed.');
export const ReviseAgendaResult = resultOf('ReviseAgenda', 'There is a new version of the agenda.');
export const AddTeamMemberResult = resultOf('AddTeamMember', 'The person is in the team.');
export const PlanMilestoneResult = resultOf('PlanMilestone', 'The milestone is planned.');
export const CompleteMilestoneResult = resultOf('CompleteMilestone', 'The milestone is done.');
export const PostUpdateResult = resultOf('PostUpdate', 'The update is saved or published.');
export const RecordDecisionResult = resultOf('RecordDecision', 'The decision is in the log.');
export const RecordHandoverResult = resultOf('RecordHandover', 'The venture is handed over.');
