import type { PlannedIdea } from '../plan.js';
import { neighbour } from './neighbour.js';

/** Needs of neighbours that are ready to fund: described, with somebody who leads and a promise of what comes back. */
export const neighboursReady: readonly PlannedIdea[] = [
  {
    ...neighbour({
      key: 'gate-first-week',
      title: 'The first week after the gate, with one phone number',
      need: 'Somebody leaves prison on a Friday with a bag, forty pounds and six appointments in four towns. We meet him on Monday if he made it to Monday.',
      outcome: 'One number that answers from Friday noon until Monday.',
      for: 'People who leave prison',
      themes: ['JUSTICE', 'HOUSING'],
      place: 'Marrowby',
      author: 'yorick-dunmore',
      days: 160,
      support: [4, 4, 1, 0, 2],
      tries: ['second-gate', 'yorick-dunmore', 220, 'With the peers who meet people at the gate.'],
      said: [
        'gwilym-ashe',
        'LIVED_EXPERIENCE',
        'It has to be a person who has been inside. I would hang up on anyone else.',
      ],
    }),
    reaches: 'SHAPED',
    shaping: {
      lead: 'second-gate',
      leadPerson: 'yorick-dunmore',
      forWhom: 'About 220 people a year who leave on a Friday and live in Marrowby.',
      outcome: 'Eight of ten have spoken to somebody before Monday.',
      approach:
        'One number that rings where a peer is awake, from Friday noon until Monday. Peers have been inside themselves and are paid for the weekend.',
      whatCouldGoWrong: {
        what: 'A peer is worn out, or drawn back in.',
        forWhom: 'The peers',
        noticedBy: 'They speak with each other every Monday, without us.',
        stopWhen: 'Two of them say that it costs them more than it gives.',
      },
      budget: [
        { kind: 'PARTICIPATION', label: 'Peers’ weekends, at the real living wage', amount: 18_000 },
        { kind: 'DELIVERY', label: 'The number, and somebody who runs it', amount: 9_000 },
        { kind: 'COMPONENT_ADAPTATION', label: 'Paid to Night Desk', amount: 3_000 },
      ],
      reuse: {
        component: 'nightdesk',
        by: 'leonie-asante',
        covers: 'One number for many telephones, and notes that forget themselves.',
        missing: 'A rota of people who must not be told each other’s past.',
        savesDays: 60,
      },
      outputs: [
        {
          kind: 'USER_RESEARCH',
          title: 'The first weekend, told by those who had one',
          licence: 'CC-BY-4.0',
          dueAfterDays: 120,
          beforeInstalment: null,
        },
        { kind: 'SOFTWARE', title: 'A rota for peers', licence: 'MIT', dueAfterDays: 210, beforeInstalment: null },
      ],
    },
  },
  {
    ...neighbour({
      key: 'damp-repairs',
      title: 'A repair that tells you where it is',
      need: 'A tenant reports damp in October. In January she reports it again. Between the two there were four visits that nobody told her about because she was at work.',
      outcome: 'Every repair has a place in the queue that the tenant can see.',
      for: 'Tenants with repairs that wait',
      themes: ['HOUSING', 'HEALTH'],
      place: 'Port Hallow',
      author: 'viggo-lamb',
      days: 150,
      support: [3, 3, 2, 1, 3],
      tries: ['grovecourt', 'viggo-lamb', 2000, 'Beginning with two estates.'],
    }),
    reaches: 'SHAPED',
    shaping: {
      lead: 'grovecourt',
      leadPerson: 'viggo-lamb',
      forWhom: 'Two thousand households, beginning with two estates.',
      outcome: 'Nobody reports the same damp twice without having heard why.',
      approach:
        'A page for each repair that shows its place in the queue and every visit, also those when nobody was at home. No account: the reference on the card is enough.',
      whatCouldGoWrong: {
        what: 'A neighbour reads that somebody reported damp, or was not at home.',
        forWhom: 'Tenants, above all those who live alone',
        noticedBy: 'The reference is long and changes; every look is counted.',
        stopWhen: 'One page was read by somebody it was not for.',
      },
      budget: [
        { kind: 'DELIVERY', label: 'Design, development and two estates', amount: 24_000 },
        { kind: 'PARTICIPATION', label: 'Tenants who test it, at their kitchen tables', amount: 4_000 },
        { kind: 'MAINTENANCE', label: 'Two years of upkeep', amount: 6_000 },
      ],
      reuse: {
        nothingFits: 'It lends, asks or lists. None shows one person the place of one thing in somebody else’s queue.',
      },
      outputs: [
        {
          kind: 'SOFTWARE',
          title: 'Where is my repair',
          licence: 'EUPL-1.2',
          dueAfterDays: 240,
          beforeInstalment: null,
        },
        {
          kind: 'DATA_STANDARD',
          title: 'Steps of a repair, in words that tenants chose',
          licence: 'CC0-1.0',
          dueAfterDays: 90,
          beforeInstalment: null,
        },
      ],
    },
  },
  {
    key: 'volunteer-drivers',
    title: 'Volunteer drivers, when one of them cannot come',
    need: 'A driver cancels at seven. The appointment is at nine and took four months to get. Our coordinator rings down a list that starts with A, so the people at the end of the alphabet are never asked and the ones at the beginning stop answering.',
    outcome: 'A cancelled lift is covered within half an hour, and the asking is shared fairly.',
    peopleServed: 'People who cannot reach an appointment by themselves',
    whatExists: 'Rotas in spreadsheets.',
    themes: ['VOLUNTEERING', 'OLDER_PEOPLE', 'HEALTH'],
    places: ['Marrowby'],
    author: 'priya-lockhart',
    loggedDaysAgo: 125,
    reaches: 'SHAPED',
    support: { LIVED_EXPERIENCE: 3, PRACTITIONER: 3, TECHNOLOGIST: 1, PUBLIC: 3 },
    interests: [
      {
        organisation: 'tidewell',
        by: 'iris-cotton',
        level: 'WOULD_PILOT',
        peopleServed: 160,
        note: 'For hospital lifts.',
      },
      {
        organisation: 'saltmarsh',
        by: 'bea-sorensen',
        level: 'WOULD_PILOT',
        peopleServed: 20,
        note: 'For deliveries.',
      },
    ],
    comments: [
      {
        by: 'dilys-pryor',
        perspective: 'LIVED_EXPERIENCE',
        text: 'I drove a bus for thirty years and now I wait for a lift. Tell me who is coming and what their car looks like. That is all I ask.',
      },
    ],
    shaping: {
      lead: 'tidewell',
      leadPerson: 'gethin-moss',
      forWhom: 'About 160 people who are driven to the hospital, and ninety who drive them.',
      outcome: 'Nine of ten cancelled lifts are covered within half an hour.',
      approach:
        'Plain Rota for ninety drivers, from one desk. We add the asking, in turn, and what a passenger wants to know: who comes, and what their car looks like.',
      whatCouldGoWrong: {
        what: 'Somebody gets into the wrong car.',
        forWhom: 'Passengers, many of them over eighty',
        noticedBy: 'The driver says a word that the passenger chose.',
        stopWhen: 'It happened once.',
      },
      budget: [
        { kind: 'DELIVERY', label: 'The desk, for a year', amount: 14_000 },
        { kind: 'COMPONENT_ADAPTATION', label: 'Paid to Plain Rota', amount: 4_000 },
        { kind: 'ADOPTER_CAPACITY', label: 'Half a day a week at the kitchen', amount: 3_000 },
      ],
      reuse: {
        component: 'plainrota',
        by: 'devon-ashby',
        covers: 'Who drives when, and swaps without anybody in between.',
        missing: 'Asking when somebody cancels, and what the passenger is told.',
        savesDays: 65,
      },
      outputs: [
        {
          kind: 'SOFTWARE',
          title: 'Who comes: a message for passengers',
          licence: 'MIT',
          dueAfterDays: 160,
          beforeInstalment: null,
        },
      ],
    },
  },
];
