import type { FastifyInstance } from 'fastify';

import { isForThisMachine } from '../auth/request-origin.js';
import type { FolderTransport } from './transports.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function withLinks(text: string): string {
  return escape(text).replaceAll(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`);
}

/** Shows, on this machine only, the mails that were written to files because no mail server is configured. */
export function mountOutboxPage(server: FastifyInstance, transport: FolderTransport): void {
  server.get('/dev/outbox', async (request, reply) => {
    if (!isForThisMachine(request)) return reply.code(404).type('text/plain').send('Not found');
    const mails = await transport.newest(50);
    const list = mails
      .map(
        ({ to, subject, body, headers, writtenAt }) =>
          `<article lang="${escape(headers?.['Content-Language'] ?? 'en')}"><h2>${escape(subject)}</h2><p>To ${escape(to)}, <time>${escape(writtenAt)}</time></p><pre>${withLinks(body)}</pre></article>`,
      )
      .join('');
    return reply
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .type('text/html; charset=utf-8')
      .send(
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex"><meta name="viewport" content="width=device-width"><title>Outbox of this machine</title></head><body><main><h1>Mail of this machine</h1><p>No mail server is configured, so mail is written to files. This page is only for this machine.</p>${list || '<p>No mail yet.</p>'}</main></body></html>`,
      );
  });
}
