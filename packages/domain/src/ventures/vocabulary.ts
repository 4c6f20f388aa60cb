/** Where a venture stands. It may convene before any money; it is told well however it ends. */
export const VENTURE_STATUSES = ['CONVENING', 'ACTIVE', 'HANDED_OVER', 'STOPPED'] as const;
export type VentureStatus = (typeof VENTURE_STATUSES)[number];

export const VENTURE_TRANSITIONS = {
  CONVENING: ['ACTIVE', 'STOPPED'],
  ACTIVE: ['HANDED_OVER', 'STOPPED'],
  HANDED_OVER: [],
  STOPPED: [],
} as const satisfies Record<VentureStatus, readonly VentureStatus[]>;

/** Whether a venture still works: only then are its agenda, plan and team changed. */
export function isVentureOpen(status: VentureStatus): boolean {
  return VENTURE_TRANSITIONS[status].length > 0;
}

/** The shared workplan's phases, in order. */
export const VENTURE_PHASES = ['DISCOVERY', 'PROTOTYPE', 'PILOT', 'SERVICE'] as const;
export type VenturePhase = (typeof VENTURE_PHASES)[number];

/** Whose seats a venture keeps at its table. */
export const SEAT_KINDS = ['SERVICE_USER', 'PRACTITIONER', 'TECHNOLOGIST', 'FUNDER'] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

/** One person alone at a table is decoration: a kind of seat is filled from two people up. */
export const PEOPLE_A_SEAT = 2;

/** The seats whose view a change of phase records. */
export const SEATS_HEARD_ON_PHASES = ['SERVICE_USER', 'PRACTITIONER'] as const satisfies readonly SeatKind[];
export type SeatHeardOnPhases = (typeof SEATS_HEARD_ON_PHASES)[number];

/** What somebody in the coordinating team answers for. */
export const TEAM_ROLES = [
  'LEAD',
  'COORDINATOR',
  'PRODUCT',
  'RESEARCH',
  'DESIGN',
  'DEVELOPMENT',
  'DATA',
  'COMMUNITY',
  'SAFEGUARDING',
  'FINANCE',
] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** How an organisation belongs to a venture. */
export const VENTURE_MEMBER_ROLES = ['LEAD', 'FUNDER', 'PARTNER'] as const;
export type VentureMemberRole = (typeof VENTURE_MEMBER_ROLES)[number];

/** Who will own and run it after the venture. */
export const HANDOVER_MODELS = [
  'JOINT_VENTURE',
  'CO_OPERATIVE',
  'FOUNDATION_UNIT',
  'EXISTING_ORGANISATION',
  'COMMUNITY_MAINTAINED',
  'OTHER',
] as const;
export type HandoverModel = (typeof HANDOVER_MODELS)[number];
