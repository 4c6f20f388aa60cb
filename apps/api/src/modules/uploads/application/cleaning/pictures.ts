import type { CleanedAway } from '@openimpact/domain';

import { type Cleaned, NotCleanable } from './cleaned.js';

/** A picture with more than this is a way to fill a reader's memory: 50 million points are a wall-sized print. */
const MOST_POINTS = 50_000_000;

function cleaned(parts: readonly Uint8Array[], removed: ReadonlySet<CleanedAway>): Cleaned {
  return { bytes: Buffer.concat(parts), removed: [...removed], text: [] };
}

function assertSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new NotCleanable('BROKEN');
  if (width * height > MOST_POINTS) throw new NotCleanable('EXPANDS_TOO_FAR');
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1');
}

/**
 * A JPEG with its picture, its colours and which way up it is. Everything else a camera or a program wrote beside them
 * goes: EXIF with place and time, XMP, IPTC, comments, previews, and what follows the end (a phone hides a film there).
 * Source of the markers: ITU-T T.81, annex B; EXIF 2.3.
 */
export function cleanJpeg(bytes: Uint8Array): Cleaned {
  const at = view(bytes);
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  const removed = new Set<CleanedAway>();
  let measured = false;
  let position = 2;
  const step = (length: number): void => {
    position += length;
    if (position > bytes.length) throw new NotCleanable('BROKEN');
  };
  for (;;) {
    if (position + 2 > bytes.length || bytes[position] !== 0xff) throw new NotCleanable('BROKEN');
    const marker = bytes[position + 1] ?? 0;
    if (marker === 0xff) {
      step(1);
      continue;
    }
    if (marker === 0xd9) break;
    if (position + 4 > bytes.length) throw new NotCleanable('BROKEN');
    const start = position;
    const length = at.getUint16(position + 2);
    step(2 + length);
    const segment = bytes.subarray(start, position);
    // SOF0 to SOF15 without DHT, JPG and DAC: height and width.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      assertSize(at.getUint16(start + 7), at.getUint16(start + 5));
      measured = true;
    }
    if (marker === 0xda) {
      const scan = endOfScan(bytes, position);
      parts.push(bytes.subarray(start, scan));
      position = scan;
      continue;
    }
    if (keepsInJpeg(marker, segment)) parts.push(segment);
    else {
      removed.add(marker === 0xe1 ? 'PLACE_AND_CAMERA' : 'AUTHOR_AND_DATES');
      const turned = marker === 0xe1 ? orientation(segment) : undefined;
      if (turned !== undefined) parts.splice(1, 0, orientationOnly(turned));
    }
  }
  if (!measured) throw new NotCleanable('BROKEN');
  if (position + 2 < bytes.length) removed.add('DATA_AFTER_THE_END');
  parts.push(new Uint8Array([0xff, 0xd9]));
  return cleaned(parts, removed);
}

/** Application segments that change what is seen: JFIF's resolution, the colour profile, Adobe's colour transform. */
function keepsInJpeg(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xe0) return ascii(segment, 4, 9) === 'JFIF\0';
  if (marker === 0xe2) return ascii(segment, 4, 16) === 'ICC_PROFILE\0';
  if (marker === 0xee) return ascii(segment, 4, 9) === 'Adobe';
  return marker < 0xe0 || (marker > 0xef && marker !== 0xfe);
}

/** Where the compressed data of a scan ends: at the first marker that is neither a stuffed 0xFF nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let position = from; position + 1 < bytes.length; position++) {
    if (bytes[position] !== 0xff) continue;
    const next = bytes[position + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return position;
  }
  throw new NotCleanable('BROKEN');
}

/** Which way up a camera held the picture, 2 to 8; undefined when it need not be turned. */
function orientation(segment: Uint8Array): number | undefined {
  if (ascii(segment, 4, 10) !== 'Exif\0\0' || segment.length < 20) return undefined;
  const tiff = view(segment.subarray(10));
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return undefined;
  const entries = tiff.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry++) {
    const offset = directory + 2 + entry * 12;
    if (offset + 12 > tiff.byteLength) return undefined;
    if (tiff.getUint16(offset, little) !== 0x0112) continue;
    const value = tiff.getUint16(offset + 8, little);
    return value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** An EXIF segment that says which way up, and nothing else. */
function orientationOnly(value: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0];
  const exif = [...Buffer.from('Exif\0\0', 'latin1'), ...tiff];
  return new Uint8Array([0xff, 0xe1, 0, exif.length + 2, ...exif]);
}

const PNG_KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs bKGD acTL fcTL fdAT cICP mDCV cLLI'.split(' '),
);

/** A PNG with the chunks that change what is seen. Source: the PNG specification, third edition. */
export function cleanPng(bytes: Uint8Array): Cleaned {
  const at = view(bytes);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  const removed = new Set<CleanedAway>();
  let position = 8;
  for (let name = ''; name !== 'IEND';) {
    if (position + 12 > bytes.length) throw new NotCleanable('BROKEN');
    const end = position + 12 + at.getUint32(position);
    if (end > bytes.length) throw new NotCleanable('BROKEN');
    name = ascii(bytes, position + 4, position + 8);
    if (position === 8) {
      if (name !== 'IHDR') throw new NotCleanable('BROKEN');
      assertSize(at.getUint32(16), at.getUint32(20));
    }
    if (PNG_KEPT.has(name)) parts.push(bytes.subarray(position, end));
    else removed.add(name === 'eXIf' ? 'PLACE_AND_CAMERA' : 'AUTHOR_AND_DATES');
    position = end;
  }
  if (position < bytes.length) removed.add('DATA_AFTER_THE_END');
  return cleaned(parts, removed);
}

const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** A WebP with the chunks that change what is seen. Source: RFC 9649. */
export function cleanWebp(bytes: Uint8Array): Cleaned {
  const at = view(bytes);
  const end = Math.min(bytes.length, 8 + at.getUint32(4, true));
  const chunks: Uint8Array[] = [];
  const removed = new Set<CleanedAway>();
  let measured = false;
  for (let position = 12; position < end;) {
    if (position + 8 > end) throw new NotCleanable('BROKEN');
    const name = ascii(bytes, position, position + 4);
    const size = at.getUint32(position + 4, true);
    const next = position + 8 + size + (size % 2);
    if (position + 8 + size > end) throw new NotCleanable('BROKEN');
    const chunk = new Uint8Array(8 + size + (size % 2));
    chunk.set(bytes.subarray(position, position + 8 + size));
    measured = measureWebp(name, view(chunk)) || measured;
    // The flags that promise EXIF and XMP: RFC 9649, section 2.7.1.
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c;
    if (WEBP_KEPT.has(name)) chunks.push(chunk);
    else removed.add(name === 'EXIF' ? 'PLACE_AND_CAMERA' : 'AUTHOR_AND_DATES');
    position = next;
  }
  if (!measured) throw new NotCleanable('BROKEN');
  if (end < bytes.length) removed.add('DATA_AFTER_THE_END');
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + chunks.reduce((sum, chunk) => sum + chunk.length, 0), 4);
  return cleaned([head, ...chunks], removed);
}

function measureWebp(name: string, chunk: DataView): boolean {
  if (name === 'VP8X' && chunk.byteLength >= 18) {
    const three = (offset: number): number => chunk.getUint16(offset, true) + (chunk.getUint8(offset + 2) << 16) + 1;
    assertSize(three(12), three(15));
    return true;
  }
  if (name === 'VP8 ' && chunk.byteLength >= 18) {
    assertSize(chunk.getUint16(14, true) & 0x3fff, chunk.getUint16(16, true) & 0x3fff);
    return true;
  }
  if (name === 'VP8L' && chunk.byteLength >= 13) {
    const packed = chunk.getUint32(9, true);
    assertSize((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1);
    return true;
  }
  return false;
}
