import type { PlannedIdea } from '../plan.js';
import { neighbour } from './neighbour.js';

/** Being built: research that was shared waits to be checked, and the table still has room. */
export const easyLetters: PlannedIdea = {
  ...neighbour({
    key: 'easy-letters',
    title: 'Letters from the hospital that I can read',
    need: 'The letter says “nil by mouth from 0600”. Three of our members ate breakfast and were sent home. One of them had waited a year.',
    outcome: 'A letter that somebody with a learning disability understands the first time.',
    for: 'People with learning disabilities',
    exists: 'Easy-read templates that each ward changes back.',
    themes: ['DISABILITY', 'HEALTH'],
    place: 'Severy',
    author: 'zora-whitby',
    days: 205,
    support: [4, 3, 2, 1, 1],
    tries: ['speak-up-severy', 'zora-whitby', 180, 'Our members would test every letter, paid.'],
    said: ['quentin-sable', 'LIVED_EXPERIENCE', 'Read it to me once with the ward listening. They will hear it.'],
  }),
  reaches: 'DELIVERY',
  shaping: {
    lead: 'speak-up-severy',
    leadPerson: 'zora-whitby',
    forWhom: 'About 180 people with learning disabilities who are asked to come to the hospital in a year.',
    outcome: 'Nine of ten do what the letter meant, without asking anybody.',
    approach:
      'Twelve letters, rewritten with those who read them and tried on four wards. What people stumbled over becomes a list.',
    whatCouldGoWrong: {
      what: 'A letter is easy and leaves out what matters.',
      forWhom: 'Whoever follows it',
      noticedBy: 'A nurse and a reader sign each letter together.',
      stopWhen: 'Somebody came to harm who did what a letter said.',
    },
    budget: [
      { kind: 'PARTICIPATION', label: 'Readers, paid by the hour', amount: 9_000 },
      { kind: 'DELIVERY', label: 'Writing, four wards, a year', amount: 12_000 },
      { kind: 'MAINTENANCE', label: 'Letters that change', amount: 3_000 },
    ],
    reuse: {
      component: 'plain-letters',
      by: 'ines-marchetti',
      covers: 'How a letter is taken apart into what it says and what to do.',
      missing: 'Letters from a hospital, and words that were tested.',
      savesDays: 55,
    },
    outputs: [
      {
        kind: 'DESIGN_PATTERN',
        title: 'Twelve hospital letters that people can read',
        licence: 'CC-BY-4.0',
        dueAfterDays: 210,
        beforeInstalment: null,
      },
      {
        kind: 'USER_RESEARCH',
        title: 'Where a letter loses its reader',
        licence: 'CC-BY-4.0',
        dueAfterDays: 65,
        beforeInstalment: 2,
      },
    ],
  },
  rounds: [
    {
      purpose: 'BUILD',
      minimum: 20_000,
      target: 24_000,
      openedDaysAgo: 116,
      openForDays: 30,
      instalments: [
        { title: 'Listening, and four letters', percent: 50 },
        { title: 'All twelve', percent: 50 },
      ],
      pledges: [
        { mandate: 'healthy-severy', by: 'evander-price', amount: 10_000 },
        { mandate: 'home-for-longer', by: 'cyrus-penhallow', amount: 8_000 },
        { mandate: 'shared-ground', by: 'sunita-vale', amount: 4_000 },
      ],
      ends: 'SUCCEEDS',
    },
  ],
  venture: {
    calls: [{ instalment: 1, calledAfterDays: 4, paidAfterDays: 17 }],
    phases: [],
    returns: [
      {
        output: 'Where a letter loses its reader',
        by: 'zora-whitby',
        summary: 'Nine people read eleven letters aloud and stopped where they stopped understanding.',
        text: '# Where a letter loses its reader\n\n**At the first number.** “0600” is not six in the morning to somebody who reads a clock with hands.\n\n**At “nil by mouth”.** Seven of nine took it for the name of a medicine.\n\n**At the signature.** Nobody rang, because the letter came from a department and not from a person.\n\nWhat we cannot say: how it is for people who do not read at all.',
        consent: 'With pictures, in two meetings, and a friend in the second. Anyone could stop a letter half-way.',
        anonymised: 'Zora Whitby left out names, wards and illnesses.',
        method: 'Reading aloud, at home or in our room, an hour each.',
        sample: 'Nine people with learning disabilities, eleven letters',
        withdrawalContact: 'The office of Speak Up Severy',
        submittedAfterDays: 58,
      },
    ],
    invites: {
      asked: 'Read four letters with us and say where you stop. Two afternoons, and a friend may come along.',
      timePaid: '£15 an hour, in cash on the day if you like',
      expensesPaid: 'The bus or a taxi, paid before you come',
      access: 'Easy words, pictures, breaks whenever you want one. No stairs.',
      places: 3,
      afterDays: 70,
    },
    agenda: [
      {
        note: 'First version, read aloud before it was agreed',
        text: '# What we agree\n\n- Nobody signs a letter that a reader has not read.\n- Readers are paid like everybody else who works on it.\n- A ward may change a letter. Then it is read again.',
      },
    ],
    signedBy: [
      { organisation: 'speak-up-severy', by: 'zora-whitby' },
      { organisation: 'severy', by: 'evander-price' },
    ],
    team: [
      { person: 'zora-whitby', role: 'LEAD' },
      { person: 'wynn-castor', role: 'DESIGN' },
      { person: 'dorothea-lyle', role: 'SAFEGUARDING' },
    ],
    seats: [
      { person: 'dorothea-lyle', kind: 'PRACTITIONER' },
      { person: 'wynn-castor', kind: 'TECHNOLOGIST' },
      { person: 'evander-price', kind: 'FUNDER' },
    ],
    milestones: [
      {
        phase: 'DISCOVERY',
        title: 'Nine people have read eleven letters aloud',
        owner: 'zora-whitby',
        dueAfterDays: 50,
        evidence: 'Nine people, eleven letters, and a list of the words at which they stopped.',
      },
      { phase: 'PROTOTYPE', title: 'Four letters on one ward', owner: 'wynn-castor', dueAfterDays: 110 },
      { phase: 'PILOT', title: 'Twelve letters on four wards', owner: 'zora-whitby', dueAfterDays: 190 },
    ],
    updates: [
      {
        title: 'Nil by mouth',
        by: 'zora-whitby',
        afterDays: 52,
        body: 'We read the letter about an operation with nine people. Seven thought that “nil by mouth” is what they will be given. It now says: **do not eat or drink after you wake up**. It took the ward eleven minutes to agree.',
      },
    ],
    decisions: [],
    usersSaid: [],
  },
};
