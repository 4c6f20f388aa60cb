import { Field, Int, ObjectType } from '@nestjs/graphql';

import { connectionOf, DateTimeScalar, NodeInterface, PermissionObject } from '../../../platform/graphql/index.js';
import { IdeaObject } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';
import { UploadObject } from '../../uploads/index.js';
import { VenturePhaseEnum, VentureStatusEnum } from './enums.js';
import {
  AgendaObject,
  HandoverObject,
  MilestoneObject,
  PhaseChangeObject,
  SeatViewObject,
  UsersSaidObject,
  VentureDecisionObject,
  VentureEndingObject,
  VentureMemberObject,
  VentureSeatHolderObject,
  VentureSeatObject,
  VentureSessionObject,
  VentureTeamMemberObject,
} from './parts.object.js';

@ObjectType('VentureViewerCan', {
  description: 'What the viewer may do in a venture now, and what is missing when not.',
})
export class VentureViewerCanObject {
  @Field(() => PermissionObject, { description: 'Plan, tell, decide and report.' }) coordinate!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Write a new version of the agenda.' }) reviseAgenda!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Sign the newest agenda for an organisation of theirs.' })
  signAgenda!: PermissionObject;
  @Field(() => [String], { description: 'Organisations of theirs that have not signed the newest agenda, by id.' })
  signFor!: string[];
  @Field(() => PermissionObject, { description: 'Take a seat.' }) takeSeat!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Say what their seat thinks of the next phase.' })
  recordSeatView!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Give their seat back.' }) leaveSeat!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Stop it, or hand it over.' }) end!: PermissionObject;
}

/** Fields of lists with arguments (`updates`) are declared by the resolver. */
@ObjectType('Venture', {
  implements: () => NodeInterface,
  description: 'The collaboration that delivers one or more ideas, in the open.',
})
export class VentureObject extends NodeInterface {
  @Field(() => String, { description: 'The readable part of its address; never changes.' }) slug!: string;
  @Field(() => String, { description: 'One line.' }) title!: string;
  @Field(() => String, { description: 'What it is about, in Markdown. Empty for nothing said.' }) summary!: string;
  @Field(() => String, { description: 'BCP 47 tag of the language it is written in.' }) language!: string;
  @Field(() => VentureStatusEnum, { description: 'Where it stands.' }) status!: string;
  @Field(() => VenturePhaseEnum, { description: 'Which phase of the plan it is in.' }) phase!: string;
  @Field(() => DateTimeScalar, { description: 'Since when it exists.' }) createdAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the first money was agreed.' })
  startedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed over or stopped.' })
  endedAt!: Date | null;
  @Field(() => Boolean, { description: 'Whether people under 18 or adults at risk take part.' })
  involvesPeopleAtRisk!: boolean;
  @Field(() => Boolean, {
    description: 'Whether somebody said if they do. Where money founded the venture nobody was asked yet.',
  })
  safetySaid!: boolean;
  @Field(() => PersonObject, { nullable: true, description: 'Who answers for their safety.' }) safeguardingLead!:
    | object
    | null;
  @Field(() => OrganisationObject, { nullable: true, description: 'The organisation that leads.' })
  leadOrganisation!: object | null;
  @Field(() => [IdeaObject], { description: 'The ideas it serves.' }) ideas!: object[];
  @Field(() => [VentureMemberObject], { description: 'Member organisations: lead, funders, partners.' })
  members!: VentureMemberObject[];
  @Field(() => [VentureTeamMemberObject], { description: 'The coordinating team.' }) team!: VentureTeamMemberObject[];
  @Field(() => [VentureSeatObject], { description: 'Every kind of seat, also the empty ones.' })
  seats!: VentureSeatObject[];
  @Field(() => [VentureSeatHolderObject], { description: 'Who sits at the table.' })
  seatHolders!: VentureSeatHolderObject[];
  @Field(() => [VentureSessionObject], { description: 'Meetings with the people it is for, newest first.' })
  sessions!: VentureSessionObject[];
  @Field(() => AgendaObject, { nullable: true, description: 'The newest version of the common agenda.' })
  agenda!: AgendaObject | null;
  @Field(() => [AgendaObject], { description: 'Every version, newest first.' }) agendas!: AgendaObject[];
  @Field(() => [MilestoneObject], { description: 'The plan, by due date.' }) milestones!: MilestoneObject[];
  @Field(() => [VentureDecisionObject], { description: 'The decision log, newest first.' })
  decisions!: VentureDecisionObject[];
  @Field(() => [UsersSaidObject], { description: 'What the people who used it said.' }) usersSaid!: UsersSaidObject[];
  @Field(() => [PhaseChangeObject], { description: 'Phases it went through.' }) phaseChanges!: PhaseChangeObject[];
  @Field(() => [SeatViewObject], { description: 'What the seats thought of each phase.' }) seatViews!: SeatViewObject[];
  @Field(() => VentureEndingObject, { nullable: true, description: 'How it ended, if it stopped early.' })
  ending!: VentureEndingObject | null;
  @Field(() => HandoverObject, { nullable: true, description: 'Who runs it now, if it was handed over.' })
  handover!: HandoverObject | null;
}

@ObjectType('VentureUpdateVersion', { description: 'What published news said before it was corrected.' })
export class VentureUpdateVersionObject {
  @Field(() => Int, { description: '1 for the first.' }) number!: number;
  @Field(() => String, { description: 'Its headline then.' }) title!: string;
  @Field(() => String, { description: 'Its text then, in Markdown.' }) body!: string;
  @Field(() => String, { description: 'Why it no longer stands so.' }) reason!: string;
  @Field(() => DateTimeScalar, { description: 'When it was corrected.' }) correctedAt!: Date;
}

@ObjectType('VentureUpdate', { implements: () => NodeInterface, description: 'News of a venture.' })
export class VentureUpdateObject extends NodeInterface {
  @Field(() => String, { description: 'One line.' }) title!: string;
  @Field(() => String, { description: 'The text, in Markdown.' }) body!: string;
  @Field(() => String, { description: 'BCP 47 tag of the language it is written in.' }) language!: string;
  @Field(() => PersonObject, { nullable: true, description: 'Who wrote it.' }) author!: object | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published; null for a draft.' })
  publishedAt!: Date | null;
  @Field(() => DateTimeScalar, { description: 'When it was last saved.' }) savedAt!: Date;
  @Field(() => [VentureUpdateVersionObject], { description: 'What it said before it was corrected, newest first.' })
  earlier!: object[];
  @Field(() => [UploadObject], { description: 'Pictures that stand under it.' }) pictures!: object[];
  @Field(() => VentureObject, { description: 'Whose news it is.' }) venture!: VentureObject;
}

@ObjectType('VentureConnection', { description: 'A page of ventures.' })
export class VentureConnection extends connectionOf(() => VentureObject, 'Venture') {}

@ObjectType('VentureUpdateConnection', { description: 'A page of updates.' })
export class VentureUpdateConnection extends connectionOf(() => VentureUpdateObject, 'VentureUpdate') {}
