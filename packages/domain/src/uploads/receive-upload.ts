import { accept, refuse, type Decision } from '../shared/decision.js';

import { PLAIN_FORMATS, type UploadFormat } from './format.js';

/** What the first bytes of a file say it is: a format, text of some kind, or something we do not take. */
export type SeenFormat = UploadFormat | 'PLAIN' | 'UNKNOWN';

/** Why a file could not be cleaned. */
export const CLEANING_FAULTS = [
  'BROKEN',
  'LOCKED',
  'EXPANDS_TOO_FAR',
  'HOLDS_PROGRAMS',
  'HOLDS_OTHER_FILES',
  'TOOK_TOO_LONG',
] as const;
export type CleaningFault = (typeof CLEANING_FAULTS)[number];

/** What can be taken out of a file before it is kept. Told to whoever sent it. */
export const CLEANED_AWAY = [
  'PLACE_AND_CAMERA',
  'AUTHOR_AND_DATES',
  'NAMES_AT_COMMENTS',
  'PREVIEW_PICTURE',
  'DATA_AFTER_THE_END',
] as const;
export type CleanedAway = (typeof CLEANED_AWAY)[number];

export interface ReceivedFacts {
  readonly claimed: UploadFormat;
  readonly bytesAnnounced: number;
  readonly bytesReceived: number;
  /** Null when it was not looked into, because it did not arrive whole. */
  readonly seen: SeenFormat | null;
}

export type ReceiveUploadRefusal =
  | { readonly code: 'FILE_NOT_AS_ANNOUNCED'; readonly announced: number; readonly received: number }
  | { readonly code: 'FILE_NOT_ITS_NAME'; readonly claimed: UploadFormat; readonly seen: SeenFormat }
  | { readonly code: 'FILE_CANNOT_BE_CLEANED'; readonly fault: CleaningFault };

/** Decides whether the bytes that arrived are what was asked for. A name proves nothing; content does. */
export function receiveUpload(facts: ReceivedFacts): Decision<null, ReceiveUploadRefusal> {
  const { claimed, seen, bytesAnnounced: announced, bytesReceived: received } = facts;
  const reasons: ReceiveUploadRefusal[] = [];
  if (received !== announced) reasons.push({ code: 'FILE_NOT_AS_ANNOUNCED', announced, received });
  const isItsName = seen === claimed || (seen === 'PLAIN' && PLAIN_FORMATS.has(claimed));
  if (seen !== null && !isItsName) reasons.push({ code: 'FILE_NOT_ITS_NAME', claimed, seen });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}
