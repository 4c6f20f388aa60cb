/** The longest text of each field, in UTF-16 units as a browser's `maxlength` counts them. */
export const VENTURE_TEXT_LIMITS = {
  title: 120,
  summary: 2_000,
  agenda: 40_000,
  changeNote: 500,
  milestone: 200,
  evidence: 2_000,
  evidenceUrl: 2_000,
  updateTitle: 160,
  updateBody: 20_000,
  decision: 2_000,
  reason: 2_000,
  whatUsersSaid: 4_000,
  whatChanged: 4_000,
  learned: 10_000,
  needs: 4_000,
} as const;

export type VentureTextField = keyof typeof VENTURE_TEXT_LIMITS;

export type VentureTextReason =
  | { readonly code: 'TEXT_MISSING'; readonly field: string }
  | { readonly code: 'TEXT_TOO_LONG'; readonly field: string; readonly length: number; readonly most: number };

/**
 * A text as it is kept: composed (NFC), line ends as `\n`, nothing around it.
 *
 * What is wrong is added to `reasons`, so that a form hears about every field at once.
 *
 * @param field the name of the input's field, for the form
 * @param limit whose limit applies
 */
export function keepText(
  reasons: VentureTextReason[],
  field: string,
  raw: string | null | undefined,
  limit: VentureTextField,
  { optional = false }: { optional?: boolean } = {},
): string {
  const text = (raw ?? '').normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
  const most = VENTURE_TEXT_LIMITS[limit];
  if (text === '' && !optional) reasons.push({ code: 'TEXT_MISSING', field });
  if (text.length > most) reasons.push({ code: 'TEXT_TOO_LONG', field, length: text.length, most });
  return text;
}
