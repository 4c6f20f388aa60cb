import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';

import { checkFileName, type FileNameFault } from './file-name.js';
import {
  extensionsOf,
  formatOfName,
  UPLOAD_BYTES_A_DAY,
  UPLOAD_FORMATS,
  UPLOAD_LIMITS,
  type UploadFormat,
  type UploadKind,
} from './format.js';

/** Who can be recognised in a picture: nobody, people who agreed to this use, or somebody who did not. */
export const PEOPLE_SHOWN = ['NOBODY', 'ALL_AGREED', 'NOT_ALL_AGREED'] as const;
export type PeopleShown = (typeof PEOPLE_SHOWN)[number];

export const PICTURE_DESCRIPTION_MOST = 500;

export interface UploadAsk {
  readonly kind: UploadKind;
  readonly name: string;
  /** As the sender's device counts them. */
  readonly bytes: number;
  /** Pictures only. */
  readonly peopleShown?: PeopleShown | null;
  /** Pictures only: what is to be seen, for who cannot see it. */
  readonly description?: string | null;
}

export type RequestUploadRefusal =
  | TextFault
  | FileNameFault
  | { readonly code: 'FILE_TYPE_NOT_TAKEN'; readonly path: readonly string[]; readonly taken: readonly string[] }
  | { readonly code: 'FILE_EMPTY'; readonly path: readonly string[] }
  | {
      readonly code: 'FILE_TOO_LARGE';
      readonly path: readonly string[];
      readonly bytes: number;
      readonly most: number;
    }
  | { readonly code: 'TOO_MUCH_IN_A_DAY'; readonly bytes: number; readonly most: number }
  | { readonly code: 'PEOPLE_SHOWN_MISSING'; readonly path: readonly string[] }
  | { readonly code: 'PEOPLE_HAVE_NOT_AGREED'; readonly path: readonly string[] };

export interface RequestedUpload {
  readonly kind: UploadKind;
  readonly name: string;
  readonly format: UploadFormat;
  readonly bytes: number;
  readonly peopleShown: PeopleShown | null;
  readonly description: string;
}

/** Decides whether a file may be sent, before a byte of it travels: a phone on a slow line hears no at once. */
export function requestUpload(
  ask: UploadAsk,
  facts: { readonly bytesToday: number },
): Decision<RequestedUpload, RequestUploadRefusal> {
  const reasons: RequestUploadRefusal[] = [];
  const { name, faults } = checkFileName(ask.name, ['input', 'name']);
  reasons.push(...faults);
  const format = formatOfName(name);
  const isPicture = ask.kind === 'PICTURE';
  if (format === null || (isPicture && UPLOAD_FORMATS[format].kind !== 'PICTURE')) {
    reasons.push({ code: 'FILE_TYPE_NOT_TAKEN', path: ['input', 'name'], taken: extensionsOf(ask.kind) });
  }
  const path = ['input', 'bytes'];
  const most = UPLOAD_LIMITS[ask.kind];
  if (ask.bytes < 1) reasons.push({ code: 'FILE_EMPTY', path });
  if (ask.bytes > most) reasons.push({ code: 'FILE_TOO_LARGE', path, bytes: ask.bytes, most });
  else if (facts.bytesToday + ask.bytes > UPLOAD_BYTES_A_DAY) {
    reasons.push({ code: 'TOO_MUCH_IN_A_DAY', bytes: facts.bytesToday, most: UPLOAD_BYTES_A_DAY });
  }
  const shown = isPicture ? (ask.peopleShown ?? null) : null;
  if (isPicture && shown === null) reasons.push({ code: 'PEOPLE_SHOWN_MISSING', path: ['input', 'peopleShown'] });
  if (shown === 'NOT_ALL_AGREED') reasons.push({ code: 'PEOPLE_HAVE_NOT_AGREED', path: ['input', 'peopleShown'] });
  const description = checkText(isPicture ? ask.description : '', ['input', 'description'], {
    most: PICTURE_DESCRIPTION_MOST,
    least: isPicture ? 1 : 0,
    lines: 'many',
  });
  reasons.push(...description.faults);
  if (reasons.length > 0 || format === null) return refuse(reasons);
  return accept({
    kind: ask.kind,
    name,
    format,
    bytes: ask.bytes,
    peopleShown: shown,
    description: description.text,
  });
}
