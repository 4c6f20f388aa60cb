import { UPLOAD_FORMATS, type UploadFormat } from '@openimpact/domain';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';

import { ViewerSource } from '../../../platform/auth/index.js';
import { globalId, Reader, sql } from '../../../platform/database/index.js';
import { RefusalObject } from '../../../platform/graphql/index.js';
import { FileFolder } from '../application/file-folder.js';
import { ReceiveUpload } from '../application/receive-upload.js';
import { visibleUpload } from '../application/upload-view.js';
import { wordReceiveUpload } from '../graphql/wording.js';

const log = new Logger('Uploads');

interface ServedFile extends Record<string, unknown> {
  readonly id: string;
  readonly kind: 'FILE' | 'PICTURE';
  readonly name: string;
  readonly format: UploadFormat;
  readonly bytes: string;
  readonly sha256: string;
  readonly public: boolean;
}

/** Whatever a file holds, nothing in it runs: no script, no form, no frame, and it is never taken for another type. */
const FILE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'`;

/** `PUT /uploads/:token` takes the bytes of a file, once; `GET /files/:id/:name` gives them back. */
export async function serveUploads(app: NestFastifyApplication): Promise<void> {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  await fastify.register(async (scope) => {
    // The body stays a stream: a large file never lies in memory. Only here, every other address parses as before.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
    scope.put<{ Params: { token: string } }>('/uploads/:token', async ({ params, body, headers, id }, reply) => {
      try {
        const decision = await app
          .get(ReceiveUpload)
          .execute(params.token.slice(0, 100), body as Readable, sizeOf(headers));
        if (decision === undefined) return await reply.code(404).send({ requirements: [] });
        if (!decision.ok) {
          const { requirements } = RefusalObject.from(decision, wordReceiveUpload);
          return await reply.code(422).header('connection', 'close').send({ requirements });
        }
        const { uploadId, removed, suspicions } = decision.value;
        return await reply.send({ upload: { id: globalId('upload', uploadId), removed, suspicions } });
      } catch (error) {
        log.warn({ message: 'A file did not arrive.', requestId: id, fault: String(error) });
        return reply.code(408).header('connection', 'close').send({ requirements: [] });
      }
    });
  });

  fastify.get<{ Params: { id: string; name: string } }>('/files/:id/:name', async (request, reply) => {
    const viewer = await app.get(ViewerSource).viewerOf(request);
    const row = sql`u`;
    const file = /^[0-9a-f-]{36}$/.test(request.params.id)
      ? await app.get(Reader).one<ServedFile>(sql`
          select u.id, u.kind, u.name, u.format, u.bytes::text, encode(u.sha256, 'hex') as sha256, u.attached_at is not null as public
          from uploads u where u.id = ${request.params.id}::uuid and u.state = 'STORED' and ${visibleUpload(row, viewer)}`)
      : undefined;
    if (file === undefined) return reply.code(404).type('text/plain; charset=utf-8').send('There is no such file.\n');
    return send(reply, file, () => app.get(FileFolder).read(file.id), request.headers['if-none-match']);
  });
}

function sizeOf(headers: { readonly 'content-length'?: string | undefined }): number | undefined {
  const size = Number(headers['content-length']);
  return headers['content-length'] === undefined || !Number.isSafeInteger(size) ? undefined : size;
}

function send(reply: FastifyReply, file: ServedFile, read: () => Readable, known: string | undefined): FastifyReply {
  const etag = `"${file.sha256}"`;
  reply
    .header('content-security-policy', FILE_POLICY)
    .header('etag', etag)
    // A file can be taken away at any moment, so whoever keeps it asks each time whether it is still there.
    .header('cache-control', file.public ? 'public, no-cache' : 'private, no-store');
  if (known === etag) return reply.code(304).send();
  const { mediaType } = UPLOAD_FORMATS[file.format];
  const type = mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
  const how = file.kind === 'PICTURE' ? 'inline' : 'attachment';
  return reply
    .type(type)
    .header('content-length', file.bytes)
    .header(
      'content-disposition',
      `${how}; filename="${plainName(file.name)}"; filename*=UTF-8''${encodeName(file.name)}`,
    )
    .send(read());
}

/** For programs that know only ASCII. Source: RFC 6266, appendix D. */
function plainName(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
}

/** Source: RFC 8187, section 3.2. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
