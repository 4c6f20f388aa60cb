import { accept, refuse, type Decision } from '../shared/decision.js';
import { daysFrom, isCalendarDay, type Day } from '../shared/day.js';
import { isWebAddress } from '../shared/text.js';
import { keepText, type VentureTextReason } from './text.js';
import { isVentureOpen, type VenturePhase, type VentureStatus } from './vocabulary.js';

export interface Milestone {
  readonly id: string;
  readonly dueOn: Day;
  readonly completedOn: Day | null;
  /** Milestones that have to be done before this one. */
  readonly dependsOn: readonly string[];
}

export interface PlanMilestoneAsk {
  readonly title: string;
  readonly phase: VenturePhase;
  readonly dueOn: Day;
  readonly ownerIsOfVenture: boolean;
  readonly dependsOn: readonly string[];
}

export type PlanMilestoneRefusalReason =
  | VentureTextReason
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus }
  | { readonly code: 'NOT_A_DAY'; readonly field: string; readonly given: string }
  | { readonly code: 'OWNER_NOT_OF_VENTURE' }
  | { readonly code: 'MILESTONE_NOT_FOUND'; readonly id: string }
  | { readonly code: 'DUE_BEFORE_WHAT_IT_NEEDS'; readonly dueOn: Day; readonly needs: Day };

/**
 * Decides whether a milestone may be planned.
 *
 * A new milestone can only depend on ones that exist, so dependencies never run in a circle.
 */
export function planMilestone(
  ask: PlanMilestoneAsk,
  facts: { readonly status: VentureStatus; readonly milestones: readonly Milestone[] },
): Decision<
  { readonly title: string; readonly phase: VenturePhase; readonly dueOn: Day; readonly dependsOn: readonly string[] },
  PlanMilestoneRefusalReason
> {
  const reasons: PlanMilestoneRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const title = keepText(texts, 'title', ask.title, 'milestone');
  reasons.push(...texts);

  if (!isVentureOpen(facts.status)) reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  const dayExists = isCalendarDay(ask.dueOn);
  if (!dayExists) reasons.push({ code: 'NOT_A_DAY', field: 'dueOn', given: ask.dueOn });
  if (!ask.ownerIsOfVenture) reasons.push({ code: 'OWNER_NOT_OF_VENTURE' });
  for (const id of new Set(ask.dependsOn)) {
    const needed = facts.milestones.find((milestone) => milestone.id === id);
    if (needed === undefined) reasons.push({ code: 'MILESTONE_NOT_FOUND', id });
    else if (dayExists && daysFrom(needed.dueOn, ask.dueOn) < 0) {
      reasons.push({ code: 'DUE_BEFORE_WHAT_IT_NEEDS', dueOn: ask.dueOn, needs: needed.dueOn });
    }
  }
  if (reasons.length > 0) return refuse(reasons);
  return accept({ title, phase: ask.phase, dueOn: ask.dueOn, dependsOn: [...new Set(ask.dependsOn)] });
}

export interface ReviseMilestoneAsk extends Omit<PlanMilestoneAsk, 'phase'> {
  /** Why it moves. In public; needed where its day changes. */
  readonly why?: string | null;
}

export type ReviseMilestoneRefusalReason =
  | PlanMilestoneRefusalReason
  | { readonly code: 'MILESTONE_ALREADY_COMPLETED'; readonly on: Day }
  | { readonly code: 'MILESTONES_IN_A_CIRCLE' }
  | { readonly code: 'DUE_AFTER_WHAT_NEEDS_IT'; readonly dueOn: Day; readonly neededBy: Day };

/** Decides whether a planned step is changed: what it is, whose it is, when it is due. What is done stays as it is. */
export function reviseMilestone(
  ask: ReviseMilestoneAsk,
  milestone: Milestone,
  facts: { readonly status: VentureStatus; readonly milestones: readonly Milestone[] },
): Decision<
  { readonly title: string; readonly dueOn: Day; readonly dependsOn: readonly string[]; readonly why: string },
  ReviseMilestoneRefusalReason
> {
  const reasons: ReviseMilestoneRefusalReason[] = [];
  const planned = planMilestone({ ...ask, phase: 'DISCOVERY' }, facts);
  if (!planned.ok) reasons.push(...planned.reasons);
  if (milestone.completedOn !== null) reasons.push({ code: 'MILESTONE_ALREADY_COMPLETED', on: milestone.completedOn });
  if (ask.dependsOn.some((id) => needs(id, milestone.id, facts.milestones))) {
    reasons.push({ code: 'MILESTONES_IN_A_CIRCLE' });
  }
  const waiting = facts.milestones.filter(({ dependsOn }) => dependsOn.includes(milestone.id));
  for (const { dueOn: neededBy } of isCalendarDay(ask.dueOn) ? waiting : []) {
    if (daysFrom(ask.dueOn, neededBy) < 0) {
      reasons.push({ code: 'DUE_AFTER_WHAT_NEEDS_IT', dueOn: ask.dueOn, neededBy });
    }
  }
  const texts: VentureTextReason[] = [];
  const why = keepText(texts, 'why', ask.why, 'reason', { optional: ask.dueOn === milestone.dueOn });
  reasons.push(...texts);
  if (reasons.length > 0 || !planned.ok) return refuse(reasons);
  const { title, dueOn, dependsOn } = planned.value;
  return accept({ title, dueOn, dependsOn, why });
}

/** Whether one milestone is another, or waits for it however indirectly. */
function needs(id: string, other: string, milestones: readonly Milestone[], seen = new Set<string>()): boolean {
  if (id === other) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  const found = milestones.find((one) => one.id === id);
  return (found?.dependsOn ?? []).some((next) => needs(next, other, milestones, seen));
}

/** The longest address that every browser and mail reader still opens, in characters. */
const MOST_OF_AN_ADDRESS = 2_000;

export type CompleteMilestoneRefusalReason =
  | VentureTextReason
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus }
  | { readonly code: 'MILESTONE_ALREADY_COMPLETED'; readonly on: Day }
  | { readonly code: 'EVIDENCE_ADDRESS_INVALID'; readonly given: string }
  | { readonly code: 'MILESTONE_WAITS_FOR'; readonly id: string };

/**
 * Decides whether a milestone is done: with evidence that a stranger can read, after everything it depends on.
 *
 * @param ask.evidence what shows that it is done, in words
 * @param ask.evidenceUrl where to see it, if it has an address
 */
export function completeMilestone(
  ask: { readonly evidence: string; readonly evidenceUrl?: string | null },
  milestone: Milestone,
  facts: { readonly status: VentureStatus; readonly milestones: readonly Milestone[] },
): Decision<{ readonly evidence: string; readonly evidenceUrl: string | null }, CompleteMilestoneRefusalReason> {
  const reasons: CompleteMilestoneRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const evidence = keepText(texts, 'evidence', ask.evidence, 'evidence');
  const address = (ask.evidenceUrl ?? '').trim();
  reasons.push(...texts);

  if (!isVentureOpen(facts.status)) reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  if (milestone.completedOn !== null) reasons.push({ code: 'MILESTONE_ALREADY_COMPLETED', on: milestone.completedOn });
  // Evidence becomes a link on a public page: anything but a web address could run in the reader's browser.
  if (address !== '' && (address.length > MOST_OF_AN_ADDRESS || !isWebAddress(address))) {
    reasons.push({ code: 'EVIDENCE_ADDRESS_INVALID', given: address });
  }
  for (const id of milestone.dependsOn) {
    const needed = facts.milestones.find((one) => one.id === id);
    if (needed !== undefined && needed.completedOn === null) reasons.push({ code: 'MILESTONE_WAITS_FOR', id });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ evidence, evidenceUrl: address === '' ? null : address });
}

export type MilestoneState = 'DONE' | 'OVERDUE' | 'NEXT' | 'PLANNED';

/**
 * The state of each milestone on a day. `NEXT` is the first that is not done and not late (more than one when they
 * fall on the same day), so that a page can say what comes next without reading a chart.
 */
export function milestoneStates(milestones: readonly Milestone[], today: Day): ReadonlyMap<string, MilestoneState> {
  const open = milestones.filter((one) => one.completedOn === null && daysFrom(today, one.dueOn) >= 0);
  const next = open.reduce<Day | null>((day, one) => (day === null || one.dueOn < day ? one.dueOn : day), null);
  return new Map(
    milestones.map((one): [string, MilestoneState] => {
      if (one.completedOn !== null) return [one.id, 'DONE'];
      if (daysFrom(today, one.dueOn) < 0) return [one.id, 'OVERDUE'];
      return [one.id, one.dueOn === next ? 'NEXT' : 'PLANNED'];
    }),
  );
}
