import { canonicalJson, type Json } from '../shared/canonical-json.js';
import type { IdeaContent } from './idea.js';

/** How many random bytes are mixed in before content is committed to. Short text could be guessed without them. */
export const SALT_BYTES = 32;

/**
 * The text that a revision's fingerprint is made over: SHA-256 of the salt's bytes followed by this, in UTF-8.
 *
 * Written field by field, so that a field added to ideas later does not change what was committed to before.
 */
export function canonicalIdea(ideaId: string, revision: number, content: IdeaContent): string {
  const committed: Json = {
    ideaId,
    revision,
    title: content.title,
    need: content.need,
    peopleServed: content.peopleServed,
    outcome: content.outcome,
    whatExists: content.whatExists,
    themes: content.themes,
    places: content.places,
    evidence: content.evidence,
    language: content.language,
    // Wordings from before this was asked have none, and their fingerprints stay what they were.
    ...(content.easyRead ? { easyRead: content.easyRead } : {}),
  };
  return canonicalJson(committed);
}
