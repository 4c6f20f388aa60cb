import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { RefusalObject, SignedIn } from '../../../platform/graphql/index.js';
import { KeepPersonalData } from '../application/keep-personal-data.js';
import { Redact } from '../application/redact.js';
import { reportableOf } from '../persistence/reportable.js';
import {
  KeepPersonalDataInput,
  KeepPersonalDataResult,
  RedactInput,
  RedactionPlaceObject,
  RedactResult,
} from './redaction.object.js';
import { wordKeepPersonalData, wordRedact } from './wording.js';

@Resolver()
export class RedactionResolver {
  constructor(
    private readonly redactUseCase: Redact,
    private readonly keepUseCase: KeepPersonalData,
  ) {}

  @Query(() => [RedactionPlaceObject], {
    description: 'For the site team: where a text stands that should be taken out. Nothing for anybody else.',
  })
  redactionPreview(
    @Args('text', { description: 'The words, exactly as they stand there.' }) text: string,
    @SignedIn() viewer: SignedInViewer,
  ) {
    return this.redactUseCase.preview(viewer, text);
  }

  @Mutation(() => RedactResult, {
    description:
      'For the site team: takes a text out of every wording, comment, message, address and export, and its salt out of the log. Cannot be undone.',
  })
  async redact(@Args('input') input: RedactInput, @SignedIn() viewer: SignedInViewer) {
    const subject = input.subjectId ? reportableOf(input.subjectId) : undefined;
    const decision = await this.redactUseCase.execute(viewer, {
      text: input.text,
      kind: input.kind,
      subject: subject === undefined ? null : { type: subject.kind.type, id: subject.id },
    });
    return decision.ok
      ? { __typename: 'RedactPayload', places: decision.value.places }
      : RefusalObject.from(decision, wordRedact);
  }

  @Mutation(() => KeepPersonalDataResult, {
    description: 'Your word that what looked like personal data is nobody’s secret. Then send the text again.',
  })
  async keepPersonalData(@Args('input') input: KeepPersonalDataInput, @SignedIn() viewer: SignedInViewer) {
    const decision = await this.keepUseCase.execute(viewer, input.found);
    return decision.ok
      ? { __typename: 'KeepPersonalDataPayload', found: decision.value.found }
      : RefusalObject.from(decision, wordKeepPersonalData);
  }
}
