import { isAuthor, type Idea } from '../ideas/index.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { IdeaStage } from '../shared/vocabulary.js';
import { REUSE_LIMITS, STAGES_WITH_REUSE } from './reuse-offer.js';

export interface NothingFitsAsk {
  /** A reason for each component that was suggested, and for others that were looked at. Public. */
  readonly reasons: readonly { readonly componentId: string; readonly reason: string }[];
  /** How one looked, in general. Required only when nothing was suggested. */
  readonly because: string | null;
}

export interface NothingFitsFacts {
  readonly idea: Idea;
  readonly personId: string;
  /** What is suggested for the idea now. */
  readonly suggested: readonly { readonly componentId: string; readonly name: string }[];
  /** Offers that nobody has answered yet. */
  readonly offersWaiting: number;
}

export type NothingFitsRefusal =
  | TextFault
  | { readonly code: 'NOT_AN_AUTHOR' }
  | { readonly code: 'REUSE_CLOSED'; readonly stage: IdeaStage }
  | { readonly code: 'OFFERS_WAITING'; readonly offers: number }
  | { readonly code: 'COMPONENT_TWICE'; readonly path: readonly string[] }
  | { readonly code: 'REASON_MISSING'; readonly component: string; readonly path: readonly string[] };

export interface NothingFits {
  readonly because: string;
  readonly reasons: readonly { readonly componentId: string; readonly reason: string }[];
}

/**
 * Decides whether "nothing fits" stands as a look for reuse: a public reason for each component that was suggested,
 * and no offer left waiting. The reasons tell the components' owners what was needed.
 */
export function recordNothingFits(
  ask: NothingFitsAsk,
  { idea, personId, suggested, offersWaiting }: NothingFitsFacts,
): Decision<NothingFits, NothingFitsRefusal> {
  const refusals: NothingFitsRefusal[] = [];
  if (!isAuthor(idea, personId)) refusals.push({ code: 'NOT_AN_AUTHOR' });
  if (!STAGES_WITH_REUSE.includes(idea.stage)) refusals.push({ code: 'REUSE_CLOSED', stage: idea.stage });
  if (offersWaiting > 0) refusals.push({ code: 'OFFERS_WAITING', offers: offersWaiting });

  const reasons = ask.reasons.map(({ componentId, reason }, index) => {
    const path = ['input', 'reasons', String(index)];
    if (ask.reasons.findIndex((one) => one.componentId === componentId) !== index) {
      refusals.push({ code: 'COMPONENT_TWICE', path });
    }
    const checked = checkText(reason, [...path, 'reason'], { most: REUSE_LIMITS.reason, lines: 'many' });
    refusals.push(...checked.faults);
    return { componentId, reason: checked.text };
  });
  for (const { componentId, name } of suggested) {
    if (!reasons.some((one) => one.componentId === componentId)) {
      refusals.push({ code: 'REASON_MISSING', component: name, path: ['input', 'reasons'] });
    }
  }
  const because = checkText(ask.because, ['input', 'because'], {
    most: REUSE_LIMITS.because,
    least: reasons.length === 0 && suggested.length === 0 ? 1 : 0,
    lines: 'many',
  });
  refusals.push(...because.faults);
  return refusals.length > 0 ? refuse(refusals) : accept({ because: because.text, reasons });
}
