import type {
  DefineIndicatorRefusalReason,
  RecordProgressRefusalReason,
  ReviseIndicatorRefusalReason,
  SetTargetRefusalReason,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordTextFault } from '../../ideas/index.js';
import { wordVenture } from '../../ventures/index.js';
import type { AdoptStandardReason } from '../application/adopt-standard.js';
import type { IndicatorPolicyReason } from '../application/indicator-work.js';

/** Everything that can be in the way of measuring. */
export type MeasurementReason =
  | IndicatorPolicyReason
  | AdoptStandardReason
  | DefineIndicatorRefusalReason
  | ReviseIndicatorRefusalReason
  | SetTargetRefusalReason
  | RecordProgressRefusalReason;

const OF_TARGETS = new Set(['baseline', 'baselineOn', 'target', 'targetOn']);

/** Fields of a reported value lie one level deeper in the input than those of a target. */
const path = (field: string): readonly string[] =>
  OF_TARGETS.has(field) ? ['input', field] : ['input', 'value', field];

const WHAT = { UNIT: 'what the number is', DIRECTION: 'which way is better', PEOPLE: 'whether people are counted' };

export function wordMeasurement(reason: MeasurementReason): Worded {
  switch (reason.code) {
    case 'TEXT_MISSING':
    case 'TEXT_TOO_SHORT':
    case 'TEXT_TOO_LONG':
    case 'TEXT_HAS_HIDDEN_CHARACTERS':
    case 'TEXT_LINK_NOT_SAFE':
      return wordTextFault(reason);
    case 'NOT_IN_COORDINATING_TEAM':
    case 'NOT_ACTING_FOR_ORGANISATION':
    case 'NOT_THE_LEAD':
    case 'VENTURE_ENDED':
    case 'VENTURE_NOT_STARTED':
      return wordVenture(reason);
    case 'NOT_A_STANDARD':
      return { message: 'Only a data standard has indicators.', path: ['input', 'entryId'] };
    case 'STANDARD_EMPTY':
      return { message: 'This data standard has no indicators yet.', path: ['input', 'entryId'] };
    case 'NOT_GIVING_THIS_STANDARD':
      return { message: 'Only the organisation that gives this data standard can change it.' };
    case 'CURRENCY_NOT_NAMED':
      return { message: 'Say in which currency.', needed: 'pounds, for instance', path: ['input', 'unitNote'] };
    case 'INDICATOR_EXISTS':
      return { message: `“${reason.title}” is in the list already.`, path: ['input', 'title'] };
    case 'TOO_MANY_INDICATORS':
      return { message: 'There are too many indicators in this list.', needed: `at most ${reason.most}` };
    case 'INDICATOR_CHANGED_MEANWHILE':
      return {
        message: 'Its definition changed. Read the newest one first.',
        current: `version ${reason.seen}`,
        needed: `version ${reason.newest}`,
      };
    case 'INDICATOR_SAME_AS_BEFORE':
      return { message: 'This says the same as the version there is.', current: `version ${reason.version}` };
    case 'CHANGE_IS_MATERIAL':
      return {
        message: `You changed ${WHAT[reason.what]}. Numbers before and after it cannot be compared, so say so.`,
        path: ['input', 'material'],
      };
    case 'NOT_A_DAY':
      return { message: 'This day does not exist.', current: reason.given.slice(0, 40), path: path(reason.field) };
    case 'DAY_WITHOUT_NUMBER':
      return { message: 'Write the number for this day, or leave both empty.', path: path(reason.field) };
    case 'NUMBER_WITHOUT_DAY':
      return { message: 'Say for which day this number is.', path: path(reason.field) };
    case 'NOT_A_COUNT':
      return { message: 'Write a whole number of people.', path: path(reason.field) };
    case 'NOT_A_NUMBER':
      return { message: 'Write a number, with a point before the decimals: 12.5.', path: path(reason.field) };
    case 'PERIOD_ENDS_BEFORE_IT_STARTS':
      return {
        message: 'The period ends before it starts.',
        current: reason.to,
        needed: `${reason.from} or later`,
        path: path('to'),
      };
    case 'PERIOD_NOT_OVER':
      return {
        message: 'This period is not over. What should be reached by then is a target.',
        current: reason.to,
        needed: `${reason.today} or earlier`,
        path: path('to'),
      };
    default:
      return reason satisfies never;
  }
}
