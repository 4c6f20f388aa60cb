import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';

import { enumOf, UuidScalar } from '../../../platform/graphql/index.js';
import { IDEA_ORDERS } from '../application/find-ideas.js';
import { PersonalDataKindEnum, PerspectiveEnum, StageEnum, ThemeEnum } from './idea.object.js';

export const IdeaOrderEnum = enumOf(IDEA_ORDERS);
registerEnumType(IdeaOrderEnum, {
  name: 'IdeaOrder',
  description: 'How ideas are sorted.',
  valuesMap: {
    TRENDING: { description: 'Support, weighed against age: ten times the support is worth 90 days.' },
    NEWEST: { description: 'Logged last, first.' },
    MOST_ORGANISATIONS: { description: 'Named by most organisations, first.' },
    CLOSEST_TO_TARGET: {
      description: 'Nearest to what is needed, first; only what is raising money, unless stages are asked for.',
    },
    NEEDS_VOTES: {
      description:
        'New and with few votes, first: each vote counts as much as a week of age. Only what was logged, unless stages are asked for.',
    },
  },
});

@InputType({ description: 'Which ideas. Conditions are joined by AND.' })
export class IdeaFilterInput {
  @Field(() => [StageEnum], {
    nullable: true,
    description: 'In one of these stages. Left out: all but those that left.',
  })
  stages?: (keyof typeof StageEnum)[] | null;
  @Field(() => [ThemeEnum], { nullable: true, description: 'About one of these.' })
  themes?: (keyof typeof ThemeEnum)[] | null;
  @Field(() => String, { nullable: true, description: 'Seen in this place, written as the idea writes it.' })
  place?: string | null;
  @Field(() => PerspectiveEnum, {
    nullable: true,
    description: 'Supported by at least three people who spoke as this, by what was last told of it.',
  })
  perspective?: keyof typeof PerspectiveEnum | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Words of title, need, outcome, whom it is for, or of what was said about it; a typing error in the title is forgiven.',
  })
  text?: string | null;
}

@InputType({ description: 'The author’s word that something which looks like personal data is nobody’s secret.' })
export class PersonalDataKeptInput {
  @Field(() => String, { description: 'The field it stands in: need.' }) field!: string;
  @Field(() => PersonalDataKindEnum, { description: 'What it looks like.' }) kind!: keyof typeof PersonalDataKindEnum;
  @Field(() => String, { description: 'The text itself, as `current` of the requirement said it.' }) found!: string;
}

@InputType({
  description:
    'What a person says when they log an idea. Five answers are needed: title, need, whom it is for, outcome, a theme.',
})
export class LogIdeaInput {
  @Field(() => String, { description: 'One line, at most 120 characters.' }) title!: string;
  @Field(() => String, { description: 'What is needed and why, in Markdown, at most 5,000 characters.' }) need!: string;
  @Field(() => String, { description: 'What would be better for people, at most 2,000 characters.' }) outcome!: string;
  @Field(() => String, { description: 'Whom it is for, at most 500 characters.' }) peopleServed!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The idea again in one short sentence of plain words, at most 160 characters.',
  })
  easyRead?: string | null;
  @Field(() => String, { nullable: true, description: 'What exists already, as far as you know.' }) whatExists?:
    | string
    | null;
  @Field(() => [ThemeEnum], { defaultValue: [], description: 'What it is about: one to five.' }) themes!: string[];
  @Field(() => [String], { defaultValue: [], description: 'Where the need was seen: at most ten.' }) places!: string[];
  @Field(() => [String], {
    defaultValue: [],
    description: 'Web addresses of reports, research, statistics: at most ten.',
  })
  evidence!: string[];
  @Field(() => String, { defaultValue: 'en', description: 'BCP 47 tag of the language it is written in.' })
  language!: string;
  @Field(() => ID, { nullable: true, description: 'The organisation you speak for.' }) organisationId?: string | null;
  @Field(() => [PersonalDataKeptInput], { nullable: true, description: 'What looks like personal data and may stand.' })
  personalDataKept?: PersonalDataKeptInput[] | null;
  @Field(() => UuidScalar, { nullable: true, description: 'The draft it was written as; it goes.' }) draftId?:
    | string
    | null;
}

@InputType({ description: 'A change of the text. What is left out stays as it is.' })
export class ReviseIdeaInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => String, { nullable: true, description: 'One line.' }) title?: string | null;
  @Field(() => String, { nullable: true, description: 'What is needed and why, in Markdown.' }) need?: string | null;
  @Field(() => String, { nullable: true, description: 'What would be better for people.' }) outcome?: string | null;
  @Field(() => String, { nullable: true, description: 'The idea in one short sentence of plain words.' }) easyRead?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'Whom it is for.' }) peopleServed?: string | null;
  @Field(() => String, { nullable: true, description: 'What exists already.' }) whatExists?: string | null;
  @Field(() => [ThemeEnum], { nullable: true, description: 'What it is about.' }) themes?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Where the need was seen.' }) places?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Web addresses.' }) evidence?: string[] | null;
  @Field(() => String, { nullable: true, description: 'BCP 47 tag.' }) language?: string | null;
  @Field(() => Number, {
    nullable: true,
    description: 'The version you had before you; somebody else’s change meanwhile is then not lost.',
  })
  readVersion?: number | null;
  @Field(() => [PersonalDataKeptInput], { nullable: true, description: 'What looks like personal data and may stand.' })
  personalDataKept?: PersonalDataKeptInput[] | null;
}

@InputType({ description: 'Which idea to take back.' })
export class WithdrawIdeaInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => String, { nullable: true, description: 'Words for those who stood behind it. Public.' }) reason?:
    | string
    | null;
}

@InputType({ description: 'What was typed so far.' })
export class SaveIdeaDraftInput {
  @Field(() => UuidScalar, { description: 'Made by the client when the draft was begun.' }) draftId!: string;
  @Field(() => String, { nullable: true, description: 'As typed so far.' }) title?: string | null;
  @Field(() => String, { nullable: true, description: 'As typed so far.' }) need?: string | null;
  @Field(() => String, { nullable: true, description: 'As typed so far.' }) peopleServed?: string | null;
  @Field(() => String, { nullable: true, description: 'As typed so far.' }) outcome?: string | null;
  @Field(() => String, { nullable: true, description: 'As typed so far.' }) easyRead?: string | null;
  @Field(() => String, { nullable: true, description: 'As typed so far.' }) whatExists?: string | null;
  @Field(() => String, { nullable: true, description: 'BCP 47 tag.' }) language?: string | null;
  @Field(() => [String], { nullable: true, description: 'As chosen so far.' }) themes?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'As typed so far.' }) places?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'As typed so far.' }) evidence?: string[] | null;
}

@InputType({ description: 'Which draft to throw away.' })
export class DiscardIdeaDraftInput {
  @Field(() => UuidScalar, { description: 'One of your drafts.' }) draftId!: string;
}
