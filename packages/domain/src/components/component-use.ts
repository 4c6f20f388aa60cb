import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';

export const USE_LIMITS = { whatFor: 500, version: 50, whomToAsk: 200, reason: 1_000, answer: 1_000 } as const;

/** A word about use holds for a year; afterwards it is shown as not confirmed since, until its organisation says it again. */
export const DAYS_A_USE_HOLDS = 365;

export interface DeclareUseAsk {
  readonly organisationId: string;
  readonly whatFor: string;
  /** YYYY-MM-DD. */
  readonly since: string;
  readonly version: string | null;
  /** A team or a role, not a person's address. */
  readonly whomToAsk: string | null;
}

export type DeclareUseRefusal =
  | TextFault
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] }
  | { readonly code: 'DATE_NOT_A_DAY'; readonly path: readonly string[] }
  | { readonly code: 'DATE_IN_THE_FUTURE'; readonly path: readonly string[]; readonly today: string }
  | { readonly code: 'USE_ALREADY_DECLARED' };

export interface DeclaredUse {
  readonly whatFor: string;
  readonly since: string;
  readonly version: string;
  readonly whomToAsk: string;
}

/** Decides whether an organisation's word that it uses a component stands. It is the user's to say: nobody says it for them. */
export function declareUse(
  ask: DeclareUseAsk,
  facts: { readonly organisationsHeld: readonly string[]; readonly today: string; readonly declaredAlready: boolean },
): Decision<DeclaredUse, DeclareUseRefusal> {
  const reasons: DeclareUseRefusal[] = [];
  const text = (field: 'whatFor' | 'version' | 'whomToAsk', least: 0 | 1): string => {
    const lines = field === 'whatFor' ? 'many' : 'one';
    const checked = checkText(ask[field], ['input', field], { most: USE_LIMITS[field], least, lines });
    reasons.push(...checked.faults);
    return checked.text;
  };
  if (!facts.organisationsHeld.includes(ask.organisationId)) {
    reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  }
  if (!isDay(ask.since)) reasons.push({ code: 'DATE_NOT_A_DAY', path: ['input', 'since'] });
  else if (ask.since > facts.today) {
    reasons.push({ code: 'DATE_IN_THE_FUTURE', path: ['input', 'since'], today: facts.today });
  }
  if (facts.declaredAlready) reasons.push({ code: 'USE_ALREADY_DECLARED' });
  const use = {
    whatFor: text('whatFor', 1),
    since: ask.since,
    version: text('version', 0),
    whomToAsk: text('whomToAsk', 0),
  };
  return reasons.length > 0 ? refuse(reasons) : accept(use);
}

export interface ReconfirmUseAsk {
  readonly stillUsed: boolean;
  readonly version: string | null;
  /** What the organisation says to those who doubted it. */
  readonly answer: string | null;
}

export type ReconfirmUseRefusal = TextFault | { readonly code: 'NOT_YOUR_USE' } | { readonly code: 'USE_HAS_ENDED' };

/** Decides the yearly word: still used, or no longer. Doubts that were raised need an answer before it counts again. */
export function reconfirmUse(
  ask: ReconfirmUseAsk,
  facts: { readonly isTheirs: boolean; readonly ended: boolean; readonly doubts: number },
): Decision<{ readonly version: string | null; readonly answer: string }, ReconfirmUseRefusal> {
  const reasons: ReconfirmUseRefusal[] = [];
  if (!facts.isTheirs) reasons.push({ code: 'NOT_YOUR_USE' });
  if (facts.ended) reasons.push({ code: 'USE_HAS_ENDED' });
  const version = checkText(ask.version, ['input', 'version'], { most: USE_LIMITS.version, least: 0, lines: 'one' });
  const answer = checkText(ask.answer, ['input', 'answer'], {
    most: USE_LIMITS.answer,
    least: ask.stillUsed && facts.doubts > 0 ? 1 : 0,
    lines: 'many',
  });
  reasons.push(...version.faults, ...answer.faults);
  return reasons.length > 0
    ? refuse(reasons)
    : accept({ version: version.text === '' ? null : version.text, answer: answer.text });
}

export type ContestUseRefusal =
  | TextFault
  | { readonly code: 'OWN_USE' }
  | { readonly code: 'USE_HAS_ENDED' }
  | { readonly code: 'ALREADY_CONTESTED' };

/** Decides a doubt about somebody's use, with a public reason. It takes nothing away; it stands beside until it is answered. */
export function contestUse(
  reason: string,
  facts: { readonly isTheirs: boolean; readonly ended: boolean; readonly contestedAlready: boolean },
): Decision<{ readonly reason: string }, ContestUseRefusal> {
  const reasons: ContestUseRefusal[] = [];
  if (facts.isTheirs) reasons.push({ code: 'OWN_USE' });
  if (facts.ended) reasons.push({ code: 'USE_HAS_ENDED' });
  if (facts.contestedAlready) reasons.push({ code: 'ALREADY_CONTESTED' });
  const checked = checkText(reason, ['input', 'reason'], { most: USE_LIMITS.reason, lines: 'many' });
  reasons.push(...checked.faults);
  return reasons.length > 0 ? refuse(reasons) : accept({ reason: checked.text });
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
