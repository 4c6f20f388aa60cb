import { accept, refuse, type Decision } from '../shared/decision.js';
import { isVentureOpen, type TeamRole, type VentureStatus } from './vocabulary.js';

export interface TeamMember {
  readonly personId: string;
  readonly role: TeamRole;
}

export type AddTeamMemberRefusalReason =
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus }
  | { readonly code: 'CANNOT_BE_ASKED'; readonly path: readonly string[] }
  | { readonly code: 'ALREADY_IN_TEAM'; readonly role: TeamRole };

/** Decides whether somebody joins the coordinating team. A person may answer for several things, for each of them once. */
export function addTeamMember(
  ask: TeamMember,
  facts: {
    readonly status: VentureStatus;
    readonly team: readonly TeamMember[];
    /** Sits at its table already, or may be turned to by name: a team is no way to reach a minor. */
    readonly mayReach: boolean;
  },
): Decision<TeamMember, AddTeamMemberRefusalReason> {
  const reasons: AddTeamMemberRefusalReason[] = [];
  if (!isVentureOpen(facts.status)) reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  if (facts.team.some((one) => one.personId === ask.personId && one.role === ask.role)) {
    reasons.push({ code: 'ALREADY_IN_TEAM', role: ask.role });
  }
  if (!facts.mayReach) reasons.push({ code: 'CANNOT_BE_ASKED', path: ['input', 'personId'] });
  return reasons.length > 0 ? refuse(reasons) : accept({ personId: ask.personId, role: ask.role });
}

export type RemoveTeamMemberRefusalReason =
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus }
  | { readonly code: 'NOT_IN_TEAM' };

/**
 * Decides whether somebody no longer answers for something in the coordinating team. The lead organisation coordinates
 * even without a team, so the last one may go.
 */
export function removeTeamMember(
  ask: TeamMember,
  facts: { readonly status: VentureStatus; readonly team: readonly TeamMember[] },
): Decision<TeamMember, RemoveTeamMemberRefusalReason> {
  const reasons: RemoveTeamMemberRefusalReason[] = [];
  if (!isVentureOpen(facts.status)) reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  if (!facts.team.some((one) => one.personId === ask.personId && one.role === ask.role)) {
    reasons.push({ code: 'NOT_IN_TEAM' });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ personId: ask.personId, role: ask.role });
}
