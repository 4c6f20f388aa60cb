import { checkText, type TextFault } from '../shared/text.js';

export const FILE_NAME_MOST = 120;

export type FileNameFault =
  | TextFault
  | { readonly code: 'FILE_NAME_NOT_SAFE'; readonly path: readonly string[]; readonly found: string };

const NAMES_NO_FILE = /^\.+$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const NOT_IN_A_NAME = /[/\\:*?"<>|]/;

/**
 * Checks the name of a file. Nothing is ever kept under the name somebody gave; it is only what a download is called, on
 * any system. A name with parts of a path is refused rather than shortened: whoever sent it meant something by it.
 */
export function checkFileName(
  raw: string,
  path: readonly string[],
): { readonly name: string; readonly faults: readonly FileNameFault[] } {
  const { text: name, faults } = checkText(raw, path, { most: FILE_NAME_MOST, lines: 'one' });
  const found = NOT_IN_A_NAME.exec(name)?.[0] ?? NAMES_NO_FILE.exec(name)?.[0];
  if (found === undefined) return { name, faults };
  return { name, faults: [...faults, { code: 'FILE_NAME_NOT_SAFE', path, found }] };
}
