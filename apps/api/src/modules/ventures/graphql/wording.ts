import type {
  AcceptSeatRefusalReason,
  AddTeamMemberRefusalReason,
  AdvancePhaseRefusalReason,
  AnswerUsersRefusalReason,
  CompleteMilestoneRefusalReason,
  ConveneRefusalReason,
  CorrectUpdateRefusalReason,
  InviteServiceUserRefusalReason,
  PlanMilestoneRefusalReason,
  PlanSessionRefusalReason,
  PostUpdateRefusalReason,
  RecordDecisionRefusalReason,
  RecordHandoverRefusalReason,
  RecordSeatViewRefusalReason,
  RecordUsersSaidRefusalReason,
  RemoveTeamMemberRefusalReason,
  ReviseAgendaRefusalReason,
  ReviseMilestoneRefusalReason,
  ReviseVentureRefusalReason,
  SeatKind,
  SignAgendaRefusalReason,
  StopVentureRefusalReason,
  TakeSeatRefusalReason,
  VenturePhase,
  VentureStatus,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { type AttachRefusal, wordAttach } from '../../uploads/index.js';
import { HIDDEN_WHILE_LOOKED_AT, stageInWords, wordTextFault } from '../../ideas/index.js';
import type { LeaveSeatReason } from '../application/leave-seat.js';
import type { VenturePolicyReason } from '../application/policy.js';

/** Everything that can be in the way of a change of a venture. */
export type VentureReason =
  | VenturePolicyReason
  | ConveneRefusalReason
  | TakeSeatRefusalReason
  | RecordSeatViewRefusalReason
  | AdvancePhaseRefusalReason
  | StopVentureRefusalReason
  | SignAgendaRefusalReason
  | ReviseAgendaRefusalReason
  | AddTeamMemberRefusalReason
  | PlanMilestoneRefusalReason
  | CompleteMilestoneRefusalReason
  | PostUpdateRefusalReason
  | RecordDecisionRefusalReason
  | RecordUsersSaidRefusalReason
  | RecordHandoverRefusalReason
  | AttachRefusal
  | AcceptSeatRefusalReason
  | InviteServiceUserRefusalReason
  | LeaveSeatReason
  | PlanSessionRefusalReason
  | AnswerUsersRefusalReason
  | ReviseVentureRefusalReason
  | ReviseMilestoneRefusalReason
  | RemoveTeamMemberRefusalReason
  | CorrectUpdateRefusalReason;

const STATUS_WORDS: Readonly<Record<VentureStatus, string>> = {
  CONVENING: 'gathering people',
  ACTIVE: 'under way',
  HANDED_OVER: 'handed over',
  STOPPED: 'stopped early',
};

const PHASE_WORDS: Readonly<Record<VenturePhase, string>> = {
  DISCOVERY: 'finding out',
  PROTOTYPE: 'first versions',
  PILOT: 'trying it',
  SERVICE: 'in use',
};

const SEAT_WORDS: Readonly<Record<SeatKind, string>> = {
  SERVICE_USER: 'people it is for',
  PRACTITIONER: 'practitioners',
  TECHNOLOGIST: 'technologists',
  FUNDER: 'funders',
};

/** Where in the input a field lies: `usersSaid.people` lies one level deeper. */
const pathOf = (field: string): readonly string[] => ['input', ...field.split('.')];

export function wordVenture(reason: VentureReason): Worded {
  switch (reason.code) {
    case 'TEXT_MISSING':
    case 'TEXT_TOO_SHORT':
    case 'TEXT_TOO_LONG':
    case 'TEXT_HAS_HIDDEN_CHARACTERS':
    case 'TEXT_LINK_NOT_SAFE':
      return wordTextFault(reason);
    case 'NOT_IN_COORDINATING_TEAM':
      return { message: 'Only the coordinating team or the lead organisation can do this. Ask them to add you.' };
    case 'NOT_ACTING_FOR_ORGANISATION':
      return { message: 'You do not speak for this organisation.', path: ['input', 'organisationId'] };
    case 'NOT_THE_LEAD':
      return { message: 'Only somebody who speaks for the lead organisation can end the project.' };
    case 'NOT_ACTING_FOR_LEAD':
      return { message: 'Choose an organisation that you speak for.', path: ['input', 'organisationId'] };
    case 'NO_IDEA_TO_SERVE':
      return { message: 'Choose at least one idea that the project is for.', path: ['input', 'ideaIds'] };
    case 'IDEA_HAS_VENTURE':
      return { message: `“${reason.title}” has a project already. Join that one.`, path: ['input', 'ideaIds'] };
    case 'IDEA_NOT_OPEN_FOR_VENTURE':
      return {
        message: `“${reason.title}” cannot begin a project any more.`,
        current: stageInWords(reason.stage),
        path: ['input', 'ideaIds'],
      };
    case 'SAFEGUARDING_LEAD_MISSING':
      return {
        message: 'Name who answers for the safety of the people who take part.',
        path: ['input', 'safeguardingLeadId'],
      };
    case 'VENTURE_ENDED':
      return { message: 'The project has ended; this can no longer change.', current: STATUS_WORDS[reason.status] };
    case 'VENTURE_NOT_ACTIVE':
      return {
        message: 'The project has to be under way for this.',
        current: STATUS_WORDS[reason.status],
        needed: STATUS_WORDS.ACTIVE,
      };
    case 'VENTURE_NOT_STARTED':
      return {
        message: 'The project has not started yet, so there is nothing to report.',
        current: STATUS_WORDS[reason.status],
      };
    case 'SEAT_ALREADY_TAKEN':
      return { message: 'You have a seat at this table already.', current: SEAT_WORDS[reason.kind] };
    case 'ALIAS_TAKEN':
      return {
        message: 'Somebody at this table is called that already.',
        current: reason.alias,
        path: ['input', 'alias'],
      };
    case 'NO_SEAT_HELD':
      return { message: 'You have no seat at this table.' };
    case 'INVITATION_USED_UP':
      return { message: 'This invitation is over: its time or its places have run out. Ask for a new one.' };
    case 'PLACES_OUT_OF_RANGE':
      return {
        message: 'Invite at least one person with a link, and not too many at once.',
        current: String(reason.places),
        needed: `1 to ${reason.most}`,
        path: ['input', 'places'],
      };
    case 'SESSION_TOO_FAR':
      return { message: 'Choose a day within two years.', current: reason.heldOn, path: ['input', 'heldOn'] };
    case 'SESSION_ANSWERED_ALREADY':
      return {
        message: 'What was said in this session is recorded already.',
        path: ['input', 'usersSaid', 'sessionId'],
      };
    case 'USERS_ANSWERED_ALREADY':
      return { message: 'They were told already what changed.', path: ['input', 'changed'] };
    case 'SAFEGUARDING_LEAD_NOT_OF_VENTURE':
      return {
        message: 'Choose somebody of the project: its team, its table or its organisations.',
        path: ['input', 'safeguardingLeadId'],
      };
    case 'FUNDER_SEAT_NEEDS_FUNDER':
      return {
        message: 'The funders’ seats are for people of an organisation that funds this project.',
        path: ['input', 'kind'],
      };
    case 'SEAT_NOT_HEARD_ON_PHASES':
      return {
        message: 'The people it is for and practitioners at this table are asked about the next phase.',
        current: reason.kind === null ? 'no seat' : SEAT_WORDS[reason.kind],
      };
    case 'PHASE_NOT_NEXT':
      return {
        message: reason.next === null ? 'This was the last phase.' : 'Phases come one after another.',
        needed: reason.next === null ? undefined : PHASE_WORDS[reason.next],
        path: ['input', 'to'],
      };
    case 'SEAT_VIEW_MISSING':
      return {
        message: `Ask the seats of ${SEAT_WORDS[reason.seat]} first what they think.`,
        needed: SEAT_WORDS[reason.seat],
      };
    case 'REASON_NEEDED_AGAINST_VIEW':
      return {
        message: `The seats of ${SEAT_WORDS[reason.seat]} said no. Say in public why you go on.`,
        path: ['input', 'reason'],
      };
    case 'NO_AGENDA_YET':
      return { message: 'There is no agenda to sign yet.' };
    case 'AGENDA_VERSION_NOT_NEWEST':
      return {
        message: 'The agenda changed. Read the newest version before you sign.',
        current: `version ${reason.asked}`,
        needed: `version ${reason.newest}`,
        path: ['input', 'version'],
      };
    case 'AGENDA_CHANGED_MEANWHILE':
      return {
        message: 'Somebody wrote a new version while you were writing. Put your changes into that one.',
        current: `version ${reason.seen}`,
        needed: `version ${reason.newest}`,
        path: ['input', 'seen'],
      };
    case 'AGENDA_SAME_AS_BEFORE':
      return {
        message: 'This says the same as the version there is.',
        current: `version ${reason.version}`,
        path: ['input', 'text'],
      };
    case 'NOT_A_MEMBER_ORGANISATION':
      return {
        message: 'Only member organisations of the project sign its agenda.',
        path: ['input', 'organisationId'],
      };
    case 'AGENDA_ALREADY_SIGNED':
      return { message: 'This organisation has signed this version already.', current: `version ${reason.version}` };
    case 'CANNOT_BE_ASKED':
      return {
        message: 'You cannot turn to this person by name. Only those who share a project with them can.',
        path: reason.path,
      };
    case 'ALREADY_IN_TEAM':
      return { message: 'This person answers for that already.', path: ['input', 'personId'] };
    case 'OWNER_NOT_OF_VENTURE':
      return {
        message: 'Choose somebody of the project: its team, its table or its organisations.',
        path: ['input', 'ownerId'],
      };
    case 'MILESTONE_NOT_FOUND':
      return { message: 'A milestone it depends on is not in this plan.', path: ['input', 'dependsOn'] };
    case 'DUE_BEFORE_WHAT_IT_NEEDS':
      return {
        message: 'It is due before something it needs.',
        current: reason.dueOn,
        needed: `${reason.needs} or later`,
        path: ['input', 'dueOn'],
      };
    case 'MILESTONE_ALREADY_COMPLETED':
      return { message: 'This milestone is done already.', current: reason.on };
    case 'MILESTONE_WAITS_FOR':
      return { message: 'Something this milestone needs is not done yet.', needed: `milestone_${reason.id}` };
    case 'EVIDENCE_ADDRESS_INVALID':
      return {
        message: 'Write a web address that begins with https://, or leave it out.',
        current: reason.given.slice(0, 80),
        path: ['input', 'evidenceUrl'],
      };
    case 'UPLOAD_NOT_READY':
    case 'TOO_MANY_FILES':
    case 'PERSONAL_DATA_IN_FILE':
      return wordAttach(reason);
    case 'HIDDEN_WHILE_LOOKED_AT':
      return HIDDEN_WHILE_LOOKED_AT;
    case 'UPDATE_NOT_PUBLISHED':
      return { message: 'It is a draft: save it instead.' };
    case 'UPDATE_UNCHANGED':
      return { message: 'It says so already.' };
    case 'NOT_IN_TEAM':
      return { message: 'This person does not answer for that.', path: ['input', 'personId'] };
    case 'SAFETY_NOT_SAID':
      return {
        message: 'Say first whether people under 18 or adults at risk take part, and who answers for their safety.',
      };
    case 'MILESTONES_IN_A_CIRCLE':
      return { message: 'It would wait for something that waits for it.', path: ['input', 'dependsOn'] };
    case 'DUE_AFTER_WHAT_NEEDS_IT':
      return {
        message: 'Something that needs it is due before.',
        current: reason.dueOn,
        needed: `${reason.neededBy} or earlier`,
        path: ['input', 'dueOn'],
      };
    case 'UPDATE_ALREADY_PUBLISHED':
      return { message: 'This update was published already. Correct it: what it said stays readable beside it.' };
    case 'NOT_A_DAY':
      return {
        message: 'This day does not exist.',
        current: reason.given.slice(0, 40),
        path: pathOf(reason.field),
      };
    case 'NOT_A_COUNT':
      return { message: 'Write a whole number of people.', path: pathOf(reason.field) };
    default:
      return reason satisfies never;
  }
}
