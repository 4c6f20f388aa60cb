import type { FastifyReply, FastifyRequest } from 'fastify';

/** What anybody hears while this installation cannot answer. What they sent may be done or not. */
export const UNAVAILABLE = {
  code: 'UNAVAILABLE',
  message:
    'This installation cannot answer at the moment. Look whether it was done, or send it again in a few seconds.',
  retryAfterSeconds: 5,
} as const;

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Back in a moment</title><h1>Back in a moment</h1><p>This installation cannot answer just now. If you were sending something, look first whether it arrived; otherwise try again in a few seconds.</p></html>`;

/** Answers 503 with when to come back: a page to a browser that asks for one, else the code and words. */
export function sendUnavailable(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // What was being answered may have been a file.
  void reply.removeHeader('content-disposition').removeHeader('link');
  void reply.code(503).header('retry-after', UNAVAILABLE.retryAfterSeconds).header('cache-control', 'no-store');
  const wantsPage = request.headers.accept?.includes('text/html') ?? false;
  return wantsPage
    ? reply.type('text/html; charset=utf-8').send(PAGE)
    : reply.type('application/json; charset=utf-8').send(UNAVAILABLE);
}
