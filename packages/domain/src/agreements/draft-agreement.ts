import { isCalendarDay } from '../shared/day.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import { OUTPUT_KINDS, type IdeaStage, type OutputKind } from '../shared/vocabulary.js';

import { AGREEMENT_LIMITS, type PromisedOutput, type AgreementStatus, type ConditionFacts } from './agreement.js';

/** An output as somebody typed it. */
export interface OutputAsk {
  readonly kind: string;
  readonly title: string;
  readonly description?: string | null;
  readonly licenceCondition: string;
  readonly dueOn?: string | null;
  readonly dueAfterDays?: number | null;
  readonly tranchePosition?: number | null;
}

export interface DraftAgreementFacts {
  /** The author, a co-author, or somebody of the lead organisation. */
  readonly mayDraft: boolean;
  readonly stage: IdeaStage;
  /** The newest version, if there is one. */
  readonly latest: { readonly version: number; readonly status: AgreementStatus } | null;
  /** About each output's condition, in the order of the outputs. */
  readonly conditions: readonly ConditionFacts[];
  readonly today: string;
}

type At = { readonly path: readonly string[] };
export type DraftAgreementRefusal =
  | TextFault
  | { readonly code: 'MAY_NOT_DRAFT' }
  | { readonly code: 'AGREEMENT_CLOSED'; readonly stage: IdeaStage }
  | ({ readonly code: 'OUTPUTS_MISSING' } & At)
  | ({ readonly code: 'TOO_MANY_OUTPUTS'; readonly outputs: number; readonly most: number } & At)
  | ({ readonly code: 'OUTPUT_KIND_UNKNOWN'; readonly given: string } & At)
  | ({ readonly code: 'OUTPUT_TWICE'; readonly title: string } & At)
  | ({ readonly code: 'DUE_DATE_MISSING' } & At)
  | ({ readonly code: 'DUE_DATE_TWICE' } & At)
  | ({ readonly code: 'NOT_A_DAY'; readonly given: string } & At)
  | ({ readonly code: 'DUE_DATE_PASSED'; readonly given: string } & At)
  | ({ readonly code: 'DUE_DAYS_OUT_OF_RANGE'; readonly given: number; readonly most: number } & At)
  | ({ readonly code: 'TRANCHE_POSITION_OUT_OF_RANGE'; readonly given: number; readonly most: number } & At)
  | ({ readonly code: 'LICENCE_CONDITION_NOT_UNDERSTOOD'; readonly why: string } & At)
  | ({ readonly code: 'LICENCE_CONDITION_IMPOSSIBLE'; readonly given: string } & At);

export interface DraftedAgreement {
  readonly version: number;
  /** Whether the open draft is changed; otherwise a new version begins. */
  readonly replacesDraft: boolean;
  readonly outputs: readonly PromisedOutput[];
}

/** Before money and while more of it may follow. In FUNDING the terms are what funders are reading. */
const STAGES: readonly IdeaStage[] = ['LOGGED', 'SUPPORTED', 'SHAPED', 'DELIVERY', 'COMMONS'];

/**
 * Decides what the draft of a commons agreement says, answering with every fault of every output at once.
 *
 * There is one open draft an idea. What was signed is not touched: a change of it is a new version that somebody
 * has to sign again.
 */
export function draftCommonsAgreement(
  outputs: readonly OutputAsk[],
  facts: DraftAgreementFacts,
): Decision<DraftedAgreement, DraftAgreementRefusal> {
  const reasons: DraftAgreementRefusal[] = [];
  const path = ['input', 'outputs'];
  if (!facts.mayDraft) reasons.push({ code: 'MAY_NOT_DRAFT' });
  if (!STAGES.includes(facts.stage)) reasons.push({ code: 'AGREEMENT_CLOSED', stage: facts.stage });
  if (outputs.length === 0) reasons.push({ code: 'OUTPUTS_MISSING', path });
  if (outputs.length > AGREEMENT_LIMITS.outputs) {
    return refuse([
      ...reasons,
      { code: 'TOO_MANY_OUTPUTS', path, outputs: outputs.length, most: AGREEMENT_LIMITS.outputs },
    ]);
  }
  const agreed = outputs.map((output, index) =>
    checkOutput(output, [...path, String(index)], facts, facts.conditions[index], reasons),
  );
  reasons.push(...twice(agreed, path));
  if (reasons.length > 0) return refuse(reasons);

  const replacesDraft = facts.latest?.status === 'DRAFT';
  const version = (facts.latest?.version ?? 0) + (replacesDraft ? 0 : 1);
  return accept({ version, replacesDraft, outputs: agreed });
}

function checkOutput(
  ask: OutputAsk,
  path: readonly string[],
  facts: DraftAgreementFacts,
  condition: ConditionFacts | undefined,
  reasons: DraftAgreementRefusal[],
): PromisedOutput {
  const title = checkText(ask.title, [...path, 'title'], { most: AGREEMENT_LIMITS.title, lines: 'one' });
  const description = checkText(ask.description, [...path, 'description'], {
    most: AGREEMENT_LIMITS.description,
    least: 0,
    lines: 'many',
  });
  reasons.push(...title.faults, ...description.faults);
  if (!isOutputKind(ask.kind)) reasons.push({ code: 'OUTPUT_KIND_UNKNOWN', path: [...path, 'kind'], given: ask.kind });
  reasons.push(...dueReasons(ask, path, facts.today));
  const position = ask.tranchePosition ?? null;
  if (position !== null && !isWithin(position, AGREEMENT_LIMITS.tranchePosition)) {
    const at = [...path, 'tranchePosition'];
    reasons.push({
      code: 'TRANCHE_POSITION_OUT_OF_RANGE',
      path: at,
      given: position,
      most: AGREEMENT_LIMITS.tranchePosition,
    });
  }
  reasons.push(...conditionReasons(ask.licenceCondition, [...path, 'licenceCondition'], condition));
  return {
    kind: isOutputKind(ask.kind) ? ask.kind : 'SOFTWARE',
    title: title.text,
    description: description.text,
    licenceCondition: ask.licenceCondition.trim(),
    dueOn: ask.dueOn ?? null,
    dueAfterDays: ask.dueAfterDays ?? null,
    tranchePosition: position,
  };
}

function dueReasons(ask: OutputAsk, path: readonly string[], today: string): readonly DraftAgreementRefusal[] {
  const dueOn = ask.dueOn ?? null;
  const days = ask.dueAfterDays ?? null;
  if (dueOn === null && days === null) return [{ code: 'DUE_DATE_MISSING', path: [...path, 'dueAfterDays'] }];
  if (dueOn !== null && days !== null) return [{ code: 'DUE_DATE_TWICE', path: [...path, 'dueOn'] }];
  if (days !== null) {
    const most = AGREEMENT_LIMITS.dueAfterDays;
    return isWithin(days, most)
      ? []
      : [{ code: 'DUE_DAYS_OUT_OF_RANGE', path: [...path, 'dueAfterDays'], given: days, most }];
  }
  const given = dueOn ?? '';
  if (!isCalendarDay(given))
    return [{ code: 'NOT_A_DAY', path: [...path, 'dueOn'], given: given.slice(0, 40).toWellFormed() }];
  return given < today ? [{ code: 'DUE_DATE_PASSED', path: [...path, 'dueOn'], given }] : [];
}

function conditionReasons(
  given: string,
  path: readonly string[],
  condition: ConditionFacts | undefined,
): readonly DraftAgreementRefusal[] {
  if (!condition || condition.problem !== null) {
    return [{ code: 'LICENCE_CONDITION_NOT_UNDERSTOOD', path, why: condition?.problem ?? '' }];
  }
  return condition.possible ? [] : [{ code: 'LICENCE_CONDITION_IMPOSSIBLE', path, given }];
}

/** Two outputs of one kind with one title could not be told apart when one of them comes back. */
function twice(outputs: readonly PromisedOutput[], path: readonly string[]): readonly DraftAgreementRefusal[] {
  const keys = outputs.map((output) => `${output.kind} ${output.title.toLocaleLowerCase('en')}`);
  return outputs.flatMap((output, index) =>
    output.title !== '' && keys.indexOf(keys[index] ?? '') < index
      ? [{ code: 'OUTPUT_TWICE' as const, path: [...path, String(index), 'title'], title: output.title }]
      : [],
  );
}

function isWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

function isOutputKind(given: string): given is OutputKind {
  return (OUTPUT_KINDS as readonly string[]).includes(given);
}
