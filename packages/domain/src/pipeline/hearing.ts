import { isAuthor, type Idea } from '../ideas/index.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { IdeaStage } from '../shared/vocabulary.js';

export const HEARING_LIMITS = { said: 4_000, invited: 1_000, thanked: 500 } as const;
/** A session with fewer people is a conversation that would tell who said what. */
export const LEAST_PEOPLE_HEARD = 3;
const MOST_PEOPLE_HEARD = 10_000;

export interface HearingAsk {
  /** How many people with experience of it took part. */
  readonly people: number;
  /** `YYYY-MM-DD`. */
  readonly heldOn: string;
  readonly howInvited: string | null;
  readonly howThanked: string | null;
  readonly whatWasSaid: string | null;
}

export type RecordHearingRefusal =
  | TextFault
  | { readonly code: 'NOT_AN_AUTHOR' }
  | { readonly code: 'IDEA_CLOSED'; readonly stage: IdeaStage }
  | {
      readonly code: 'PEOPLE_HEARD_OUT_OF_RANGE';
      readonly path: readonly string[];
      readonly given: number;
      readonly least: number;
    }
  | { readonly code: 'DATE_NOT_PAST'; readonly path: readonly string[] };

export interface RecordedHearing {
  readonly people: number;
  readonly heldOn: string;
  readonly howInvited: string;
  readonly howThanked: string;
  readonly whatWasSaid: string;
}

/**
 * Decides whether a session with people who live with the need is on record: how they were invited and thanked,
 * what they said in sum, and never who they were.
 */
export function recordHearing(
  ask: HearingAsk,
  facts: {
    readonly idea: Idea;
    readonly personId: string;
    readonly inLeadOrganisation: boolean;
    readonly today: string;
  },
): Decision<RecordedHearing, RecordHearingRefusal> {
  const { idea } = facts;
  const invited = checkText(ask.howInvited, ['input', 'howInvited'], { most: HEARING_LIMITS.invited, lines: 'many' });
  const thanked = checkText(ask.howThanked, ['input', 'howThanked'], { most: HEARING_LIMITS.thanked, lines: 'many' });
  const said = checkText(ask.whatWasSaid, ['input', 'whatWasSaid'], { most: HEARING_LIMITS.said, lines: 'many' });
  const reasons: RecordHearingRefusal[] = [...invited.faults, ...thanked.faults, ...said.faults];
  if (!isAuthor(idea, facts.personId) && !facts.inLeadOrganisation) reasons.push({ code: 'NOT_AN_AUTHOR' });
  if (['WITHDRAWN', 'MERGED', 'DECLINED', 'STOPPED'].includes(idea.stage)) {
    reasons.push({ code: 'IDEA_CLOSED', stage: idea.stage });
  }
  if (!Number.isInteger(ask.people) || ask.people < LEAST_PEOPLE_HEARD || ask.people > MOST_PEOPLE_HEARD) {
    const path = ['input', 'people'];
    reasons.push({ code: 'PEOPLE_HEARD_OUT_OF_RANGE', path, given: ask.people, least: LEAST_PEOPLE_HEARD });
  }
  if (!isDate(ask.heldOn) || ask.heldOn > facts.today)
    reasons.push({ code: 'DATE_NOT_PAST', path: ['input', 'heldOn'] });
  if (reasons.length > 0) return refuse(reasons);
  return accept({
    people: ask.people,
    heldOn: ask.heldOn,
    howInvited: invited.text,
    howThanked: thanked.text,
    whatWasSaid: said.text,
  });
}

function isDate(given: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return false;
  const date = new Date(`${given}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given);
}
