/**
 * Something that has to be true, and whether it is: one shape for a gate's checklist, a refused
 * mutation, an invalid field and a disabled button.
 *
 * `current` and `needed` are facts for wording (a number, a money amount, a state), worded by the API.
 */
export interface GateRequirement<Code extends string = string> {
  readonly code: Code;
  readonly met: boolean;
  readonly current?: number | string;
  readonly needed?: number | string;
}

/** The requirements that are not met. */
export function missing<Code extends string>(
  requirements: readonly GateRequirement<Code>[],
): readonly GateRequirement<Code>[] {
  return requirements.filter((requirement) => !requirement.met);
}
