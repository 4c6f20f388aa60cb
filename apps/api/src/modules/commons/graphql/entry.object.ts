import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ENTRY_STATUSES, type EntryStatus, type LicenceVerdictWord, type OutputKind } from '@openimpact/domain';

import { connectionOf, DateScalar, enumOf, NodeInterface, RefusalObject } from '../../../platform/graphql/index.js';
import { LicenceVerdictWordEnum, OutputKindEnum } from '../../agreements/index.js';
import { ComponentObject } from '../../components/index.js';
import { IdeaObject, ThemeEnum } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';
import { ObligationObject, ReturnObject } from '../../returns/index.js';
import { FundingRoundObject } from '../../rounds/index.js';
import { PerspectiveCountObject } from '../../support/index.js';
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

@ObjectType('EntryVersion', { description: 'One version of an entry. Nothing is overwritten.' })
export class EntryVersionObject {
  @Field(() => Int, { description: 'Versions are counted from 1.' }) number!: number;
  @Field(() => String, { description: 'What it was called.' }) title!: string;
  @Field(() => String, { description: 'What it was.' }) summary!: string;
  @Field(() => String, { nullable: true, description: 'Where it was.' }) address!: string | null;
  @Field(() => String, { nullable: true, description: 'The text itself.' }) text!: string | null;
  @Field(() => String, { description: 'Its licence.' }) licence!: string;
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
export class CommonsEntryObject extends NodeInterface {
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
  @Field(() => String, { nullable: true, description: 'For research: how people agreed.' }) consent!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'For research: who removed what could identify people, and how.',
  })
  anonymised!: string | null;
  @Field(() => Int, { description: 'The version that is shown.' }) version!: number;
  @Field(() => OrganisationObject, { description: 'Who gives it.' }) organisation!: OrganisationObject;
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

@InputType({ description: 'Which entries to list. What is left out does not matter.' })
export class CommonsEntryFilter {
  @Field(() => String, { nullable: true, description: 'Words to search for.' }) text?: string | null;
  @Field(() => [OutputKindEnum], { nullable: true, description: 'Of these kinds.' }) kinds?: OutputKind[] | null;
  @Field(() => [ThemeEnum], { nullable: true, description: 'About at least one of these.' }) themes?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Under exactly these licences.' }) licences?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those whose review is not overdue.' })
  confirmedOnly?: boolean | null;
}

@InputType({ description: 'Something an organisation gives to the shared library.' })
export class ShareEntryInput {
  @Field(() => ID, { description: 'For which organisation.' }) organisationId!: string;
  @Field(() => OutputKindEnum, { description: 'What kind of thing it is.' }) kind!: OutputKind;
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => String, { description: 'What it is and whom it helps.' }) summary!: string;
  @Field(() => String, { nullable: true, description: 'Where it is. This, or text, or both.' }) address?: string | null;
  @Field(() => String, { nullable: true, description: 'The text itself, in Markdown.' }) text?: string | null;
  @Field(() => String, { description: 'Its licence, as an SPDX expression: MIT, CC-BY-4.0.' }) licence!: string;
  @Field(() => String, { nullable: true, description: 'Why the licence is open, where nobody wrote that down.' })
  licenceReason?: string | null;
  @Field(() => [ThemeEnum], { defaultValue: [], description: 'What it is about.' }) themes!: string[];
  @Field(() => ID, {
    nullable: true,
    description: 'An idea it informs. Research with consent counts there as having heard people.',
  })
  ideaId?: string | null;
  @Field(() => String, { defaultValue: 'en', description: 'BCP 47 tag of the language it is described in.' })
  language!: string;
  @Field(() => String, { nullable: true, description: 'For research: how people agreed.' }) consent?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'For research: who removed what could identify people, and how.',
  })
  anonymised?: string | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Your word that what looks like personal data is nobody’s secret.',
  })
  personalDataChecked!: boolean;
}

@ObjectType('ShareEntryPayload', { description: 'It is in the shared library.' })
export class ShareEntryPayload {
  @Field(() => CommonsEntryObject, { description: 'The new entry.' }) entry!: CommonsEntryObject;
}
export const ShareEntryResult = createUnionType({
  name: 'ShareEntryResult',
  description: 'The new entry, or what is in the way.',
  types: () => [ShareEntryPayload, RefusalObject] as const,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
});
