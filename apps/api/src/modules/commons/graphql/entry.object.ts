import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  ENTRY_STATUSES,
  type EntryStatus,
  type LicenceVerdictWord,
  type OutputKind,
  STRATEGY_KINDS,
  type StrategyKind,
  WITHDRAWN_BECAUSE,
  type WithdrawnBecause,
} from '@openimpact/domain';

import { LICENCE_SORTS, type LicenceSort } from '../application/licence-sorts.js';
import {
  connectionOf,
  DateScalar,
  enumOf,
  NodeInterface,
  PermissionObject,
  RefusalObject,
} from '../../../platform/graphql/index.js';
import { LicenceVerdictWordEnum, OutputKindEnum } from '../../agreements/index.js';
import { ComponentObject, StandingUseInterface } from '../../components/index.js';
import { IdeaObject, ThemeEnum } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';
import { ObligationObject, ReturnObject, withResearchFields } from '../../returns/index.js';
import { FundingRoundObject } from '../../rounds/index.js';
import { PerspectiveCountObject } from '../../support/index.js';
import { UploadObject } from '../../uploads/index.js';
import { VentureObject } from '../../ventures/index.js';

export const EntryStatusEnum = enumOf(ENTRY_STATUSES);
registerEnumType(EntryStatusEnum, {
  name: 'EntryStatus',
  description: 'Whether an entry can be used.',
  valuesMap: {
    PUBLISHED: { description: 'It is there for everybody.' },
    WITHDRAWN: { description: 'It was taken back; its address says so.' },
  },
});

export const WithdrawnBecauseEnum = enumOf(WITHDRAWN_BECAUSE);
registerEnumType(WithdrawnBecauseEnum, {
  name: 'WithdrawnBecause',
  description: 'Why an entry was taken back.',
  valuesMap: {
    SUPERSEDED: { description: 'Something else takes its place.' },
    CONSENT_WITHDRAWN: { description: 'People who took part changed their mind. What it said is gone.' },
    PERSONAL_DATA: { description: 'It held personal data. What it said is gone, its title too.' },
    RIGHTS: { description: 'It was not the giver’s to give. What it said is gone.' },
    WRONG: { description: 'It does not hold.' },
    OTHER: { description: 'Another reason, in words.' },
  },
});
const StrategyKindEnum = enumOf(STRATEGY_KINDS);
registerEnumType(StrategyKindEnum, {
  name: 'StrategyKind',
  description: 'How far a step is from what one can do towards what one hopes for.',
  valuesMap: {
    INPUT: { description: 'What it takes.' },
    ACTIVITY: { description: 'What is done.' },
    OUTPUT: { description: 'What comes of it at once.' },
    OUTCOME: { description: 'What changes for people.' },
    IMPACT: { description: 'What is hoped for in the end.' },
  },
});

@ObjectType('StrategyNode', { description: 'One step of how somebody thinks it works.' })
export class StrategyNodeObject {
  @Field(() => String, { description: 'Its name within the strategy: n1.' }) key!: string;
  @Field(() => StrategyKindEnum, { description: 'What kind of step.' }) kind!: StrategyKind;
  @Field(() => String, { description: 'What it is.' }) title!: string;
  @Field(() => [String], { description: 'What would show that it happens.' }) indicators!: string[];
  @Field(() => [String], { description: 'Keys of the steps it leads to.' }) leadsTo!: string[];
}

@ObjectType('EntryUse', {
  implements: () => [NodeInterface, StandingUseInterface],
  description: 'An organisation’s own word that it uses something from the library.',
})
export class EntryUseObject extends StandingUseInterface {
  @Field(() => Date, { description: 'When it first said so.' }) declaredAt!: Date;
}

@ObjectType('EntryWithdrawal', { description: 'The mark that an entry leaves when it is taken back.' })
export class EntryWithdrawalObject {
  @Field(() => WithdrawnBecauseEnum, { description: 'Why.' }) because!: WithdrawnBecause;
  @Field(() => String, { description: 'The same in words.' }) reason!: string;
  @Field(() => Date, { description: 'When.' }) withdrawnAt!: Date;
  @Field(() => CommonsEntryObject, { nullable: true, description: 'What to use instead.' }) replacedBy!: object | null;
}

@ObjectType('EntryMatch', { description: 'Why an entry was found.' })
export class EntryMatchObject {
  @Field(() => String, { description: 'Where the words stand: TITLE, SUMMARY or TEXT.' }) where!: string;
  @Field(() => String, { description: 'The passage; the words that were found stand between « and ».' })
  excerpt!: string;
}

@ObjectType('EntryViewerCan', { description: 'What you may do about an entry.' })
export class EntryViewerCanObject {
  @Field(() => PermissionObject, { description: 'Publish another version, or confirm that it holds.' })
  revise!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Take it back.' }) withdraw!: PermissionObject;
}

@ObjectType('EntryVersion', { description: 'One version of an entry. Nothing is overwritten.' })
export class EntryVersionObject {
  @Field(() => Int, { description: 'Versions are counted from 1.' }) number!: number;
  @Field(() => String, { description: 'What it was called.' }) title!: string;
  @Field(() => String, { description: 'What it was.' }) summary!: string;
  @Field(() => String, { nullable: true, description: 'Where it was.' }) address!: string | null;
  @Field(() => String, { nullable: true, description: 'The text itself.' }) text!: string | null;
  @Field(() => String, { description: 'Its licence.' }) licence!: string;
  @Field(() => String, { nullable: true, description: 'The release that is meant.' }) release!: string | null;
  @Field(() => String, { description: 'What changed. Empty for the first.' }) change!: string;
  @Field(() => [UploadObject], { description: 'Files that belong to it.' }) files!: UploadObject[];
  @Field(() => PersonObject, { description: 'Who shared it.' }) sharedBy!: PersonObject;
  @Field(() => Date, { description: 'When.' }) createdAt!: Date;
  @Field(() => ReturnObject, { nullable: true, description: 'What was verified, where it kept a promise.' })
  verifiedReturn!: ReturnObject | null;
}

@ObjectType('EntryProvenance', { description: 'Where an entry came from: the need, who stood behind it, who paid.' })
export class EntryProvenanceObject {
  @Field(() => IdeaObject, { description: 'The idea it began with. Its originator is named there.' }) idea!: IdeaObject;
  @Field(() => VentureObject, { description: 'The project that built it.' }) venture!: VentureObject;
  @Field(() => FundingRoundObject, {
    nullable: true,
    description: 'The round that paid for it. Null for what a project that stopped learned.',
  })
  fundingRound!: FundingRoundObject | null;
  @Field(() => ObligationObject, {
    nullable: true,
    description: 'The promise it keeps. Null for what a project that stopped learned.',
  })
  obligation!: ObligationObject | null;
  @Field(() => Int, { description: 'Votes of support the idea had when this came back.' }) votes!: number;
  @Field(() => [PerspectiveCountObject], { description: 'The same by perspective; small numbers are not shown.' })
  byPerspective!: PerspectiveCountObject[];
  @Field(() => [OrganisationObject], { description: 'Whose money it was.' }) funders!: OrganisationObject[];
}

@ObjectType('CommonsEntry', {
  implements: () => NodeInterface,
  description: 'Something in the shared library, at an address that does not change.',
})
export class CommonsEntryObject extends withResearchFields(NodeInterface) {
  @Field(() => String, { description: 'A name for it that works without this site.' }) urn!: string;
  @Field(() => String, { description: 'The readable part of its address; never changes.' }) slug!: string;
  @Field(() => OutputKindEnum, { description: 'What kind of thing it is.' }) kind!: OutputKind;
  @Field(() => EntryStatusEnum, { description: 'Whether it can be used.' }) status!: EntryStatus;
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => String, { description: 'What it is and whom it helps.' }) summary!: string;
  @Field(() => String, { nullable: true, description: 'Where it is.' }) address!: string | null;
  @Field(() => String, { nullable: true, description: 'The text itself, in Markdown, where it is text.' })
  text!: string | null;
  @Field(() => String, { description: 'Its licence, as an SPDX expression.' }) licence!: string;
  @Field(() => LicenceVerdictWordEnum, { description: 'Whether the licence meets what was asked of it.' })
  verdict!: LicenceVerdictWord;
  @Field(() => String, { description: 'What decided that, as a sentence.' }) verdictReason!: string;
  @Field(() => String, { description: 'Why a person let it stand, where nobody knew. Otherwise empty.' })
  licenceReason!: string;
  @Field(() => String, { description: 'BCP 47 tag of the language it is described in.' }) language!: string;
  @Field(() => [ThemeEnum], { description: 'What it is about.' }) themes!: string[];
  @Field(() => String, { nullable: true, description: 'The release that is meant, for software.' })
  release!: string | null;
  @Field(() => [UploadObject], { description: 'Files that belong to the version that is shown.' })
  files!: UploadObject[];
  @Field(() => ComponentObject, { nullable: true, description: 'The registered component that this software is.' })
  component!: ComponentObject | null;
  @Field(() => [EntryUseObject], { description: 'Who says that they use it, last confirmed first, at most 100.' })
  uses!: EntryUseObject[];
  @Field(() => EntryWithdrawalObject, { nullable: true, description: 'Why it was taken back. Null while it is there.' })
  withdrawal!: object | null;
  @Field(() => Date, { nullable: true, description: 'When somebody last said that it still holds.' })
  confirmedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When its address last answered.' }) addressSeenAt!: Date | null;
  @Field(() => Int, { description: 'The version that is shown.' }) version!: number;
  @Field(() => OrganisationObject, { description: 'Who brought it.' }) organisation!: OrganisationObject;
  @Field(() => [OrganisationObject], { description: 'Who gives it together with the one that brought it.' })
  alsoGivenBy!: OrganisationObject[];
  @Field(() => [OrganisationObject], {
    description: 'Who has been asked to and has not answered. Told to those who asked and who are asked.',
  })
  askedToGive!: OrganisationObject[];
  @Field(() => PersonObject, { description: 'Who shared it.' }) sharedBy!: PersonObject;
  @Field(() => Date, { description: 'When it came into the library.' }) publishedAt!: Date;
  @Field(() => Date, { description: 'When it last changed.' }) updatedAt!: Date;
  @Field(() => DateScalar, { description: 'The day by which somebody should confirm that it still holds.' })
  reviewBy!: string;
  @Field(() => Boolean, { description: 'Whether that day is over.' }) unconfirmed!: boolean;
  @Field(() => EntryProvenanceObject, {
    nullable: true,
    description: 'Where it came from. Null when an organisation gave it without a project.',
  })
  provenance!: EntryProvenanceObject | null;
  @Field(() => [ComponentObject], { description: 'What it was built on.' }) components!: ComponentObject[];
  @Field(() => [IdeaObject], { description: 'Ideas it informs.' }) informs!: IdeaObject[];
  @Field(() => [EntryVersionObject], { description: 'Every version, newest first, at most 100.' })
  versions!: EntryVersionObject[];
}

@ObjectType('CommonsEntryConnection', { description: 'A page of the shared library.' })
export class CommonsEntryConnection extends connectionOf(() => CommonsEntryObject, 'CommonsEntry') {}

const LicenceSortEnum = enumOf(LICENCE_SORTS);
registerEnumType(LicenceSortEnum, {
  name: 'LicenceSort',
  description: 'What a licence comes to, in plain words.',
  valuesMap: {
    ANY_USE: { description: 'Use it for anything; at most say who made it.' },
    SHARE_ALIKE: { description: 'Use it for anything, and share changes under the same licence.' },
  },
});

@InputType({ description: 'Which entries to list. What is left out does not matter.' })
export class CommonsEntryFilter {
  @Field(() => String, { nullable: true, description: 'Words to search for.' }) text?: string | null;
  @Field(() => [OutputKindEnum], { nullable: true, description: 'Of these kinds.' }) kinds?: OutputKind[] | null;
  @Field(() => [ThemeEnum], { nullable: true, description: 'About at least one of these.' }) themes?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Under exactly these licences.' }) licences?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those whose review is not overdue.' })
  confirmedOnly?: boolean | null;
  @Field(() => LicenceSortEnum, { nullable: true, description: 'Under a licence of this sort.' })
  licenceSort?: LicenceSort | null;
  @Field(() => ID, { nullable: true, description: 'Given by this organisation.' }) organisationId?: string | null;
  @Field(() => String, { nullable: true, description: 'Given by the organisation at this address.' })
  organisation?: string | null;
  @Field(() => String, { nullable: true, description: 'From the project at this address.' }) venture?: string | null;
}

@InputType({ isAbstract: true })
class EntryInput extends withResearchFields(Object) {
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => String, { description: 'What it is and whom it helps.' }) summary!: string;
  @Field(() => String, { nullable: true, description: 'Where it is. This, or text, or both.' }) address?: string | null;
  @Field(() => String, { nullable: true, description: 'The text itself, in Markdown.' }) text?: string | null;
  @Field(() => String, { description: 'Its licence, as an SPDX expression: MIT, CC-BY-4.0.' }) licence!: string;
  @Field(() => String, { nullable: true, description: 'Why the licence is open, where nobody wrote that down.' })
  licenceReason?: string | null;
  @Field(() => [ThemeEnum], { defaultValue: [], description: 'What it is about.' }) themes!: string[];
  @Field(() => String, { defaultValue: 'en', description: 'BCP 47 tag of the language it is described in.' })
  language!: string;
  @Field(() => [ID], { defaultValue: [], description: 'Files sent before with requestUpload, at most 10.' })
  uploadIds!: string[];
  @Field(() => ID, { nullable: true, description: 'For software: the registered component that it is.' })
  componentId?: string | null;
  @Field(() => String, { nullable: true, description: 'For software: the release that is meant, such as v1.4.0.' })
  release?: string | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Your word that what looks like personal data is nobody’s secret.',
  })
  personalDataChecked!: boolean;
}

@InputType({ description: 'Something an organisation gives to the shared library.' })
export class ShareEntryInput extends EntryInput {
  @Field(() => ID, { description: 'For which organisation.' }) organisationId!: string;
  @Field(() => OutputKindEnum, { description: 'What kind of thing it is.' }) kind!: OutputKind;
  @Field(() => ID, {
    nullable: true,
    description: 'An idea it informs. Research with consent counts there as having heard people.',
  })
  ideaId?: string | null;
}

@InputType({ description: 'Another version of an entry.' })
export class ReviseEntryInput extends EntryInput {
  @Field(() => ID, { description: 'Which entry.' }) entryId!: string;
  @Field(() => Int, { description: 'The version you read: nobody writes over what somebody else wrote meanwhile.' })
  version!: number;
  @Field(() => String, { description: 'What changed, in a sentence.' }) change!: string;
}

@InputType({ description: 'Which entry is taken back, and why.' })
export class WithdrawEntryInput {
  @Field(() => ID, { description: 'Which entry.' }) entryId!: string;
  @Field(() => WithdrawnBecauseEnum, { description: 'Why.' }) because!: WithdrawnBecause;
  @Field(() => String, { description: 'The same in words, in public and for ever.' }) reason!: string;
  @Field(() => ID, { nullable: true, description: 'The entry to use instead.' }) replacedById?: string | null;
}

@InputType({ description: 'Which entry still holds.' })
export class ConfirmEntryInput {
  @Field(() => ID, { description: 'Which entry.' }) entryId!: string;
}

@InputType({ description: 'An entry and an idea that it informs.' })
export class LinkEntryInput {
  @Field(() => ID, { description: 'Which entry.' }) entryId!: string;
  @Field(() => ID, { description: 'Which idea.' }) ideaId!: string;
}

export function resultOf(name: string, done: string) {
  @ObjectType(`${name}Payload`, { description: done })
  class Payload {
    @Field(() => CommonsEntryObject, { description: 'The entry as it stands now.' }) entry!: CommonsEntryObject;
  }
  return createUnionType({
    name: `${name}Result`,
    description: `${done.slice(0, -1)}, or what is in the way.`,
    types: () => [Payload, RefusalObject] as const,
    resolveType: (value: { readonly __typename: string }) => value.__typename,
  });
}

export const ShareEntryResult = resultOf('ShareEntry', 'It is in the shared library.');
export const ReviseEntryResult = resultOf('ReviseEntry', 'The new version is there.');
export const WithdrawEntryResult = resultOf('WithdrawEntry', 'It is taken back.');
export const ConfirmEntryResult = resultOf('ConfirmEntry', 'It is confirmed.');
export const LinkEntryResult = resultOf('LinkEntry', 'They are linked.');
