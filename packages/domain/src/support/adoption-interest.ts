import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { IdeaStage } from '../shared/vocabulary.js';

/** An organisation's word: "we would try it", "we would use it". */
export const ADOPTION_LEVELS = ['WOULD_PILOT', 'WOULD_ADOPT'] as const;
export type AdoptionLevel = (typeof ADOPTION_LEVELS)[number];

/** Until the output is in the commons; from then on an organisation declares its use of it instead. */
export const STAGES_WITH_ADOPTION_INTEREST: readonly IdeaStage[] = [
  'LOGGED',
  'SUPPORTED',
  'SHAPED',
  'FUNDING',
  'DELIVERY',
];

export const ADOPTION_LIMITS = { note: 1_000, peopleServed: 100_000_000 } as const;

export interface AdoptionAsk {
  readonly organisationId: string;
  readonly level: AdoptionLevel;
  /** How many people the organisation serves with this need, in a year. */
  readonly peopleServed: number;
  readonly note: string | null;
}

export interface AdoptionFacts {
  readonly stage: IdeaStage;
  readonly organisationsHeld: readonly string[];
}

export type DeclareAdoptionRefusal =
  | TextFault
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] }
  | { readonly code: 'ADOPTION_INTEREST_CLOSED'; readonly stage: IdeaStage }
  | {
      readonly code: 'PEOPLE_SERVED_OUT_OF_RANGE';
      readonly path: readonly string[];
      readonly given: number;
      readonly most: number;
    };

/** Decides an organisation's word. Said again it replaces what that organisation said before. */
export function declareAdoptionInterest(
  ask: AdoptionAsk,
  facts: AdoptionFacts,
): Decision<AdoptionAsk & { readonly note: string }, DeclareAdoptionRefusal> {
  const reasons: DeclareAdoptionRefusal[] = [];
  const note = checkText(ask.note, ['input', 'note'], { most: ADOPTION_LIMITS.note, least: 0, lines: 'many' });
  const { peopleServed } = ask;
  if (!facts.organisationsHeld.includes(ask.organisationId)) {
    reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  }
  if (!STAGES_WITH_ADOPTION_INTEREST.includes(facts.stage)) {
    reasons.push({ code: 'ADOPTION_INTEREST_CLOSED', stage: facts.stage });
  }
  if (!Number.isInteger(peopleServed) || peopleServed < 1 || peopleServed > ADOPTION_LIMITS.peopleServed) {
    const path = ['input', 'peopleServed'];
    reasons.push({ code: 'PEOPLE_SERVED_OUT_OF_RANGE', path, given: peopleServed, most: ADOPTION_LIMITS.peopleServed });
  }
  reasons.push(...note.faults);
  return reasons.length > 0 ? refuse(reasons) : accept({ ...ask, note: note.text });
}

export type WithdrawAdoptionRefusal =
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] }
  | { readonly code: 'NO_ADOPTION_INTEREST' }
  | { readonly code: 'ADOPTION_INTEREST_CLOSED'; readonly stage: IdeaStage };

/** Decides whether an organisation takes its word back. */
export function withdrawAdoptionInterest(
  organisationId: string,
  facts: AdoptionFacts & { readonly declared: boolean },
): Decision<true, WithdrawAdoptionRefusal> {
  const reasons: WithdrawAdoptionRefusal[] = [];
  if (!facts.organisationsHeld.includes(organisationId)) {
    reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  }
  if (!facts.declared) reasons.push({ code: 'NO_ADOPTION_INTEREST' });
  if (!STAGES_WITH_ADOPTION_INTEREST.includes(facts.stage)) {
    reasons.push({ code: 'ADOPTION_INTEREST_CLOSED', stage: facts.stage });
  }
  return reasons.length > 0 ? refuse(reasons) : accept(true);
}
