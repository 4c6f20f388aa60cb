import { Args, Mutation, Resolver } from '@nestjs/graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { globalId, sql } from '../../../platform/database/index.js';
import { NodeKinds, RefusalObject, SignedIn } from '../../../platform/graphql/index.js';
import { RequestUpload } from '../application/request-upload.js';
import { uploadView, visibleUpload } from '../application/upload-view.js';
import { RequestUploadInput, RequestUploadResult, UploadObject } from './upload.object.js';
import { wordRequestUpload } from './wording.js';

@Resolver(() => UploadObject)
export class UploadResolver {
  constructor(
    private readonly requestUseCase: RequestUpload,
    nodes: NodeKinds,
  ) {
    nodes.register('upload', {
      view: uploadView,
      from: (upload, id, viewer) =>
        sql`uploads ${upload} where ${upload}.id = ${id} and ${visibleUpload(upload, viewer)}`,
    });
  }

  @Mutation(() => RequestUploadResult, {
    description: 'Asks for an address to send one file to. The file is cleaned of who made it before it is kept.',
  })
  async requestUpload(@Args('input') input: RequestUploadInput, @SignedIn() viewer: SignedInViewer) {
    const decision = await this.requestUseCase.execute(viewer, { ...input, bytes: Number(input.bytes) });
    if (!decision.ok) return RefusalObject.from(decision, wordRequestUpload);
    const { uploadId, token, expiresAt } = decision.value;
    return {
      __typename: 'RequestUploadPayload',
      uploadId: globalId('upload', uploadId),
      address: `/uploads/${token}`,
      expiresAt,
    };
  }
}
