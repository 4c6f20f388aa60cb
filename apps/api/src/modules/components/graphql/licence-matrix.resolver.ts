import { Args, createUnionType, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { Reader, sql } from '../../../platform/database/index.js';
import { RefusalObject, SignedIn, type Worded } from '../../../platform/graphql/index.js';
import { type ImportMatrixReason, LicenceMatrix } from '../application/licence-matrix.js';

@ObjectType('LicenceMatrix', {
  description: 'What was imported about which licence may build on which. Made by OSADL eG, under CC-BY-4.0.',
})
export class LicenceMatrixObject {
  @Field(() => String, { description: 'When its maker says that it was made. May be empty.' }) madeAt!: string;
  @Field(() => Int, { description: 'How many licences it knows.' }) licences!: number;
  @Field(() => Date, { description: 'When it was imported here.' }) importedAt!: Date;
}

@InputType({ description: 'A matrix in the shape that OSADL publishes.' })
export class ImportLicenceMatrixInput {
  @Field(() => String, { description: 'The text of the JSON file.' }) matrix!: string;
}

@ObjectType('ImportLicenceMatrixPayload', { description: 'The matrix is imported, and verdicts look it up.' })
export class ImportLicenceMatrixPayload {
  readonly __typename = 'ImportLicenceMatrixPayload';
  @Field(() => LicenceMatrixObject, { description: 'What counts now.' }) licenceMatrix!: LicenceMatrixObject;
}

export const ImportLicenceMatrixResult = createUnionType({
  name: 'ImportLicenceMatrixResult',
  description: 'The matrix that counts now, or why it was not imported.',
  types: () => [ImportLicenceMatrixPayload, RefusalObject] as const,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
});

export function wordImportMatrix(reason: ImportMatrixReason): Worded {
  switch (reason.code) {
    case 'ONLY_A_STEWARD':
      return { message: 'Only the site team imports it.' };
    case 'MATRIX_NOT_READ':
      return { message: `This is no matrix that OSADL publishes. ${reason.why}`, path: reason.path };
    default:
      return reason satisfies never;
  }
}

@Resolver()
export class LicenceMatrixResolver {
  constructor(
    private readonly matrices: LicenceMatrix,
    private readonly reader: Reader,
  ) {}

  @Query(() => LicenceMatrixObject, {
    nullable: true,
    description: 'The matrix that extends this installation’s own table; null while nobody imported one.',
  })
  licenceMatrix(): Promise<LicenceMatrixObject | undefined> {
    return this.reader.one(sql`
      select made_at as "madeAt", licences, imported_at as "importedAt" from licence_matrices order by number desc limit 1`);
  }

  @Mutation(() => ImportLicenceMatrixResult, {
    description: 'Imports OSADL’s matrix of licences. The site team only.',
  })
  async importLicenceMatrix(
    @Args('input', { description: 'The matrix.' }) input: ImportLicenceMatrixInput,
    @SignedIn() viewer: SignedInViewer,
  ) {
    const decision = await this.matrices.import(viewer, input.matrix);
    if (!decision.ok) return RefusalObject.from(decision, wordImportMatrix);
    return Object.assign(new ImportLicenceMatrixPayload(), { licenceMatrix: await this.licenceMatrix() });
  }
}
