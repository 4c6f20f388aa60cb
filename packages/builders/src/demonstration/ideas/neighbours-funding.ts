import type { PlannedIdea } from '../plan.js';
import { neighbour } from './neighbour.js';

/** Needs of neighbours that call for pledges now: one waits for a second person, one for another funder. */
export const neighboursFunding: readonly PlannedIdea[] = [
  {
    ...neighbour({
      key: 'school-to-school',
      title: 'What the last school knew',
      need: 'A child who moves for the third time arrives with an empty folder. We spend a term finding out what a teacher forty miles away could have told us in ten minutes.',
      outcome: 'Ten minutes between two teachers before the first day.',
      for: 'Children who change schools',
      themes: ['EDUCATION', 'YOUTH'],
      place: 'Brackenford',
      author: 'fleur-addington',
      days: 140,
      support: [3, 4, 1, 0, 3],
      tries: ['brackenford', 'kofi-larbi', 200, 'Our clubs are where most of them turn up first.'],
      said: ['kit-lanyon', 'LIVED_EXPERIENCE', 'Four schools. Ask me what to leave out, not only what to say.'],
    }),
    reaches: 'FUNDING',
    shaping: {
      lead: 'brackenford',
      leadPerson: 'kofi-larbi',
      forWhom: 'About two hundred children a year who change schools in the middle of one.',
      outcome: 'Nine of ten are known to one adult before their first lunch.',
      approach:
        'Ten minutes between two teachers, asked for by the family, with a sheet that the child has read and may shorten. Tried in eleven schools along the bus route.',
      whatCouldGoWrong: {
        what: 'A bad name arrives before the child does.',
        forWhom: 'The child',
        noticedBy: 'The child reads the sheet, and strikes out what should stay behind.',
        stopWhen: 'A school turned a child away after those ten minutes.',
      },
      budget: [
        { kind: 'DELIVERY', label: 'Eleven schools, a year', amount: 27_000 },
        { kind: 'PARTICIPATION', label: 'Children and families who say what belongs on it', amount: 9_000 },
        { kind: 'ADOPTER_CAPACITY', label: 'Teachers’ time', amount: 9_000 },
      ],
      reuse: {
        component: 'handover-sheet',
        by: 'lucia-ferran',
        covers: 'A page that its owner writes, shares and takes back.',
        missing: 'A child’s own version, and a school’s calendar.',
        savesDays: 80,
      },
      outputs: [
        {
          kind: 'SOFTWARE',
          title: 'Handover Sheet for a change of school',
          licence: 'EUPL-1.2',
          dueAfterDays: 300,
          beforeInstalment: null,
        },
        {
          kind: 'USER_RESEARCH',
          title: 'What a child wants the next school to know',
          licence: 'CC-BY-4.0',
          dueAfterDays: 150,
          beforeInstalment: 2,
        },
      ],
    },
    rounds: [
      {
        purpose: 'BUILD',
        minimum: 32_000,
        target: 45_000,
        openedDaysAgo: 9,
        openForDays: 50,
        instalments: [
          { title: 'Three schools', percent: 40 },
          { title: 'All eleven', percent: 60 },
        ],
        pledges: [
          { mandate: 'shared-ground', by: 'sunita-vale', amount: 9_000 },
          { mandate: 'young-and-well', by: 'harriet-lund', amount: 24_000, waits: true },
        ],
        ends: 'OPEN',
      },
    ],
  },
  {
    ...neighbour({
      key: 'asylum-forms',
      title: 'One folder for forty forms',
      need: 'A family that seeks asylum fills in the same nine answers forty times, in a language they are learning, for offices that do not speak to each other. One wrong date and it begins again.',
      outcome: 'Answers are given once and stay with the family.',
      for: 'People who seek asylum',
      themes: ['MIGRATION'],
      place: 'Port Hallow',
      author: 'honor-pike',
      days: 115,
      support: [3, 4, 3, 0, 1],
      tries: ['welcome-house', 'honor-pike', 260, 'With every family we welcome.'],
      said: ['ilya-morrow', 'LIVED_EXPERIENCE', 'The folder must be mine and on my phone. Not yours.'],
    }),
    reaches: 'FUNDING',
    shaping: {
      lead: 'welcome-house',
      leadPerson: 'honor-pike',
      forWhom: 'About 260 families a year who come to Port Hallow.',
      outcome: 'A family writes each answer once, in its own language.',
      approach:
        'Formfolder with nine more forms and three more languages, each checked by somebody who filled it in for themself. It stays on the family’s phone.',
      whatCouldGoWrong: {
        what: 'An old answer goes into a new form.',
        forWhom: 'A family whose case depends on a date',
        noticedBy: 'Each answer shows when it was given, and asks again after a year.',
        stopWhen: 'One case was harmed by an answer that the folder filled in.',
      },
      budget: [
        { kind: 'DELIVERY', label: 'Nine forms, three languages', amount: 13_000 },
        { kind: 'COMPONENT_ADAPTATION', label: 'Paid to Formfolder', amount: 3_000 },
        { kind: 'MAINTENANCE', label: 'A year of forms that change', amount: 2_000 },
      ],
      reuse: {
        component: 'formfolder',
        by: 'orla-vance',
        covers: 'Answers that stay on the phone, in four languages.',
        missing: 'The forms of this county, and three languages.',
        savesDays: 110,
      },
      outputs: [
        {
          kind: 'SOFTWARE',
          title: 'Formfolder for families who seek asylum',
          licence: 'EUPL-1.2',
          dueAfterDays: 220,
          beforeInstalment: null,
        },
      ],
    },
    rounds: [
      {
        purpose: 'BUILD',
        minimum: 12_000,
        target: 18_000,
        openedDaysAgo: 16,
        openForDays: 30,
        instalments: [{ title: 'All of it', percent: 100 }],
        pledges: [{ mandate: 'open-by-copyleft', by: 'sunita-vale', amount: 10_000 }],
        ends: 'OPEN',
      },
    ],
  },
];
