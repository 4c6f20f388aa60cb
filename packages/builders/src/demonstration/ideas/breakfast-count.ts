import type { PlannedIdea } from '../plan.js';
import { neighbour } from './neighbour.js';

/** A small one that went the whole way: nine schools, two funders, and a list that anybody may use. */
export const breakfastCount: PlannedIdea = {
  ...neighbour({
    key: 'breakfast-count',
    title: 'How many breakfasts on Tuesday',
    need: 'We cook for forty and sixty come, or twenty. Bread goes to the pigs in one school while the next runs out of milk.',
    outcome: 'Each school knows by seven how many will come.',
    for: 'Children who come to school hungry',
    themes: ['FOOD', 'EDUCATION'],
    place: 'Brackenford',
    author: 'briony-tarn',
    days: 395,
    support: [3, 3, 2, 0, 3],
    tries: ['morning-table', 'briony-tarn', 640, 'In all nine schools.'],
    said: ['kit-lanyon', 'LIVED_EXPERIENCE', 'Do not make us sign up the day before. Nobody knows on Monday.'],
  }),
  reaches: 'COMMONS',
  shaping: {
    lead: 'morning-table',
    leadPerson: 'briony-tarn',
    forWhom: 'Nine schools and about 640 children who come before the bell.',
    outcome: 'Nobody is sent to class hungry, and less than a loaf is thrown away.',
    approach: 'Larder in nine kitchens for a winter, and beside it three numbers a morning and no names.',
    whatCouldGoWrong: {
      what: 'A guess is too low on a cold morning.',
      forWhom: 'The children who come last',
      noticedBy: 'Whoever runs the room writes down who was sent away.',
      stopWhen: 'It happened on three mornings.',
    },
    budget: [
      { kind: 'DELIVERY', label: 'Nine kitchens, a winter', amount: 10_000 },
      { kind: 'COMPONENT_ADAPTATION', label: 'Paid to Larder', amount: 2_000 },
      { kind: 'ADOPTER_CAPACITY', label: 'Cooks’ time', amount: 4_000 },
    ],
    reuse: {
      component: 'larder',
      by: 'rukmini-das',
      covers: 'What is in the kitchen, without a connection.',
      missing: 'How many will come.',
      savesDays: 40,
    },
    outputs: [
      {
        kind: 'DATA_STANDARD',
        title: 'How many came, and how many were expected',
        licence: 'CC0-1.0',
        dueAfterDays: 150,
        beforeInstalment: null,
      },
    ],
  },
  rounds: [
    {
      purpose: 'BUILD',
      minimum: 15_000,
      target: 16_000,
      openedDaysAgo: 300,
      openForDays: 30,
      instalments: [{ title: 'All of it', percent: 100 }],
      pledges: [
        { mandate: 'shared-ground', by: 'sunita-vale', amount: 8_000 },
        { mandate: 'early-help-marrowby', by: 'colm-hegarty', amount: 8_000 },
      ],
      ends: 'SUCCEEDS',
    },
  ],
  venture: {
    calls: [{ instalment: 1, calledAfterDays: 3, paidAfterDays: 14 }],
    phases: [
      { to: 'PROTOTYPE', afterDays: 30 },
      { to: 'PILOT', afterDays: 62 },
      { to: 'SERVICE', afterDays: 140 },
    ],
    returns: [
      {
        output: 'How many came, and how many were expected',
        by: 'briony-tarn',
        summary:
          'Three numbers a morning that say whether a table was laid for the right number, and nothing about who sat at it.',
        text: '# Three numbers a morning\n\n1. How many were expected, written down the evening before.\n2. How many came.\n3. How many portions were thrown away.\n\nNever a name, a class or a free-meal number. Fewer than five is written as “fewer than five”.',
        indicators: [
          {
            title: 'Breakfasts expected',
            definition: 'Portions that whoever cooks prepared for, written down the evening before.',
            unit: 'NUMBER',
            direction: 'NEITHER',
            tier: 'REQUIRED',
          },
          {
            title: 'Breakfasts eaten',
            definition: 'Plates taken before the bell on that morning, counted as they are handed out.',
            unit: 'NUMBER',
            direction: 'NEITHER',
            tier: 'REQUIRED',
          },
          {
            title: 'Portions thrown away',
            definition: 'Portions that were prepared that morning and thrown away by noon.',
            unit: 'NUMBER',
            direction: 'DOWN',
            tier: 'REQUIRED',
          },
        ],
        submittedAfterDays: 120,
        verified: {
          by: 'colm-hegarty',
          afterDays: 131,
          reason: 'Our two holiday clubs used it for a month as it stands.',
        },
      },
    ],
    agenda: [
      {
        note: 'First version',
        text: '# What we agree\n\n- No child signs up for breakfast.\n- We count plates.\n- Whoever cooks decides; the guess is only a guess.',
      },
    ],
    signedBy: [
      { organisation: 'morning-table', by: 'briony-tarn' },
      { organisation: 'marrowby', by: 'colm-hegarty' },
    ],
    team: [{ person: 'briony-tarn', role: 'LEAD' }],
    seats: [
      { person: 'kit-lanyon', kind: 'SERVICE_USER' },
      { person: 'effie-marlow', kind: 'SERVICE_USER' },
      { person: 'fleur-addington', kind: 'PRACTITIONER' },
      { person: 'bea-sorensen', kind: 'PRACTITIONER' },
    ],
    milestones: [
      {
        phase: 'DISCOVERY',
        title: 'A month of numbers from three kitchens',
        owner: 'briony-tarn',
        dueAfterDays: 45,
        evidence: 'Sixty-two mornings. The weather says more than the calendar.',
      },
    ],
    updates: [
      {
        title: 'Rain is eleven plates',
        by: 'briony-tarn',
        afterDays: 60,
        body: 'We wrote down three numbers every morning for a month. A wet morning is eleven plates more, a Friday nine fewer, and the day before the holidays nobody knows.',
      },
    ],
    decisions: [],
    handedOver: {
      model: 'EXISTING_ORGANISATION',
      ownerName: 'Morning Table, with the nine schools',
      needs: 'An hour a week of somebody who cooks.',
      afterDays: 160,
    },
    usersSaid: [
      {
        said: 'There was always toast. I did not know that anybody was counting, and that is right.',
        people: 14,
        changed: 'The last plate is no longer kept back for a teacher.',
        afterDays: 125,
      },
    ],
  },
};
