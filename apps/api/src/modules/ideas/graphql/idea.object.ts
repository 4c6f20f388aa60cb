import { createUnionType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ASIDE_STAGES, PERSONAL_DATA_KINDS, PERSPECTIVES, STAGES, THEMES } from '@openimpact/domain';

import {
  connectionOf,
  enumOf,
  NodeInterface,
  PermissionObject,
  RefusalObject,
  UuidScalar,
} from '../../../platform/graphql/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';

export const StageEnum = enumOf([...STAGES, ...ASIDE_STAGES]);
registerEnumType(StageEnum, { name: 'Stage', description: 'Where an idea is on the pipeline, or how it left it.' });
export const ThemeEnum = enumOf(THEMES);
registerEnumType(ThemeEnum, { name: 'Theme', description: 'What an idea, a component or a mandate is about.' });

export const PerspectiveEnum = enumOf(PERSPECTIVES);
registerEnumType(PerspectiveEnum, {
  name: 'Perspective',
  description: 'The hat a person wears when they vote or comment, as they describe themselves.',
  valuesMap: {
    LIVED_EXPERIENCE: { description: 'This is about my life, or someone I care for.' },
    PRACTITIONER: { description: 'Works with the people it is for.' },
    TECHNOLOGIST: { description: 'Builds or analyses.' },
    FUNDER: { description: 'Funds or commissions.' },
    PUBLIC: { description: 'Anyone else.' },
  },
});

export const PersonalDataKindEnum = enumOf(PERSONAL_DATA_KINDS);
registerEnumType(PersonalDataKindEnum, {
  name: 'PersonalDataKind',
  description: 'Kinds of text that may point at one person.',
});

@ObjectType('IdeaRevision', { description: 'One wording an idea had. Nothing is overwritten.' })
export class IdeaRevisionObject {
  @Field(() => Int, { description: 'Counts from 1.' }) number!: number;
  @Field(() => PersonObject, { nullable: true, description: 'Who wrote it.' }) author!: PersonObject | null;
  @Field(() => Date, { description: 'When.' }) createdAt!: Date;
  @Field(() => Boolean, { description: 'Whether need, outcome or whom it is for changed: what people voted for.' })
  material!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 over a secret salt and the text, in hexadecimal. Null once something was taken out.',
  })
  fingerprint!: string | null;
  @Field(() => Boolean, { description: 'Whether the site team took something out of it.' }) redacted!: boolean;
  @Field(() => String, { nullable: true, description: 'One line.' }) title!: string | null;
  @Field(() => String, { nullable: true, description: 'What is needed and why, in Markdown.' }) need!: string | null;
  @Field(() => String, { nullable: true, description: 'What would be better for people.' }) outcome!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The idea in one short sentence of plain words; empty when not given.',
  })
  easyRead!: string | null;
  @Field(() => String, { nullable: true, description: 'Whom it is for.' }) peopleServed!: string | null;
  @Field(() => String, { nullable: true, description: 'What exists already.' }) whatExists!: string | null;
}

@ObjectType('IdeaRevisionConnection', { description: 'A page of wordings, newest first.' })
export class IdeaRevisionConnection extends connectionOf(() => IdeaRevisionObject, 'IdeaRevision') {}

@ObjectType('StageChange', { description: 'A move on the pipeline and its explanation, as one record.' })
export class StageChangeObject {
  @Field(() => StageEnum, { description: 'Where it came from.' }) from!: string;
  @Field(() => StageEnum, { description: 'Where it went.' }) to!: string;
  @Field(() => String, { description: 'Why, where a person decided. Empty when a gate did.' }) reason!: string;
  @Field(() => Date, { description: 'When.' }) changedAt!: Date;
}

@ObjectType('IdeaViewerCan', {
  description: 'What the viewer may do with an idea now, and what is missing where they may not.',
})
export class IdeaViewerCanObject {
  @Field(() => PermissionObject, { description: 'Change the text.' }) revise!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Take the idea back.' }) withdraw!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Propose that it goes up in another idea.' })
  proposeMerge!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Decline it, as a steward.' }) decline!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Appeal against its being declined.' }) appeal!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Ask somebody to write it with you.' })
  inviteCoAuthor!: PermissionObject;
}

@ObjectType('Idea', {
  implements: () => NodeInterface,
  description: 'A need for a digital product, and where it is on its way to the commons.',
})
export class IdeaObject extends NodeInterface {
  @Field(() => String, { description: 'The readable part of its address; never changes.' }) slug!: string;
  @Field(() => String, { description: 'One line.' }) title!: string;
  @Field(() => String, { description: 'What is needed and why, in Markdown.' }) need!: string;
  @Field(() => String, { description: 'What would be better for people.' }) outcome!: string;
  @Field(() => String, {
    description:
      'The idea again in one short sentence of plain words, for people who find long texts hard. Empty when not given.',
  })
  easyRead!: string;
  @Field(() => String, { description: 'Whom it is for.' }) peopleServed!: string;
  @Field(() => String, { description: 'What exists already, as far as the author knows. Empty when not said.' })
  whatExists!: string;
  @Field(() => [ThemeEnum], { description: 'What it is about.' }) themes!: string[];
  @Field(() => [String], { description: 'Where the need was seen.' }) places!: string[];
  @Field(() => [String], { description: 'Addresses of reports, research, statistics.' }) evidence!: string[];
  @Field(() => String, { description: 'BCP 47 tag of the language it is written in: en, cy.' }) language!: string;
  @Field(() => StageEnum, { description: 'Where it is on the pipeline.' }) stage!: string;
  @Field(() => Boolean, { description: 'Whether it came from a file rather than from a person here.' })
  imported!: boolean;
  @Field(() => PersonObject, { description: 'Who logged it.' }) author!: PersonObject;
  @Field(() => PersonObject, { description: 'Who had it first. Named on every later page and export.' })
  originator!: PersonObject;
  @Field(() => [PersonObject], { description: 'Who writes it with the author.' }) coAuthors!: PersonObject[];
  @Field(() => OrganisationObject, { nullable: true, description: 'The organisation the author spoke for.' })
  organisation!: OrganisationObject | null;
  @Field(() => OrganisationObject, { nullable: true, description: 'The organisation the author chose to lead it.' })
  leadOrganisation!: OrganisationObject | null;
  @Field(() => IdeaObject, { nullable: true, description: 'Where it is talked about now, when it was merged.' })
  mergedInto!: IdeaObject | null;
  @Field(() => Date, { description: 'When it was logged.' }) createdAt!: Date;
  @Field(() => Date, { description: 'When its text last changed.' }) updatedAt!: Date;
  @Field(() => Int, { description: 'How many revisions there are.' }) version!: number;
  @Field(() => String, {
    nullable: true,
    description: 'The fingerprint of the present wording, in hexadecimal. Null once something was taken out of it.',
  })
  fingerprint!: string | null;
  @Field(() => [StageChangeObject], { description: 'Every move on the pipeline, in order.' })
  stageChanges!: StageChangeObject[];
  @Field(() => IdeaViewerCanObject, { description: 'What the viewer may do now.' }) viewerCan!: IdeaViewerCanObject;
}

@ObjectType('ExcerptPart', { description: 'A piece of a text, and whether it is what was looked for.' })
export class ExcerptPartObject {
  @Field(() => String, { description: 'As it stands in the text.' }) text!: string;
  @Field(() => Boolean, { description: 'Whether this is what was looked for.' }) found!: boolean;
}

@ObjectType('IdeaConnection', { description: 'A page of ideas.' })
export class IdeaConnection extends connectionOf(() => IdeaObject, 'Idea') {}

@ObjectType('IdeaDraft', { description: 'A text of yours that is not logged yet. Nobody else can read it.' })
export class IdeaDraftObject {
  @Field(() => UuidScalar, { description: 'Made by the client that began it.' }) id!: string;
  @Field(() => Date, { description: 'When it was last saved.' }) savedAt!: Date;
  @Field(() => String, { nullable: true, description: 'As typed so far.' }) title!: string | null;
  @Field(() => String, { nullable: true, description: 'As typed so far.' }) need!: string | null;
  @Field(() => String, { nullable: true, description: 'As typed so far.' }) peopleServed!: string | null;
  @Field(() => String, { nullable: true, description: 'As typed so far.' }) outcome!: string | null;
  @Field(() => String, { nullable: true, description: 'As typed so far.' }) easyRead!: string | null;
  @Field(() => String, { nullable: true, description: 'As typed so far.' }) whatExists!: string | null;
  @Field(() => String, { nullable: true, description: 'BCP 47 tag.' }) language!: string | null;
  @Field(() => [String], { description: 'As chosen so far.' }) themes!: string[];
  @Field(() => [String], { description: 'As typed so far.' }) places!: string[];
  @Field(() => [String], { description: 'As typed so far.' }) evidence!: string[];
}

@ObjectType('PersonalDataFound', {
  description: 'Something in a text that may point at one person. Only its author can know whether it does.',
})
export class PersonalDataFoundObject {
  @Field(() => PersonalDataKindEnum, { description: 'What it looks like.' }) kind!: string;
  @Field(() => String, { description: 'The same for a person: a telephone number.' }) label!: string;
  @Field(() => String, { description: 'Why it matters.' }) why!: string;
  @Field(() => String, { description: 'The text itself.' }) found!: string;
  @Field(() => Int, { description: 'Where it begins, in UTF-16 units.' }) start!: number;
  @Field(() => Int, { description: 'Where it ends.' }) end!: number;
}

@ObjectType('LogIdeaPayload', { description: 'The idea is logged.' })
export class LogIdeaPayload {
  @Field(() => IdeaObject, { description: 'The new idea.' }) idea!: IdeaObject;
}

@ObjectType('ReviseIdeaPayload', { description: 'The text is changed.' })
export class ReviseIdeaPayload {
  @Field(() => IdeaObject, { description: 'The idea as it reads now.' }) idea!: IdeaObject;
}

@ObjectType('WithdrawIdeaPayload', { description: 'The idea is withdrawn.' })
export class WithdrawIdeaPayload {
  @Field(() => IdeaObject, { description: 'The idea, which keeps its page.' }) idea!: IdeaObject;
}

@ObjectType('SaveIdeaDraftPayload', { description: 'What was typed is kept in the account.' })
export class SaveIdeaDraftPayload {
  @Field(() => UuidScalar, { description: 'The draft.' }) draftId!: string;
}

@ObjectType('DiscardIdeaDraftPayload', { description: 'The draft is gone.' })
export class DiscardIdeaDraftPayload {
  @Field(() => UuidScalar, { description: 'The draft that was.' }) draftId!: string;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const LogIdeaResult = createUnionType({
  name: 'LogIdeaResult',
  description: 'The new idea, or what is missing.',
  types: () => [LogIdeaPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const ReviseIdeaResult = createUnionType({
  name: 'ReviseIdeaResult',
  description: 'The revised idea, or what is in the way.',
  types: () => [ReviseIdeaPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const WithdrawIdeaResult = createUnionType({
  name: 'WithdrawIdeaResult',
  description: 'The withdrawn idea, or what is in the way.',
  types: () => [WithdrawIdeaPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const SaveIdeaDraftResult = createUnionType({
  name: 'SaveIdeaDraftResult',
  description: 'Saved, or what is in the way.',
  types: () => [SaveIdeaDraftPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const DiscardIdeaDraftResult = createUnionType({
  name: 'DiscardIdeaDraftResult',
  description: 'Gone.',
  types: () => [DiscardIdeaDraftPayload, RefusalObject] as const,
  resolveType: byTypename,
});
