import { deflateSync } from 'node:zlib';

import { PDFDocument } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';

import type { TestApi } from './api.js';
import type { SignedInViewer } from './people.js';

/** Words hidden in each of these files that must not be found in what is kept. */
export const HIDDEN = ['GPS 51.5074', 'Alma Photographer', 'Secret Author', 'after the end'] as const;

function segment(marker: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content as string, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

/** A photograph as a telephone takes it: where, who, which way up, and something after its end. */
export function aJpeg(size = { width: 4, height: 3 }): Buffer {
  const tiff = Buffer.from('49492a000800000001001201030001000000060000000000000000', 'hex');
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(size.height, 1);
  frame.writeUInt16BE(size.width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0'),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(HIDDEN[0])])),
    segment(0xed, `Photoshop 3.0\0${HIDDEN[1]}`),
    segment(0xfe, HIDDEN[2]),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 0x3f, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd9]),
    Buffer.from(HIDDEN[3]),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  return Buffer.concat([size, Buffer.from(name, 'latin1'), content, Buffer.alloc(4)]);
}

export function aPng(size = { width: 1, height: 1 }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size.width, 0);
  header.writeUInt32BE(size.height, 4);
  header.set([8, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Author\0${HIDDEN[1]}`)),
    chunk('eXIf', Buffer.from(HIDDEN[0])),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(HIDDEN[3]),
  ]);
}

export function aWebp(): Buffer {
  const riff = (name: string, content: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(content.length);
    return Buffer.concat([Buffer.from(name, 'latin1'), size, content, Buffer.alloc(content.length % 2)]);
  };
  const body = Buffer.concat([
    riff('VP8X', Buffer.from([0x0c, 0, 0, 0, 3, 0, 0, 2, 0, 0])),
    riff('VP8L', Buffer.from([0x2f, 3, 0x80, 0, 0, 7])),
    riff('EXIF', Buffer.from(HIDDEN[0])),
    riff('XMP ', Buffer.from(HIDDEN[1])),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(4 + body.length);
  return Buffer.concat([Buffer.from('RIFF'), size, Buffer.from('WEBP'), body]);
}

/** A word-processor document with its author, a changed word with a name beside it, and a photograph. */
export function aDocx(text: string, more: Record<string, Uint8Array> = {}): Buffer {
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': strToU8('<Relationships><Relationship Id="r3" Target="docProps/thumbnail.jpeg"/></Relationships>'),
      'docProps/core.xml': strToU8(`<cp:coreProperties><dc:creator>${HIDDEN[2]}</dc:creator></cp:coreProperties>`),
      'docProps/thumbnail.jpeg': aJpeg(),
      'word/document.xml': strToU8(
        `<w:document><w:p><w:r>${text}</w:r></w:p><w:ins w:author="${HIDDEN[1]}" w:id="1"/></w:document>`,
      ),
      'word/media/image1.jpeg': aJpeg(),
      ...more,
    }),
  );
}

export async function aPdf(text: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor(HIDDEN[2]);
  document.setProducer(HIDDEN[1]);
  document.addPage([400, 200]).drawText(text, { x: 20, y: 100, size: 12 });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** A document with a part of 1 MB that claims to become as large as stated when somebody opens it. */
export function aTrap(claimed: number): Buffer {
  const trap = aDocx('small', { 'word/media/big.emf': new Uint8Array(1_000_000) });
  // The size once unpacked stands in both headers of a part: APPNOTE 4.3.7 and 4.3.12.
  for (const [signature, sizeAt, nameAt] of [
    ['PK\u0003\u0004', 22, 30],
    ['PK\u0001\u0002', 24, 46],
  ] as const) {
    for (let at = trap.indexOf(signature, 0, 'latin1'); at >= 0; at = trap.indexOf(signature, at + 4, 'latin1')) {
      if (
        trap
          .subarray(at + nameAt)
          .toString('latin1')
          .startsWith('word/media/big')
      )
        trap.writeUInt32LE(claimed, at + sizeAt);
    }
  }
  return trap;
}

/** Sends a file as somebody does in a form; it belongs to nothing yet. */
export async function aFile(
  api: Pick<TestApi, 'as' | 'app'>,
  viewer: SignedInViewer,
  name: string,
  content: string,
): Promise<{ readonly uploadId: string }> {
  const { data } = await api
    .as(viewer)
    .graphql<{ requestUpload: { uploadId: string; address: string } }>(
      'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { ... on RequestUploadPayload { uploadId address } } }',
      { input: { name, bytes: String(Buffer.byteLength(content)) } },
    );
  const { uploadId, address } = data.requestUpload;
  const answer = await api.app.inject({ method: 'PUT', url: address, payload: content });
  if (answer.statusCode !== 200) throw new Error(`The file was not taken: ${answer.body}`);
  return { uploadId };
}
