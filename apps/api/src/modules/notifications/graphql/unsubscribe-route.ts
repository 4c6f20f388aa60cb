import { EMAIL_FREQUENCIES, type EmailFrequency } from '@openimpact/domain';
import type { FastifyInstance } from 'fastify';

import { said } from '../../../platform/graphql/index.js';

export interface UnsubscribeOptions {
  /** Whose mail a token was in, or null. */
  readonly personOf: (token: string) => string | null;
  readonly choose: (personId: string, email: EmailFrequency) => Promise<void>;
}

/**
 * Takes the one press with which mail stops: from a mail program (RFC 8058: `List-Unsubscribe=One-Click`, as a form of
 * either kind) and from the page behind the link, which works without JavaScript. Opening the address changes nothing,
 * because programs that look for dangerous links open every one of them.
 *
 * The token is the permission, so no session and no origin is asked for. Whatever is posted, mail is never made more
 * than the page offers; a form that cannot be read stops it.
 */
export function mountUnsubscribe(fastify: FastifyInstance, { personOf, choose }: UnsubscribeOptions): void {
  void fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 4_096 }, (request, body, done) => {
      const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
      done(null, isForm ? Object.fromEntries(new URLSearchParams(String(body))) : {});
    });
    scope.post<{ Params: { token: string }; Body: Readonly<Record<string, string>> | undefined }>(
      '/unsubscribe/:token',
      async (request, reply) => {
        const { token } = request.params;
        const personId = personOf(token);
        if (personId === null)
          return reply
            .code(404)
            .type('text/plain; charset=utf-8')
            .send(`${said('There is no such link.')}\n`);
        const chosen = EMAIL_FREQUENCIES.find((frequency) => frequency === request.body?.['choice']);
        await choose(personId, chosen ?? 'NONE');
        if (chosen === undefined)
          return reply.type('text/plain; charset=utf-8').send(`${said('No more mail is sent to you.')}\n`);
        return reply.code(303).header('location', `/unsubscribe/${token}?done=${chosen}`).send();
      },
    );
  });
}
