import { Field, Int, ObjectType } from '@nestjs/graphql';

import { DateScalar, DateTimeScalar, NodeInterface } from '../../../platform/graphql/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';
import {
  HandoverModelEnum,
  MilestoneStateEnum,
  SeatKindEnum,
  TeamRoleEnum,
  VentureMemberRoleEnum,
  VenturePhaseEnum,
} from './enums.js';

@ObjectType('VentureMember', { description: 'An organisation in a venture.' })
export class VentureMemberObject {
  @Field(() => OrganisationObject, { description: 'The organisation.' }) organisation!: object;
  @Field(() => VentureMemberRoleEnum, { description: 'How it belongs to the venture.' }) role!: string;
  @Field(() => DateTimeScalar, { description: 'Since when.' }) joinedAt!: Date;
  @Field(() => Int, { nullable: true, description: 'The newest version of the agenda it signed, if any.' })
  signedVersion!: number | null;
}

@ObjectType('VentureTeamMember', { description: 'Somebody in the coordinating team.' })
export class VentureTeamMemberObject {
  @Field(() => PersonObject, { nullable: true, description: 'Who; null for somebody who left.' }) person!:
    | object
    | null;
  @Field(() => TeamRoleEnum, { description: 'What they answer for.' }) role!: string;
  @Field(() => DateTimeScalar, { description: 'Since when.' }) joinedAt!: Date;
}

@ObjectType('VentureSeat', { description: 'A kind of seat at the table, and whether enough people sit there.' })
export class VentureSeatObject {
  @Field(() => SeatKindEnum, { description: 'Whose seat it is.' }) kind!: string;
  @Field(() => Int, { description: 'How many people sit there.' }) people!: number;
  @Field(() => Int, { description: 'How many are still looked for. One person alone is not enough.' }) missing!: number;
}

@ObjectType('VentureSeatHolder', { description: 'Somebody at the table.' })
export class VentureSeatHolderObject {
  @Field(() => SeatKindEnum, { description: 'Whose seat they hold.' }) kind!: string;
  @Field(() => PersonObject, { nullable: true, description: 'Who, where they chose to be named.' })
  person!: object | null;
  @Field(() => String, {
    description: 'What they are called at this table where they are not named. Empty for nothing.',
  })
  alias!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What would make it possible to take part; null for everybody but the coordinating team.',
  })
  accessNeeds!: string | null;
}

@ObjectType('AgendaSignature', { description: 'An organisation’s signature under one version of the agenda.' })
export class AgendaSignatureObject {
  @Field(() => OrganisationObject, { description: 'Who signed.' }) organisation!: object;
  @Field(() => PersonObject, { nullable: true, description: 'Who signed for it.' }) signedBy!: object | null;
  @Field(() => DateTimeScalar, { description: 'When.' }) signedAt!: Date;
}

@ObjectType('Agenda', { description: 'One version of what the members of a venture agree.' })
export class AgendaObject {
  @Field(() => Int, { description: 'From 1 up.' }) version!: number;
  @Field(() => String, { description: 'The text, in Markdown.' }) text!: string;
  @Field(() => String, { description: 'What changed and why. Empty for nothing said.' }) changeNote!: string;
  @Field(() => PersonObject, { nullable: true, description: 'Who wrote this version.' }) author!: object | null;
  @Field(() => DateTimeScalar, { description: 'When it was written.' }) createdAt!: Date;
  @Field(() => [AgendaSignatureObject], { description: 'Signatures under exactly this version.' })
  signatures!: AgendaSignatureObject[];
}

@ObjectType('Milestone', { implements: () => NodeInterface, description: 'A step of the shared plan.' })
export class MilestoneObject extends NodeInterface {
  @Field(() => VenturePhaseEnum, { description: 'Which phase it belongs to.' }) phase!: string;
  @Field(() => String, { description: 'What will be there.' }) title!: string;
  @Field(() => PersonObject, { nullable: true, description: 'Who answers for it.' }) owner!: object | null;
  @Field(() => DateScalar, { description: 'By when.' }) dueOn!: string;
  @Field(() => DateScalar, { nullable: true, description: 'By when it was first planned, where that moved.' })
  firstDueOn!: string | null;
  @Field(() => String, { description: 'Why it moved the last time. Empty where it did not.' }) movedWhy!: string;
  @Field(() => MilestoneStateEnum, { description: 'Where it stands today.' }) state!: string;
  @Field(() => DateScalar, { nullable: true, description: 'When it was done.' }) completedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'What shows that it is done.' }) evidence!: string | null;
  @Field(() => String, { nullable: true, description: 'Where to see it.' }) evidenceUrl!: string | null;
  @Field(() => [String], { description: 'Ids of milestones that have to be done before.' }) needs!: string[];
}

@ObjectType('VentureDecision', { implements: () => NodeInterface, description: 'An entry of the decision log.' })
export class VentureDecisionObject extends NodeInterface {
  @Field(() => String, { description: 'What was decided.' }) decided!: string;
  @Field(() => String, { description: 'Why.' }) why!: string;
  @Field(() => String, { description: 'What was turned down. Empty for nothing said.' }) turnedDown!: string;
  @Field(() => PersonObject, { nullable: true, description: 'Who recorded it.' }) recordedBy!: object | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' }) recordedAt!: Date;
}

@ObjectType('UsersSaid', {
  implements: () => NodeInterface,
  description: 'What the people who used it said, and what changed because of it.',
})
export class UsersSaidObject extends NodeInterface {
  @Field(() => String, { description: 'What they said.' }) said!: string;
  @Field(() => Int, { nullable: true, description: 'How many people; null when they were few.' }) people!:
    | number
    | null;
  @Field(() => Int, { nullable: true, description: 'Set instead when they were few: fewer than this.' })
  fewerThan!: number | null;
  @Field(() => String, { description: 'What changed. Empty until it is told.' }) changed!: string;
  @Field(() => DateScalar, { description: 'When they were heard.' }) heardOn!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they were told what changed.' })
  answeredAt!: Date | null;
  @Field(() => VentureSessionObject, { nullable: true, description: 'The session in which they said it.' })
  session!: object | null;
}

@ObjectType('VentureSession', {
  implements: () => NodeInterface,
  description: 'A meeting with the people a venture is for: what they are asked, when, and what they answered.',
})
export class VentureSessionObject extends NodeInterface {
  @Field(() => String, { description: 'What they are asked.' }) question!: string;
  @Field(() => DateScalar, { description: 'When.' }) heldOn!: string;
  @Field(() => String, { description: 'How people can take part. Empty for nothing said.' }) access!: string;
  @Field(() => String, { nullable: true, description: 'Where; null for everybody but the table and the team.' })
  place!: string | null;
  @Field(() => UsersSaidObject, { nullable: true, description: 'What they answered, once it is recorded.' })
  answer!: UsersSaidObject | null;
}

@ObjectType('PhaseChange', { description: 'When a venture went on to its next phase, and against whose view.' })
export class PhaseChangeObject {
  @Field(() => VenturePhaseEnum, { description: 'Before.' }) from!: string;
  @Field(() => VenturePhaseEnum, { description: 'After.' }) to!: string;
  @Field(() => [SeatKindEnum], { description: 'Seats that had said no.' }) against!: string[];
  @Field(() => String, { description: 'Why it went on all the same. Empty when nobody had said no.' }) reason!: string;
  @Field(() => DateTimeScalar, { description: 'When.' }) changedAt!: Date;
}

@ObjectType('SeatView', { description: 'What a seat thinks of going into a phase.' })
export class SeatViewObject {
  @Field(() => SeatKindEnum, { description: 'Whose view.' }) seat!: string;
  @Field(() => VenturePhaseEnum, { description: 'Of which phase.' }) phase!: string;
  @Field(() => Boolean, { description: 'Yes or no.' }) agrees!: boolean;
  @Field(() => String, { description: 'Why.' }) why!: string;
  @Field(() => DateTimeScalar, { description: 'When it was said.' }) recordedAt!: Date;
}

@ObjectType('VentureEnding', { description: 'How a venture ended early, told.' })
export class VentureEndingObject {
  @Field(() => String, { description: 'Why it stopped.' }) why!: string;
  @Field(() => String, { description: 'What was learned.' }) learned!: string;
  @Field(() => String, { description: 'What the people it was for have now. Empty for nothing said.' })
  nextForUsers!: string;
  @Field(() => DateTimeScalar, { description: 'When it stopped.' }) endedAt!: Date;
}

@ObjectType('Handover', { description: 'Who owns and runs what a venture built.' })
export class HandoverObject {
  @Field(() => HandoverModelEnum, { description: 'In which form.' }) model!: string;
  @Field(() => String, { description: 'Who.' }) ownerName!: string;
  @Field(() => DateScalar, { description: 'From which day.' }) from!: string;
  @Field(() => String, { description: 'What they need for it.' }) needs!: string;
}
