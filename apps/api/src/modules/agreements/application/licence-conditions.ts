import { LICENSED_AS, type ConditionFacts, type OutputKind } from '@openimpact/domain';
import { licencesSatisfyingAll } from '@openimpact/licences';

/** What a condition comes to for a kind of output. */
export interface ConditionMeaning extends ConditionFacts {
  /** Licences that satisfy it, or any that is open for the kind. */
  readonly licences: readonly string[] | 'ANY_OPEN';
}

/** Reads a licence condition as funders and verifiers will: what it accepts, and whether anything satisfies it. */
export function meaningOfCondition(condition: string, kind: OutputKind): ConditionMeaning {
  const common = licencesSatisfyingAll([condition], LICENSED_AS[kind]);
  if (!common.ok) return { problem: common.problem.message, possible: false, licences: [] };
  if (condition.trim() === 'OPEN') return { problem: null, possible: true, licences: 'ANY_OPEN' };
  const { value } = common;
  return { problem: null, possible: value.together, licences: value.together ? value.licences : [] };
}
