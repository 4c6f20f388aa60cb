import { isCalendarDay } from '../shared/day.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { OutputKind } from '../shared/vocabulary.js';

/** How sure whoever did the research is of what it says. */
export const CONFIDENCES = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const RESEARCH_LIMITS = { method: 500, sample: 500, withdrawalContact: 300 } as const;

/** What research is based on. Insights only: what people said word for word is never among it. */
export interface ResearchAsk {
  readonly method?: string | null;
  /** The day it was done, or the last of several. */
  readonly studiedOn?: string | null;
  readonly sample?: string | null;
  readonly confidence?: string | null;
  /** Whom somebody who took part asks to be left out. */
  readonly withdrawalContact?: string | null;
}

export interface ResearchFacts {
  readonly method: string | null;
  readonly studiedOn: string | null;
  readonly sample: string | null;
  readonly confidence: Confidence | null;
  readonly withdrawalContact: string | null;
}

export type ResearchFault =
  | TextFault
  | { readonly code: 'DAY_NOT_VALID'; readonly path: readonly string[]; readonly given: string }
  | { readonly code: 'DAY_IN_THE_FUTURE'; readonly path: readonly string[]; readonly given: string };

export const NO_RESEARCH: ResearchFacts = {
  method: null,
  studiedOn: null,
  sample: null,
  confidence: null,
  withdrawalContact: null,
};

/** Checks what research is based on; for any other kind there is nothing to say. */
export function checkResearch(
  ask: ResearchAsk,
  kind: OutputKind,
  today: string,
): { readonly facts: ResearchFacts; readonly faults: readonly ResearchFault[] } {
  if (kind !== 'USER_RESEARCH') return { facts: NO_RESEARCH, faults: [] };
  const faults: ResearchFault[] = [];
  const text = (field: keyof typeof RESEARCH_LIMITS, least: number): string | null => {
    const checked = checkText(ask[field], ['input', field], { most: RESEARCH_LIMITS[field], least, lines: 'many' });
    faults.push(...checked.faults);
    return checked.text || null;
  };
  const path = ['input', 'studiedOn'];
  const studiedOn = ask.studiedOn ?? '';
  if (studiedOn === '') faults.push({ code: 'TEXT_MISSING', path });
  else if (!isCalendarDay(studiedOn)) faults.push({ code: 'DAY_NOT_VALID', path, given: studiedOn.slice(0, 40) });
  else if (studiedOn > today) faults.push({ code: 'DAY_IN_THE_FUTURE', path, given: studiedOn });
  const facts: ResearchFacts = {
    method: text('method', 1),
    studiedOn: studiedOn === '' ? null : studiedOn,
    sample: text('sample', 0),
    confidence: CONFIDENCES.find((one) => one === ask.confidence) ?? null,
    withdrawalContact: text('withdrawalContact', 1),
  };
  return { facts, faults };
}
