import { accept, refuse, type Decision } from '../shared/decision.js';
import { keepText, type VentureTextReason } from './text.js';
import { isVentureOpen, type VentureStatus } from './vocabulary.js';

/** A version of the common agenda. Text and number never change once written. */
export interface AgendaVersion {
  readonly version: number;
  readonly text: string;
}

export interface AgendaSignature {
  readonly organisationId: string;
  readonly version: number;
}

export interface AgendaFacts {
  readonly status: VentureStatus;
  /** The newest version, or nothing yet. */
  readonly newest: AgendaVersion | null;
  readonly memberOrganisationIds: readonly string[];
  readonly signatures: readonly AgendaSignature[];
}

export type ReviseAgendaRefusalReason =
  | VentureTextReason
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus }
  | { readonly code: 'AGENDA_CHANGED_MEANWHILE'; readonly newest: number; readonly seen: number }
  | { readonly code: 'AGENDA_SAME_AS_BEFORE'; readonly version: number };

/**
 * Decides whether a new version of the agenda may be written over the one its editor saw.
 *
 * Signatures stay with the version they were given to: nobody is taken to agree to words they did not see.
 *
 * @param seen the version that was revised; 0 when there was none
 */
export function reviseAgenda(
  ask: { readonly text: string; readonly changeNote?: string | null; readonly seen: number },
  facts: AgendaFacts,
): Decision<AgendaVersion & { readonly changeNote: string }, ReviseAgendaRefusalReason> {
  const reasons: ReviseAgendaRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const text = keepText(texts, 'text', ask.text, 'agenda');
  const changeNote = keepText(texts, 'changeNote', ask.changeNote, 'changeNote', { optional: true });
  reasons.push(...texts);

  const newest = facts.newest?.version ?? 0;
  if (!isVentureOpen(facts.status)) reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  if (ask.seen !== newest) reasons.push({ code: 'AGENDA_CHANGED_MEANWHILE', newest, seen: ask.seen });
  else if (facts.newest !== null && facts.newest.text === text) {
    reasons.push({ code: 'AGENDA_SAME_AS_BEFORE', version: newest });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ version: newest + 1, text, changeNote });
}

export type SignAgendaRefusalReason =
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus }
  | { readonly code: 'NO_AGENDA_YET' }
  | { readonly code: 'AGENDA_VERSION_NOT_NEWEST'; readonly newest: number; readonly asked: number }
  | { readonly code: 'NOT_A_MEMBER_ORGANISATION' }
  | { readonly code: 'AGENDA_ALREADY_SIGNED'; readonly version: number };

/**
 * Decides whether an organisation may sign a version of the agenda.
 *
 * The version is part of the question, so that a signature cannot land on words that changed while somebody read.
 */
export function signAgenda(
  ask: { readonly organisationId: string; readonly version: number },
  facts: AgendaFacts,
): Decision<AgendaSignature, SignAgendaRefusalReason> {
  const reasons: SignAgendaRefusalReason[] = [];
  if (!isVentureOpen(facts.status)) reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  if (facts.newest === null) reasons.push({ code: 'NO_AGENDA_YET' });
  else if (facts.newest.version !== ask.version) {
    reasons.push({ code: 'AGENDA_VERSION_NOT_NEWEST', newest: facts.newest.version, asked: ask.version });
  }
  if (!facts.memberOrganisationIds.includes(ask.organisationId)) reasons.push({ code: 'NOT_A_MEMBER_ORGANISATION' });
  if (facts.signatures.some((one) => one.organisationId === ask.organisationId && one.version === ask.version)) {
    reasons.push({ code: 'AGENDA_ALREADY_SIGNED', version: ask.version });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ organisationId: ask.organisationId, version: ask.version });
}

/** Member organisations that have not signed the newest version, in the order given. */
export function unsignedBy(facts: AgendaFacts): readonly string[] {
  const version = facts.newest?.version;
  return facts.memberOrganisationIds.filter(
    (id) => !facts.signatures.some((one) => one.organisationId === id && one.version === version),
  );
}
