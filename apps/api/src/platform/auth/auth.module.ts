import { Global, Injectable, Module } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { anonymous, type Viewer } from './viewer.js';
import { ViewerSource } from './viewer-source.js';

@Injectable()
class NobodySignedIn extends ViewerSource {
  async viewerOf(request: FastifyRequest): Promise<Viewer> {
    return anonymous(request.id);
  }
}

@Global()
@Module({ providers: [{ provide: ViewerSource, useClass: NobodySignedIn }], exports: [ViewerSource] })
export class AuthModule {}
