import { accept, refuse, type Decision } from '../shared/decision.js';

/** The longest name a person or an organisation may have, in characters as a reader counts them. */
export const NAME_MAX_CHARACTERS = 80;

/** Marks stacked on one letter. Vietnamese and Thai need two, pointed Hebrew and vocalised Arabic three; more is noise. */
const MOST_MARKS_ON_A_LETTER = 4;

export type NameRefusalReason =
  | { readonly code: 'NAME_MISSING' }
  | { readonly code: 'NAME_TOO_LONG'; readonly characters: number; readonly most: number }
  | { readonly code: 'NAME_HAS_HIDDEN_CHARACTERS' }
  | { readonly code: 'NAME_UNREADABLE' };

// Control characters, private use, unassigned, lone surrogates; every format character (bidirectional
// controls, zero-width space, byte order mark, tags) except the two joiners that some scripts are written with.
const HIDDEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]|(?![\u200c\u200d])\p{Cf}|[\u2028\u2029\u115f\u1160\u3164\uffa0\u2800]/u;
const JOINERS = /[\u200c\u200d]/u;
// Between two letters of these scripts a joiner changes the spelling; in others it only makes two names that look alike.
const JOINER_IN_PLACE =
  /(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*)[\u200c\u200d](?=[\p{L}\p{M}])/gu;
const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MOST_MARKS_ON_A_LETTER + 1},}`, 'u');
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

/**
 * A display name as it is stored: composed (NFC), without space around it and with one space inside.
 *
 * A name is shown beside votes, signatures and approvals, so one that can look like another person's
 * or turn the line around it is refused rather than silently changed.
 */
export function cleanName(raw: string): Decision<string, NameRefusalReason> {
  const spaced = raw
    .normalize('NFC')
    .replaceAll(/[\p{Zs}\t\r\n]+/gu, ' ')
    .trim();
  if (spaced === '') return refuse([{ code: 'NAME_MISSING' }]);

  const reasons: NameRefusalReason[] = [];
  const characters = countCharacters(spaced);
  if (characters > NAME_MAX_CHARACTERS || spaced.length > NAME_MAX_CHARACTERS * 8) {
    reasons.push({ code: 'NAME_TOO_LONG', characters, most: NAME_MAX_CHARACTERS });
  }
  if (HIDDEN.test(spaced) || JOINERS.test(spaced.replaceAll(JOINER_IN_PLACE, ''))) {
    reasons.push({ code: 'NAME_HAS_HIDDEN_CHARACTERS' });
  }
  if (!LETTER_OR_NUMBER.test(spaced) || TOO_MANY_MARKS.test(spaced.normalize('NFD'))) {
    reasons.push({ code: 'NAME_UNREADABLE' });
  }
  return reasons.length > 0 ? refuse(reasons) : accept(spaced);
}

/** Characters as a reader counts them, so that a family emoji or an accented letter is one. */
function countCharacters(text: string): number {
  let count = 0;
  for (const _ of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) count += 1;
  return count;
}
