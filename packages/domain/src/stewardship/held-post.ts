import { checkText, type TextFault } from '../shared/text.js';
import { accept, refuse, type Decision } from '../shared/decision.js';

/** What happens to the first things somebody new writes. */
export const FIRST_POSTS = ['PUBLISHED', 'LINKS_HELD', 'HELD'] as const;
export type FirstPosts = (typeof FIRST_POSTS)[number];

/** A link in words, however it is written: what unwanted advertising consists of. */
const LINK = /https?:|www\.|\]\(|\b[a-z0-9-]+\.(?:com|net|org|info|biz|xyz|shop|top|online|site|club|io|ru|cn)\b/iu;

/** Whether a post waits until somebody of the site team has looked at it. */
export function isHeld(
  texts: readonly string[],
  facts: { readonly firstPosts: FirstPosts; readonly isTrusted: boolean; readonly hasPublished: boolean },
): boolean {
  if (facts.isTrusted || facts.hasPublished || facts.firstPosts === 'PUBLISHED') return false;
  return facts.firstPosts === 'HELD' || texts.some((text) => LINK.test(text));
}

export const HELD_POST_DECISIONS = ['APPROVE', 'APPROVE_AND_TRUST', 'DECLINE', 'DECLINE_AND_BLOCK'] as const;
export type HeldPostDecision = (typeof HELD_POST_DECISIONS)[number];

/** Days of notice that stand in for a second steward, where somebody is blocked or a policy changes. */
export const STEWARD_NOTICE_DAYS = 7;

export type DecideHeldPostRefusal =
  | TextFault
  | { readonly code: 'NOT_A_STEWARD' }
  | { readonly code: 'OWN_MATTER' }
  | { readonly code: 'DECIDED_ALREADY' };

export interface DecidedHeldPost {
  readonly publish: boolean;
  readonly trust: boolean;
  /** Proposed only: it takes a second steward or seven days. */
  readonly proposeBlock: boolean;
  readonly reason: string;
}

/** Decides one steward's answer to a post that waits. A no needs a reason, which its writer is told. */
export function decideHeldPost(
  ask: { readonly decision: HeldPostDecision; readonly reason: string | null },
  facts: { readonly isSteward: boolean; readonly isInvolved: boolean; readonly isWaiting: boolean },
): Decision<DecidedHeldPost, DecideHeldPostRefusal> {
  const publish = ask.decision === 'APPROVE' || ask.decision === 'APPROVE_AND_TRUST';
  const reason = checkText(ask.reason, ['input', 'reason'], { most: 2_000, least: publish ? 0 : 1, lines: 'many' });
  const reasons: DecideHeldPostRefusal[] = [...reason.faults];
  if (!facts.isSteward) reasons.push({ code: 'NOT_A_STEWARD' });
  if (facts.isInvolved) reasons.push({ code: 'OWN_MATTER' });
  if (!facts.isWaiting) reasons.push({ code: 'DECIDED_ALREADY' });
  if (reasons.length > 0) return refuse(reasons);
  return accept({
    publish,
    trust: ask.decision === 'APPROVE_AND_TRUST',
    proposeBlock: ask.decision === 'DECLINE_AND_BLOCK',
    reason: reason.text,
  });
}
