import type { PlannedIdea } from '../plan.js';

/** Ideas being delivered. */
export const delivering: readonly PlannedIdea[] = [
  {
    key: 'carers-emergency-page',
    title: 'One page that speaks for me when I cannot be there',
    need: 'When somebody who cares for a relative falls ill, the person they look after meets strangers who know nothing: which tablets, which fears, which song helps. Our carers keep this in their heads. Eleven of them ended in hospital last winter, and each time somebody had to be found at night who knew.',
    outcome: 'A stranger can take over for a day without harm, and a carer can be ill without guilt.',
    peopleServed: 'Unpaid carers and the people they look after',
    whatExists: 'Paper folders on fridges. Handover Sheet exists and is nearly right.',
    themes: ['CARERS', 'HEALTH'],
    places: ['Tidewell'],
    author: 'gethin-moss',
    loggedDaysAgo: 320,
    reaches: 'DELIVERY',
    support: { LIVED_EXPERIENCE: 4, PRACTITIONER: 5, TECHNOLOGIST: 2, PUBLIC: 3 },
    interests: [
      {
        organisation: 'tidewell',
        by: 'iris-cotton',
        level: 'WOULD_ADOPT',
        peopleServed: 900,
        note: 'We would fill it in together at the first visit.',
      },
      {
        organisation: 'lantern',
        by: 'edda-kvist',
        level: 'WOULD_PILOT',
        peopleServed: 45,
        note: 'For our young carers’ group.',
      },
    ],
    comments: [
      {
        by: 'maeve-tolland',
        perspective: 'LIVED_EXPERIENCE',
        text: 'My brother’s page would say: do not touch his left shoulder, and he likes the shipping forecast. That is the whole handover.',
      },
    ],
    shaping: {
      lead: 'tidewell',
      leadPerson: 'gethin-moss',
      forWhom: 'Nine hundred carers on our list, and whoever is called in their place.',
      outcome: 'In four of five emergencies the person who steps in has read the page within the hour.',
      approach:
        'Adapt what exists: add an emergency view, a card for the wallet and a way for the ambulance crew to read it.',
      whatCouldGoWrong: {
        what: 'The page is out of date and somebody trusts it.',
        forWhom: 'The person cared for',
        noticedBy: 'Every page shows when it was last confirmed; we ask each quarter.',
        stopWhen: 'A wrong page led to a wrong treatment.',
      },
      budget: [
        { kind: 'DELIVERY', label: 'Adaptation and roll-out', amount: 26_000 },
        { kind: 'PARTICIPATION', label: 'Carers’ time, with respite cover', amount: 8_000 },
        { kind: 'COMPONENT_ADAPTATION', label: 'Paid to the maintainers', amount: 6_000 },
      ],
      reuse: {
        component: 'handover-sheet',
        by: 'lucia-ferran',
        covers: 'The page, sharing by link and code, and who looked.',
        missing: 'An emergency view and a card.',
        savesDays: 90,
      },
      outputs: [
        {
          kind: 'SOFTWARE',
          title: 'Emergency view for Handover Sheet',
          licence: 'EUPL-1.2',
          dueAfterDays: 240,
          beforeInstalment: null,
        },
        {
          kind: 'USER_RESEARCH',
          title: 'What a stranger needs to know in the first hour',
          licence: 'CC-BY-4.0',
          dueAfterDays: 100,
          beforeInstalment: 2,
        },
      ],
    },
    rounds: [
      {
        purpose: 'BUILD',
        minimum: 30_000,
        target: 40_000,
        openedDaysAgo: 200,
        openForDays: 35,
        instalments: [
          { title: 'Listening and design', percent: 50 },
          { title: 'Build and roll-out', percent: 50 },
        ],
        pledges: [
          { mandate: 'shared-ground', by: 'sunita-vale', amount: 20_000 },
          { mandate: 'early-help-marrowby', by: 'colm-hegarty', amount: 16_000 },
        ],
        ends: 'SUCCEEDS',
      },
    ],
    venture: {
      calls: [
        { instalment: 1, calledAfterDays: 5, paidAfterDays: 18 },
        { instalment: 2, calledAfterDays: 155, sent: { by: 'colm-hegarty', afterDays: 162 } },
      ],
      phases: [],
      returns: [
        {
          output: 'What a stranger needs to know in the first hour',
          by: 'gethin-moss',
          summary: 'Fifteen carers and four paramedics on what is read in ninety seconds.',
          text: '# The first hour\n\nParamedics read three lines: what must not be done, what calms, whom to call. Carers write three pages. Both are right; the three lines go on top.',
          consent: 'Written, after a talk; anyone could take it back until publication.',
          method: 'Conversations of an hour at home, and two ride-alongs.',
          sample: 'Fifteen carers, four paramedics',
          withdrawalContact: 'The office that runs the project',
          anonymised: 'Iris Cotton took out names, diagnoses that are rare, and streets.',
          submittedAfterDays: 96,
          verified: { by: 'colm-hegarty', afterDays: 105, reason: 'Useful to our own crews as it stands.' },
        },
      ],
      agenda: [
        {
          note: 'First version',
          text: '# What we agree\n\n- The page is written by the carer, in their words.\n- It is never used to decide about money or benefits.\n- Carers who help us get respite cover for the time.',
        },
      ],
      signedBy: [
        { organisation: 'tidewell', by: 'gethin-moss' },
        { organisation: 'copperline', by: 'sunita-vale' },
      ],
      team: [
        { person: 'gethin-moss', role: 'LEAD' },
        { person: 'lucia-ferran', role: 'DEVELOPMENT' },
      ],
      seats: [
        { person: 'maeve-tolland', kind: 'SERVICE_USER' },
        { person: 'iris-cotton', kind: 'PRACTITIONER' },
        { person: 'lucia-ferran', kind: 'TECHNOLOGIST' },
        { person: 'sunita-vale', kind: 'FUNDER' },
      ],
      milestones: [
        {
          phase: 'DISCOVERY',
          title: 'Fifteen carers and an ambulance crew heard',
          owner: 'gethin-moss',
          dueAfterDays: 60,
          evidence: 'Fifteen carers, four paramedics. The crew reads for ninety seconds at most.',
        },
        {
          phase: 'PROTOTYPE',
          title: 'A card that a paramedic can read in the dark',
          owner: 'lucia-ferran',
          dueAfterDays: 150,
        },
        { phase: 'PILOT', title: 'Fifty families use it through a winter', owner: 'gethin-moss', dueAfterDays: 300 },
      ],
      updates: [
        {
          title: 'Ninety seconds',
          by: 'gethin-moss',
          afterDays: 62,
          body: 'We asked a paramedic how long she would read a page about a person. “Ninety seconds, and the first ten decide.” The top of the page is now three lines. Everything else is below.',
        },
      ],
      decisions: [
        {
          decided: 'No medical record is linked.',
          why: 'Carers fear that it would be used to judge them, and the page works without.',
          by: 'gethin-moss',
          afterDays: 70,
        },
      ],
      usersSaid: [],
    },
  },
  {
    key: 'kitchens-share-stock',
    title: 'Kitchens that tell each other what is about to go off',
    need: 'On Thursday we throw away forty portions of rice while the kitchen three streets down sends people home. We all know it, and we all ring round on Wednesday when it is too late. There are seven kitchens between the harbour and the ring road, with seven spreadsheets.',
    outcome: 'Food moves before it spoils, and nobody is sent home from an open door.',
    peopleServed: 'People who eat at community kitchens, and those who run them',
    whatExists: 'Larder counts one kitchen’s stock very well. Nothing joins two.',
    themes: ['FOOD', 'COMMUNITY'],
    places: ['Saltmarsh', 'Port Hallow'],
    author: 'bea-sorensen',
    loggedDaysAgo: 260,
    reaches: 'DELIVERY',
    support: { LIVED_EXPERIENCE: 4, PRACTITIONER: 4, TECHNOLOGIST: 3, PUBLIC: 4 },
    interests: [
      {
        organisation: 'saltmarsh',
        by: 'bea-sorensen',
        level: 'WOULD_ADOPT',
        peopleServed: 180,
        note: 'Three evenings a week.',
      },
      {
        organisation: 'harbourside',
        by: 'leonie-asante',
        level: 'WOULD_PILOT',
        peopleServed: 120,
        note: 'Our day centre kitchen would join.',
      },
    ],
    comments: [
      {
        by: 'jonah-whitlock',
        perspective: 'LIVED_EXPERIENCE',
        text: 'Please do not make people sign for food. I walked past one place for a year because of the form.',
      },
    ],
    shaping: {
      lead: 'harbourside',
      leadPerson: 'leonie-asante',
      forWhom: 'Seven kitchens and everyone who eats there.',
      outcome: 'Half of what is thrown away today is eaten.',
      approach:
        'Run Larder in each kitchen, add a shared shelf that shows what is offered, and a volunteer with a cargo bike.',
      whatCouldGoWrong: {
        what: 'Food that is no longer safe is passed on.',
        forWhom: 'People who eat it, above all the old and the ill',
        noticedBy: 'Every handover records the time and the temperature.',
        stopWhen: 'Two people fell ill from one handover.',
      },
      budget: [
        { kind: 'DELIVERY', label: 'Shared shelf and set-up in seven kitchens', amount: 18_000 },
        { kind: 'ADOPTER_CAPACITY', label: 'Half a day a week in each kitchen', amount: 9_000 },
        { kind: 'COMPONENT_ADAPTATION', label: 'Paid to Larder', amount: 5_000 },
      ],
      reuse: {
        component: 'larder',
        by: 'rukmini-das',
        covers: 'Counting, warnings, work without a connection.',
        missing: 'A shelf shared between kitchens.',
        savesDays: 70,
      },
      outputs: [
        {
          kind: 'SOFTWARE',
          title: 'Shared shelf for Larder',
          licence: 'AGPL-3.0-or-later',
          dueAfterDays: 200,
          beforeInstalment: null,
        },
        {
          kind: 'DATA_STANDARD',
          title: 'How kitchens describe food on offer',
          licence: 'CC0-1.0',
          dueAfterDays: 150,
          beforeInstalment: null,
        },
      ],
    },
    rounds: [
      {
        purpose: 'BUILD',
        minimum: 24_000,
        target: 32_000,
        openedDaysAgo: 120,
        openForDays: 30,
        instalments: [{ title: 'All of it', percent: 100 }],
        pledges: [
          { mandate: 'shared-ground', by: 'sunita-vale', amount: 18_000 },
          { mandate: 'early-help-marrowby', by: 'colm-hegarty', amount: 12_000 },
        ],
        ends: 'SUCCEEDS',
      },
    ],
    venture: {
      measures: [
        {
          title: 'Portions eaten that would have been thrown away',
          definition: 'Portions one kitchen took from another’s shelf, as each writes it down on the evening itself.',
          unit: 'NUMBER',
          unitNote: 'portions a month',
          direction: 'UP',
          baseline: { value: '0', day: 0 },
          target: { value: '600', day: 300 },
          values: [
            { value: '85', from: 20, to: 49 },
            { value: '140', from: 50, to: 79 },
          ],
        },
      ],
      sessions: [
        {
          question: 'Would you take a box home from a kitchen you do not know?',
          place: 'Harbourside hall, after the Tuesday meal',
          access: 'Step-free, and a table away from the noise. Thirty minutes, with £10 in cash for your time.',
          by: 'leonie-asante',
          heldAfterDays: 100,
        },
      ],
      calls: [{ instalment: 1, calledAfterDays: 6, paidAfterDays: 20 }],
      phases: [],
      returns: [],
      agenda: [
        {
          note: 'First version',
          text: '# What we agree\n\n- Nobody is asked to prove that they are hungry.\n- A kitchen may always say no to an offer.\n- We count portions, never people.',
        },
      ],
      signedBy: [{ organisation: 'harbourside', by: 'leonie-asante' }],
      team: [
        { person: 'leonie-asante', role: 'LEAD' },
        { person: 'rukmini-das', role: 'DEVELOPMENT' },
      ],
      seats: [
        { person: 'jonah-whitlock', kind: 'SERVICE_USER' },
        { person: 'bea-sorensen', kind: 'PRACTITIONER' },
        { person: 'rukmini-das', kind: 'TECHNOLOGIST' },
      ],
      milestones: [
        {
          phase: 'DISCOVERY',
          title: 'A week in each kitchen',
          owner: 'leonie-asante',
          dueAfterDays: 40,
          evidence: 'Seven weeks, seven notebooks, and one photograph of a very full fridge.',
        },
        { phase: 'PROTOTYPE', title: 'Three kitchens share a shelf', owner: 'rukmini-das', dueAfterDays: 70 },
      ],
      updates: [
        {
          title: 'Seven notebooks',
          by: 'leonie-asante',
          afterDays: 42,
          body: 'We spent a week in each kitchen. Nobody lacks a spreadsheet. What is missing is ten minutes on a Wednesday and somebody with a bike.',
        },
      ],
      decisions: [],
      usersSaid: [],
    },
  },
];
