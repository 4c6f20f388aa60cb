import type { PlannedIdea } from '../plan.js';

/** Ideas that call for pledges now. */
export const funding: readonly PlannedIdea[] = [
  {
    key: 'rent-letters',
    title: 'Rent letters that say what happens next',
    need: 'People bring us a carrier bag of unopened envelopes. They do not open them because they cannot tell the one that matters from the eleven that do not. By the time we open the bag, the date on the one that mattered has passed. Last year 63 households here lost a home that we could have kept.',
    outcome:
      'Anybody can photograph a letter and learn, in plain words, whether it is urgent, what it asks and who helps.',
    peopleServed: 'Tenants behind with the rent',
    whatExists: 'Plain Letters explains each kind of letter. Nobody with a carrier bag finds it.',
    themes: ['DEBT_AND_MONEY', 'HOUSING'],
    places: ['Fernacre'],
    author: 'farah-zaman',
    loggedDaysAgo: 150,
    reaches: 'FUNDING',
    support: { LIVED_EXPERIENCE: 4, PRACTITIONER: 4, TECHNOLOGIST: 3, FUNDER: 1, PUBLIC: 2 },
    interests: [
      {
        organisation: 'fernacre',
        by: 'farah-zaman',
        level: 'WOULD_ADOPT',
        peopleServed: 1_100,
        note: 'On a screen in the waiting room and on every phone.',
      },
      {
        organisation: 'harbourside',
        by: 'leonie-asante',
        level: 'WOULD_PILOT',
        peopleServed: 90,
        note: 'For people who are about to move in somewhere.',
      },
    ],
    comments: [
      {
        by: 'piotr-wilk',
        perspective: 'LIVED_EXPERIENCE',
        text: 'Say the date first, big. Then what to do. I can take the explanation after I have stopped shaking.',
      },
    ],
    harm: {
      by: 'piotr-wilk',
      why: 'If it tells me a letter is not urgent and it is wrong, I lose my home.',
      answer:
        'It never says “not urgent”. It says what it recognised and how sure it is, and when it is not sure it gives you a person to ring the same day.',
    },
    shaping: {
      lead: 'fernacre',
      leadPerson: 'farah-zaman',
      forWhom: 'About 1,100 households a year who bring us a letter too late.',
      outcome: 'Half of those letters reach an adviser before their date.',
      approach:
        'Join the explanations that exist to a camera, test it at the Tuesday session, and give it to six advice centres.',
      whatCouldGoWrong: {
        what: 'A letter is recognised wrongly.',
        forWhom: 'Tenants who trust it',
        noticedBy: 'An adviser checks one in ten, every week.',
        stopWhen: 'One in a hundred is wrong about a date.',
      },
      budget: [
        { kind: 'DELIVERY', label: 'Design and development', amount: 28_000 },
        { kind: 'PARTICIPATION', label: 'Tenants who test it', amount: 5_000 },
        { kind: 'MAINTENANCE', label: 'Two years of upkeep', amount: 7_000 },
      ],
      reuse: {
        component: 'plain-letters',
        by: 'ines-marchetti',
        covers: 'What each letter means, as data.',
        missing: 'Recognising a letter from a photograph.',
        savesDays: 150,
      },
      outputs: [
        { kind: 'SOFTWARE', title: 'Letter reader', licence: 'Apache-2.0', dueAfterDays: 240, beforeInstalment: null },
        {
          kind: 'DATASET',
          title: 'Kinds of letters and the dates they carry',
          licence: 'CC-BY-4.0',
          dueAfterDays: 120,
          beforeInstalment: 2,
        },
      ],
    },
    rounds: [
      {
        purpose: 'BUILD',
        minimum: 30_000,
        target: 40_000,
        openedDaysAgo: 12,
        openForDays: 45,
        instalments: [
          { title: 'Recognise ten letters', percent: 45 },
          { title: 'Six advice centres', percent: 55 },
        ],
        pledges: [
          { mandate: 'a-roof-and-a-door', by: 'nadia-petrosyan', amount: 15_000 },
          { mandate: 'shared-ground', by: 'sunita-vale', amount: 8_000 },
        ],
        ends: 'OPEN',
      },
    ],
  },
  {
    key: 'beds-tonight',
    title: 'A bed tonight, without ringing nine hostels',
    need: 'At eleven at night an outreach worker rings nine numbers in the rain. Four do not answer. Two have a room but not for a dog. The person beside her hears every no.',
    outcome: 'One look shows the rooms that fit the person, and the room is held for an hour.',
    peopleServed: 'People sleeping outside, and outreach teams',
    whatExists: 'Roomlight does this for one owner’s hostels. The agreements between owners are missing.',
    themes: ['HOMELESSNESS', 'HOUSING'],
    places: ['Port Hallow'],
    author: 'marlon-pike',
    loggedDaysAgo: 130,
    reaches: 'FUNDING',
    support: { LIVED_EXPERIENCE: 3, PRACTITIONER: 5, TECHNOLOGIST: 3, PUBLIC: 1 },
    interests: [
      {
        organisation: 'harbourside',
        by: 'leonie-asante',
        level: 'WOULD_ADOPT',
        peopleServed: 400,
        note: 'Both hostels and the night bus.',
      },
      {
        organisation: 'saltmarsh',
        by: 'bea-sorensen',
        level: 'WOULD_PILOT',
        peopleServed: 40,
        note: 'People ask us at the counter.',
      },
    ],
    comments: [
      { by: 'jonah-whitlock', perspective: 'LIVED_EXPERIENCE', text: 'Hold the room for an hour and a half. Buses.' },
    ],
    shaping: {
      lead: 'harbourside',
      leadPerson: 'leonie-asante',
      forWhom: 'About four hundred people a winter.',
      outcome: 'A room in one call, in nine of ten nights when a room is free.',
      approach: 'Roomlight in five hostels of three owners, with one agreement on who may refuse whom and why.',
      whatCouldGoWrong: {
        what: 'A refusal follows somebody from hostel to hostel.',
        forWhom: 'People once barred',
        noticedBy: 'No names are kept; refusals are counted by reason.',
        stopWhen: 'A list of names appears anywhere.',
      },
      budget: [
        { kind: 'DELIVERY', label: 'Adaptation and set-up', amount: 21_000 },
        { kind: 'ADOPTER_CAPACITY', label: 'Night staff’s time', amount: 6_000 },
        { kind: 'COMPONENT_ADAPTATION', label: 'Paid to Roomlight', amount: 8_000 },
      ],
      reuse: {
        component: 'roomlight',
        by: 'devon-ashby',
        covers: 'Rooms, buttons, search.',
        missing: 'Several owners; holding a room.',
        savesDays: 80,
      },
      outputs: [
        {
          kind: 'SOFTWARE',
          title: 'Roomlight for several owners',
          licence: 'MPL-2.0',
          dueAfterDays: 200,
          beforeInstalment: null,
        },
      ],
    },
    rounds: [
      {
        purpose: 'BUILD',
        minimum: 25_000,
        target: 35_000,
        openedDaysAgo: 20,
        openForDays: 40,
        instalments: [
          { title: 'Two owners', percent: 50 },
          { title: 'Three owners', percent: 50 },
        ],
        pledges: [{ mandate: 'a-roof-and-a-door', by: 'nadia-petrosyan', amount: 24_000 }],
        ends: 'OPEN',
      },
    ],
  },
  {
    key: 'discharge-shopping',
    title: 'Home from hospital with milk in the fridge',
    need: 'My neighbour came home on a Friday to an empty fridge and a cold house. The hospital had her down as “family nearby”. Her family is a nephew in another country. Everyone would have helped; nobody was asked.',
    outcome: 'Before somebody goes home, one person nearby has said: I will be there.',
    peopleServed: 'Older people who live alone and leave hospital',
    whatExists: 'Volunteer lists in three churches, a street chat group, a ward clerk with a good memory.',
    themes: ['OLDER_PEOPLE', 'HEALTH', 'COMMUNITY'],
    places: ['Marrowby'],
    author: 'dilys-pryor',
    loggedDaysAgo: 110,
    reaches: 'FUNDING',
    support: { LIVED_EXPERIENCE: 4, PRACTITIONER: 5, TECHNOLOGIST: 1, PUBLIC: 4 },
    interests: [
      {
        organisation: 'tidewell',
        by: 'iris-cotton',
        level: 'WOULD_PILOT',
        peopleServed: 75,
        note: 'With the two wards we already visit.',
      },
    ],
    comments: [
      {
        by: 'iris-cotton',
        perspective: 'PRACTITIONER',
        text: 'On the ward we know by Tuesday who leaves on Friday. Three days is plenty if somebody is listening.',
      },
    ],
    shaping: {
      lead: 'tidewell',
      leadPerson: 'gethin-moss',
      forWhom: 'People over seventy who leave two wards to an empty home.',
      outcome: 'Nobody on those wards goes home to an empty fridge.',
      approach:
        'A name by Wednesday, a message to three neighbours who said yes before, and one who answers. No app for the person who is ill.',
      whatCouldGoWrong: {
        what: 'A stranger learns that a house stood empty.',
        forWhom: 'People who live alone',
        noticedBy: 'Neighbours are known to the ward before they are asked.',
        stopWhen: 'One burglary or one unkind visit.',
      },
      budget: [
        { kind: 'DELIVERY', label: 'Coordinator and messages', amount: 16_000 },
        { kind: 'PARTICIPATION', label: 'Neighbours’ costs', amount: 4_000 },
      ],
      reuse: {
        nothingFits:
          'The handover page is about care, not about milk, and needs somebody to write it. This needs three phone numbers.',
      },
      outputs: [
        {
          kind: 'DESIGN_PATTERN',
          title: 'Three neighbours: how to ask and thank',
          licence: 'CC-BY-4.0',
          dueAfterDays: 180,
          beforeInstalment: null,
        },
      ],
    },
    rounds: [
      {
        purpose: 'BUILD',
        minimum: 15_000,
        target: 20_000,
        openedDaysAgo: 5,
        openForDays: 60,
        instalments: [{ title: 'All of it', percent: 100 }],
        pledges: [{ mandate: 'shared-ground', by: 'sunita-vale', amount: 7_500 }],
        ends: 'OPEN',
      },
    ],
  },
];
