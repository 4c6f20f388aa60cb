import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { HiddenWhileLookedAt } from '../shared/hidden.js';
import { PERSPECTIVES, type IdeaStage, type Perspective } from '../shared/vocabulary.js';

export const STANCES = ['SUPPORTS', 'CONCERN', 'QUESTION'] as const;
export type Stance = (typeof STANCES)[number];

/** How the writer is named. `NAME_WITHHELD` gives no pseudonym either: nothing links two such comments. */
export const COMMENT_SHOWN_AS = ['NAME', 'PSEUDONYM', 'NAME_WITHHELD'] as const;
export type CommentShownAs = (typeof COMMENT_SHOWN_AS)[number];

export const COMMENT_LIMITS = { body: 5_000 } as const;

/** An answer to an answer is written under the same comment: deeper trees are not read on a phone. */
export const MOST_COMMENT_DEPTH = 1;

/** More people than this are not talked to but summoned. */
export const MOST_MENTIONS = 10;

const MENTION = /(?<![\w@/.])@([a-z][a-z0-9-]{2,39})(?![\w@-])/giu;

/** The handles a text mentions, each once, in small letters: `@neve` in a sentence, not in an address of mail. */
export function mentionedHandles(body: string): readonly string[] {
  return [...new Set([...body.matchAll(MENTION)].map(([, handle = '']) => handle.toLowerCase()))];
}

/** Somebody a text mentions. Handles that belong to nobody are only text. */
export interface Mentioned {
  readonly handle: string;
  /** Decided by `mayMention`. */
  readonly allowed: boolean;
}

export type MentionRefusal =
  | { readonly code: 'MENTION_NOT_POSSIBLE'; readonly path: readonly string[]; readonly handles: readonly string[] }
  | {
      readonly code: 'TOO_MANY_MENTIONS';
      readonly path: readonly string[];
      readonly mentions: number;
      readonly most: number;
    };

function mentionFaults(mentioned: readonly Mentioned[]): MentionRefusal[] {
  const path = ['input', 'body'];
  const faults: MentionRefusal[] = [];
  const handles = mentioned.filter(({ allowed }) => !allowed).map(({ handle }) => handle);
  if (handles.length > 0) faults.push({ code: 'MENTION_NOT_POSSIBLE', path, handles });
  if (mentioned.length > MOST_MENTIONS)
    faults.push({ code: 'TOO_MANY_MENTIONS', path, mentions: mentioned.length, most: MOST_MENTIONS });
  return faults;
}

export interface CommentAsk {
  /** Markdown. */
  readonly body: string | null;
  readonly stance: Stance | null;
  readonly perspective: Perspective | null;
  /** Null lets the perspective decide: a pseudonym for lived experience, the name for everybody else. */
  readonly shownAs: CommentShownAs | null;
}

export type AddCommentRefusal =
  | TextFault
  | MentionRefusal
  | { readonly code: 'DISCUSSION_CLOSED'; readonly stage: IdeaStage }
  | { readonly code: 'PERSPECTIVE_MISSING'; readonly path: readonly string[] }
  | { readonly code: 'NOTHING_TO_ANSWER'; readonly path: readonly string[] };

export interface WrittenComment {
  readonly body: string;
  readonly stance: Stance | null;
  readonly perspective: Perspective;
  readonly shownAs: CommentShownAs;
}

/** Decides whether a comment is taken. Ideas that ended stay open to talk; a merged one is talked about where it went. */
export function addComment(
  ask: CommentAsk,
  facts: {
    readonly stage: IdeaStage;
    readonly answers: 'NOTHING' | 'COMMENT' | 'ANSWER' | 'MISSING';
    readonly mentioned: readonly Mentioned[];
  },
): Decision<WrittenComment, AddCommentRefusal> {
  const body = checkText(ask.body, ['input', 'body'], { most: COMMENT_LIMITS.body, lines: 'many' });
  const reasons: AddCommentRefusal[] = [...body.faults, ...mentionFaults(facts.mentioned)];
  if (facts.stage === 'MERGED') reasons.push({ code: 'DISCUSSION_CLOSED', stage: facts.stage });
  if (ask.perspective === null || !PERSPECTIVES.includes(ask.perspective)) {
    reasons.push({ code: 'PERSPECTIVE_MISSING', path: ['input', 'perspective'] });
  }
  if (facts.answers === 'MISSING' || facts.answers === 'ANSWER') {
    reasons.push({ code: 'NOTHING_TO_ANSWER', path: ['input', 'answersId'] });
  }
  if (ask.perspective === null || reasons.length > 0) return refuse(reasons);
  const usual: CommentShownAs = ask.perspective === 'LIVED_EXPERIENCE' ? 'PSEUDONYM' : 'NAME';
  return accept({ body: body.text, stance: ask.stance, perspective: ask.perspective, shownAs: ask.shownAs ?? usual });
}

export type ChangeCommentRefusal =
  | TextFault
  | MentionRefusal
  | { readonly code: 'NOT_YOUR_COMMENT' }
  | { readonly code: 'COMMENT_REMOVED' }
  | HiddenWhileLookedAt
  | { readonly code: 'NOTHING_CHANGED' };

/** Decides an edit by the writer. Earlier wordings stay readable, so that an answer keeps what it answered. */
export function editComment(
  body: string | null,
  facts: {
    readonly isWriter: boolean;
    readonly removed: boolean;
    /** While the site team looks at it, what was reported stays what it was. */
    readonly hidden: boolean;
    readonly before: string;
    readonly mentioned: readonly Mentioned[];
  },
): Decision<{ readonly body: string }, ChangeCommentRefusal> {
  const checked = checkText(body, ['input', 'body'], { most: COMMENT_LIMITS.body, lines: 'many' });
  const reasons: ChangeCommentRefusal[] = [...checked.faults, ...mentionFaults(facts.mentioned)];
  if (!facts.isWriter) reasons.push({ code: 'NOT_YOUR_COMMENT' });
  if (facts.removed) reasons.push({ code: 'COMMENT_REMOVED' });
  if (facts.hidden) reasons.push({ code: 'HIDDEN_WHILE_LOOKED_AT' });
  if (checked.faults.length === 0 && checked.text === facts.before) reasons.push({ code: 'NOTHING_CHANGED' });
  return reasons.length > 0 ? refuse(reasons) : accept({ body: checked.text });
}

export type RemoveCommentRefusal = Extract<
  ChangeCommentRefusal,
  { readonly code: 'NOT_YOUR_COMMENT' | 'COMMENT_REMOVED' }
>;

/** Decides a removal by the writer. A mark stays where it stood, its words go, from every version. */
export function removeComment(facts: {
  readonly isWriter: boolean;
  readonly removed: boolean;
}): Decision<true, RemoveCommentRefusal> {
  const reasons: RemoveCommentRefusal[] = [];
  if (!facts.isWriter) reasons.push({ code: 'NOT_YOUR_COMMENT' });
  if (facts.removed) reasons.push({ code: 'COMMENT_REMOVED' });
  return reasons.length > 0 ? refuse(reasons) : accept(true);
}
