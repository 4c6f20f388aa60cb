import { accept, refuse, type Decision } from '../shared/decision.js';
import type { OutputKind } from '../shared/vocabulary.js';

import { licenceReasons, type LicenceFacts, type LicenceJudgement, type LicenceRefusal } from './licence-judgement.js';
import { mayBecome, type ObligationRecord } from './obligation.js';
import { checkResearch, type ResearchAsk, type ResearchFacts, type ResearchFault } from './research.js';
import {
  checkReturnContent,
  RETURN_LIMITS,
  type ReturnAsk,
  type ReturnContent,
  type ReturnContentFault,
} from './return-content.js';

export interface SubmitReturnAsk extends ReturnAsk, ResearchAsk {}

export interface SubmitReturnFacts {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly record: ObligationRecord;
  readonly kind: OutputKind;
  /** Belongs to the lead or a partner of the venture, or to its coordinating team. */
  readonly worksForVenture: boolean;
  /** Ids of components named that do not exist. */
  readonly unknownComponents: readonly string[];
  readonly components: number;
  readonly licence: LicenceFacts;
}

export type SubmitReturnRefusal =
  | ReturnContentFault
  | ResearchFault
  | LicenceRefusal
  | { readonly code: 'NOT_IN_THE_VENTURE' }
  | { readonly code: 'PROMISE_NOT_OPEN'; readonly record: ObligationRecord }
  | { readonly code: 'COMPONENT_NOT_FOUND'; readonly path: readonly string[]; readonly given: string }
  | {
      readonly code: 'TOO_MANY_COMPONENTS';
      readonly path: readonly string[];
      readonly given: number;
      readonly most: number;
    };

export interface SubmittedReturn {
  readonly record: 'SUBMITTED';
  readonly content: ReturnContent & ResearchFacts;
  readonly judgement: LicenceJudgement;
}

/**
 * Decides whether something is submitted for a promise. From then on the promise's clock stands still.
 *
 * A licence that does not satisfy what was agreed is refused here already: a verifier could only send it back.
 * One that a person has to look at may be submitted.
 */
export function submitReturn(
  ask: SubmitReturnAsk,
  facts: SubmitReturnFacts,
): Decision<SubmittedReturn, SubmitReturnRefusal> {
  const reasons: SubmitReturnRefusal[] = [];
  const { content, faults } = checkReturnContent(ask, facts.kind);
  // Whoever took part must find the same words, whether it comes back by a promise or is given.
  const research = checkResearch(ask, facts.kind, facts.today);
  if (!facts.worksForVenture) reasons.push({ code: 'NOT_IN_THE_VENTURE' });
  if (!mayBecome(facts.record, 'SUBMITTED')) reasons.push({ code: 'PROMISE_NOT_OPEN', record: facts.record });
  reasons.push(...faults, ...research.faults);
  const path = ['input', 'componentIds'];
  for (const given of facts.unknownComponents) reasons.push({ code: 'COMPONENT_NOT_FOUND', path, given });
  if (facts.components > RETURN_LIMITS.components) {
    reasons.push({ code: 'TOO_MANY_COMPONENTS', path, given: facts.components, most: RETURN_LIMITS.components });
  }
  reasons.push(...licenceReasons(facts.licence));
  if (reasons.length > 0 || 'problem' in facts.licence) return refuse(reasons);
  return accept({ record: 'SUBMITTED', content: { ...content, ...research.facts }, judgement: facts.licence });
}
