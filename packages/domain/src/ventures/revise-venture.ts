import { accept, refuse, type Decision } from '../shared/decision.js';
import { keepText, type VentureTextReason } from './text.js';
import { isVentureOpen, type VentureStatus } from './vocabulary.js';

export type ReviseVentureRefusalReason =
  | VentureTextReason
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus }
  | { readonly code: 'SAFEGUARDING_LEAD_MISSING' }
  | { readonly code: 'SAFEGUARDING_LEAD_NOT_OF_VENTURE' };

export interface RevisedVenture {
  readonly summary: string;
  readonly involvesPeopleAtRisk: boolean;
  readonly safeguardingLeadId: string | null;
}

/**
 * Decides whether a venture says of itself what it is about, and who answers for the safety of people under 18 and
 * adults at risk who take part.
 *
 * The lead is somebody of the venture: a name of somebody far away protects nobody.
 */
export function reviseVenture(
  ask: RevisedVenture,
  facts: { readonly status: VentureStatus; readonly leadIsOfVenture: boolean },
): Decision<RevisedVenture, ReviseVentureRefusalReason> {
  const reasons: ReviseVentureRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const summary = keepText(texts, 'summary', ask.summary, 'summary', { optional: true });
  reasons.push(...texts);
  const { involvesPeopleAtRisk, safeguardingLeadId } = ask;
  if (involvesPeopleAtRisk && safeguardingLeadId === null) reasons.push({ code: 'SAFEGUARDING_LEAD_MISSING' });
  if (safeguardingLeadId !== null && !facts.leadIsOfVenture) reasons.push({ code: 'SAFEGUARDING_LEAD_NOT_OF_VENTURE' });
  if (!isVentureOpen(facts.status)) reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  return reasons.length > 0 ? refuse(reasons) : accept({ summary, involvesPeopleAtRisk, safeguardingLeadId });
}
