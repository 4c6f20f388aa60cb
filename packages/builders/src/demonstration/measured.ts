import type { PlannedMeasuring } from './plan-measuring.js';

/**
 * What invented organisations measured by the standard of the three towns: young people who came, days until the first
 * answer, and the share who said that it helped, in four quarters, the oldest first.
 */
export const measuredByReached: PlannedMeasuring = {
  keys: ['young_people_who_came', 'days_until_the_first_answer', 'said_that_it_helped'],
  revised: {
    title: 'Days until the first answer',
    beforeQuarter: 2,
    definition:
      'Working days from asking for help to the first answer by a person. Automatic replies are no answer. The middle value of the quarter.',
    changeNote:
      'Working days instead of calendar days, because nobody answers on a Sunday and some closed over summer.',
  },
  organisations: [
    measurer('lantern', 'amara-oduya', '142 9 61', '150 8 63', '139 5 66', '161 4.5 68'),
    measurer('harbourside', 'leonie-asante', '88 3 48', '94 3 51', '79 2 47', '101 2 55'),
    measurer('tidewell', 'gethin-moss', '31 21 70', '36 19 72', '33 13 71', '40 12 74'),
    measurer('fernacre', 'farah-zaman', '57 14 58', '61 16 55', '66 11 60', '63 9 59'),
    measurer('brackenford', 'kofi-larbi', '210 6 64', '224 6 66', '198 4 67', '236 3.5 70'),
    measurer('severy', 'evander-price', '640 34 44', '612 31 46', '655 22 49', '671 19 52'),
    measurer('sanctuary-lane', 'una-merrick', '<5 1 -', '7 1 -', '6 1 83', '9 1 80'),
    measurer('speak-up-severy', 'zora-whitby', '', '18 12 77', '22 8 79', '19 8 76'),
    measurer('welcome-house', 'honor-pike', '', '45 4 69', '52 3 73', '58 2.5 75'),
    measurer('second-gate', 'yorick-dunmore', '', '26 28 39', '24 17 41', '29 15 45'),
    measurer('morning-table', 'briony-tarn', '', '310 5 -', '298 4 62', '325 3 65'),
    measurer('marrowby', 'colm-hegarty', '', '', '184 26 50', '190 24 53'),
  ],
};

/** Each quarter as its three values; a hyphen for what was not counted, nothing for a quarter that was not reported. */
function measurer(organisation: string, by: string, ...quarters: readonly string[]) {
  return {
    organisation,
    by,
    quarters: quarters.map((line) =>
      line === '' ? [] : line.split(' ').map((value) => (value === '-' ? null : value)),
    ),
  };
}
