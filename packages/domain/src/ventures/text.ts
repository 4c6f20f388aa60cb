import { checkText, type TextFault } from '../shared/text.js';

interface Limit {
  readonly most: number;
  readonly lines: 'one' | 'many';
}

/** The longest text of each kind, in characters as a reader counts them. */
export const VENTURE_TEXT_LIMITS = {
  title: { most: 120, lines: 'one' },
  name: { most: 120, lines: 'one' },
  summary: { most: 2_000, lines: 'many' },
  agenda: { most: 40_000, lines: 'many' },
  changeNote: { most: 500, lines: 'one' },
  milestone: { most: 200, lines: 'one' },
  evidence: { most: 2_000, lines: 'many' },
  updateTitle: { most: 160, lines: 'one' },
  updateBody: { most: 20_000, lines: 'many' },
  decision: { most: 2_000, lines: 'many' },
  reason: { most: 2_000, lines: 'many' },
  whatUsersSaid: { most: 4_000, lines: 'many' },
  learned: { most: 10_000, lines: 'many' },
  needs: { most: 4_000, lines: 'many' },
  alias: { most: 40, lines: 'one' },
  accessNeeds: { most: 1_000, lines: 'many' },
  invitation: { most: 1_000, lines: 'many' },
  place: { most: 200, lines: 'one' },
} as const satisfies Record<string, Limit>;

export type VentureTextKind = keyof typeof VENTURE_TEXT_LIMITS;

export type VentureTextReason = TextFault;

/**
 * A text as it is kept. What is wrong with it is added to `reasons`, so that a form hears about every field at once.
 *
 * @param field the name of the input's field, for the form; `usersSaid.said` where it lies deeper
 */
export function keepText(
  reasons: VentureTextReason[],
  field: string,
  raw: string | null | undefined,
  kind: VentureTextKind,
  { optional = false }: { optional?: boolean } = {},
): string {
  const checked = checkText(raw, ['input', ...field.split('.')], {
    ...VENTURE_TEXT_LIMITS[kind],
    least: optional ? 0 : 1,
  });
  reasons.push(...checked.faults);
  return checked.text;
}
