import { measuredByReached } from './measured.js';
import type { PlannedEntry } from './plan.js';

/** What organisations gave to the shared library of their own accord, without any money from here. */
export const givenEntries: readonly PlannedEntry[] = [
  {
    key: 'reached',
    kind: 'DATA_STANDARD',
    organisation: 'severy',
    by: 'evander-price',
    daysAgo: 330,
    title: 'Reached, helped, still well: six numbers for help that young people choose',
    summary:
      'What services for young people in three towns agreed to count in the same way, so that a number from one can stand beside a number from another. Small numbers are kept as bands.',
    text: 'Count people once a quarter, not visits. Count somebody as “helped” when they say so, not when a form is closed. Leave out whoever asks to be left out: the numbers are there for them, not they for the numbers.',
    licence: 'CC-BY-4.0',
    themes: ['YOUTH', 'MENTAL_HEALTH', 'COMMUNITY'],
    indicators: [
      {
        title: 'Young people who came',
        definition: 'People from 13 to 25 who used the service at least once in the quarter. Each is counted once.',
        unit: 'PEOPLE',
        direction: 'UP',
        tier: 'REQUIRED',
      },
      {
        title: 'Young people who came a second time',
        definition: 'Of those who came, the ones who came again within twelve weeks because they wanted to.',
        unit: 'PEOPLE',
        direction: 'UP',
        tier: 'REQUIRED',
      },
      {
        title: 'Days until the first answer',
        definition: 'Days from asking for help to the first answer by a person. The middle value of the quarter.',
        unit: 'DAYS',
        direction: 'DOWN',
        tier: 'REQUIRED',
      },
      {
        title: 'Told their story more than twice',
        definition:
          'Share of those asked who say that they had to tell their story from the beginning three times or more.',
        unit: 'PERCENT',
        direction: 'DOWN',
        tier: 'OPTIONAL',
      },
      {
        title: 'Said that it helped',
        definition: 'Share of those asked three months later who say that things are better, in words of their own.',
        unit: 'PERCENT',
        direction: 'UP',
        tier: 'OPTIONAL',
      },
      {
        title: 'Helped to run it',
        definition: 'Young people who were paid for deciding, testing or leading something in the quarter.',
        unit: 'PEOPLE',
        direction: 'UP',
        tier: 'ENHANCED',
      },
    ],
    measured: measuredByReached,
    uses: [
      { organisation: 'lantern', by: 'amara-oduya', whatFor: 'We report the navigator’s quarters in it.' },
      { organisation: 'brackenford', by: 'kofi-larbi', whatFor: 'Nine clubs count in the same way since spring.' },
    ],
  },
  {
    key: 'how-it-works',
    kind: 'IMPACT_STRATEGY',
    organisation: 'lantern',
    by: 'amara-oduya',
    daysAgo: 300,
    title: 'How a plan of one’s own keeps young people from falling between two doors',
    summary:
      'Why we think that the navigator works, drawn with twelve young people and argued over for three evenings. Take it, and tell us where it is wrong.',
    text: `Impact: No young person is lost between two services [share who reach the second one]
  Outcome: They go to the second door [came a second time; days between the two]
    Output: They know which door fits
      Activity: Young people rate services in words of their own
        Input: Paid time of twelve young people
        Input: A ratings tool that exists already
      Activity: Entries are kept fresh by those who run them
        Input: A directory that exists already
    Output: They carry their own plan
      Activity: They write it once, and decide who reads it -> They tell their story once
        Input: A year of design and building
  Outcome: They tell their story once [told it more than twice]
    Output: Workers read before they ask
      Activity: Every worker is trained by a young person
        Input: Two training days a term`,
    licence: 'CC-BY-4.0',
    themes: ['YOUTH', 'MENTAL_HEALTH'],
    uses: [],
  },
  {
    key: 'words-for-consent',
    kind: 'DESIGN_PATTERN',
    organisation: 'quillwork',
    by: 'devon-ashby',
    daysAgo: 210,
    title: 'Asking for consent in three sentences',
    summary:
      'A pattern for the moment when a service wants to pass something on: what, to whom, and how to take it back. Tested with people who read little, who are afraid, or who are in a hurry.',
    text: '## When\n\nSomebody is about to share what a person told them.\n\n## How\n\n1. Say **what** would be passed on, in the person’s own words where you can.\n2. Say **who** would read it: a name or a role, never “partners”.\n3. Say **how to take it back**, and that nothing changes for the worse if they do.\n\nBoth answers have the same size and the same colour. “Not now” is an answer.\n\n## What we got wrong first\n\nA box that was ticked already. A sentence that began with “In order to”. A way back that needed a password.',
    licence: 'CC-BY-4.0',
    themes: ['COMMUNITY', 'HEALTH'],
    uses: [
      { organisation: 'tidewell', by: 'gethin-moss', whatFor: 'It is on the first page that carers see.' },
      { organisation: 'fernacre', by: 'farah-zaman', whatFor: 'Before a debt is passed to a solicitor.' },
    ],
  },
  {
    key: 'warm-rooms',
    kind: 'DATASET',
    organisation: 'marrowby',
    by: 'colm-hegarty',
    daysAgo: 120,
    title: 'Warm rooms in Marrowby, with their doors and their hours',
    summary:
      'Forty-one rooms where anybody may sit without buying anything: when they are open, whether there is a step at the door, a lift, a hearing loop, a place to be alone. Checked on foot each November.',
    text: '| room | opens | closes | step | lift | loop | quiet corner |\n|---|---|---|---|---|---|---|\n| Reading room, old library | 10:00 | 19:00 | no | yes | yes | yes |\n| Chapel hall, ground floor | 09:00 | 13:00 | one | no | yes | no |\n| Leisure centre foyer | 07:00 | 22:00 | no | yes | no | no |\n\nThe first three of forty-one. A room is on the list when somebody of the room said so this winter.',
    licence: 'CC0-1.0',
    themes: ['COMMUNITY', 'HOUSING'],
    uses: [{ organisation: 'harbourside', by: 'leonie-asante', whatFor: 'The list on our door is printed from it.' }],
  },
  {
    key: 'opening-hours-api',
    kind: 'API',
    organisation: 'tidemark',
    by: 'orla-vance',
    daysAgo: 75,
    title: 'Open now: opening hours of services as an interface',
    summary:
      'One question, one answer: which of these services has its door open at this hour. Knows bank holidays, training days and “ring first”.',
    text: '`GET /open?at=2026-11-05T21:30&near=harbour` answers with a list: the name of the service, whether its door is open at that hour, until when, and what to do when it is not: ring first, come back at eight, another door. Holidays and training days are entered once, by the service itself.',
    licence: 'MIT',
    themes: ['COMMUNITY'],
    uses: [],
  },
  {
    key: 'night-bus-interviews',
    kind: 'USER_RESEARCH',
    organisation: 'brackenford',
    by: 'kofi-larbi',
    daysAgo: 40,
    title: 'Why we do not go: nineteen young carers on appointments',
    summary:
      'What young carers in Brackenford say about the help that they were offered and did not take. The bus is one reason, being thanked for coming is another.',
    text: '- An appointment at four means leaving somebody alone at half past two.\n- “Bring somebody along” is not an offer when that somebody is the one you care for.\n- A text that says “you missed your appointment” ends it. A text that says “shall we find another hour” does not.\n- Eleven of nineteen would rather write than ring.',
    licence: 'CC-BY-4.0',
    themes: ['CARERS', 'YOUTH'],
    consent: 'Each said yes twice: before the conversation, and after reading what we wrote about it.',
    anonymised: 'Two young carers took out places, routes and whom they care for.',
    research: {
      method: 'Conversations of an hour, on a bench or on the bus, paid for.',
      studiedDaysAgo: 60,
      sample: 'Nineteen young carers from 12 to 19, asked through three clubs.',
      confidence: 'MEDIUM',
      withdrawalContact: 'Any youth worker of the Brackenford clubs, by word of mouth.',
    },
    uses: [],
  },
];
