import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';

/**
 * What an openness record says, of charities and funders alike: facts with dates, and no score. Lateness that payment or
 * checking caused is nobody's but theirs who caused it, so it stands under their own names. Source: the care rules.
 */
export const OPENNESS_FACTS = [
  'SHARED',
  'USED_BY_OTHERS',
  'PROMISES_OPEN',
  'PROMISES_KEPT',
  'PROMISES_LATE',
  'PROMISES_KEPT_LATE',
  'DAYS_TO_PAY',
  'CALLS_UNPAID',
  'DAYS_TO_CHECK',
  'CHECKS_WAITING',
  'OFFERS_UNUSED',
] as const;
export type OpennessFact = (typeof OPENNESS_FACTS)[number];

const REPLY_MOST = 500;

export type ReplyRefusal = TextFault | { readonly code: 'NOT_AN_ADMIN_OF_IT' };

/** Decides whether an organisation's own words are set beside a fact about it. Every organisation has that right. */
export function replyToFact(
  reply: string,
  facts: { readonly isAdmin: boolean },
): Decision<{ readonly reply: string }, ReplyRefusal> {
  const { text, faults } = checkText(reply, ['input', 'reply'], { most: REPLY_MOST, lines: 'many' });
  const reasons: ReplyRefusal[] = [...faults];
  if (!facts.isAdmin) reasons.push({ code: 'NOT_AN_ADMIN_OF_IT' });
  return reasons.length > 0 ? refuse(reasons) : accept({ reply: text });
}
