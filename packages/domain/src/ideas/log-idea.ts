import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkIdeaContent, type CheckedIdea, type IdeaAsk, type IdeaContentFault } from './check-content.js';
import { slugFor } from './slug.js';

export interface LogIdeaFacts {
  /** The organisation the author speaks for, when they name one. */
  readonly organisationId: string | null;
  /** The organisations the author belongs to at this moment. */
  readonly organisationsHeld: readonly string[];
}

export type LogIdeaRefusal =
  | IdeaContentFault
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] };

export interface LoggedIdea extends CheckedIdea {
  readonly slug: string;
}

/** Decides whether what somebody wrote becomes an idea, answering with every fault of every field at once. */
export function logIdea(ask: IdeaAsk, facts: LogIdeaFacts): Decision<LoggedIdea, LogIdeaRefusal> {
  const checked = checkIdeaContent(ask);
  const reasons: LogIdeaRefusal[] = checked.ok ? [] : [...checked.reasons];
  if (facts.organisationId !== null && !facts.organisationsHeld.includes(facts.organisationId)) {
    reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  }
  if (!checked.ok || reasons.length > 0) return refuse(reasons);
  return accept({ ...checked.value, slug: slugFor(checked.value.content.title) });
}
