import type catalogue from '../../messages/en/ideas.json';
import type { useIdeaWords } from './words.js';

type Words = ReturnType<typeof useIdeaWords>;
type Code<Key> = Key extends `missing.${infer Name}` ? Name : never;
type KnownCode = Code<keyof typeof catalogue>;

const KNOWN = {
  VOTES_OF_SUPPORT: true,
  VERIFIED_ORGANISATIONS_NAMED: true,
  ADOPTION_INTERESTS: true,
  LIVED_EXPERIENCE_HEARD: true,
  BRIEF_FOR_WHOM: true,
  BRIEF_OUTCOME: true,
  BRIEF_APPROACH: true,
  BRIEF_BUDGET: true,
  BRIEF_RISKS: true,
  LEAD_ORGANISATION_CHOSEN: true,
  REUSE_LOOKED_FOR: true,
  CONCERNS_ANSWERED: true,
  AGREEMENT_DRAFTED: true,
  LEAD_ORGANISATION_VERIFIED: true,
  AGREEMENT_SIGNED: true,
  ROUND_OPENED: true,
  ROUND_SUCCEEDED: true,
  PROMISES_KEPT: true,
  USERS_HEARD: true,
} as const satisfies Record<KnownCode, true>;

/** What an idea still needs, in a line for a list: the first thing by name, the others counted. Null when nothing is missing. */
export function missingOf(
  requirements: readonly { readonly code: string; readonly met: boolean }[],
  t: Words,
): string | null {
  const missing = [
    ...new Set(
      requirements
        .filter(({ met }) => !met)
        .map(({ code }) => code)
        .filter((code): code is KnownCode => code in KNOWN)
        .map((code) => t(`missing.${code}`)),
    ),
  ];
  const [first] = missing;
  return first === undefined ? null : t('card.missing', { what: first, more: missing.length - 1 });
}
