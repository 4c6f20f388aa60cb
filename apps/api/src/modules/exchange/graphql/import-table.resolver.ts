import {
  Args,
  createUnionType,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { IMPORT_KINDS, type ImportKind, type ImportTableRefusal } from '@openimpact/domain';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { enumOf, RefusalObject, SignedIn, type Worded, said } from '../../../platform/graphql/index.js';
import { ImportTable } from '../application/import-table.js';
import { wordFault } from '../application/word-fault.js';

export const ImportKindEnum = enumOf(IMPORT_KINDS);
registerEnumType(ImportKindEnum, {
  name: 'ImportKind',
  description: 'What a table brings in.',
  valuesMap: {
    IDEAS: { description: 'Ideas, one a row.' },
    VOTES: { description: 'Votes, one a row. They are counted apart and meet no gate.' },
  },
});

@InputType({ description: 'A table to bring in.' })
export class ImportTableInput {
  @Field(() => ImportKindEnum, { description: 'What its rows are.' }) kind!: ImportKind;
  @Field(() => String, { description: 'The file: CSV with a heading, at most 1,000 lines.' }) csv!: string;
  @Field(() => Boolean, { defaultValue: true, description: 'Only say what would happen; nothing is changed.' })
  preview!: boolean;
}

@ObjectType('ImportRow', { description: 'A row of a table, and what happens with it.' })
export class ImportRowObject {
  @Field(() => Int, { description: 'The line it begins in; the heading is line 1.' }) line!: number;
  @Field(() => String, { description: 'What it says first.' }) title!: string;
  @Field(() => Boolean, { description: 'Whether it came in before.' }) alreadyThere!: boolean;
}

@ObjectType('ImportFault', { description: 'What is wrong in a row, which is left out. The others come in.' })
export class ImportFaultObject {
  @Field(() => Int, { description: 'The line; the heading is line 1.' }) line!: number;
  @Field(() => String, { nullable: true, description: 'The column; null where the whole row is meant.' }) column!:
    | string
    | null;
  @Field(() => String, { description: 'What is wrong and what would be right.' }) message!: string;
}

@ObjectType('ImportTablePayload', { description: 'What came in, or in a preview would.' })
export class ImportTablePayload {
  readonly __typename = 'ImportTablePayload';
  @Field(() => Boolean, { description: 'Whether nothing was changed.' }) preview!: boolean;
  @Field(() => Int, { description: 'Rows that are new.' }) added!: number;
  @Field(() => Int, { description: 'Rows that came in before.' }) alreadyThere!: number;
  @Field(() => Int, { description: 'Votes that are taken back.' }) withdrawn!: number;
  @Field(() => [ImportRowObject], { description: 'Ideas that are read without a fault, in the order of the file.' })
  rows!: ImportRowObject[];
  @Field(() => [ImportFaultObject], { description: 'Rows that are left out, and why.' }) faults!: ImportFaultObject[];
}

export const ImportTableResult = createUnionType({
  name: 'ImportTableResult',
  description: 'What came in, or why nothing was read.',
  types: () => [ImportTablePayload, RefusalObject] as const,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
});

function wordImportTable(reason: ImportTableRefusal): Worded {
  switch (reason.code) {
    case 'NOT_A_STEWARD':
      return { message: 'Only the site team does this.' };
    case 'TABLE_EMPTY':
      return { message: 'There is nothing in this file.', path: reason.path };
    case 'TABLE_TOO_LARGE':
      return {
        message: 'This file is too large for a page. Split it, or use the command on the server.',
        current: `${reason.lines} lines`,
        needed: `at most ${reason.mostLines} lines and half a megabyte`,
        path: reason.path,
      };
    default:
      return reason satisfies never;
  }
}

@Resolver()
export class ImportTableResolver {
  constructor(private readonly importTableUseCase: ImportTable) {}

  @Mutation(() => ImportTableResult, {
    description: 'Brings a table of ideas or votes in, or says what would come of it. The site team only.',
  })
  async importTable(@Args('input') input: ImportTableInput, @SignedIn() viewer: SignedInViewer) {
    const decision = await this.importTableUseCase.execute(viewer, input);
    if (!decision.ok) return RefusalObject.from(decision, wordImportTable);
    const { counts, rows = [], faults } = decision.value;
    return {
      __typename: 'ImportTablePayload',
      preview: input.preview,
      added: counts['added'] ?? 0,
      alreadyThere: counts['already there'] ?? 0,
      withdrawn: counts['withdrawn'] ?? 0,
      rows,
      faults: faults.map((fault) => ({ line: fault.line, column: fault.column, message: said(wordFault(fault)) })),
    };
  }
}
