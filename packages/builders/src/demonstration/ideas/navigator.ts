import type { PlannedIdea } from '../plan.js';

/** The idea that goes the whole way, from a need to the shared library. */
export const navigator: PlannedIdea = {
  key: 'navigator',
  title: 'A navigator young people steer themselves',
  need: 'A young person who is struggling here meets four or five services in a year: school, a drop-in, housing, the clinic, sometimes the police. Each asks for the whole story again. Nobody can say who else is involved, or what happens after the first visit. We lose about one in three between two doors.\n\nWorkers keep private lists of “people who actually ring back”. The young people have their own lists, and theirs are better.',
  outcome:
    'Young people find a service that fits, see what others their age thought of it, talk with peers who have been there, and keep their own plan. They tell their story once, and decide who reads it.',
  peopleServed: 'Young people from 13 to 25 who use more than one service',
  whatExists:
    'The council has a directory that nobody updates. Two apps were bought and forgotten. There are good open tools for directories and for ratings, but nothing puts the plan into the hands of the young person.',
  themes: ['YOUTH', 'MENTAL_HEALTH', 'COMMUNITY'],
  places: ['Marrowby'],
  author: 'amara-oduya',
  loggedDaysAgo: 540,
  reaches: 'COMMONS',
  support: { LIVED_EXPERIENCE: 6, PRACTITIONER: 6, TECHNOLOGIST: 4, FUNDER: 2, PUBLIC: 3 },
  interests: [
    {
      organisation: 'brackenford',
      by: 'kofi-larbi',
      level: 'WOULD_PILOT',
      peopleServed: 350,
      note: 'We would try it in two of our nine clubs from September.',
    },
    {
      organisation: 'lantern',
      by: 'edda-kvist',
      level: 'WOULD_ADOPT',
      peopleServed: 600,
      note: 'Every first conversation at the drop-in would start here.',
    },
  ],
  comments: [
    {
      by: 'rhys-calloway',
      perspective: 'LIVED_EXPERIENCE',
      text: 'The worst part is not the waiting. It is being asked what happened to you by someone who leaves in six weeks. Let me write it down once and show it myself.',
    },
    {
      by: 'leonie-asante',
      perspective: 'PRACTITIONER',
      text: 'If the young person holds the plan, we have to be ready to be told no. Good. Please make the no easy.',
    },
    {
      by: 'ines-marchetti',
      perspective: 'TECHNOLOGIST',
      text: 'Signpost does the directory half of this today and keeps entries fresh. What is missing is the plan and the peers. I will make an offer.',
    },
  ],
  harm: {
    by: 'samira-haddow',
    why: 'If a parent picks up my phone they see which services I looked at.',
    answer:
      'You are right. Nothing is kept on the phone unless you say so, there is a quick exit on every page, and reading needs no account. We test this with you before anyone else sees it.',
  },
  shaping: {
    lead: 'lantern',
    leadPerson: 'amara-oduya',
    forWhom: 'Young people from 13 to 25 in Marrowby who use two services or more; the workers who meet them first.',
    outcome: 'Eight of ten who are referred reach the second service. Nobody tells their story more than twice.',
    approach:
      'Four months of listening with twelve young people who are paid for it. A directory that exists already, ratings that exist already, and a small new part in between: a plan that the young person writes, shares and takes back. A pilot with three services, then a year of running it.',
    whatCouldGoWrong: {
      what: 'A parent, a partner or a worker reads what was not meant for them.',
      forWhom: 'Young people who look for help in secret',
      noticedBy:
        'The safeguarding lead hears of every look at a plan that was not expected, and asks the young people each month.',
      stopWhen: 'One person was harmed by somebody reading their plan.',
    },
    budget: [
      { kind: 'DELIVERY', label: 'Design and development, fourteen months', amount: 62_000 },
      { kind: 'PARTICIPATION', label: 'Young people’s time, travel and food', amount: 14_000 },
      {
        kind: 'COMPONENT_ADAPTATION',
        label: 'Adapting the directory and the ratings, paid to their maintainers',
        amount: 9_000,
      },
      { kind: 'MAINTENANCE', label: 'First year of running', amount: 9_000 },
      { kind: 'CORE_COSTS', label: 'Rent, insurance, bookkeeping', amount: 6_000 },
    ],
    reuse: {
      component: 'signpost',
      by: 'ines-marchetti',
      covers: 'The directory, its search, and keeping entries fresh.',
      missing: 'A plan that belongs to the young person; peers; ratings under the services.',
      savesDays: 120,
    },
    outputs: [
      {
        kind: 'USER_RESEARCH',
        title: 'What young people told us about finding help',
        licence: 'CC-BY-4.0',
        dueAfterDays: 120,
        beforeInstalment: 2,
      },
      {
        kind: 'SOFTWARE',
        title: 'Wayfare, the navigator',
        licence: 'AGPL-3.0-or-later',
        dueAfterDays: 330,
        beforeInstalment: null,
      },
    ],
  },
  rounds: [
    {
      purpose: 'BUILD',
      minimum: 80_000,
      target: 100_000,
      openedDaysAgo: 450,
      openForDays: 42,
      instalments: [
        { title: 'Listening and a first test', percent: 40 },
        { title: 'Build and pilot', percent: 60 },
      ],
      pledges: [
        { mandate: 'young-and-well', by: 'harriet-lund', amount: 45_000, approvedBy: 'tobias-eyre' },
        { mandate: 'early-help-marrowby', by: 'colm-hegarty', amount: 28_000 },
        { mandate: 'shared-ground', by: 'sunita-vale', amount: 27_000 },
      ],
      ends: 'SUCCEEDS',
    },
  ],
  venture: {
    measures: [
      {
        title: 'Young people who went a second time',
        definition: 'People of 13 to 24 in Marrowby who came to a service they had found with the navigator.',
        unit: 'PEOPLE',
        direction: 'UP',
        baseline: { value: '0', day: 0 },
        target: { value: '150', day: 365 },
        revised: {
          definition:
            'People of 13 to 24 in Marrowby who came a second time to a service they had found with the navigator.',
          changeNote: 'A first visit happens in a crisis; the second is what the young people asked us to count.',
          material: true,
          afterDays: 187,
        },
        values: [
          { value: '4', from: 96, to: 125 },
          { value: '31', from: 126, to: 155 },
          { value: '68', from: 156, to: 184 },
          { value: '22', from: 186, to: 215 },
          { value: '57', from: 216, to: 245 },
          { value: '96', from: 246, to: 275 },
          { value: '141', from: 276, to: 305 },
        ],
      },
      {
        title: 'Days until somebody answers',
        definition: 'Median days from the first message to a service until a person there answers it.',
        unit: 'DAYS',
        direction: 'DOWN',
        baseline: { value: '19', day: 0 },
        target: { value: '5', day: 365 },
        values: [
          { value: '17.5', from: 96, to: 155 },
          { value: '11', from: 156, to: 215 },
          { value: '8', from: 216, to: 275 },
        ],
      },
    ],
    sessions: [
      {
        question: 'Would you let somebody see your plan, and who would that be?',
        place: 'The back room of the drop-in',
        access: 'Step-free; pizza and breaks; bring somebody along; the bus is paid beforehand.',
        by: 'edda-kvist',
        heldAfterDays: 60,
        answer: {
          said: 'Only if I can see who looked, and take it back the same evening.',
          people: 9,
          changed: 'Every look at a plan is listed on its first page, and one button closes it to everybody.',
        },
      },
    ],
    calls: [
      { instalment: 1, calledAfterDays: 4, paidAfterDays: 16 },
      { instalment: 2, calledAfterDays: 128, paidAfterDays: 141 },
    ],
    phases: [
      { to: 'PROTOTYPE', afterDays: 95 },
      { to: 'PILOT', afterDays: 170 },
      { to: 'SERVICE', afterDays: 330 },
    ],
    returns: [
      {
        output: 'What young people told us about finding help',
        by: 'amara-oduya',
        summary:
          'Twelve conversations and two group sessions about finding help: what made people go, what made them turn round at the door.',
        text: '# What young people told us about finding help\n\n**They keep lists already.** Nine of twelve had a private list of people who ring back. Trust is in names, not in services.\n\n**The second door is the hard one.** The first visit happens in a crisis. The second needs a reason, and waiting without news reads as a no.\n\n**Being seen with it matters more than what is in it.** A plan that looks like a service is left at home.\n\n**Young carers** plan around somebody else. We could not go into that here, and say so.\n\nHow: conversations of an hour in places they chose, two group sessions, paid at the real living wage. What we cannot say: how it is for under-thirteens, and outside town.',
        consent:
          'Each person agreed in writing after a talk about where it would be read, and could take it back for three months.',
        method: 'Conversations of an hour in places they chose, and two group sessions.',
        sample: 'Twelve young people, fourteen to twenty-two',
        withdrawalContact: 'The drop-in, at the desk or by telephone',
        anonymised: 'Edda Kvist removed names, places, ages and anything two people in town would recognise.',
        submittedAfterDays: 112,
        verified: {
          by: 'sunita-vale',
          afterDays: 120,
          reason: 'Read in full; the people who spoke had it read back to them.',
        },
      },
      {
        output: 'Wayfare, the navigator',
        by: 'amara-oduya',
        summary:
          'The navigator as it runs in Marrowby: plan, directory, ratings and peers, with a guide for a town that wants its own.',
        address: 'https://code.example.org/wayfare',
        submittedAfterDays: 318,
        verified: {
          by: 'sunita-vale',
          afterDays: 327,
          reason: 'Installed from the guide on an empty server; it builds on Signpost, whose licence allows it.',
        },
      },
    ],
    agenda: [
      {
        note: 'First version, written in one afternoon at the drop-in',
        text: '# What we agree\n\nWe want young people in Marrowby to find help that fits, and to stay in charge of their own story.\n\n- The plan belongs to the young person. Nobody opens it without being let in.\n- Young people sit at the table and are paid for it.\n- What we learn is published, also when it is awkward.\n- We build on what exists and give back what we build.',
      },
      {
        note: 'Added what happens when we disagree, as the young people asked',
        text: '# What we agree\n\nWe want young people in Marrowby to find help that fits, and to stay in charge of their own story.\n\n- The plan belongs to the young person. Nobody opens it without being let in.\n- Young people sit at the table and are paid for it.\n- When the young people say no to a next step, we say in public why we go on, or we do not.\n- What we learn is published, also when it is awkward.\n- We build on what exists and give back what we build.',
      },
    ],
    signedBy: [
      { organisation: 'lantern', by: 'amara-oduya' },
      { organisation: 'alder-finch', by: 'harriet-lund' },
      { organisation: 'marrowby', by: 'colm-hegarty' },
      { organisation: 'copperline', by: 'sunita-vale' },
    ],
    team: [
      { person: 'amara-oduya', role: 'LEAD' },
      { person: 'ines-marchetti', role: 'DEVELOPMENT' },
      { person: 'hana-okabe', role: 'DESIGN' },
      { person: 'edda-kvist', role: 'SAFEGUARDING' },
    ],
    seats: [
      { person: 'rhys-calloway', kind: 'SERVICE_USER' },
      { person: 'callum-reve', kind: 'SERVICE_USER' },
      { person: 'leonie-asante', kind: 'PRACTITIONER' },
      { person: 'wren-adeyemi', kind: 'PRACTITIONER' },
      { person: 'ines-marchetti', kind: 'TECHNOLOGIST' },
      { person: 'hana-okabe', kind: 'TECHNOLOGIST' },
      { person: 'harriet-lund', kind: 'FUNDER' },
    ],
    milestones: [
      {
        phase: 'DISCOVERY',
        title: 'Twelve young people heard, and what they said written up',
        owner: 'amara-oduya',
        dueAfterDays: 90,
        evidence: 'Twelve conversations and two group sessions. The write-up was read back to everyone who spoke.',
      },
      {
        phase: 'PROTOTYPE',
        title: 'A plan on paper, used for two weeks',
        owner: 'hana-okabe',
        dueAfterDays: 150,
        evidence: 'Nine young people used it. Six asked for a smaller one that fits a pocket.',
      },
      {
        phase: 'PILOT',
        title: 'Three services take part',
        owner: 'ines-marchetti',
        dueAfterDays: 240,
        evidence: 'The drop-in, the clinic and the housing team answered referrals through it for ten weeks.',
      },
      {
        phase: 'SERVICE',
        title: 'Open to everyone in Marrowby',
        owner: 'amara-oduya',
        dueAfterDays: 330,
        evidence: 'Opened on a Saturday in the market hall. 212 people started a plan in the first month.',
      },
    ],
    updates: [
      {
        title: 'The pocket version wins',
        by: 'amara-oduya',
        afterDays: 155,
        body: 'We gave nine young people a plan on paper for two weeks. Six came back and said the same thing in different words: **too big to hide**.\n\nSo it became a card that folds to the size of a bus pass. The software follows the card now, not the other way round.\n\nWhat we do next:\n\n- a screen that shows one thing at a time\n- a quick exit that also clears the last page\n- no logo on the outside',
      },
      {
        title: 'Ten weeks with three services',
        by: 'ines-marchetti',
        afterDays: 300,
        body: 'Of 61 young people who were referred, 49 reached the second service. Before, it was about two in three. Waiting times did not change; knowing what happens while you wait did.\n\nThe clinic asked for a way to say “not this week” without it reading as a no. It is in.',
      },
    ],
    decisions: [
      {
        decided: 'No stars. Services are rated by four questions that the young people chose.',
        why: 'A star tells a service nothing it can change, and three bad stars closed a good club two years ago.',
        by: 'amara-oduya',
        afterDays: 130,
      },
    ],
    handedOver: {
      model: 'CO_OPERATIVE',
      ownerName: 'Wayfare Co-operative: Lantern, Quillwork and the young people who run the peer hours',
      needs: 'A host for the server, two paid peers in the evening, and somebody who answers other towns.',
      afterDays: 380,
    },
    usersSaid: [
      {
        said: 'It is the first thing with my name on it that I can close. I showed it to my new worker and did not have to start from the beginning. Peer chat is too quiet in the evening.',
        people: 34,
        changed: 'Two paid peers are there from six to nine. The first page now says who can see it.',
        afterDays: 345,
      },
    ],
  },
};
