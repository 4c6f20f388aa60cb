import type { PlannedIdea } from '../plan.js';

/** An idea that began its work this season, with three funders who had not worked together before. */
export const eveningHandover: readonly PlannedIdea[] = [
  {
    key: 'evening-handover',
    title: 'What the night nurse needs to know at seven',
    need: 'At seven in the evening forty households change hands. What matters is told on a car park, between two phones that ring. On Sunday a man was turned twice as often as he wanted because nobody had said that he hates it.',
    outcome: 'Whoever comes at night knows the three things that matter to the person, in their words.',
    peopleServed: 'People who are nursed at home at the end of their life, and those who come at night',
    whatExists: 'Plain Rota says who comes. Nothing says what they should know.',
    themes: ['HEALTH', 'OLDER_PEOPLE', 'CARERS'],
    places: ['Severy'],
    author: 'willa-sorrel',
    loggedDaysAgo: 190,
    reaches: 'DELIVERY',
    support: { LIVED_EXPERIENCE: 5, PRACTITIONER: 5, TECHNOLOGIST: 2, FUNDER: 1, PUBLIC: 3 },
    interests: [
      {
        organisation: 'meadow-hospice',
        by: 'anselm-roe',
        level: 'WOULD_ADOPT',
        peopleServed: 420,
        note: 'On every visit, from the first week.',
      },
      {
        organisation: 'severy',
        by: 'evander-price',
        level: 'WOULD_PILOT',
        peopleServed: 160,
        note: 'With two teams of district nurses.',
      },
    ],
    comments: [
      {
        by: 'talia-voss',
        perspective: 'LIVED_EXPERIENCE',
        text: 'Three things is right. I know mine. Nobody asked me before.',
      },
      {
        by: 'leocadia-finch',
        perspective: 'PRACTITIONER',
        text: 'Leave a place for “do not wake”. It is the one we get wrong.',
      },
    ],
    shaping: {
      lead: 'meadow-hospice',
      leadPerson: 'anselm-roe',
      forWhom: 'About six hundred people a year who are nursed at home in Severy.',
      outcome: 'Nine of ten say that whoever came at night knew what mattered.',
      approach:
        'Put three lines, written by the person, on the rota that nurses already look at. Try it in twenty homes, then in all.',
      whatCouldGoWrong: {
        what: 'A line is out of date, and somebody acts on it.',
        forWhom: 'The person in the bed',
        noticedBy: 'Each line shows who said it and when; after a week it asks to be said again.',
        stopWhen: 'One person was hurt by a line that was wrong.',
      },
      budget: [
        { kind: 'DELIVERY', label: 'Design, development and a nurse for a day a week', amount: 19_000 },
        { kind: 'COMPONENT_ADAPTATION', label: 'Paid to Plain Rota', amount: 4_000 },
        { kind: 'PARTICIPATION', label: 'People and families who try it', amount: 4_000 },
        { kind: 'MAINTENANCE', label: 'Two years of upkeep', amount: 3_000 },
      ],
      reuse: {
        component: 'plainrota',
        by: 'devon-ashby',
        covers: 'Who comes when, and swaps.',
        missing: 'What the person wants them to know.',
        savesDays: 90,
      },
      outputs: [
        {
          kind: 'SOFTWARE',
          title: 'Three lines for Plain Rota',
          licence: 'MIT',
          dueAfterDays: 240,
          beforeInstalment: null,
        },
        {
          kind: 'USER_RESEARCH',
          title: 'What people want to be known at night',
          licence: 'CC-BY-4.0',
          // Late already, so that its second instalment waits: one can see what that looks like, and mend it.
          dueAfterDays: 25,
          beforeInstalment: 2,
        },
      ],
    },
    rounds: [
      {
        purpose: 'BUILD',
        minimum: 24_000,
        target: 30_000,
        openedDaysAgo: 62,
        openForDays: 30,
        instalments: [
          { title: 'To begin', percent: 40 },
          { title: 'When twenty homes have tried it', percent: 60 },
        ],
        pledges: [
          { mandate: 'home-for-longer', by: 'cyrus-penhallow', amount: 10_000 },
          { mandate: 'healthy-severy', by: 'evander-price', amount: 12_000 },
          { mandate: 'shared-ground', by: 'sunita-vale', amount: 8_000 },
        ],
        ends: 'SUCCEEDS',
      },
    ],
    venture: {
      calls: [{ instalment: 1, calledAfterDays: 4, paidAfterDays: 15 }],
      phases: [],
      returns: [],
      agenda: [
        {
          note: 'First version',
          text: '# What we agree\n\n- The three lines belong to the person. They can change them at any hour.\n- A line is never a medical order.\n- Whoever was there in the last week says whether it helped, not whoever paid.',
        },
      ],
      signedBy: [
        { organisation: 'meadow-hospice', by: 'anselm-roe' },
        { organisation: 'severy', by: 'evander-price' },
      ],
      team: [
        { person: 'anselm-roe', role: 'LEAD' },
        { person: 'willa-sorrel', role: 'PRODUCT' },
        { person: 'devon-ashby', role: 'DEVELOPMENT' },
      ],
      seats: [
        { person: 'talia-voss', kind: 'SERVICE_USER' },
        { person: 'willa-sorrel', kind: 'PRACTITIONER' },
        { person: 'devon-ashby', kind: 'TECHNOLOGIST' },
        { person: 'cyrus-penhallow', kind: 'FUNDER' },
      ],
      milestones: [
        {
          phase: 'DISCOVERY',
          title: 'Twelve nights on the road with the night team',
          owner: 'willa-sorrel',
          dueAfterDays: 20,
          evidence:
            'Twelve nights, thirty-one visits. Nine of the things nurses wished they had known were known to somebody awake.',
        },
        { phase: 'PROTOTYPE', title: 'Three lines in twenty homes', owner: 'devon-ashby', dueAfterDays: 90 },
      ],
      updates: [
        {
          title: 'Twelve nights',
          by: 'willa-sorrel',
          afterDays: 22,
          body: 'We went along for twelve nights. People do not want to be asked how they are at three in the morning. They want the door opened quietly, the left side, and the radio left on.',
        },
      ],
      decisions: [],
      usersSaid: [],
    },
  },
];
