import type { RecordMeasurementsRefusalReason, TextFault } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordTextFault } from '../../ideas/index.js';
import { wordActingReason } from '../../mandates/index.js';
import type { CellFault } from '../application/import-measurements.js';
import type { RecordMeasurementsReason } from '../application/record-measurements.js';
import type { TakeBackMeasurementReason } from '../application/take-back-measurement.js';

/** @param placeOf where the value of an indicator stands in what was sent */
export function wordMeasurementsReason(
  reason: RecordMeasurementsReason | TakeBackMeasurementReason,
  placeOf: (key: string) => readonly string[],
): Worded {
  switch (reason.code) {
    case 'TEXT_MISSING':
    case 'TEXT_TOO_SHORT':
    case 'TEXT_TOO_LONG':
    case 'TEXT_HAS_HIDDEN_CHARACTERS':
    case 'TEXT_LINK_NOT_SAFE':
      return wordTextFault(reason);
    case 'ROLE_MISSING':
      return wordActingReason(reason);
    case 'NOT_A_STANDARD':
      return { message: 'Only a data standard can be reported against.', path: ['input', 'entryId'] };
    case 'STANDARD_WITHDRAWN':
      return {
        message: 'This data standard was taken back. Nothing is reported against it any more.',
        path: ['input', 'entryId'],
      };
    case 'MEASUREMENT_CHANGED_MEANWHILE':
      return {
        message: 'Somebody reported another value meanwhile. Look at it first.',
        current: `revision ${reason.revision}`,
      };
    default:
      return wordMeasured(reason, placeOf);
  }
}

/** What is wrong with one cell of a spreadsheet. */
export function wordCell(fault: CellFault): Worded {
  switch (fault.code) {
    case 'FILE_NOT_READABLE':
      return { message: 'This is not the filled-in template. Take the spreadsheet from the page of the standard.' };
    case 'COLUMN_MISSING':
      return { message: 'This column is missing. Take the template again, and keep its first line.' };
    case 'COLUMN_UNKNOWN':
      return { message: 'This standard measures nothing of this name. Take the template again.' };
    case 'COLUMN_TWICE':
      return { message: 'This column is there twice.' };
    case 'TOO_MANY_PERIODS':
      return {
        message: 'There are too many lines for one file.',
        current: `${fault.found} lines`,
        needed: `at most ${fault.most} lines`,
      };
    case 'PERIOD_TWICE':
      return { message: 'The same period is there twice.', current: `line ${fault.line}` };
    default:
      return wordMeasured(fault, (key) => [key]);
  }
}

type Measured = Exclude<RecordMeasurementsRefusalReason, TextFault>;

function wordMeasured(reason: Measured, placeOf: (key: string) => readonly string[]): Worded {
  switch (reason.code) {
    case 'NO_VALUES':
      return { message: 'Write at least one value.', path: ['input', 'values'] };
    case 'TOO_MANY_VALUES':
      return { message: 'A standard has no more indicators than that.', needed: `at most ${reason.most}` };
    case 'INDICATOR_UNKNOWN':
      return { message: 'This standard does not measure that.', current: reason.key, path: placeOf(reason.key) };
    case 'INDICATOR_TWICE':
      return { message: 'The same thing is measured twice here.', current: reason.key, path: placeOf(reason.key) };
    case 'VERSION_UNKNOWN':
      return {
        message: 'There is no such version of its definition. Read the newest one first.',
        current: `version ${reason.version}`,
        needed: `version ${reason.newest}`,
        path: placeOf(reason.key),
      };
    case 'VALUE_NOT_A_COUNT':
      return {
        message: 'Write a whole number of people, or <5 for fewer than five.',
        current: reason.given,
        path: placeOf(reason.key),
      };
    case 'VALUE_NOT_A_NUMBER':
      return {
        message: 'Write a number, with a point before the decimals: 12.5.',
        current: reason.given,
        path: placeOf(reason.key),
      };
    case 'NOT_A_DAY':
      return {
        message: 'Write the day as year, month and day: 2026-03-31.',
        current: reason.given,
        path: ['input', reason.field],
      };
    case 'PERIOD_ENDS_BEFORE_IT_STARTS':
      return {
        message: 'The period ends before it starts.',
        current: reason.to,
        needed: `${reason.from} or later`,
        path: ['input', 'to'],
      };
    case 'PERIOD_NOT_WHOLE_MONTHS':
      return {
        message: 'Only whole months can be put side by side: one, three, six or twelve of them.',
        current: `${reason.from} to ${reason.to}`,
        path: ['input', 'to'],
      };
    case 'PERIOD_NOT_OVER':
      return {
        message: 'This period is not over. Report it when it is.',
        current: reason.to,
        needed: `${reason.today} or earlier`,
        path: ['input', 'to'],
      };
    default:
      return reason satisfies never;
  }
}
