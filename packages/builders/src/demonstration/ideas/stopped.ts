import type { PlannedIdea } from '../plan.js';

/** Ideas whose project stopped early, and tells what it learned. */
export const stopped: readonly PlannedIdea[] = [
  {
    key: 'laundry-map',
    title: 'A map of places to wash clothes for nothing',
    need: 'People who sleep in cars and hostels lose jobs over dirty clothes. There are eleven free machines in Port Hallow that we know of, in churches, gyms and one fire station, and no way to know which works today.',
    outcome: 'Anybody can find a machine that works, today, without asking.',
    peopleServed: 'People without a home or a machine',
    whatExists: 'A sheet of paper in the day centre.',
    themes: ['HOMELESSNESS'],
    places: ['Port Hallow'],
    author: 'leonie-asante',
    loggedDaysAgo: 400,
    reaches: 'STOPPED',
    support: { LIVED_EXPERIENCE: 4, PRACTITIONER: 4, PUBLIC: 2 },
    interests: [
      {
        organisation: 'harbourside',
        by: 'marlon-pike',
        level: 'WOULD_PILOT',
        peopleServed: 140,
        note: 'Our day centre would point people to it.',
      },
      {
        organisation: 'saltmarsh',
        by: 'bea-sorensen',
        level: 'WOULD_PILOT',
        peopleServed: 60,
        note: 'We have one machine and would list it.',
      },
    ],
    comments: [],
    shaping: {
      lead: 'harbourside',
      leadPerson: 'leonie-asante',
      forWhom: 'About two hundred people in and around Port Hallow.',
      outcome: 'A wash within a day, for nothing.',
      approach: 'Use the directory that exists, add “works today”, and ask hosts to confirm each morning.',
      whatCouldGoWrong: {
        what: 'Hosts are overrun and close.',
        forWhom: 'Everyone who relied on them',
        noticedBy: 'Hosts can switch themselves off; we ring each of them weekly.',
        stopWhen: 'Half of the hosts left.',
      },
      budget: [
        { kind: 'DELIVERY', label: 'Adaptation and a coordinator', amount: 12_000 },
        { kind: 'ADOPTER_CAPACITY', label: 'Powder, repairs, thanks', amount: 4_000 },
      ],
      reuse: {
        component: 'signpost',
        by: 'ines-marchetti',
        covers: 'The list and the search.',
        missing: 'A state that changes by the day.',
        savesDays: 60,
      },
      outputs: [
        {
          kind: 'USER_RESEARCH',
          title: 'Washing without a home',
          licence: 'CC-BY-4.0',
          dueAfterDays: 90,
          beforeInstalment: null,
        },
      ],
    },
    rounds: [
      {
        purpose: 'BUILD',
        minimum: 14_000,
        target: 16_000,
        openedDaysAgo: 300,
        openForDays: 30,
        instalments: [
          { title: 'Start', percent: 50 },
          { title: 'Run', percent: 50 },
        ],
        pledges: [
          { mandate: 'a-roof-and-a-door', by: 'nadia-petrosyan', amount: 10_000 },
          { mandate: 'shared-ground', by: 'sunita-vale', amount: 6_000 },
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
          text: '# What we agree\n\n- A host may switch off at any time and is thanked.\n- Nobody is asked for a name at the door.',
        },
      ],
      signedBy: [{ organisation: 'harbourside', by: 'leonie-asante' }],
      team: [{ person: 'leonie-asante', role: 'LEAD' }],
      seats: [
        { person: 'jonah-whitlock', kind: 'SERVICE_USER' },
        { person: 'marlon-pike', kind: 'PRACTITIONER' },
      ],
      milestones: [
        {
          phase: 'DISCOVERY',
          title: 'Every host visited',
          owner: 'leonie-asante',
          dueAfterDays: 45,
          evidence: 'Eleven hosts visited. Seven would rather not be on a map.',
        },
      ],
      updates: [
        {
          title: 'Seven of eleven said no, kindly',
          by: 'leonie-asante',
          afterDays: 50,
          body: 'We visited every host. Seven would go on helping people they know and do not want to be found by everyone. That is an answer.',
        },
      ],
      decisions: [],
      usersSaid: [],
      stopped: {
        why: 'Seven of eleven hosts did not want to be listed, and a map of four is a queue.',
        learned:
          'Kindness that is given privately does not survive being published. We should have asked the hosts before asking for money. What people wanted more than a map was a machine of their own in the day centre; two were bought from what was left with the funders’ agreement.',
        nextForUsers:
          'The day centre washes on five days instead of two. Everyone who used the list was told in person.',
        afterDays: 80,
      },
    },
  },
];
