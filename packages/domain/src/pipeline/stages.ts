import { accept, refuse, type Decision } from '../shared/decision.js';
import { missing, type GateRequirement } from '../shared/requirement.js';
import type { IdeaStage, Stage } from '../shared/vocabulary.js';
import type { GateCode } from './gates.js';

/**
 * Where an idea can go from where it is. The only place that says so.
 *
 * A round that failed leads from FUNDING back to SHAPED. Merging and declining can be undone, to the stage before.
 * A discovery round moves nothing: the idea stays SUPPORTED while its need is looked into.
 */
export const STAGE_TRANSITIONS = {
  LOGGED: ['SUPPORTED', 'WITHDRAWN', 'MERGED', 'DECLINED'],
  SUPPORTED: ['SHAPED', 'WITHDRAWN', 'MERGED', 'DECLINED'],
  SHAPED: ['FUNDING', 'WITHDRAWN', 'MERGED', 'DECLINED'],
  FUNDING: ['DELIVERY', 'SHAPED'],
  DELIVERY: ['COMMONS', 'STOPPED'],
  COMMONS: [],
  WITHDRAWN: [],
  MERGED: ['LOGGED', 'SUPPORTED', 'SHAPED'],
  DECLINED: ['LOGGED', 'SUPPORTED', 'SHAPED'],
  STOPPED: [],
} as const satisfies Record<IdeaStage, readonly IdeaStage[]>;

/** Moves that a gate decides; the others are decided by who asks. */
const NEXT_STAGE: Partial<Record<IdeaStage, Stage>> = {
  LOGGED: 'SUPPORTED',
  SUPPORTED: 'SHAPED',
  SHAPED: 'FUNDING',
  FUNDING: 'DELIVERY',
  DELIVERY: 'COMMONS',
};

/** The station an idea works towards, or null at the end and aside. */
export function nextStage(stage: IdeaStage): Stage | null {
  return NEXT_STAGE[stage] ?? null;
}

export interface StageChange {
  readonly from: IdeaStage;
  readonly to: IdeaStage;
}

export type ChangeStageRefusal =
  | { readonly code: 'STAGE_NOT_REACHABLE'; readonly from: IdeaStage; readonly to: IdeaStage }
  | { readonly code: 'GATE_NOT_MET'; readonly requirement: GateRequirement<GateCode> };

/**
 * Decides a move. `gate` is what the gate of the station asks for, from facts read under the idea's lock;
 * empty for moves that no gate guards (back, and aside).
 */
export function changeStage(
  from: IdeaStage,
  to: IdeaStage,
  gate: readonly GateRequirement<GateCode>[],
): Decision<StageChange, ChangeStageRefusal> {
  if (!(STAGE_TRANSITIONS[from] as readonly IdeaStage[]).includes(to)) {
    return refuse([{ code: 'STAGE_NOT_REACHABLE', from, to }]);
  }
  const inTheWay = missing(gate);
  if (inTheWay.length > 0)
    return refuse(inTheWay.map((requirement) => ({ code: 'GATE_NOT_MET' as const, requirement })));
  return accept({ from, to });
}
