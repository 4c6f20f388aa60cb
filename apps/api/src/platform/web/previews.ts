import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Logger } from '@nestjs/common';
import type { Node, Renderer } from '@takumi-rs/core';
import type { FastifyInstance } from 'fastify';

/** What the web application wants painted: boxes, texts and pictures. */
export type PreviewDrawing = Node;

interface Preview {
  readonly png: Buffer;
  readonly etag: string;
}

const SIZE = { width: 1200, height: 630 } as const;
/** A picture is shared for so long; what a steward takes out of a title is out of its picture by then. */
const SHARED_MS = 60_000;
const MOST_KEPT = 100;
/** They are painted one after the other: each takes a processor for a moment, and the pages come first. */
const MOST_WAITING = 20;

const log = new Logger('Previews');

/**
 * Serves the picture that other sites show beside a shared link: `/ideas/…/preview.png`, the same below `/ventures` and
 * `/commons`.
 *
 * @param assets the folder with the fonts of the built pages
 * @param draw what is to be seen at an address; null where there is nothing to show
 */
export function servePreviews(
  fastify: FastifyInstance,
  assets: string,
  draw: (url: string, requestId: string) => Promise<PreviewDrawing | null>,
): void {
  const known = new Map<string, { readonly until: number; readonly preview: Promise<Preview | null> }>();
  let waiting = 0;
  let before: Promise<unknown> = Promise.resolve();
  let opened: Promise<Renderer> | undefined;

  const paint = async (url: string, requestId: string): Promise<Preview | null> => {
    const drawing = await draw(url, requestId);
    if (drawing === null) return null;
    opened ??= open(assets);
    const png = await (await opened).render(drawing, { ...SIZE, format: 'png' });
    return { png, etag: `"${createHash('sha256').update(png).digest('base64url').slice(0, 22)}"` };
  };
  const inTurn = (url: string, requestId: string): Promise<Preview | null> => {
    waiting += 1;
    const mine = before.then(() => paint(url, requestId)).finally(() => (waiting -= 1));
    before = mine.catch(() => undefined);
    return mine;
  };

  for (const place of ['ideas', 'ventures', 'commons']) {
    fastify.get(`/${place}/:slug/preview.png`, async (request, reply) => {
      const { slug } = request.params as { slug: string };
      const { language = '' } = request.query as { language?: unknown };
      // Only what the picture depends on: anything else in an address would be another picture to paint.
      const url = `/${place}/${encodeURIComponent(slug)}/preview.png?language=${language === 'ms' ? 'ms' : 'en'}`;
      let shared = known.get(url);
      if (shared === undefined || shared.until < Date.now()) {
        if (waiting >= MOST_WAITING) return reply.code(503).header('retry-after', '10').send();
        if (known.size >= MOST_KEPT) known.clear();
        shared = { until: Date.now() + SHARED_MS, preview: inTurn(url, request.id) };
        known.set(url, shared);
        shared.preview.catch(() => known.delete(url));
      }
      const preview = await shared.preview.catch((error: unknown) => {
        log.error({ message: 'A picture could not be painted.', requestId: request.id, fault: String(error) });
        return undefined;
      });
      if (preview === undefined) return reply.code(500).send();
      if (preview === null)
        return reply.code(404).type('text/plain; charset=utf-8').send('There is no such picture.\n');
      reply.header('etag', preview.etag).header('cache-control', 'public, max-age=300');
      if (request.headers['if-none-match'] === preview.etag) return reply.code(304).send();
      return reply.type('image/png').send(preview.png);
    });
  }
}

/** The painter with the fonts of the pages, so that a picture has their face. It comes with the first picture. */
async function open(assets: string): Promise<Renderer> {
  const { Renderer } = await import('@takumi-rs/core');
  const renderer = new Renderer();
  for (const [name, file] of [
    ['Heading', 'bricolage-grotesque-latin-wght-normal'],
    ['Text', 'atkinson-hyperlegible-next-latin-wght-normal'],
    ['Text extended', 'atkinson-hyperlegible-next-latin-ext-wght-normal'],
  ] as const) {
    const found = readdirSync(assets).find((each) => each.startsWith(file) && each.endsWith('.woff2'));
    if (found !== undefined) await renderer.registerFont({ name, data: await readFile(join(assets, found)) });
  }
  return renderer;
}
