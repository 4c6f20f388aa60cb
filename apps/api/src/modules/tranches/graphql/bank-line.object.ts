import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import {
  BigIntScalar,
  DateScalar,
  MoneyObject,
  PermissionObject,
  RefusalObject,
  UuidScalar,
} from '../../../platform/graphql/index.js';
import { enumOf } from '../../../platform/graphql/enum.js';
import { CallPartObject, PaymentObject } from './tranche.object.js';

export const BankLineDirectionEnum = enumOf(['IN', 'OUT'] as const);
registerEnumType(BankLineDirectionEnum, {
  name: 'BankLineDirection',
  description: 'Which way money went.',
  valuesMap: { IN: { description: 'It came in.' }, OUT: { description: 'It went out.' } },
});

@ObjectType('BankLineViewerCan', { description: 'What you can do with a suggested line now.' })
export class BankLineViewerCanObject {
  @Field(() => PermissionObject, { description: 'Say that it is the money that was expected.' })
  match!: PermissionObject;
}

@ObjectType('BankLine', {
  description: 'A line of a bank statement whose reference is exactly that of money that was expected.',
})
export class BankLineObject {
  @Field(() => Int, { description: 'Where in the file, from 1.' }) line!: number;
  @Field(() => DateScalar, { description: 'The day the bank booked it.' }) bookedOn!: string;
  @Field(() => BankLineDirectionEnum, { description: 'Which way it went.' }) direction!: 'IN' | 'OUT';
  @Field(() => MoneyObject, { description: 'How much.' }) amount!: MoneyObject;
  @Field(() => String, { description: 'Its reference, as the bank has it.' }) reference!: string;
  @Field(() => PaymentObject, { nullable: true, description: 'The payment that it may be the arrival of.' })
  payment!: object | null;
  @Field(() => CallPartObject, { nullable: true, description: 'The payment request that it may have paid.' })
  callPart!: object | null;
  @Field(() => BankLineViewerCanObject, { description: 'What you can do with it now, and what is in the way.' })
  viewerCan!: BankLineViewerCanObject;
}

@ObjectType('BankLineFault', { description: 'A line of a statement that could not be read.' })
export class BankLineFaultObject {
  @Field(() => Int, { description: 'Where in the file, from 1.' }) line!: number;
  @Field(() => String, { description: 'Stable, for programs.' }) code!: string;
  @Field(() => String, { description: 'The same for a person.' }) message!: string;
  @Field(() => String, { description: 'What stands there.' }) given!: string;
}

@ObjectType('BankStatement', { description: 'A bank statement that was looked through. Nothing of it is kept.' })
export class BankStatementObject {
  @Field(() => Int, { description: 'Lines that were read.' }) read!: number;
  @Field(() => [BankLineObject], { description: 'Those that may be money that was expected.' }) lines!: object[];
  @Field(() => Int, { description: 'Lines that could not be read.' }) faultCount!: number;
  @Field(() => [BankLineFaultObject], { description: 'The first hundred of them.' }) faults!: object[];
}

@InputType({ description: 'A bank statement of your organisation.' })
export class ImportBankLinesInput {
  @Field(() => ID, { description: 'Whose statement it is.' }) organisationId!: string;
  @Field(() => String, { description: 'In which currency the account is: GBP.' }) currency!: string;
  @Field(() => String, { description: 'The statement as your bank saves it: CSV with a heading. At most 1 MB.' })
  file!: string;
}

@InputType({
  description: 'A line of your organisation’s bank statement, and the money that it is. Name one of the two.',
})
export class MatchBankLineInput {
  @Field(() => ID, { description: 'Whose statement it is.' }) organisationId!: string;
  @Field(() => ID, { nullable: true, description: 'The payment that arrived.' }) paymentId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The part of a payment request that was paid.' })
  callPartId?: string | null;
  @Field(() => DateScalar, { description: 'The day the bank booked it.' }) bookedOn!: string;
  @Field(() => BankLineDirectionEnum, { description: 'Which way it went.' }) direction!: 'IN' | 'OUT';
  @Field(() => BigIntScalar, { description: 'How much, in minor units.' }) amount!: bigint;
  @Field(() => String, { description: 'In which currency.' }) currency!: string;
  @Field(() => String, { description: 'Its reference, as the bank has it.' }) reference!: string;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@ObjectType('ImportBankLinesPayload', { description: 'The statement was looked through.' })
export class ImportBankLinesPayload {
  @Field(() => BankStatementObject, { description: 'What was found in it.' }) statement!: BankStatementObject;
}

@ObjectType('MatchBankLinePayload', { description: 'The line is kept with its payment.' })
export class MatchBankLinePayload {
  @Field(() => PaymentObject, { description: 'The payment as it is now.' }) payment!: object;
}

const resolveType = (value: { __typename: string }) => value.__typename;
export const ImportBankLinesResult = createUnionType({
  name: 'ImportBankLinesResult',
  description: 'What was found, or what is missing.',
  types: () => [ImportBankLinesPayload, RefusalObject] as const,
  resolveType,
});
export const MatchBankLineResult = createUnionType({
  name: 'MatchBankLineResult',
  description: 'The payment as it is now, or what is missing.',
  types: () => [MatchBankLinePayload, RefusalObject] as const,
  resolveType,
});
