import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { WaiverAnswer } from '@openimpact/domain';

import { BigIntScalar, RefusalObject, UuidScalar } from '../../../platform/graphql/index.js';
import { withResearchFields } from './research-fields.js';
import { ObligationObject, WaiverAnswerEnum } from './return.object.js';

@InputType({ description: 'What is shared to keep a promise.' })
export class SubmitReturnInput extends withResearchFields(Object) {
  @Field(() => ID, { description: 'The promise.' }) obligationId!: string;
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => String, { description: 'What it is and whom it helps.' }) summary!: string;
  @Field(() => String, { nullable: true, description: 'Where it is. This, or text, or both.' }) address?: string | null;
  @Field(() => String, { nullable: true, description: 'The text itself, in Markdown.' }) text?: string | null;
  @Field(() => [ID], { defaultValue: [], description: 'Files sent before with requestUpload, at most 10.' })
  uploadIds!: string[];
  @Field(() => String, { nullable: true, description: 'For software: the release that is meant, such as v1.4.0.' })
  release?: string | null;
  @Field(() => String, { description: 'Its licence, as an SPDX expression: MIT, CC-BY-4.0.' }) licence!: string;
  @Field(() => String, { defaultValue: 'en', description: 'BCP 47 tag of the language it is described in.' })
  language!: string;
  @Field(() => [ID], {
    nullable: true,
    description: 'The components it builds on. Left out: those that were accepted for the idea, for software.',
  })
  componentIds?: string[] | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Your word that what looks like personal data is nobody’s secret.',
  })
  personalDataChecked!: boolean;
}

@InputType({ description: 'Which return is verified.' })
export class VerifyReturnInput {
  @Field(() => ID, { description: 'What you looked at.' }) returnId!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Why, in public. Needed where nobody wrote down whether the licence will do.',
  })
  reason?: string | null;
}

@InputType({ description: 'What has to change.' })
export class RequestReturnChangesInput {
  @Field(() => ID, { description: 'What you looked at.' }) returnId!: string;
  @Field(() => String, { description: 'What is missing, in public, for those who do the work.' }) reason!: string;
}

@InputType({ description: 'One funder’s word on letting a promise go.' })
export class WaiveObligationInput {
  @Field(() => ID, { description: 'The promise.' }) obligationId!: string;
  @Field(() => ID, { description: 'The funder you answer for.' }) organisationId!: string;
  @Field(() => WaiverAnswerEnum, { defaultValue: 'AGREES', description: 'What it says.' }) answer!: WaiverAnswer;
  @Field(() => String, { nullable: true, description: 'Why, in public. Needed from the first, and for a dissent.' })
  reason?: string | null;
  @Field(() => BigIntScalar, {
    nullable: true,
    description:
      'With the proposal: how much of the agreed money was for this, in minor units of the round’s currency. When all agree, the release of each funder’s share is announced.',
  })
  release?: bigint | null;
  @Field(() => UuidScalar, { description: 'Made by the client once an attempt, so that a repeat takes effect once.' })
  idempotencyKey!: string;
}

function resultOf(name: string, done: string) {
  @ObjectType(`${name}Payload`, { description: done })
  class Payload {
    @Field(() => ObligationObject, { description: 'The promise as it stands now.' }) obligation!: ObligationObject;
  }
  return createUnionType({
    name: `${name}Result`,
    description: `${done.slice(0, -1)}, or what is in the way.`,
    types: () => [Payload, RefusalObject] as const,
    resolveType: (value: { readonly __typename: string }) => value.__typename,
  });
}

export const SubmitReturnResult = resultOf('SubmitReturn', 'It is shared and waits to be checked.');
export const VerifyReturnResult = resultOf('VerifyReturn', 'The promise is kept.');
export const RequestReturnChangesResult = resultOf('RequestReturnChanges', 'Changes are asked for.');
export const WaiveObligationResult = resultOf('WaiveObligation', 'The answer is recorded.');
