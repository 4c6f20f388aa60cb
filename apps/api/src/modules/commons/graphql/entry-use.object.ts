import { Field, ID, InputType } from '@nestjs/graphql';

import { DateScalar } from '../../../platform/graphql/index.js';
import { ContestUseInput, ReconfirmUseInput } from '../../components/index.js';
import { resultOf } from './entry.object.js';

@InputType({ description: 'An organisation’s word that it uses an entry.' })
export class DeclareEntryUseInput {
  @Field(() => ID, { description: 'Which entry.' }) entryId!: string;
  @Field(() => ID, { description: 'Which organisation uses it.' }) organisationId!: string;
  @Field(() => String, { description: 'What for.' }) whatFor!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Since when.' }) since?: string | null;
  @Field(() => String, { nullable: true, description: 'Which version.' }) version?: string | null;
  @Field(() => String, { nullable: true, description: 'Whom to ask: a team or a role, not a person’s address.' })
  whomToAsk?: string | null;
}

@InputType({ description: 'An organisation that uses an entry no longer.' })
export class EndEntryUseInput {
  @Field(() => ID, { description: 'Which entry.' }) entryId!: string;
  @Field(() => ID, { description: 'Which organisation.' }) organisationId!: string;
}

@InputType({ description: 'The yearly word: still used, or no longer.' })
export class ReconfirmEntryUseInput extends ReconfirmUseInput {}

@InputType({ description: 'A doubt about a use.' })
export class ContestEntryUseInput extends ContestUseInput {}

export const DeclareEntryUseResult = resultOf('DeclareEntryUse', 'The use is recorded.');
export const EndEntryUseResult = resultOf('EndEntryUse', 'The use is over.');
export const ReconfirmEntryUseResult = resultOf('ReconfirmEntryUse', 'The use is confirmed, or ended.');
export const ContestEntryUseResult = resultOf('ContestEntryUse', 'The doubt stands beside the use.');
