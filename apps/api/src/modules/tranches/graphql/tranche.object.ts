import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PAYMENT_STATUSES, type PaymentStatus } from '@openimpact/domain';

import {
  BigIntScalar,
  DateScalar,
  MoneyObject,
  NodeInterface,
  PermissionObject,
  RefusalObject,
  UuidScalar,
} from '../../../platform/graphql/index.js';
import { enumOf } from '../../../platform/graphql/enum.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PledgeObject } from '../../pledges/index.js';
import { FundingRoundObject } from '../../rounds/index.js';

export const PaymentStatusEnum = enumOf(PAYMENT_STATUSES);
registerEnumType(PaymentStatusEnum, {
  name: 'PaymentStatus',
  description: 'Where a payment is.',
  valuesMap: {
    RECORDED: { description: 'The funder says it paid.' },
    RECEIVED: { description: 'The money holder says it arrived.' },
    REVERSED: { description: 'It came back; it is owed again.' },
  },
});

@ObjectType('PaymentViewerCan', { description: 'What you can do with a payment now.' })
export class PaymentViewerCanObject {
  @Field(() => PermissionObject, { description: 'Confirm that it arrived.' }) confirmReceipt!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Record that it came back.' }) reverse!: PermissionObject;
}

@ObjectType('Payment', {
  implements: () => NodeInterface,
  description: 'A payment against a payment request. It was made between bank accounts.',
})
export class PaymentObject extends NodeInterface {
  @Field(() => MoneyObject, { description: 'How much.' }) amount!: MoneyObject;
  @Field(() => DateScalar, { description: 'The day it left the funder’s account.' }) paidOn!: string;
  @Field(() => PaymentStatusEnum, { description: 'Where it is.' }) status!: PaymentStatus;
  @Field(() => String, { nullable: true, description: 'The bank reference. Seen by payer and money holder only.' })
  reference!: string | null;
  @Field(() => Date, { description: 'When it was recorded here.' }) recordedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When its arrival was confirmed.' }) receivedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was recorded to have come back.' })
  reversedAt!: Date | null;
  @Field(() => CallPartObject, { description: 'What it was paid for.' }) part!: object;
  @Field(() => PaymentViewerCanObject, { description: 'What you can do with it now, and what is missing.' })
  viewerCan!: PaymentViewerCanObject;
}

@ObjectType('CallPartViewerCan', { description: 'What you can do with a funder’s part of a payment request now.' })
export class CallPartViewerCanObject {
  @Field(() => PermissionObject, { description: 'Record a payment.' }) recordPayment!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Stop waiting for it, as the lead organisation.' })
  release!: PermissionObject;
}

@ObjectType('CallPart', { implements: () => NodeInterface, description: 'One funder’s part of a payment request.' })
export class CallPartObject extends NodeInterface {
  @Field(() => PledgeObject, { description: 'From which agreed money.' }) pledge!: PledgeObject;
  @Field(() => OrganisationObject, { description: 'The funder.' }) organisation!: OrganisationObject;
  @Field(() => TrancheCallObject, { description: 'The payment request.' }) call!: object;
  @Field(() => MoneyObject, { description: 'How much was asked of it.' }) amount!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Paid of it.' }) paid!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Owed and not paid yet.' }) outstanding!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Never paid, and not waited for any longer.' }) released!: MoneyObject;
  @Field(() => String, { nullable: true, description: 'Why the lead organisation stopped waiting, in public.' })
  releaseReason!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'What to give as the reference of the transfer, so that both banks’ statements name it. Seen by payer and money holder only.',
  })
  paymentReference!: string | null;
  @Field(() => [PaymentObject], { description: 'Its payments, those that came back too.' }) payments!: PaymentObject[];
  @Field(() => CallPartViewerCanObject, { description: 'What you can do with it now, and what is missing.' })
  viewerCan!: CallPartViewerCanObject;
}

@InputType({ description: 'Stops waiting for what a funder was asked for and has not paid.' })
export class ReleaseUnpaidCallInput {
  @Field(() => ID, { description: 'Which part of which payment request.' }) callPartId!: string;
  @Field(() => String, { description: 'Why, in public.' }) reason!: string;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@ObjectType('TrancheCall', {
  implements: () => NodeInterface,
  description: 'A payment request: an instalment that was asked for.',
})
export class TrancheCallObject extends NodeInterface {
  @Field(() => Int, { description: 'Which instalment.' }) position!: number;
  @Field(() => MoneyObject, { description: 'How much of all funders together.' }) amount!: MoneyObject;
  @Field(() => DateScalar, { description: 'When it is to be paid.' }) dueOn!: string;
  @Field(() => Boolean, { description: 'Whether some of it is unpaid after that day.' }) overdue!: boolean;
  @Field(() => Date, { description: 'When it was asked for.' }) calledAt!: Date;
  @Field(() => FundingRoundObject, { description: 'Of which round.' }) fundingRound!: FundingRoundObject;
  @Field(() => [CallPartObject], { description: 'Each funder’s part. They add up exactly.' }) parts!: CallPartObject[];
}

@ObjectType('TrancheViewerCan', { description: 'What you can do with an instalment now.' })
export class TrancheViewerCanObject {
  @Field(() => PermissionObject, { description: 'Ask for it.' }) call!: PermissionObject;
}

@ObjectType('RemainderRelease', {
  implements: () => NodeInterface,
  description: 'Agreed money that is given back before it was asked for.',
})
export class RemainderReleaseObject extends NodeInterface {
  @Field(() => MoneyObject, { description: 'How much.' }) amount!: MoneyObject;
  @Field(() => String, { description: 'Why, in public.' }) reason!: string;
  @Field(() => Date, { description: 'When it was announced.' }) announcedAt!: Date;
  @Field(() => Date, { description: 'From when the funder may go ahead without the lead organisation.' })
  noticeEndsAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was carried out.' }) releasedAt!: Date | null;
}

@InputType({ description: 'Asks for an instalment.' })
export class CallTrancheInput {
  @Field(() => ID, { description: 'Of which round.' }) roundId!: string;
  @Field(() => Int, { description: 'Which instalment, from 1.' }) position!: number;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@InputType({ description: 'Records a payment.' })
export class RecordPaymentInput {
  @Field(() => ID, { description: 'Against which part of which payment request.' }) callPartId!: string;
  @Field(() => BigIntScalar, { description: 'How much, in minor units.' }) amount!: bigint;
  @Field(() => String, { description: 'In which currency.' }) currency!: string;
  @Field(() => String, { description: 'The bank reference: once per organisation, never public.' }) reference!: string;
  @Field(() => DateScalar, { description: 'The day it left the account.' }) paidOn!: string;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@InputType({ description: 'Confirms that a payment arrived.' })
export class ConfirmReceiptInput {
  @Field(() => ID, { description: 'Which payment.' }) paymentId!: string;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@InputType({ description: 'Records that a payment came back.' })
export class ReversePaymentInput {
  @Field(() => ID, { description: 'Which payment.' }) paymentId!: string;
  @Field(() => String, { description: 'Why it came back.' }) reason!: string;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@InputType({
  description: 'Announces that agreed money is given back, agrees to it, or carries it out after the notice.',
})
export class ReleaseRemainderInput {
  @Field(() => ID, { description: 'Of which pledge.' }) pledgeId!: string;
  @Field(() => BigIntScalar, { description: 'How much, in minor units.' }) amount!: bigint;
  @Field(() => String, { defaultValue: '', description: 'Why, in public. Needed to announce.' }) reason!: string;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@ObjectType('CallTranchePayload', { description: 'The instalment is asked for.' })
export class CallTranchePayload {
  @Field(() => FundingRoundObject, { description: 'The round as it is now.' }) fundingRound!: FundingRoundObject;
}
@ObjectType('RecordPaymentPayload', { description: 'The payment is recorded.' })
export class RecordPaymentPayload {
  @Field(() => PaymentObject, { description: 'The payment.' }) payment!: PaymentObject;
}
@ObjectType('ConfirmReceiptPayload', { description: 'The arrival is confirmed.' })
export class ConfirmReceiptPayload {
  @Field(() => PaymentObject, { description: 'The payment as it is now.' }) payment!: PaymentObject;
}
@ObjectType('ReversePaymentPayload', { description: 'The payment is recorded to have come back.' })
export class ReversePaymentPayload {
  @Field(() => PaymentObject, { description: 'The payment as it is now.' }) payment!: PaymentObject;
}
@ObjectType('ReleaseRemainderPayload', { description: 'The release is announced or carried out.' })
export class ReleaseRemainderPayload {
  @Field(() => PledgeObject, { description: 'The pledge as it is now.' }) pledge!: PledgeObject;
}

const resolveType = (value: { __typename: string }) => value.__typename;
export const CallTrancheResult = createUnionType({
  name: 'CallTrancheResult',
  description: 'The round as it is now, or what is missing.',
  types: () => [CallTranchePayload, RefusalObject] as const,
  resolveType,
});
export const RecordPaymentResult = createUnionType({
  name: 'RecordPaymentResult',
  description: 'The payment, or what is missing.',
  types: () => [RecordPaymentPayload, RefusalObject] as const,
  resolveType,
});
export const ConfirmReceiptResult = createUnionType({
  name: 'ConfirmReceiptResult',
  description: 'The payment as it is now, or what is missing.',
  types: () => [ConfirmReceiptPayload, RefusalObject] as const,
  resolveType,
});
export const ReversePaymentResult = createUnionType({
  name: 'ReversePaymentResult',
  description: 'The payment as it is now, or what is missing.',
  types: () => [ReversePaymentPayload, RefusalObject] as const,
  resolveType,
});
export const ReleaseRemainderResult = createUnionType({
  name: 'ReleaseRemainderResult',
  description: 'The pledge as it is now, or what is missing.',
  types: () => [ReleaseRemainderPayload, RefusalObject] as const,
  resolveType,
});

@ObjectType('ReleaseUnpaidCallPayload', {
  description: 'It is not waited for any longer, and stays on record as not paid.',
})
export class ReleaseUnpaidCallPayload {
  @Field(() => CallPartObject, { description: 'The part as it is now.' }) part!: CallPartObject;
}
export const ReleaseUnpaidCallResult = createUnionType({
  name: 'ReleaseUnpaidCallResult',
  description: 'The part as it is now, or what is missing.',
  types: () => [ReleaseUnpaidCallPayload, RefusalObject] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
