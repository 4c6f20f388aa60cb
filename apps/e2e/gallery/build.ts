import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const WEB = resolve(import.meta.dirname, '../../web');
const OUT = resolve(import.meta.dirname, '../../../.cache/gallery');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** Builds the gallery and serves it while the pictures are taken. */
export default async function buildGallery(): Promise<() => void> {
  await promisify(execFile)(process.execPath, [join(WEB, 'gallery.mjs'), OUT]);
  const server = createServer((request, response) => {
    const file = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    readFile(join(OUT, file)).then(
      (content) => response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  process.env['OPENIMPACT_GALLERY_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return () => void server.close();
}
