import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { COMPONENT_FUNCTIONS, FILE_FIELDS, type LicenceBasis, LICENCE_USES, MATURITIES } from '@openimpact/domain';

import { connectionOf, enumOf, NodeInterface, PermissionObject } from '../../../platform/graphql/index.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { IdeaObject, ThemeEnum } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';

export const MaturityEnum = enumOf(MATURITIES);
registerEnumType(MaturityEnum, {
  name: 'Maturity',
  description: 'How far the software is.',
  valuesMap: {
    CONCEPT: { description: 'Thought of; there may be no code.' },
    DEVELOPMENT: { description: 'Being written; not ready for anybody to use.' },
    BETA: { description: 'Being tested.' },
    STABLE: { description: 'Released and ready to use.' },
    OBSOLETE: { description: 'No longer looked after.' },
  },
});

export const ComponentFunctionEnum = enumOf(COMPONENT_FUNCTIONS);
registerEnumType(ComponentFunctionEnum, {
  name: 'ComponentFunction',
  description: 'What software does, in the words of those who do social work.',
  valuesMap: {
    CASE_RECORDS: { description: 'Keeps records of people and what was done with them.' },
    REFERRALS: { description: 'Passes people on to another service.' },
    SIGNPOSTING: { description: 'Tells people where help is.' },
    APPOINTMENTS: { description: 'Arranges times and places.' },
    REMINDERS: { description: 'Sends messages and reminders.' },
    VOLUNTEERS: { description: 'Plans who helps when.' },
    DONATIONS: { description: 'Takes donations and memberships.' },
    SURVEYS: { description: 'Asks people and collects answers.' },
    OUTCOMES: { description: 'Measures what changed.' },
    PEER_SUPPORT: { description: 'Lets people in the same position talk to each other.' },
    SELF_HELP: { description: 'Helps people help themselves.' },
    CRISIS_HELP: { description: 'Answers people in a crisis: chat, text, telephone.' },
    SAFEGUARDING: { description: 'Records and follows up worries about somebody’s safety.' },
    GOODS_AND_FOOD: { description: 'Moves food and goods to who needs them.' },
    HOUSING_PLACES: { description: 'Finds and fills beds and homes.' },
    BENEFITS_AND_DEBT: { description: 'Works out benefits, bills and debts.' },
    CONSENT_AND_SHARING: { description: 'Asks for consent and shares data between services.' },
    TRAINING: { description: 'Teaches staff, volunteers or the people served.' },
    TRANSLATION: { description: 'Translates and makes easy to read.' },
    MAPS: { description: 'Shows places.' },
  },
});

export const LicenceUseEnum = enumOf(LICENCE_USES);
registerEnumType(LicenceUseEnum, {
  name: 'LicenceUse',
  description: 'What the licence that counts lets one do, in three words.',
  valuesMap: {
    ANY_USE: { description: 'Build on it and carry any licence.' },
    SHARE_ITS_CHANGES: { description: 'Share changes to it; what merely uses it may carry another licence.' },
    SHARE_THE_WHOLE: { description: 'Share what is built on it under the same licence.' },
    ASK_A_PERSON: { description: 'Nobody can say yet.' },
  },
});

export const FileFieldEnum = enumOf(FILE_FIELDS.map((field) => field.replaceAll(/[A-Z]/g, '_$&').toUpperCase()));
registerEnumType(FileFieldEnum, {
  name: 'ComponentFileField',
  description: 'What a publiccode.yml says of a component, part by part.',
});

const LICENCE_BASES: readonly LicenceBasis[] = [
  'CONCLUDED',
  'DECLARED_AND_FOUND',
  'DECLARED_ONLY',
  'FOUND_ONLY',
  'DISPUTED',
  'UNKNOWN',
];
export const LicenceBasisEnum = enumOf(LICENCE_BASES);
registerEnumType(LicenceBasisEnum, {
  name: 'LicenceBasis',
  description: 'What the licence of a component rests on.',
  valuesMap: {
    CONCLUDED: { description: 'A person decided, and said why.' },
    DECLARED_AND_FOUND: { description: 'The metadata and the text of the licence say the same.' },
    DECLARED_ONLY: { description: 'The metadata says so; nobody looked at the text of the licence.' },
    FOUND_ONLY: { description: 'The text of the licence says so; the metadata says nothing.' },
    DISPUTED: { description: 'The metadata and the text of the licence differ. A person has to decide.' },
    UNKNOWN: { description: 'Nobody said. Without a licence nothing may be reused.' },
  },
});

export const MetadataSeverityEnum = enumOf(['ERROR', 'WARNING']);
registerEnumType(MetadataSeverityEnum, {
  name: 'MetadataSeverity',
  description: 'Whether something makes a metadata file invalid (ERROR) or is only no longer advised (WARNING).',
});

@ObjectType('MetadataProblem', { description: 'One thing that is wrong in a publiccode.yml file, and where.' })
export class MetadataProblemObject {
  @Field(() => String, { description: 'The key it is about: description.en.features[2]. Empty: the whole file.' })
  path!: string;
  @Field(() => Int, { description: 'The line, counted from 1.' }) line!: number;
  @Field(() => Int, { description: 'The column, counted from 1.' }) column!: number;
  @Field(() => String, { description: 'Stable, for programs: KEY_MISSING.' }) code!: string;
  @Field(() => String, { description: 'What is wrong and what would be right, for a person.' }) message!: string;
  @Field(() => MetadataSeverityEnum, { description: 'Whether it makes the file invalid.' }) severity!: string;
}

@ObjectType('ComponentMetadata', { description: 'The metadata file a component was last read from.' })
export class ComponentMetadataObject {
  @Field(() => Boolean, { description: 'Whether the file follows the specification.' }) valid!: boolean;
  @Field(() => [MetadataProblemObject], { description: 'What is wrong with it, in the order of the file.' })
  problems!: MetadataProblemObject[];
  @Field(() => Date, { description: 'When it came.' }) receivedAt!: Date;
}

@ObjectType('LicenceInPlainWords', { description: 'One licence, for somebody who has never read one.' })
export class LicenceInPlainWordsObject {
  @Field(() => String, { description: 'Its name.' }) name!: string;
  @Field(() => [String], { description: 'Its page in the list of SPDX, and that of an exception to it.' })
  spdxPages!: string[];
  @Field(() => [String], { description: 'What you may do. Empty when nobody here has read it.' }) may!: string[];
  @Field(() => [String], { description: 'What you must do in return.' }) must!: string[];
}

@ObjectType('ComponentLicence', {
  description: 'The licence of a component as three facts kept apart, and what they come to.',
})
export class ComponentLicenceObject {
  @Field(() => String, { nullable: true, description: 'What its metadata says, as written there.' })
  declared!: string | null;
  @Field(() => String, { nullable: true, description: 'What the text of its licence is.' }) found!: string | null;
  @Field(() => String, { nullable: true, description: 'What a person decided.' }) concluded!: string | null;
  @Field(() => String, { nullable: true, description: 'Why they decided so.' }) concludedBecause!: string | null;
  @Field(() => PersonObject, { nullable: true, description: 'Who decided.' }) concludedBy!: PersonObject | null;
  @Field(() => Date, { nullable: true, description: 'When they decided.' }) concludedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'The one that counts; null while nobody can say.' })
  inForce!: string | null;
  @Field(() => LicenceBasisEnum, { description: 'What it rests on.' }) basis!: LicenceBasis;
  @Field(() => [LicenceInPlainWordsObject], { description: 'The one that counts, in plain words.' })
  inPlainWords!: LicenceInPlainWordsObject[];
}

@ObjectType('ComponentViewerCan', { description: 'What the viewer may do with a component now.' })
export class ComponentViewerCanObject {
  @Field(() => PermissionObject, { description: 'Decide which licence it carries.' })
  concludeLicence!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Read a newer file of it.' }) reimport!: PermissionObject;
}

@ObjectType('FittingIdea', { description: 'An idea that something may fit, and why it is thought to.' })
export class FittingIdeaObject {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
  @Field(() => [String], { description: 'Words of the component that the idea speaks of too.' }) words!: string[];
  @Field(() => [ThemeEnum], { description: 'Themes they share.' }) themes!: string[];
}

@ObjectType('Component', {
  implements: () => NodeInterface,
  description: 'Something that exists and can be reused.',
})
export class ComponentObject extends NodeInterface {
  @Field(() => String, { description: 'The readable part of its address; never changes.' }) slug!: string;
  @Field(() => String, { description: 'What it is called.' }) name!: string;
  @Field(() => String, { description: 'One sentence about what it does.' }) summary!: string;
  @Field(() => String, { description: 'More about it, in Markdown. May be empty.' }) description!: string;
  @Field(() => String, { description: 'BCP 47 tag of the language its texts are in.' }) language!: string;
  @Field(() => [ThemeEnum], { description: 'What it is about.' }) themes!: string[];
  @Field(() => [ComponentFunctionEnum], { description: 'What it does.' }) functions!: string[];
  @Field(() => LicenceUseEnum, { description: 'What its licence lets one do.' }) licenceUse!: string;
  @Field(() => [String], { description: 'Whom its file names as users: a claim of its maintainers, not checked.' })
  claimedUsers!: string[];
  @Field(() => [String], { description: 'Repositories that its file says it is based on.' }) basedOn!: string[];
  @Field(() => String, {
    nullable: true,
    description: 'Where its faults and wishes are written down, where its forge is known.',
  })
  issueTrackerUrl!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Where its file is looked at again; null when a person brought it.',
  })
  metadataUrl!: string | null;
  @Field(() => Date, { nullable: true, description: 'When its file was last seen there.' }) seenAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Since when nothing answers there. It blocks nothing.' })
  unreachableSince!: Date | null;
  @Field(() => [FittingIdeaObject], { description: 'Ideas it may fit, best first: up to five.' })
  fittingIdeas!: FittingIdeaObject[];
  @Field(() => String, { nullable: true, description: 'Where its source is.' }) repositoryUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'Its page on the web.' }) landingUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'Where one learns to use it.' }) documentationUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'The softwareType of publiccode.yml: standalone/web.' })
  softwareType!: string | null;
  @Field(() => MaturityEnum, { nullable: true, description: 'How far it is.' }) maturity!: string | null;
  @Field(() => [String], { description: 'Categories of publiccode.yml: appointment-scheduling.' })
  categories!: string[];
  @Field(() => [String], { description: 'What it runs on, for those who use it.' }) platforms!: string[];
  @Field(() => [String], { description: 'BCP 47 tags of the languages it speaks.' }) availableLanguages!: string[];
  @Field(() => [String], { description: 'What it can do.' }) features!: string[];
  @Field(() => String, { nullable: true, description: 'Its newest version.' }) softwareVersion!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'When that was released.' }) releaseDate!: string | null;
  @Field(() => String, { nullable: true, description: 'Who its metadata says looks after it.' })
  maintainedBy!: string | null;
  @Field(() => OrganisationObject, { nullable: true, description: 'The organisation here that looks after it.' })
  organisation!: OrganisationObject | null;
  @Field(() => PersonObject, { description: 'Who registered it here.' }) registeredBy!: PersonObject;
  @Field(() => Date, { description: 'When it was registered.' }) registeredAt!: Date;
  @Field(() => Date, { description: 'When something about it last changed here.' }) updatedAt!: Date;
  @Field(() => ComponentMetadataObject, { nullable: true, description: 'The file it was last read from.' })
  metadata!: ComponentMetadataObject | null;
  @Field(() => ComponentLicenceObject, { description: 'Its licence.' }) licence!: ComponentLicenceObject;
  @Field(() => ComponentViewerCanObject, { description: 'What the viewer may do with it now.' })
  viewerCan!: ComponentViewerCanObject;
}

@ObjectType('ComponentConnection', { description: 'A page of components.' })
export class ComponentConnection extends connectionOf(() => ComponentObject, 'Component') {}

@ObjectType('FittingComponent', { description: 'A component that may fit an idea, and why it is thought to.' })
export class FittingComponentObject {
  @Field(() => ComponentObject, { description: 'The component.' }) component!: ComponentObject;
  @Field(() => [String], { description: 'Words of the idea that it speaks of too.' }) words!: string[];
  @Field(() => [ThemeEnum], { description: 'Themes they share.' }) themes!: string[];
}
