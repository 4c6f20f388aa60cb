import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  OBLIGATION_STATES,
  REOPENED_BECAUSE,
  WAIVER_ANSWERS,
  WAIVER_STATUSES,
  type LicenceVerdictWord,
  type ObligationState,
  type OutputKind,
  type ReopenedBecause,
  type WaiverAnswer,
  type WaiverStatus,
} from '@openimpact/domain';

import { DateScalar, enumOf, MoneyObject, NodeInterface, PermissionObject } from '../../../platform/graphql/index.js';
import { AgreementOutputObject, LicenceVerdictWordEnum, OutputKindEnum } from '../../agreements/index.js';
import { ComponentObject } from '../../components/index.js';
import { IdeaObject } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';
import { UploadObject } from '../../uploads/index.js';
import { VentureObject } from '../../ventures/index.js';
import { withResearchFields } from './research-fields.js';

export const ObligationStateEnum = enumOf(OBLIGATION_STATES);
registerEnumType(ObligationStateEnum, {
  name: 'ObligationState',
  description: 'How a promise stands today.',
  valuesMap: {
    PROMISED: { description: 'Not due yet.' },
    DUE: { description: 'Due within 30 days.' },
    OVERDUE: { description: 'Its date is over and nothing waits to be checked.' },
    SUBMITTED: { description: 'Something was shared and waits to be checked. The clock stands still.' },
    CHANGES_REQUESTED: { description: 'Somebody checked it and asked for changes.' },
    VERIFIED: { description: 'Kept: somebody without a conflict checked it.' },
    WAIVED: { description: 'All funders said publicly that it need not be kept.' },
    REOPENED: { description: 'What it was checked on has changed.' },
    DISCHARGED: { description: 'The project stopped, and what it learned was shared instead.' },
  },
});
const ReopenedBecauseEnum = enumOf(REOPENED_BECAUSE);
registerEnumType(ReopenedBecauseEnum, {
  name: 'ReopenedBecause',
  description: 'Why what was checked is not what is there any more.',
  valuesMap: {
    VERSION: { description: 'There is another version.' },
    LICENCE: { description: 'It has another licence.' },
    DEPENDENCY: { description: 'A component it builds on has another licence.' },
    WITHDRAWN: { description: 'It was taken back.' },
  },
});
const AddressSeenEnum = enumOf(['ANSWERED', 'NOT_REACHED']);
registerEnumType(AddressSeenEnum, {
  name: 'AddressSeen',
  description: 'What happened when the address was looked at.',
  valuesMap: {
    ANSWERED: { description: 'Something answered there.' },
    NOT_REACHED: { description: 'Nothing answered then. That is an observation with a date, and no fault.' },
  },
});
export const ReturnDecisionEnum = enumOf(['VERIFIED', 'CHANGES_REQUESTED']);
registerEnumType(ReturnDecisionEnum, {
  name: 'ReturnDecision',
  description: 'What was decided about something shared.',
});
export const WaiverStatusEnum = enumOf(WAIVER_STATUSES);
registerEnumType(WaiverStatusEnum, { name: 'WaiverStatus', description: 'Whether funders let a promise go.' });
export const WaiverAnswerEnum = enumOf(WAIVER_ANSWERS);
registerEnumType(WaiverAnswerEnum, {
  name: 'WaiverAnswerWord',
  description: 'One funder’s word on letting a promise go.',
});

@ObjectType('BuiltOn', { description: 'A component that something was built on.' })
export class BuiltOnObject {
  @Field(() => ComponentObject, { description: 'Which.' }) component!: ComponentObject;
  @Field(() => String, {
    nullable: true,
    description: 'The licence it was judged by. Null when nobody could say which it is.',
  })
  licence!: string | null;
}

@ObjectType('Return', {
  implements: () => NodeInterface,
  description: 'What was shared to keep a promise, and what somebody without a conflict said about it.',
})
export class ReturnObject extends withResearchFields(NodeInterface) {
  @Field(() => Int, { description: 'The first is 1; another follows when changes were asked for.' }) number!: number;
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => String, { description: 'What it is and whom it helps.' }) summary!: string;
  @Field(() => String, { nullable: true, description: 'Where it is.' }) address!: string | null;
  @Field(() => String, { nullable: true, description: 'The text itself, where there is no address.' })
  text!: string | null;
  @Field(() => String, { nullable: true, description: 'The release that is meant, for software.' })
  release!: string | null;
  @Field(() => [UploadObject], { description: 'Files that belong to it.' }) files!: UploadObject[];
  @Field(() => AddressSeenEnum, { nullable: true, description: 'What happened when the address was looked at.' })
  addressSeen!: string | null;
  @Field(() => Date, { nullable: true, description: 'When the address was looked at.' }) addressSeenAt!: Date | null;
  @Field(() => String, { description: 'Its licence, as an SPDX expression.' }) licence!: string;
  @Field(() => String, { description: 'BCP 47 tag of the language it is described in.' }) language!: string;
  @Field(() => String, {
    description: 'SHA-256 of title, licence, address, text and files as submitted, in hexadecimal.',
  })
  contentHash!: string;
  @Field(() => LicenceVerdictWordEnum, { description: 'Whether the licence meets what was agreed.' })
  verdict!: LicenceVerdictWord;
  @Field(() => String, { description: 'The rule that decided about the licence.' }) verdictRule!: string;
  @Field(() => String, { description: 'The same as a sentence.' }) verdictReason!: string;
  @Field(() => [BuiltOnObject], { description: 'The components it builds on.' }) builtOn!: BuiltOnObject[];
  @Field(() => PersonObject, { description: 'Who shared it.' }) submittedBy!: PersonObject;
  @Field(() => Date, { description: 'When.' }) submittedAt!: Date;
  @Field(() => ReturnDecisionEnum, { nullable: true, description: 'What was decided. Null while it waits.' })
  decision!: string | null;
  @Field(() => PersonObject, { nullable: true, description: 'Who decided.' }) decidedBy!: PersonObject | null;
  @Field(() => Date, { nullable: true, description: 'When.' }) decidedAt!: Date | null;
  @Field(() => String, { description: 'Why, in public. May be empty when it was verified.' }) decisionReason!: string;
  // Two types that name each other: the class of the later one does not exist yet when this one is declared.
  @Field(() => ObligationObject, { description: 'The promise it is for.' }) obligation!: object;
}

@ObjectType('WaiverAnswer', { description: 'One funder’s public word on letting a promise go.' })
export class WaiverAnswerObject {
  @Field(() => OrganisationObject, { description: 'Which funder.' }) organisation!: OrganisationObject;
  @Field(() => WaiverAnswerEnum, { description: 'What it said.' }) answer!: WaiverAnswer;
  @Field(() => String, { description: 'Why.' }) reason!: string;
  @Field(() => Date, { description: 'When.' }) answeredAt!: Date;
}

@ObjectType('Waiver', { description: 'A proposal that a promise need not be kept. It takes all funders.' })
export class WaiverObject {
  @Field(() => WaiverStatusEnum, { description: 'How it stands.' }) status!: WaiverStatus;
  @Field(() => String, { description: 'Why it was proposed, in public.' }) reason!: string;
  @Field(() => Date, { description: 'When it was proposed.' }) proposedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was decided.' }) decidedAt!: Date | null;
  @Field(() => Int, { description: 'How often those who have not answered were reminded.' }) reminders!: number;
  @Field(() => MoneyObject, { nullable: true, description: 'How much of the agreed money was for it and goes back.' })
  release!: object | null;
  @Field(() => [WaiverAnswerObject], { description: 'What funders said so far.' }) answers!: WaiverAnswerObject[];
  @Field(() => [OrganisationObject], { description: 'Funders that have not answered.' })
  waitingFor!: OrganisationObject[];
}

@ObjectType('ObligationViewerCan', { description: 'What you may do about a promise now, and what is missing.' })
export class ObligationViewerCanObject {
  @Field(() => PermissionObject, { description: 'Share what was promised.' }) submit!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Check what was shared: verify it, or ask for changes.' })
  verify!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Answer for a funder that it need not be kept.' })
  waive!: PermissionObject;
}

@ObjectType('Obligation', {
  implements: () => NodeInterface,
  description: 'A promise: something that a project shares back because it was agreed when the money was.',
})
export class ObligationObject extends NodeInterface {
  @Field(() => OutputKindEnum, { description: 'What kind of thing was promised.' }) kind!: OutputKind;
  @Field(() => String, { description: 'What was promised.' }) title!: string;
  @Field(() => String, { description: 'What it has to be. Empty when the title says it.' }) description!: string;
  @Field(() => String, { description: 'Which licences were agreed: OPEN, or an expression.' })
  licenceCondition!: string;
  @Field(() => AgreementOutputObject, { description: 'The words of the agreement.' }) output!: AgreementOutputObject;
  @Field(() => ObligationStateEnum, { description: 'How it stands today.' }) state!: ObligationState;
  @Field(() => DateScalar, { description: 'The day it is due.' }) dueOn!: string;
  @Field(() => Int, { description: 'Days until then; negative when it is over.' }) daysLeft!: number;
  @Field(() => Int, { nullable: true, description: 'The instalment that pays for it.' }) tranchePosition!:
    | number
    | null;
  @Field(() => String, { description: 'The currency of the money it was promised for, ISO 4217.' }) currency!: string;
  @Field(() => Date, { description: 'When the money was agreed that it was promised for.' }) promisedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was verified or let go.' }) settledAt!: Date | null;
  @Field(() => ReopenedBecauseEnum, { nullable: true, description: 'Why it was opened again, the last time.' })
  reopenedBecause!: ReopenedBecause | null;
  @Field(() => Date, { nullable: true, description: 'When it was opened again, the last time.' })
  reopenedAt!: Date | null;
  @Field(() => IdeaObject, { description: 'The idea it serves.' }) idea!: IdeaObject;
  @Field(() => VentureObject, { description: 'The project that promised it.' }) venture!: VentureObject;
  @Field(() => [ReturnObject], { description: 'What was shared for it, newest first, at most 100.' })
  returns!: ReturnObject[];
  @Field(() => [ComponentObject], { description: 'Components that were accepted for the idea.' })
  expectedComponents!: ComponentObject[];
  @Field(() => WaiverObject, { nullable: true, description: 'The newest proposal to let it go.' })
  waiver!: WaiverObject | null;
}
