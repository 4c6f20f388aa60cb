import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CLEANED_AWAY,
  PEOPLE_SHOWN,
  UPLOAD_FORMATS,
  UPLOAD_KINDS,
  type CleanedAway,
  type PeopleShown,
  type UploadFormat,
  type UploadKind,
} from '@openimpact/domain';

import { BigIntScalar, enumOf, NodeInterface, RefusalObject } from '../../../platform/graphql/index.js';
import { PersonalDataKindEnum } from '../../ideas/index.js';

const UploadKindEnum = enumOf(UPLOAD_KINDS);
registerEnumType(UploadKindEnum, {
  name: 'UploadKind',
  description: 'What a file is for.',
  valuesMap: {
    FILE: { description: 'To be downloaded.' },
    PICTURE: { description: 'To be seen on a page.' },
  },
});

const UploadFormatEnum = enumOf(Object.keys(UPLOAD_FORMATS) as UploadFormat[]);
registerEnumType(UploadFormatEnum, { name: 'UploadFormat', description: 'What a file is, by its content.' });

const UPLOAD_STATES = ['WAITING', 'RECEIVING', 'STORED', 'REFUSED', 'REMOVED'] as const;
const UploadStateEnum = enumOf(UPLOAD_STATES);
registerEnumType(UploadStateEnum, {
  name: 'UploadState',
  description: 'How far a file has come.',
  valuesMap: {
    WAITING: { description: 'Its address waits for the bytes.' },
    RECEIVING: { description: 'The bytes are on their way.' },
    STORED: { description: 'It is kept, without what said who made it.' },
    REFUSED: { description: 'It was not what was announced, or could not be cleaned.' },
    REMOVED: { description: 'It was taken away; this is the mark that is left.' },
  },
});

const PeopleShownEnum = enumOf(PEOPLE_SHOWN);
registerEnumType(PeopleShownEnum, {
  name: 'PeopleShown',
  description: 'Who can be recognised in a picture.',
  valuesMap: {
    NOBODY: { description: 'Nobody can be recognised.' },
    ALL_AGREED: { description: 'Everybody who can be recognised agreed to be shown here.' },
    NOT_ALL_AGREED: { description: 'Somebody appears who has not agreed. Such a picture is not taken.' },
  },
});

const CleanedAwayEnum = enumOf(CLEANED_AWAY);
registerEnumType(CleanedAwayEnum, {
  name: 'CleanedAway',
  description: 'What was taken out of a file before it was kept.',
  valuesMap: {
    PLACE_AND_CAMERA: { description: 'Where and with what it was taken.' },
    AUTHOR_AND_DATES: { description: 'Who made it, when, and with which program.' },
    NAMES_AT_COMMENTS: { description: 'The names beside comments and changes.' },
    PREVIEW_PICTURE: { description: 'A small picture of an earlier version.' },
    DATA_AFTER_THE_END: { description: 'What was hidden after the end.' },
  },
});

@ObjectType('Upload', {
  implements: () => NodeInterface,
  description: 'A file. Until it is part of something public, only who sent it sees it.',
})
export class UploadObject extends NodeInterface {
  @Field(() => UploadKindEnum, { description: 'What it is for.' }) kind!: UploadKind;
  @Field(() => UploadStateEnum, { description: 'How far it has come.' }) state!: string;
  @Field(() => String, { description: 'What it is called when it is downloaded.' }) name!: string;
  @Field(() => UploadFormatEnum, { description: 'What it is.' }) format!: UploadFormat;
  @Field(() => String, { description: 'What is to be seen in a picture. Empty for other files.' })
  description!: string;
  @Field(() => BigIntScalar, { description: 'Its size in bytes: as kept, or as announced before it is.' })
  bytes!: bigint;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the bytes as they are kept, in hexadecimal.' })
  sha256!: string | null;
  @Field(() => [CleanedAwayEnum], { description: 'What was taken out of it.' }) removed!: CleanedAway[];
  @Field(() => [PersonalDataKindEnum], {
    description: 'What may be personal data in it; whoever makes it public is asked.',
  })
  suspected!: string[];
  @Field(() => String, { nullable: true, description: 'Where it is, on this site. Null until it is kept.' })
  address!: string | null;
  @Field(() => Date, { description: 'When its address was asked for.' }) requestedAt!: Date;
}

@InputType({ description: 'A file somebody is about to send.' })
export class RequestUploadInput {
  @Field(() => UploadKindEnum, { defaultValue: 'FILE', description: 'What it is for.' }) kind!: UploadKind;
  @Field(() => String, { description: 'Its name with its ending: results.csv.' }) name!: string;
  @Field(() => BigIntScalar, { description: 'Its size in bytes.' }) bytes!: bigint;
  @Field(() => PeopleShownEnum, {
    nullable: true,
    description: 'For a picture: does anyone appear who has not agreed?',
  })
  peopleShown?: PeopleShown | null;
  @Field(() => String, { nullable: true, description: 'For a picture: what is to be seen, for who cannot see it.' })
  description?: string | null;
}

@ObjectType('RequestUploadPayload', { description: 'Where to send the file.' })
export class RequestUploadPayload {
  @Field(() => ID, { description: 'The file, to name it with when it has been sent.' }) uploadId!: string;
  @Field(() => String, {
    description:
      'Where to PUT the bytes, once, as they are. The answer is JSON: { upload } or { requirements } like a Refusal.',
  })
  address!: string;
  @Field(() => Date, { description: 'Until when that address works.' }) expiresAt!: Date;
}

export const RequestUploadResult = createUnionType({
  name: 'RequestUploadResult',
  description: 'Where to send the file, or why it cannot be taken.',
  types: () => [RequestUploadPayload, RefusalObject] as const,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
});
