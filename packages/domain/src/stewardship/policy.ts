import { checkText, type TextFault } from '../shared/text.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import type { FirstPosts } from './held-post.js';

/** What two stewards, or one and seven days, may change for the whole installation. */
export interface InstallationPolicy {
  readonly votesOfSupport: number;
  readonly verifiedOrganisations: number;
  readonly adoptionInterests: number;
  readonly livedExperienceVoices: number;
  readonly firstPosts: FirstPosts;
  /** Where somebody who needs help now finds it, in Markdown: stands on every form about lived experience. */
  readonly helpContacts: string;
}

/** Least and most of each number. Below three voices the gate would say what small-number rules hide. */
export const POLICY_LIMITS = {
  votesOfSupport: [1, 1_000],
  verifiedOrganisations: [0, 100],
  adoptionInterests: [0, 100],
  livedExperienceVoices: [3, 100],
} as const;

export type ChangePolicyRefusal =
  | TextFault
  | { readonly code: 'NOT_A_STEWARD' }
  | { readonly code: 'NOTHING_CHANGED' }
  | { readonly code: 'POLICY_CHANGE_WAITS' }
  | {
      readonly code: 'NUMBER_OUT_OF_RANGE';
      readonly path: readonly string[];
      readonly given: number;
      readonly least: number;
      readonly most: number;
    };

/**
 * Decides whether a change of policy is proposed. It is in force for what is logged from its confirmation on: an idea is
 * measured by the policy it was logged under.
 */
export function changePolicy(
  ask: InstallationPolicy & { readonly reason: string | null },
  facts: { readonly isSteward: boolean; readonly current: InstallationPolicy; readonly anotherWaits: boolean },
): Decision<{ readonly policy: InstallationPolicy; readonly reason: string }, ChangePolicyRefusal> {
  const reason = checkText(ask.reason, ['input', 'reason'], { most: 2_000, least: 1, lines: 'many' });
  const help = checkText(ask.helpContacts, ['input', 'helpContacts'], { most: 2_000, least: 0, lines: 'many' });
  const reasons: ChangePolicyRefusal[] = [...reason.faults, ...help.faults];
  if (!facts.isSteward) reasons.push({ code: 'NOT_A_STEWARD' });
  for (const name of Object.keys(POLICY_LIMITS) as (keyof typeof POLICY_LIMITS)[]) {
    const [least, most] = POLICY_LIMITS[name];
    const given = ask[name];
    if (!Number.isInteger(given) || given < least || given > most)
      reasons.push({ code: 'NUMBER_OUT_OF_RANGE', path: ['input', name], given, least, most });
  }
  const policy: InstallationPolicy = {
    votesOfSupport: ask.votesOfSupport,
    verifiedOrganisations: ask.verifiedOrganisations,
    adoptionInterests: ask.adoptionInterests,
    livedExperienceVoices: ask.livedExperienceVoices,
    firstPosts: ask.firstPosts,
    helpContacts: help.text,
  };
  const same = (Object.keys(policy) as (keyof InstallationPolicy)[]).every((key) => policy[key] === facts.current[key]);
  if (same) reasons.push({ code: 'NOTHING_CHANGED' });
  if (facts.anotherWaits) reasons.push({ code: 'POLICY_CHANGE_WAITS' });
  return reasons.length > 0 ? refuse(reasons) : accept({ policy, reason: reason.text });
}

/** Whether a second steward, or notice that is over, completes what a first steward proposed. */
export type SecondStewardRefusal =
  | { readonly code: 'NOT_A_STEWARD' }
  | { readonly code: 'SECOND_STEWARD_OR_NOTICE'; readonly noticeEnds: string };

export function againstSecondSteward(facts: {
  readonly isSteward: boolean;
  readonly isFirst: boolean;
  readonly noticeIsOver: boolean;
  readonly noticeEnds: string;
}): readonly SecondStewardRefusal[] {
  if (!facts.isSteward) return [{ code: 'NOT_A_STEWARD' }];
  if (facts.isFirst && !facts.noticeIsOver) return [{ code: 'SECOND_STEWARD_OR_NOTICE', noticeEnds: facts.noticeEnds }];
  return [];
}
