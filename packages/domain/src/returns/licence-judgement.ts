import type { LicenceVerdictWord } from '../shared/vocabulary.js';

/** What was found about a licence, decided outside these rules from the agreement and the components built on. */
export interface LicenceJudgement {
  readonly verdict: LicenceVerdictWord;
  /** The rule that decided, as a stable name. */
  readonly rule: string;
  /** A sentence for a person. */
  readonly reason: string;
  /** Title of the component that decided, when one did. */
  readonly component: string | null;
}

/** The licence could not be judged at all: too large, nested too deep. */
export interface LicenceProblem {
  readonly problem: string;
}

export type LicenceFacts = LicenceJudgement | LicenceProblem;

export type LicenceRefusal =
  | { readonly code: 'LICENCE_NOT_UNDERSTOOD'; readonly path: readonly string[]; readonly why: string }
  | {
      readonly code: 'LICENCE_DOES_NOT_SATISFY';
      readonly path: readonly string[];
      readonly why: string;
      readonly component: string | null;
    };

export function licenceReasons(licence: LicenceFacts): readonly LicenceRefusal[] {
  const path = ['input', 'licence'];
  if ('problem' in licence) return [{ code: 'LICENCE_NOT_UNDERSTOOD', path, why: licence.problem }];
  if (licence.verdict !== 'DOES_NOT') return [];
  return [{ code: 'LICENCE_DOES_NOT_SATISFY', path, why: licence.reason, component: licence.component }];
}
