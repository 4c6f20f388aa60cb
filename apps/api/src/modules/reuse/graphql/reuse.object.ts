import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LICENCE_VERDICTS, REUSE_OFFER_STATUSES } from '@openimpact/domain';

import {
  BigIntScalar,
  enumOf,
  MoneyObject,
  NodeInterface,
  PermissionObject,
  RefusalObject,
} from '../../../platform/graphql/index.js';
import { ComponentObject } from '../../components/index.js';
import { IdeaObject } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';

export const ReuseOfferStatusEnum = enumOf(REUSE_OFFER_STATUSES);
registerEnumType(ReuseOfferStatusEnum, {
  name: 'ReuseOfferStatus',
  description: 'Where an offer stands.',
  valuesMap: {
    PROPOSED: { description: 'Waits for an author of the idea.' },
    ACCEPTED: { description: 'The idea builds on it.' },
    DECLINED: { description: 'Turned down, with a reason.' },
    SUPERSEDED: { description: 'Replaced by a newer offer of the same part.' },
    WITHDRAWN: { description: 'Taken back.' },
  },
});
/** The three words of every judgement about a licence. */
export const LicenceVerdictWordEnum = enumOf(LICENCE_VERDICTS);
registerEnumType(LicenceVerdictWordEnum, {
  name: 'LicenceVerdictWord',
  description: 'Whether a licence will do. What is not known is a question for a person, never a yes.',
  valuesMap: {
    SATISFIES: { description: 'It will do.' },
    DOES_NOT: { description: 'It will not do.' },
    ASK_A_PERSON: { description: 'Nobody wrote down whether it will do; a person has to look.' },
  },
});

@ObjectType('ReuseVerdict', {
  description: 'Whether what is built can carry the agreed licence when it builds on a component.',
})
export class ReuseVerdictObject {
  @Field(() => LicenceVerdictWordEnum, { description: 'Yes, no, or ask a person. Unknown never means yes.' })
  verdict!: string;
  @Field(() => String, { description: 'What decided, in a sentence.' }) reason!: string;
  @Field(() => String, { description: 'The rule that decided, stable, for programs.' }) rule!: string;
  @Field(() => String, { description: 'What it was held against: OPEN, MIT OR Apache-2.0.' }) condition!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The promised output that is about; null before anything is agreed.',
  })
  output!: string | null;
}

@ObjectType('ReuseOfferViewerCan', { description: 'What the viewer may do with an offer now.' })
export class ReuseOfferViewerCanObject {
  @Field(() => PermissionObject, { description: 'Accept it, or turn it down.' }) answer!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Take it back.' }) withdraw!: PermissionObject;
}

@ObjectType('ReuseOffer', {
  implements: () => NodeInterface,
  description: 'Something that exists, or a part of it, offered to an idea.',
})
export class ReuseOfferObject extends NodeInterface {
  @Field(() => IdeaObject, { description: 'The idea it is offered to.' }) idea!: IdeaObject;
  @Field(() => ComponentObject, { description: 'What is offered.' }) component!: ComponentObject;
  @Field(() => String, { description: 'The part that is offered; empty: all of it.' }) part!: string;
  @Field(() => String, { description: 'What of the need it covers.' }) covers!: string;
  @Field(() => String, { description: 'What would still be missing.' }) missing!: string;
  @Field(() => String, { description: 'What it takes to use it here. May be empty.' }) effort!: string;
  @Field(() => String, { description: 'What it saves. May be empty.' }) saves!: string;
  @Field(() => MoneyObject, { nullable: true, description: 'What its owner would be paid for adapting it.' })
  adaptationFee!: MoneyObject | null;
  @Field(() => MoneyObject, {
    nullable: true,
    description: 'What looking after it costs once the project handed over.',
  })
  maintenance!: MoneyObject | null;
  @Field(() => ReuseOfferStatusEnum, { description: 'Where it stands.' }) status!: string;
  @Field(() => PersonObject, { description: 'Who offered it.' }) offeredBy!: PersonObject;
  @Field(() => OrganisationObject, { nullable: true, description: 'The organisation they offered it for.' })
  organisation!: OrganisationObject | null;
  @Field(() => Date, { description: 'When it was offered.' }) offeredAt!: Date;
  @Field(() => PersonObject, { nullable: true, description: 'Who answered it, or took it back.' })
  answeredBy!: PersonObject | null;
  @Field(() => Date, { nullable: true, description: 'When it was answered.' }) answeredAt!: Date | null;
  @Field(() => String, { description: 'Why it was answered so. May be empty where it was accepted.' })
  answerReason!: string;
  @Field(() => LicenceVerdictWordEnum, {
    nullable: true,
    description: 'What the licence came to when it was accepted.',
  })
  acceptedUnder!: string | null;
  @Field(() => ReuseVerdictObject, { description: 'What its licence comes to for this idea, now.' })
  licenceVerdict!: ReuseVerdictObject;
  @Field(() => ReuseOfferViewerCanObject, { description: 'What the viewer may do with it now.' })
  viewerCan!: ReuseOfferViewerCanObject;
}

@ObjectType('NothingFitsReason', { description: 'Why one component does not fit an idea.' })
export class NothingFitsReasonObject {
  @Field(() => ComponentObject, { description: 'The component.' }) component!: ComponentObject;
  @Field(() => String, { description: 'Why not.' }) reason!: string;
}

@ObjectType('NothingFits', { description: 'The word of an author that nothing that exists fits, and why.' })
export class NothingFitsObject {
  @Field(() => String, { description: 'How they looked, in general. May be empty.' }) because!: string;
  @Field(() => [NothingFitsReasonObject], { description: 'A reason for each component they looked at.' })
  reasons!: NothingFitsReasonObject[];
  @Field(() => PersonObject, { description: 'Who said so.' }) recordedBy!: PersonObject;
  @Field(() => Date, { description: 'When.' }) recordedAt!: Date;
}

@InputType({ description: 'Something that exists, offered to an idea. Two answers are required.' })
export class OfferReuseInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => ID, { description: 'What is offered.' }) componentId!: string;
  @Field(() => String, { nullable: true, description: 'A named part of it; absent: all of it.' }) part?: string | null;
  @Field(() => String, { description: 'What of the need it covers.' }) covers!: string;
  @Field(() => String, { description: 'What would still be missing.' }) missing!: string;
  @Field(() => String, { nullable: true, description: 'What it takes to use it here.' }) effort?: string | null;
  @Field(() => String, { nullable: true, description: 'What it saves.' }) saves?: string | null;
  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'What its owner asks for adapting it, in minor units. Accepted, it is a line of the budget.',
  })
  adaptationFee?: bigint | null;
  @Field(() => BigIntScalar, {
    nullable: true,
    description:
      'What looking after it costs after the hand-over, in minor units. Accepted, it is a line of the budget.',
  })
  maintenance?: bigint | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217 code of both amounts; needed where there is one.' })
  currency?: string | null;
  @Field(() => ID, { nullable: true, description: 'An organisation of yours it is offered for.' })
  organisationId?: string | null;
}

@InputType({ description: 'Yes to an offer.' })
export class AcceptReuseOfferInput {
  @Field(() => ID, { description: 'The offer.' }) offerId!: string;
  @Field(() => LicenceVerdictWordEnum, {
    description: 'The licence verdict you were shown: nobody accepts one they have not seen.',
  })
  verdictSeen!: (typeof LICENCE_VERDICTS)[number];
  @Field(() => String, { nullable: true, description: 'Why you go ahead, unless the verdict is a yes. Public.' })
  reason?: string | null;
}

@InputType({ description: 'No to an offer.' })
export class DeclineReuseOfferInput {
  @Field(() => ID, { description: 'The offer.' }) offerId!: string;
  @Field(() => String, { description: 'Why. Public: it tells others what is needed.' }) reason!: string;
}

@InputType({ description: 'Taking an offer back.' })
export class WithdrawReuseOfferInput {
  @Field(() => ID, { description: 'The offer.' }) offerId!: string;
}

@InputType({ description: 'Why one component does not fit.' })
export class NothingFitsReasonInput {
  @Field(() => ID, { description: 'The component.' }) componentId!: string;
  @Field(() => String, { description: 'Why not. Public: its owner is told.' }) reason!: string;
}

@InputType({ description: 'Nothing that exists fits this idea.' })
export class RecordNothingFitsInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => [NothingFitsReasonInput], {
    defaultValue: [],
    description: 'A reason for each of the five first of fittingComponents, and for others you looked at.',
  })
  reasons!: NothingFitsReasonInput[];
  @Field(() => String, {
    nullable: true,
    description: 'How you looked, in general. Required when nothing is suggested.',
  })
  because?: string | null;
}

@ObjectType('OfferReusePayload', { description: 'The offer is made.' })
export class OfferReusePayload {
  @Field(() => ReuseOfferObject, { description: 'The new offer.' }) reuseOffer!: ReuseOfferObject;
}
@ObjectType('AcceptReuseOfferPayload', { description: 'The offer is accepted.' })
export class AcceptReuseOfferPayload {
  @Field(() => ReuseOfferObject, { description: 'The offer.' }) reuseOffer!: ReuseOfferObject;
}
@ObjectType('DeclineReuseOfferPayload', { description: 'The offer is turned down.' })
export class DeclineReuseOfferPayload {
  @Field(() => ReuseOfferObject, { description: 'The offer.' }) reuseOffer!: ReuseOfferObject;
}
@ObjectType('WithdrawReuseOfferPayload', { description: 'The offer is taken back.' })
export class WithdrawReuseOfferPayload {
  @Field(() => ReuseOfferObject, { description: 'The offer.' }) reuseOffer!: ReuseOfferObject;
}
@ObjectType('RecordNothingFitsPayload', { description: 'It is recorded that nothing fits.' })
export class RecordNothingFitsPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}

function resultOf<T extends object>(name: string, payload: new () => T, description: string) {
  return createUnionType({
    name,
    description,
    types: () => [payload, RefusalObject] as const,
    resolveType: (value: { readonly __typename: string }) => value.__typename,
  });
}

export const OfferReuseResult = resultOf('OfferReuseResult', OfferReusePayload, 'The new offer, or what is missing.');
export const AcceptReuseOfferResult = resultOf(
  'AcceptReuseOfferResult',
  AcceptReuseOfferPayload,
  'The accepted offer, or what is missing.',
);
export const DeclineReuseOfferResult = resultOf(
  'DeclineReuseOfferResult',
  DeclineReuseOfferPayload,
  'The offer that was turned down, or what is missing.',
);
export const WithdrawReuseOfferResult = resultOf(
  'WithdrawReuseOfferResult',
  WithdrawReuseOfferPayload,
  'The offer that was taken back, or what is missing.',
);
export const RecordNothingFitsResult = resultOf(
  'RecordNothingFitsResult',
  RecordNothingFitsPayload,
  'The idea, or what is missing.',
);
