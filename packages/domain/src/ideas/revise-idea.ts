import { accept, refuse, type Decision } from '../shared/decision.js';
import type { HiddenWhileLookedAt } from '../shared/hidden.js';
import type { IdeaStage } from '../shared/vocabulary.js';
import { checkIdeaContent, type CheckedIdea, type IdeaAsk, type IdeaContentFault } from './check-content.js';
import { isAuthor, type Idea, type IdeaContent } from './idea.js';

/**
 * Stages in which authors may still change the text. From FUNDING on, funders have pledged to what it says.
 */
export const REVISABLE_STAGES: readonly IdeaStage[] = ['LOGGED', 'SUPPORTED', 'SHAPED'];

/** From this many votes on, voters are told of a material revision and asked whether they still stand by it. */
export const VOTES_THAT_ARE_ASKED_AGAIN = 10;

export type ReviseIdeaRefusal =
  | IdeaContentFault
  | { readonly code: 'NOT_AN_AUTHOR' }
  | { readonly code: 'IDEA_NOT_REVISABLE'; readonly stage: IdeaStage }
  | { readonly code: 'NOTHING_CHANGED' }
  | HiddenWhileLookedAt
  /** Somebody else revised it while this was being written: the revision that was read is not the newest. */
  | { readonly code: 'REVISED_MEANWHILE'; readonly read: number; readonly newest: number };

export interface RevisedIdea extends CheckedIdea {
  readonly changed: readonly (keyof IdeaContent)[];
  /** Whether the need, whom it is for or the outcome changed: what people voted for. */
  readonly material: boolean;
}

export interface ReviseIdeaFacts {
  readonly idea: Idea;
  readonly personId: string;
  readonly before: IdeaContent;
  readonly hidden: boolean;
  readonly newestRevision: number;
  /** The revision the writer had before them. Null when they did not say. */
  readonly readRevision: number | null;
}

/** Decides a change of the text. The address stays: links that people shared lead on. */
export function reviseIdea(ask: IdeaAsk, facts: ReviseIdeaFacts): Decision<RevisedIdea, ReviseIdeaRefusal> {
  const { idea, before, newestRevision, readRevision } = facts;
  const checked = checkIdeaContent(ask);
  const reasons: ReviseIdeaRefusal[] = checked.ok ? [] : [...checked.reasons];
  const changed = checked.ok ? changedFields(before, checked.value.content) : [];
  if (!isAuthor(idea, facts.personId)) reasons.push({ code: 'NOT_AN_AUTHOR' });
  if (!REVISABLE_STAGES.includes(idea.stage)) reasons.push({ code: 'IDEA_NOT_REVISABLE', stage: idea.stage });
  if (facts.hidden) reasons.push({ code: 'HIDDEN_WHILE_LOOKED_AT' });
  if (checked.ok && changed.length === 0) reasons.push({ code: 'NOTHING_CHANGED' });
  if (readRevision !== null && readRevision !== newestRevision) {
    reasons.push({ code: 'REVISED_MEANWHILE', read: readRevision, newest: newestRevision });
  }
  if (!checked.ok || reasons.length > 0) return refuse(reasons);
  const material = changed.some((field) => field === 'need' || field === 'outcome' || field === 'peopleServed');
  return accept({ ...checked.value, changed, material });
}

function changedFields(before: IdeaContent, after: IdeaContent): readonly (keyof IdeaContent)[] {
  const fields = Object.keys(after) as (keyof IdeaContent)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
