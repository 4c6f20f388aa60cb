import { workingDaysBetween } from './working-days.js';

/** How long verifiers among the funders have before a steward may. Source: the care rules, on power. */
export const VERIFIER_WORKING_DAYS = 15;

/** Who wants to verify, and what ties them to the venture. Facts about this moment, read under the lock. */
export interface VerifierFacts {
  /** Belongs to an organisation whose money is agreed for this venture. */
  readonly belongsToFunder: boolean;
  readonly isSteward: boolean;
  /** Organisations they belong to that the venture pays: lead, money holder, owners paid for adapting a component. */
  readonly paidOrganisations: readonly string[];
  /** Names of components the return builds on that an organisation of theirs owns. */
  readonly ownedComponents: readonly string[];
  /** Whether they hold a role in the coordinating team. */
  readonly holdsTeamRole: boolean;
  readonly submittedIt: boolean;
  /** Whether an organisation of theirs is a member of the venture: a steward never decides about their own. */
  readonly belongsToMember: boolean;
}

export type VerifierRefusal =
  | { readonly code: 'NOT_A_VERIFIER' }
  | { readonly code: 'STEWARD_MUST_WAIT'; readonly workingDaysLeft: number }
  | { readonly code: 'PAID_BY_THE_VENTURE'; readonly organisations: readonly string[] }
  | { readonly code: 'OWNS_A_COMPONENT'; readonly components: readonly string[] }
  | { readonly code: 'HOLDS_A_TEAM_ROLE' }
  | { readonly code: 'SUBMITTED_IT' }
  | { readonly code: 'STEWARDS_OWN_ORGANISATION' };

/**
 * What stands between a person and verifying a return; nothing when they may.
 *
 * Verifiers are people of the funders. When none of them has answered within 15 working days a steward may. Nobody
 * judges what pays them, what they own or what they made.
 */
export function verifierReasons(
  verifier: VerifierFacts,
  submittedOn: string,
  today: string,
): readonly VerifierRefusal[] {
  const reasons: VerifierRefusal[] = [];
  const waited = workingDaysBetween(submittedOn, today);
  if (!verifier.belongsToFunder && !verifier.isSteward) reasons.push({ code: 'NOT_A_VERIFIER' });
  if (!verifier.belongsToFunder && verifier.isSteward) {
    if (verifier.belongsToMember) reasons.push({ code: 'STEWARDS_OWN_ORGANISATION' });
    if (waited < VERIFIER_WORKING_DAYS) {
      reasons.push({ code: 'STEWARD_MUST_WAIT', workingDaysLeft: VERIFIER_WORKING_DAYS - waited });
    }
  }
  if (verifier.paidOrganisations.length > 0) {
    reasons.push({ code: 'PAID_BY_THE_VENTURE', organisations: verifier.paidOrganisations });
  }
  if (verifier.ownedComponents.length > 0) {
    reasons.push({ code: 'OWNS_A_COMPONENT', components: verifier.ownedComponents });
  }
  if (verifier.holdsTeamRole) reasons.push({ code: 'HOLDS_A_TEAM_ROLE' });
  if (verifier.submittedIt) reasons.push({ code: 'SUBMITTED_IT' });
  return reasons;
}
