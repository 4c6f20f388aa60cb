import type { GateCode, GateRequirement, RecordHearingRefusal, SaveBriefRefusal } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { stageInWords, wordTextFault } from '../../ideas/index.js';

function counted(number: number | string | undefined, one: string, many: string): string | undefined {
  return typeof number === 'number' ? `${number} ${number === 1 ? one : many}` : undefined;
}

/** What a gate asks for, as a line of a checklist. */
export function wordGateRequirement(requirement: GateRequirement<GateCode>): Worded {
  const { code, met, current, needed } = requirement;
  switch (code) {
    case 'VOTES_OF_SUPPORT':
      return {
        message: 'Enough people support it.',
        met,
        current: counted(current, 'vote', 'votes'),
        needed: counted(needed, 'vote', 'votes'),
      };
    case 'VERIFIED_ORGANISATIONS_NAMED':
      return {
        message: 'People vote for it in the name of organisations that the site team has verified.',
        met,
        current: counted(current, 'organisation', 'organisations'),
        needed: counted(needed, 'organisation', 'organisations'),
      };
    case 'ADOPTION_INTERESTS':
      return {
        message: 'An organisation says that it would try it or use it.',
        met,
        current: counted(current, 'organisation', 'organisations'),
        needed: counted(needed, 'organisation', 'organisations'),
      };
    case 'LIVED_EXPERIENCE_HEARD':
      return {
        message:
          'People whose life it is about have been heard: by voting, in user research they agreed to, or in a recorded session.',
        met,
        needed: `${needed} people, linked research, or a recorded session`,
      };
    case 'BRIEF_FOR_WHOM':
      return { message: 'The brief says for whom it is.', met };
    case 'BRIEF_OUTCOME':
      return { message: 'The brief says what would be better for them.', met };
    case 'BRIEF_APPROACH':
      return { message: 'The brief says what would be built, and how.', met };
    case 'BRIEF_BUDGET':
      return { message: 'The brief says what it would cost, line by line.', met };
    case 'BRIEF_RISKS':
      return {
        message: 'The brief says what could go wrong, for whom, how we would notice and when we would stop.',
        met,
      };
    case 'LEAD_ORGANISATION_CHOSEN':
      return { message: 'The author has chosen an organisation to lead.', met };
    case 'REUSE_LOOKED_FOR':
      return {
        message: 'Somebody looked for what exists: an offer is accepted, or it is written down why nothing fits.',
        met,
      };
    case 'CONCERNS_ANSWERED':
      return { message: 'The authors have answered everybody who said it could make things worse.', met };
    case 'AGREEMENT_DRAFTED':
      return { message: 'It is drafted what will be shared back, under which licence and when.', met };
    case 'LEAD_ORGANISATION_VERIFIED':
      return { message: 'The site team has verified the lead organisation.', met };
    case 'AGREEMENT_SIGNED':
      return { message: 'The lead organisation has signed what will be shared back.', met };
    case 'ROUND_OPENED':
      return { message: 'The lead organisation has opened a funding round.', met };
    case 'ROUND_SUCCEEDED':
      return { message: 'The funding round has reached its minimum.', met };
    case 'PROMISES_KEPT':
      return {
        message: 'Everything that was promised is shared back and checked.',
        met,
        current: counted(current, 'promise kept', 'promises kept'),
        needed: counted(needed, 'promise', 'promises'),
      };
    case 'USERS_HEARD':
      return {
        message: 'It is written down what the people who used it said, how many they were, and what changed.',
        met,
      };
    default:
      return code satisfies never;
  }
}

export function wordSaveBrief(reason: SaveBriefRefusal): Worded {
  switch (reason.code) {
    case 'NOT_AN_AUTHOR':
      return { message: 'The brief is written by the authors and the lead organisation.' };
    case 'LEAD_IS_CHOSEN_BY_THE_AUTHOR':
      return { message: 'Only the person who logged the idea chooses who leads it.', path: reason.path };
    case 'ORGANISATION_UNKNOWN':
      return { message: 'There is no such organisation.', path: reason.path };
    case 'BRIEF_CLOSED':
      return {
        message: 'The brief can no longer change: people have promised money to what it says.',
        current: stageInWords(reason.stage),
      };
    case 'CURRENCY_UNKNOWN':
      return {
        message: 'We do not know this currency.',
        current: reason.given,
        needed: 'an ISO 4217 code such as GBP',
        path: reason.path,
      };
    case 'BUDGET_LINE_KIND_UNKNOWN':
      return { message: 'There is no such kind of cost.', current: reason.given, path: reason.path };
    case 'AMOUNT_NOT_POSITIVE':
      return { message: 'Say how much, as an amount above nothing.', path: reason.path };
    case 'BUDGET_TOO_LARGE':
      return { message: 'These amounts add up to more than can be held.', path: reason.path };
    case 'TOO_MANY_ITEMS':
      return {
        message: 'Use fewer lines.',
        current: String(reason.count),
        needed: `at most ${reason.most}`,
        path: reason.path,
      };
    default:
      return wordTextFault(reason);
  }
}

export function wordRecordHearing(reason: RecordHearingRefusal): Worded {
  switch (reason.code) {
    case 'NOT_AN_AUTHOR':
      return { message: 'Sessions are recorded by the authors and the lead organisation.' };
    case 'IDEA_CLOSED':
      return { message: 'This idea has ended.', current: stageInWords(reason.stage) };
    case 'PEOPLE_HEARD_OUT_OF_RANGE':
      return {
        message: 'Say how many people took part. With fewer than three, what was said would tell who said it.',
        current: String(reason.given),
        needed: `at least ${reason.least}`,
        path: reason.path,
      };
    case 'DATE_NOT_PAST':
      return { message: 'Give the day it was held, which is not in the future.', path: reason.path };
    default:
      return wordTextFault(reason);
  }
}
