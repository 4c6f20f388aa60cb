import type { PlannedIdea } from '../plan.js';

/** Ideas that have backing and wait to be made ready to fund. */
export const supported: readonly PlannedIdea[] = [
  {
    key: 'navigator-brackenford',
    title: 'The navigator for young carers along the bus route',
    need: 'Marrowby built a navigator with young people and shared it. Our nine clubs have the same problem with a twist: many of ours look after somebody. Their plan is never only theirs, and the bus decides what they can reach.',
    outcome:
      'Young carers in Brackenford find help on their own bus route, and a plan that knows they are somebody’s carer.',
    peopleServed: 'Young carers from 11 to 18',
    whatExists: 'Wayfare, the navigator from Marrowby, with its research. We would start from it.',
    themes: ['YOUTH', 'CARERS'],
    places: ['Brackenford'],
    author: 'kofi-larbi',
    loggedDaysAgo: 40,
    reaches: 'SUPPORTED',
    support: { LIVED_EXPERIENCE: 4, PRACTITIONER: 4, TECHNOLOGIST: 2, PUBLIC: 2 },
    interests: [
      {
        organisation: 'brackenford',
        by: 'kofi-larbi',
        level: 'WOULD_ADOPT',
        peopleServed: 210,
        note: 'All nine clubs.',
      },
      {
        organisation: 'lantern',
        by: 'amara-oduya',
        level: 'WOULD_PILOT',
        peopleServed: 30,
        note: 'We would share what we learned and try what you add.',
      },
    ],
    comments: [
      {
        by: 'callum-reve',
        perspective: 'LIVED_EXPERIENCE',
        text: 'The Marrowby one is good. Add: what happens to my mum while I am there.',
      },
      {
        by: 'amara-oduya',
        perspective: 'PRACTITIONER',
        text: 'Take it. The research has a page on young carers that we did not have the money to act on.',
      },
    ],
    offers: [
      {
        component: 'wayfare',
        by: 'amara-oduya',
        covers: 'The plan, the directory, ratings and peers, as they run in Marrowby.',
        missing: 'A plan that knows who else depends on it, and the bus.',
      },
    ],
    startsFrom: 'navigator',
  },
  {
    key: 'foster-notes',
    title: 'Notes that move with a foster child',
    need: 'A child arrives on a Thursday night with a bin bag. What she eats, what frightens her and the name of her rabbit are with the family she left this morning. It takes us three weeks to learn what one phone call could have told us.',
    outcome: 'What a child wants known arrives with the child.',
    peopleServed: 'Children in foster care and those who look after them',
    whatExists: 'Official files, written for courts.',
    themes: ['YOUTH', 'CARERS'],
    places: [],
    author: 'wren-adeyemi',
    loggedDaysAgo: 60,
    reaches: 'SUPPORTED',
    support: { LIVED_EXPERIENCE: 4, PRACTITIONER: 4, PUBLIC: 2 },
    interests: [
      {
        organisation: 'lantern',
        by: 'edda-kvist',
        level: 'WOULD_PILOT',
        peopleServed: 35,
        note: 'With care leavers who would help to write it.',
      },
      {
        organisation: 'tidewell',
        by: 'gethin-moss',
        level: 'WOULD_PILOT',
        peopleServed: 15,
        note: 'For kinship carers.',
      },
    ],
    comments: [
      {
        by: 'rhys-calloway',
        perspective: 'LIVED_EXPERIENCE',
        text: 'Let the kid write it. And let the kid delete it.',
      },
    ],
    leads: [
      {
        organisation: 'lantern',
        question: 'Young people who were in care trust your drop-in. Would you lead this, with two of them beside you?',
      },
    ],
  },
  {
    key: 'plain-job-adverts',
    title: 'Job adverts without hidden walls',
    need: '“Must drive” for a job at a desk. “Excellent written English” for a kitchen. People here stop reading at the third line. Employers tell us they did not mean it.',
    outcome: 'Employers see the wall before they publish it, and take it down.',
    peopleServed: 'People looking for work, and small employers',
    whatExists: 'Checkers that look for gendered words, in one language.',
    themes: ['EMPLOYMENT', 'MIGRATION', 'DISABILITY'],
    places: ['Marrowby', 'Fernacre'],
    author: 'tariq-noon',
    loggedDaysAgo: 50,
    reaches: 'SUPPORTED',
    support: { LIVED_EXPERIENCE: 4, PRACTITIONER: 3, TECHNOLOGIST: 2, PUBLIC: 1 },
    interests: [
      {
        organisation: 'fernacre',
        by: 'farah-zaman',
        level: 'WOULD_PILOT',
        peopleServed: 200,
        note: 'At our work club.',
      },
      {
        organisation: 'brackenford',
        by: 'kofi-larbi',
        level: 'WOULD_PILOT',
        peopleServed: 60,
        note: 'For school leavers.',
      },
    ],
    leads: [
      {
        organisation: 'fernacre',
        question: 'I meet the people and can test every word with them. I cannot run a project, or hold money.',
        answer: {
          by: 'farah-zaman',
          wouldLead: true,
          note: 'We would, with two advisers and our own evening course to try it in. Tariq decides what is plain.',
        },
      },
      {
        organisation: 'brackenford',
        question: 'Your clubs see the adverts first. Would you lead this, or know who would?',
        answer: {
          by: 'kofi-larbi',
          wouldLead: false,
          note: 'The navigator takes all we have until the spring. Ask us again then.',
        },
      },
    ],
    comments: [],
  },
];
