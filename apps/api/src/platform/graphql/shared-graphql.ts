import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { anonymous, ViewerSource } from '../auth/index.js';
import { etagOf, preferences, type SharedAnswer, SharedAnswers } from '../web/shared-answers.js';
import { CompiledDocuments } from './compiled-documents.js';
import { TrustedDocuments } from './trusted-documents.js';
import { contentTypeFor, trustedAsk } from './trusted-request.js';

/**
 * Answers trusted documents that are asked for by GET and without an account from an answer shared for a second, with
 * an ETag. Whatever is not plainly that goes on to the one way in, which says what is wrong with it.
 */
export function shareAnonymousAnswers(app: NestFastifyApplication): void {
  const viewers = app.get(ViewerSource);
  const trusted = app.get(TrustedDocuments);
  const compiled = app.get(CompiledDocuments);
  const shared = new SharedAnswers<SharedAnswer>(1_000);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      const asked = trustedAsk(request.raw, trusted);
      if (asked === undefined || (await viewers.viewerOf(request)).person !== null) return;
      const { cookie, 'accept-language': language = '' } = request.headers;
      const answer = await shared.get(`${request.url} ${language} ${preferences(cookie)}`, async () => {
        // Without the request, so that nothing of whoever asked first can be in what others are given.
        const result = await compiled.execute(asked, { viewer: anonymous(request.id) });
        if (result === undefined || result.errors !== undefined) return undefined;
        const text = `${JSON.stringify({ data: result.data })}\n`;
        return { body: text, etag: etagOf(text) };
      });
      if (answer === undefined) return;
      reply.keptUntil = answer.until;
      reply
        .header('vary', 'Cookie, Authorization, Accept, Accept-Language')
        .header('etag', answer.etag)
        .header('cache-control', 'no-cache')
        .type(contentTypeFor(request.headers));
      const isKnown = request.headers['if-none-match'] === answer.etag;
      await (isKnown ? reply.code(304).send() : reply.send(answer.body));
    });
}
