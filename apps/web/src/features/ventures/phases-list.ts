import type { VenturePhase } from '../../gql/graphql.js';

/** The phases of the plan, in order. */
export const PHASES = ['DISCOVERY', 'PROTOTYPE', 'PILOT', 'SERVICE'] as const satisfies readonly VenturePhase[];

/** The phase after this one, or null after the last. */
export function phaseAfter(phase: VenturePhase): VenturePhase | null {
  return PHASES[PHASES.indexOf(phase) + 1] ?? null;
}
