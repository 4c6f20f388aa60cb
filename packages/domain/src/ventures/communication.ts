import { accept, refuse, type Decision } from '../shared/decision.js';
import type { HiddenWhileLookedAt } from '../shared/hidden.js';
import { keepText, type VentureTextReason } from './text.js';
import type { VentureStatus } from './vocabulary.js';

export type PostUpdateRefusalReason = VentureTextReason | { readonly code: 'UPDATE_ALREADY_PUBLISHED' };

/**
 * Decides whether an update may be saved or published. A draft may still be without words; what is published may not.
 *
 * An ended venture may still write: how it went on is worth telling.
 */
export function postUpdate(ask: {
  readonly title: string;
  readonly body: string;
  readonly publish: boolean;
  /** Whether the update being saved was published before; published ones are corrected, not replaced. */
  readonly wasPublished: boolean;
}): Decision<{ readonly title: string; readonly body: string; readonly publish: boolean }, PostUpdateRefusalReason> {
  const reasons: PostUpdateRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const title = keepText(texts, 'title', ask.title, 'updateTitle');
  const body = keepText(texts, 'body', ask.body, 'updateBody', { optional: !ask.publish });
  reasons.push(...texts);
  if (ask.wasPublished) reasons.push({ code: 'UPDATE_ALREADY_PUBLISHED' });
  return reasons.length > 0 ? refuse(reasons) : accept({ title, body, publish: ask.publish });
}

export type CorrectUpdateRefusalReason =
  | VentureTextReason
  | HiddenWhileLookedAt
  | { readonly code: 'UPDATE_NOT_PUBLISHED' }
  | { readonly code: 'UPDATE_UNCHANGED' };

/** Decides whether published news is corrected. What it said before stays readable, with why it no longer stands so. */
export function correctUpdate(
  ask: { readonly title: string; readonly body: string; readonly reason: string },
  before: { readonly title: string; readonly body: string; readonly published: boolean; readonly hidden: boolean },
): Decision<{ readonly title: string; readonly body: string; readonly reason: string }, CorrectUpdateRefusalReason> {
  const reasons: CorrectUpdateRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const title = keepText(texts, 'title', ask.title, 'updateTitle');
  const body = keepText(texts, 'body', ask.body, 'updateBody');
  const reason = keepText(texts, 'reason', ask.reason, 'reason');
  reasons.push(...texts);
  if (before.hidden) reasons.push({ code: 'HIDDEN_WHILE_LOOKED_AT' });
  if (!before.published) reasons.push({ code: 'UPDATE_NOT_PUBLISHED' });
  else if (title === before.title && body === before.body) reasons.push({ code: 'UPDATE_UNCHANGED' });
  return reasons.length > 0 ? refuse(reasons) : accept({ title, body, reason });
}

export type RecordDecisionRefusalReason =
  | VentureTextReason
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus };

/** Decides whether a decision may enter the log: what was decided and why. */
export function recordDecision(
  ask: { readonly decided: string; readonly why: string; readonly turnedDown?: string | null },
  status: VentureStatus,
): Decision<
  { readonly decided: string; readonly why: string; readonly turnedDown: string },
  RecordDecisionRefusalReason
> {
  const reasons: RecordDecisionRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const decided = keepText(texts, 'decided', ask.decided, 'decision');
  const why = keepText(texts, 'why', ask.why, 'reason');
  const turnedDown = keepText(texts, 'turnedDown', ask.turnedDown, 'reason', { optional: true });
  reasons.push(...texts);
  // A stopped venture's log is closed with it; what was learned is told in the ending.
  if (status === 'STOPPED') reasons.push({ code: 'VENTURE_ENDED', status });
  return reasons.length > 0 ? refuse(reasons) : accept({ decided, why, turnedDown });
}
