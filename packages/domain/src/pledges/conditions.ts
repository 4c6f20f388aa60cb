import type { AcceptedLicences, PledgeCondition } from '../mandates/index.js';
import { LICENSED_AS, sumOf, type Currency, type LicensedAs, type Money, type OutputKind } from '../shared/index.js';

import { withMatches } from './matching.js';
import type { Matching } from './pledge.js';

/** One promised output of the round's agreement, and the licences it may be shared under. */
export interface AgreedOutput {
  readonly kind: OutputKind;
  readonly licences: readonly string[] | 'ANY_OPEN';
}

/** What conditions ask about the round and its idea. None of it changes with the pledges. */
export interface RoundSurroundings {
  readonly target: Money;
  readonly votes: number;
  readonly livedExperienceHeard: boolean;
  readonly leadVerified: boolean;
  readonly outputs: readonly AgreedOutput[];
}

/** A pledge as conditions see it. */
export interface ConditionalPledge {
  readonly id: string;
  readonly funderId: string;
  readonly amount: Money;
  /** Missing: an amount of its own. */
  readonly matching?: Matching | null;
  readonly conditions: readonly PledgeCondition[];
}

/** A condition and whether it holds now, with the number there is and the number asked for where it has numbers. */
export interface ConditionVerdict {
  readonly condition: PledgeCondition;
  readonly met: boolean;
  readonly current?: Money | number;
  readonly needed?: Money | number;
}

/**
 * Judges one condition of a pledge, given the pledges that count (this one among them).
 *
 * Every predicate is monotone: one more counting pledge never makes a true one false. `resolveConditions` rests on
 * that; a condition like "at most three funders" cannot be offered.
 */
export function judgeCondition(
  condition: PledgeCondition,
  pledge: ConditionalPledge,
  counting: readonly ConditionalPledge[],
  around: RoundSurroundings,
): ConditionVerdict {
  switch (condition.code) {
    case 'MIN_ROUND_TOTAL': {
      const current = totalOf(counting, around.target.currency);
      return { condition, met: !current.isLessThan(condition.total), current, needed: condition.total };
    }
    case 'MIN_FUNDERS': {
      const current = fundersAmong(counting).size;
      return { condition, met: current >= condition.funders, current, needed: condition.funders };
    }
    case 'NOT_FIRST':
      return { condition, met: [...fundersAmong(counting)].some((funderId) => funderId !== pledge.funderId) };
    case 'MIN_VOTES':
      return { condition, met: around.votes >= condition.votes, current: around.votes, needed: condition.votes };
    case 'LIVED_EXPERIENCE_HEARD':
      return { condition, met: around.livedExperienceHeard };
    case 'MAX_SHARE_OF_TARGET':
      return {
        condition,
        met: isWithinShare(pledge.matching?.most ?? pledge.amount, condition.percent, around.target),
      };
    case 'ACCEPTED_LICENCES':
      return { condition, met: around.outputs.every((output) => isAccepted(output, condition.accepted)) };
    case 'RESEARCH_PUBLISHED':
      return { condition, met: around.outputs.some((output) => output.kind === 'USER_RESEARCH') };
    case 'OPEN_API':
      return { condition, met: around.outputs.some((output) => output.kind === 'API') };
    case 'LEAD_VERIFIED':
      return { condition, met: around.leadVerified };
    default:
      return condition satisfies never;
  }
}

/** Which pledges count, and for each pledge what its conditions say given those. */
export interface Resolution {
  readonly counting: readonly string[];
  readonly total: Money;
  /** What each that counts is worth, matches worked out among them. */
  readonly amounts: ReadonlyMap<string, Money>;
  readonly verdicts: ReadonlyMap<string, readonly ConditionVerdict[]>;
}

/**
 * Finds the pledges that count: starts with all, drops those whose conditions fail given the rest, and repeats until
 * nothing changes.
 *
 * The conditions are monotone, so the result is the one largest set in which every pledge is content; it does not
 * depend on the order of the dropping. Matches are worked out again among those that are left each time, in the order
 * of the pledges, which is that in which they were made; fewer pledges never make the sum of all larger. The same computation runs while a round is open, so what a
 * funder reads then is what would happen now.
 */
export function resolveConditions(pledges: readonly ConditionalPledge[], around: RoundSurroundings): Resolution {
  let counting = pledges;
  for (;;) {
    const given = withMatches(counting, around.target);
    const content = given.filter((pledge) =>
      pledge.conditions.every((condition) => judgeCondition(condition, pledge, given, around).met),
    );
    counting = content;
    if (content.length === given.length) break;
  }

  const counts = new Set(counting.map((pledge) => pledge.id));
  const verdicts = pledges.map((pledge) => {
    // One that does not count is judged as if it did: "two funders are there with you, you asked for three".
    const given = counts.has(pledge.id)
      ? counting
      : withMatches(
          pledges.filter((one) => one === pledge || counts.has(one.id)),
          around.target,
        );
    return [pledge.id, pledge.conditions.map((condition) => judgeCondition(condition, pledge, given, around))] as const;
  });
  return {
    counting: counting.map((pledge) => pledge.id),
    total: totalOf(counting, around.target.currency),
    amounts: new Map(counting.map((pledge) => [pledge.id, pledge.amount])),
    verdicts: new Map(verdicts),
  };
}

/** The licences that satisfy every pledge for one kind of output, or the two pledges that leave none. */
export type LicenceMeeting =
  | { readonly licensedAs: LicensedAs; readonly licences: readonly string[] | 'ANY_OPEN' }
  | { readonly licensedAs: LicensedAs; readonly collision: readonly [pledgeId: string, pledgeId: string] | null };

/**
 * What licences would content every funder for each kind of output that a condition speaks of.
 *
 * A collision names two pledges that no licence satisfies together; `null` when any two agree and only three or more
 * together leave nothing.
 */
export function meetingLicences(pledges: readonly ConditionalPledge[]): readonly LicenceMeeting[] {
  const kinds = ['software', 'data', 'content'] as const;
  return kinds.flatMap((licensedAs): readonly LicenceMeeting[] => {
    const asked = pledges.flatMap((pledge) => acceptedFor(pledge, licensedAs));
    if (asked.length === 0) return [];
    const lists = asked.filter(
      (one): one is { pledgeId: string; licences: readonly string[] } => one.licences !== 'ANY_OPEN',
    );
    if (lists.length === 0) return [{ licensedAs, licences: 'ANY_OPEN' }];

    const common = lists.map((one) => one.licences).reduce(intersection);
    if (common.length > 0) return [{ licensedAs, licences: [...common].sort() }];
    for (const [index, one] of lists.entries()) {
      const other = lists.slice(index + 1).find((later) => intersection(one.licences, later.licences).length === 0);
      if (other) return [{ licensedAs, collision: [one.pledgeId, other.pledgeId] }];
    }
    return [{ licensedAs, collision: null }];
  });
}

function acceptedFor(pledge: ConditionalPledge, licensedAs: LicensedAs) {
  return pledge.conditions.flatMap((condition) =>
    condition.code === 'ACCEPTED_LICENCES'
      ? condition.accepted
          .filter((accepted) => accepted.licensedAs === licensedAs)
          .map(({ licences }) => ({ pledgeId: pledge.id, licences }))
      : [],
  );
}

function intersection(some: readonly string[], others: readonly string[]): readonly string[] {
  return some.filter((licence) => others.includes(licence));
}

function isAccepted(output: AgreedOutput, accepted: readonly AcceptedLicences[]): boolean {
  const asked = accepted.filter((one) => one.licensedAs === LICENSED_AS[output.kind]);
  return asked.every(({ licences }) => {
    if (licences === 'ANY_OPEN') return true;
    // The agreement may end in any licence it allows, so each of them has to be one that the funder accepts.
    if (output.licences === 'ANY_OPEN') return false;
    return output.licences.every((licence) => licences.includes(licence));
  });
}

/**
 * A match is a funder among others as soon as there is something to match, whatever room is left for it: if it had to be
 * worth something, one more pledge that fills the round could take funders away.
 */
function fundersAmong(counting: readonly ConditionalPledge[]): ReadonlySet<string> {
  const somethingToMatch = counting.some((pledge) => !pledge.matching);
  return new Set(somethingToMatch ? counting.map((pledge) => pledge.funderId) : []);
}

function isWithinShare(amount: Money, percent: number, target: Money): boolean {
  return amount.minorUnits * 100n <= target.minorUnits * BigInt(percent);
}

function totalOf(pledges: readonly ConditionalPledge[], currency: Currency): Money {
  return sumOf(
    pledges.map((pledge) => pledge.amount),
    currency,
  );
}
