import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LicenceVerdictWord } from '@openimpact/domain';

import { enumOf } from '../../../platform/graphql/index.js';
import { LicenceVerdictWordEnum } from '../../reuse/index.js';

export { LicenceVerdictWordEnum };
export const LicenceKindEnum = enumOf(['SOFTWARE', 'DATA', 'CONTENT']);
registerEnumType(LicenceKindEnum, {
  name: 'LicenceKind',
  description: 'What is licensed: it decides which list says what is open.',
  valuesMap: {
    SOFTWARE: { description: 'Decided by the list of the Open Source Initiative.' },
    DATA: { description: 'Decided by the Open Definition’s list.' },
    CONTENT: { description: 'Decided by the Open Definition’s list.' },
  },
});

@ObjectType('LicenceSuggestion', { description: 'What somebody may have meant. Never applied by itself.' })
export class LicenceSuggestionObject {
  @Field(() => String, { description: 'A licence expression.' }) expression!: string;
  @Field(() => String, { description: 'Why it is proposed.' }) because!: string;
}

@ObjectType('LicenceProblem', { description: 'Why a text could not be read as a licence.' })
export class LicenceProblemObject {
  @Field(() => String, { description: 'Stable, for programs: NOT_AN_EXPRESSION.' }) code!: string;
  @Field(() => String, { description: 'The same for a person.' }) message!: string;
  @Field(() => [LicenceSuggestionObject], { description: 'What may have been meant.' })
  suggestions!: LicenceSuggestionObject[];
}

@ObjectType('LicenceOpenness', { description: 'Whether a licence is open for one kind of thing.' })
export class LicenceOpennessObject {
  @Field(() => LicenceKindEnum, { description: 'For what.' }) kind!: string;
  @Field(() => LicenceVerdictWordEnum, { description: 'Whether it is open.' }) verdict!: LicenceVerdictWord;
}

@ObjectType('LicenceInWords', { description: 'One licence in plain words.' })
export class LicenceInWordsObject {
  @Field(() => String, { description: 'As it is written in an expression: Apache-2.0.' }) expression!: string;
  @Field(() => String, { description: 'Its full name.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Where its text is.' }) url!: string | null;
  @Field(() => Boolean, { description: 'Whether somebody read it for this; if not, the two lists say nothing.' })
  read!: boolean;
  @Field(() => [String], { description: 'You may ...' }) youMay!: string[];
  @Field(() => [String], { description: 'You must ...' }) youMust!: string[];
  @Field(() => [LicenceOpennessObject], { description: 'Whether it is open, by kind.' }) open!: LicenceOpennessObject[];
  @Field(() => [LicenceSuggestionObject], { description: 'What may have been meant, where it is not known.' })
  suggestions!: LicenceSuggestionObject[];
}

@ObjectType('Licence', { description: 'A licence expression, read and explained.' })
export class LicenceObject {
  @Field(() => String, {
    description: 'The expression, always written the same way; as typed when it could not be read.',
  })
  expression!: string;
  @Field(() => LicenceProblemObject, { nullable: true, description: 'Why it could not be read. Null when it could.' })
  problem!: LicenceProblemObject | null;
  @Field(() => String, { nullable: true, description: 'One sentence about the whole.' }) summary!: string | null;
  @Field(() => [[Int]], {
    description: 'Ways of taking it, as positions in licences: any one way, and within it all licences at once.',
  })
  alternatives!: number[][];
  @Field(() => [LicenceInWordsObject], { description: 'Each licence in it.' }) licences!: LicenceInWordsObject[];
}

@ObjectType('LicenceVerdict', { description: 'Whether a licence will do, and what decided.' })
export class LicenceVerdictObject {
  @Field(() => LicenceVerdictWordEnum, { nullable: true, description: 'Null when the question could not be judged.' })
  verdict!: LicenceVerdictWord | null;
  @Field(() => LicenceProblemObject, { nullable: true, description: 'Why it could not be judged. Null when it could.' })
  problem!: LicenceProblemObject | null;
  @Field(() => String, { nullable: true, description: 'The rule that decided, for programs.' }) rule!: string | null;
  @Field(() => String, { nullable: true, description: 'A sentence for a person.' }) reason!: string | null;
  @Field(() => String, { nullable: true, description: 'Who says so.' }) source!: string | null;
  @Field(() => String, { nullable: true, description: 'The licence of the work that decided.' }) term!: string | null;
  @Field(() => String, { nullable: true, description: 'What it was held against.' }) against!: string | null;
  @Field(() => String, { nullable: true, description: 'The licence of what it builds on, where that decided.' })
  incoming!: string | null;
  @Field(() => [LicenceSuggestionObject], { description: 'What may have been meant, where something is not known.' })
  suggestions!: LicenceSuggestionObject[];
}
