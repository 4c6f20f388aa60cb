import { isAuthor, type Idea } from '../ideas/index.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { isCurrency, MAX_MINOR_UNITS, Money, sumOf, type Currency } from '../shared/money.js';
import { checkText, type TextFault } from '../shared/text.js';
import { BUDGET_LINE_KINDS, type BudgetLineKind, type IdeaStage } from '../shared/vocabulary.js';

export const BRIEF_LIMITS = {
  forWhom: 1_000,
  outcome: 2_000,
  approach: 5_000,
  risk: 2_000,
  budgetLines: 30,
  budgetNote: 200,
} as const;

export interface BudgetLine {
  readonly kind: BudgetLineKind;
  readonly note: string;
  readonly amount: Money;
}

/** The four questions about harm. Each needs an answer before anybody is asked for money. */
export interface BriefRisks {
  readonly whatCouldGoWrong: string;
  readonly forWhom: string;
  readonly howWeWouldNotice: string;
  readonly whenWeWouldStop: string;
}

/** What would be built and for whom: what funders read. May be saved unfinished; the gate asks for all of it. */
export interface Brief {
  readonly forWhom: string;
  readonly outcome: string;
  readonly approach: string;
  readonly budget: readonly BudgetLine[];
  readonly risks: BriefRisks;
}

export const BRIEF_PARTS = ['forWhom', 'outcome', 'approach', 'budget', 'risks'] as const;
export type BriefPart = (typeof BRIEF_PARTS)[number];

/** What a gate looks at: the words, and whether there is any budget line, whatever it is made of. */
export type BriefAnswers = Omit<Brief, 'budget'> & { readonly budget: readonly unknown[] };

/** The parts of a brief that still have no answer; all of them when there is no brief. */
export function missingFromBrief(brief: BriefAnswers | null): readonly BriefPart[] {
  if (brief === null) return BRIEF_PARTS;
  const lacking: BriefPart[] = [];
  if (brief.forWhom === '') lacking.push('forWhom');
  if (brief.outcome === '') lacking.push('outcome');
  if (brief.approach === '') lacking.push('approach');
  if (brief.budget.length === 0) lacking.push('budget');
  if (Object.values(brief.risks).some((answer) => answer === '')) lacking.push('risks');
  return lacking;
}

/** Stages in which the brief can be written. From FUNDING on it is what funders pledged to. */
export const STAGES_WITH_OPEN_BRIEF: readonly IdeaStage[] = ['LOGGED', 'SUPPORTED', 'SHAPED'];

export interface BriefAsk {
  readonly forWhom: string | null;
  readonly outcome: string | null;
  readonly approach: string | null;
  readonly risks: { readonly [Question in keyof BriefRisks]: string | null };
  readonly currency: string;
  readonly budget: readonly { readonly kind: string; readonly note: string | null; readonly minorUnits: bigint }[];
  /** The organisation that would lead. Null leaves the choice as it is. */
  readonly leadOrganisationId: string | null;
}

export interface BriefFacts {
  readonly idea: Idea;
  readonly personId: string;
  readonly leadOrganisationId: string | null;
  /** Whether the person belongs to the organisation chosen before: its people may write the brief too. */
  readonly inLeadOrganisation: boolean;
  /** Whether the organisation asked for exists. */
  readonly leadExists: boolean;
}

export type SaveBriefRefusal =
  | TextFault
  | { readonly code: 'NOT_AN_AUTHOR' }
  | { readonly code: 'LEAD_IS_CHOSEN_BY_THE_AUTHOR'; readonly path: readonly string[] }
  | { readonly code: 'ORGANISATION_UNKNOWN'; readonly path: readonly string[] }
  | { readonly code: 'BRIEF_CLOSED'; readonly stage: IdeaStage }
  | { readonly code: 'CURRENCY_UNKNOWN'; readonly path: readonly string[]; readonly given: string }
  | { readonly code: 'BUDGET_LINE_KIND_UNKNOWN'; readonly path: readonly string[]; readonly given: string }
  | { readonly code: 'AMOUNT_NOT_POSITIVE'; readonly path: readonly string[] }
  | { readonly code: 'BUDGET_TOO_LARGE'; readonly path: readonly string[] }
  | {
      readonly code: 'TOO_MANY_ITEMS';
      readonly path: readonly string[];
      readonly count: number;
      readonly most: number;
    };

export interface SavedBrief {
  readonly brief: Brief;
  readonly currency: Currency;
  readonly total: Money;
  readonly leadOrganisationId: string | null;
}

/**
 * Decides a brief, finished or not: what is lacking is the gate's to say, what is wrong is said here, all at once.
 *
 * The author alone chooses the lead organisation, because an idea must not be taken from the person who had it.
 */
export function saveBrief(ask: BriefAsk, facts: BriefFacts): Decision<SavedBrief, SaveBriefRefusal> {
  const reasons: SaveBriefRefusal[] = [];
  const text = (raw: string | null, most: number, ...path: readonly string[]): string => {
    const checked = checkText(raw, ['input', ...path], { most, least: 0, lines: 'many' });
    reasons.push(...checked.faults);
    return checked.text;
  };
  const leadChanges = ask.leadOrganisationId !== null && ask.leadOrganisationId !== facts.leadOrganisationId;

  if (!isAuthor(facts.idea, facts.personId) && !facts.inLeadOrganisation) reasons.push({ code: 'NOT_AN_AUTHOR' });
  if (leadChanges && facts.idea.authorId !== facts.personId) {
    reasons.push({ code: 'LEAD_IS_CHOSEN_BY_THE_AUTHOR', path: ['input', 'leadOrganisationId'] });
  }
  if (leadChanges && !facts.leadExists) {
    reasons.push({ code: 'ORGANISATION_UNKNOWN', path: ['input', 'leadOrganisationId'] });
  }
  if (!STAGES_WITH_OPEN_BRIEF.includes(facts.idea.stage))
    reasons.push({ code: 'BRIEF_CLOSED', stage: facts.idea.stage });

  const words = {
    forWhom: text(ask.forWhom, BRIEF_LIMITS.forWhom, 'forWhom'),
    outcome: text(ask.outcome, BRIEF_LIMITS.outcome, 'outcome'),
    approach: text(ask.approach, BRIEF_LIMITS.approach, 'approach'),
    risks: {
      whatCouldGoWrong: text(ask.risks.whatCouldGoWrong, BRIEF_LIMITS.risk, 'risks', 'whatCouldGoWrong'),
      forWhom: text(ask.risks.forWhom, BRIEF_LIMITS.risk, 'risks', 'forWhom'),
      howWeWouldNotice: text(ask.risks.howWeWouldNotice, BRIEF_LIMITS.risk, 'risks', 'howWeWouldNotice'),
      whenWeWouldStop: text(ask.risks.whenWeWouldStop, BRIEF_LIMITS.risk, 'risks', 'whenWeWouldStop'),
    },
  };
  const budget = checkBudget(ask, reasons);
  if (budget === null || reasons.length > 0) return refuse(reasons);
  return accept({
    brief: { ...words, budget: budget.lines },
    currency: budget.currency,
    total: budget.total,
    leadOrganisationId: ask.leadOrganisationId ?? facts.leadOrganisationId,
  });
}

interface CheckedBudget {
  readonly lines: readonly BudgetLine[];
  readonly currency: Currency;
  readonly total: Money;
}

function checkBudget(ask: BriefAsk, reasons: SaveBriefRefusal[]): CheckedBudget | null {
  const { currency } = ask;
  if (!isCurrency(currency)) {
    const given = currency.slice(0, 10).toWellFormed();
    reasons.push({ code: 'CURRENCY_UNKNOWN', path: ['input', 'currency'], given });
    return null;
  }
  if (ask.budget.length > BRIEF_LIMITS.budgetLines) {
    const most = BRIEF_LIMITS.budgetLines;
    reasons.push({ code: 'TOO_MANY_ITEMS', path: ['input', 'budget'], count: ask.budget.length, most });
    return null;
  }
  const lines: BudgetLine[] = [];
  for (const [position, line] of ask.budget.entries()) {
    const path = ['input', 'budget', String(position)];
    const note = checkText(line.note, [...path, 'note'], { most: BRIEF_LIMITS.budgetNote, least: 0, lines: 'one' });
    reasons.push(...note.faults);
    if (line.minorUnits <= 0n) reasons.push({ code: 'AMOUNT_NOT_POSITIVE', path: [...path, 'amount'] });
    if (isBudgetLineKind(line.kind)) {
      lines.push({ kind: line.kind, note: note.text, amount: Money.of(line.minorUnits, currency) });
    } else reasons.push({ code: 'BUDGET_LINE_KIND_UNKNOWN', path: [...path, 'kind'], given: line.kind });
  }
  const total = sumOf(
    lines.map(({ amount }) => amount),
    currency,
  );
  if (total.minorUnits > MAX_MINOR_UNITS) reasons.push({ code: 'BUDGET_TOO_LARGE', path: ['input', 'budget'] });
  return { lines, currency, total };
}

function isBudgetLineKind(given: string): given is BudgetLineKind {
  return (BUDGET_LINE_KINDS as readonly string[]).includes(given);
}
