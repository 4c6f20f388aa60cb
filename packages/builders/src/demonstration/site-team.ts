import type { PlannedHeldPost, PlannedReport } from './plan.js';

const NOTICE =
  'The parish has a little money for boilers and draughty doors. Ask at the parish office on a Thursday, before the frost.';

/** The same words under six ideas, meant well; all reported within a day by somebody who reads everything. */
const NOTICES: readonly PlannedReport[] = [
  'memory-walks',
  'flood-street',
  'debt-sum',
  'young-tenants',
  'translation-gp',
  'damp-repairs',
].map((idea) => ({
  idea,
  writtenBy: 'fergus-daw',
  perspective: 'PUBLIC',
  text: NOTICE,
  writtenDaysAgo: 41,
  reportedBy: 'mina-rosewarne',
  reason: 'SPAM',
  note: 'The same words stand under six ideas.',
  decision: {
    by: 'mattias-crane',
    remove: true,
    note: 'The same notice under six ideas. Where it helps somebody it is welcome, once.',
  },
  ...(idea === 'damp-repairs'
    ? {
        appeal: {
          reason: 'Under the others, fair enough. But this one is about damp rooms, and so is the money.',
          decision: {
            by: 'oriel-banks',
            overturn: true,
            because: 'Here it answers the need above it. It is back, and it stays.',
          },
        },
      }
    : {}),
}));

/** What people told the site team of, and what became of it: a place that is looked after, in small things. */
export const reports: readonly PlannedReport[] = [
  ...NOTICES,
  {
    idea: 'carer-sleep',
    writtenBy: 'samira-haddow',
    perspective: 'LIVED_EXPERIENCE',
    text: 'I have not slept either. Some nights I am not sure that I want the morning to come.',
    writtenDaysAgo: 50,
    reportedBy: 'gethin-moss',
    reason: 'SOMEONE_AT_RISK',
    note: 'Somebody should ask her tonight.',
    decision: {
      by: 'oriel-banks',
      remove: false,
      note: 'She was asked the same evening, and is not alone with it. She wishes it to stand, so that others say it too.',
    },
  },
  {
    idea: 'rent-letters',
    writtenBy: 'priya-lockhart',
    perspective: 'PUBLIC',
    text: 'The family above the bakery in Mill Lane needs this more than anybody. He hides the letters from her.',
    writtenDaysAgo: 88,
    reportedBy: 'farah-zaman',
    reason: 'PERSONAL_DATA',
    note: 'Everybody here knows who lives above the bakery.',
    decision: {
      by: 'mattias-crane',
      remove: true,
      note: 'Neighbours would know who is meant. Say it again without the place, please: the need is real.',
    },
  },
  {
    idea: 'volunteer-points',
    writtenBy: 'cassius-webb',
    perspective: 'PRACTITIONER',
    text: 'This is an idea from people who have never volunteered.',
    writtenDaysAgo: 70,
    reportedBy: 'abel-quist',
    reason: 'UNTRUE',
    note: 'She has run a kitchen of volunteers for nine years.',
    decision: {
      by: 'oriel-banks',
      remove: false,
      note: 'It is unfair rather than untrue, and has been answered below. An answer is better here than silence.',
    },
  },
  {
    idea: 'volunteers-checks',
    writtenBy: 'kester-bloom',
    perspective: 'PRACTITIONER',
    text: 'Whoever complains about checks has something to hide, and I know which of you it is.',
    writtenDaysAgo: 6,
    reportedBy: 'juno-harker',
    reason: 'HARASSMENT',
    note: 'Two people in our group think that they are meant.',
    decision: {
      by: 'mattias-crane',
      remove: true,
      note: 'A threat with no name in it is still one. What checks are for can be said without it.',
    },
    appeal: { reason: 'I named nobody. The whole allotment knows that I talk like this.' },
  },
  {
    idea: 'benefit-change',
    writtenBy: 'gaspard-neal',
    perspective: 'PUBLIC',
    text: 'Ask at the yellow van on the market. They do the forms for a tenth of what you get.',
    writtenDaysAgo: 0.9,
    reportedBy: 'farah-zaman',
    reason: 'SPAM',
    note: 'They charge for what we and others do for nothing, and people lose weeks by it.',
  },
];

/** What somebody new here wrote first, with a link in it: it waits until a steward has looked. */
export const heldPosts: readonly PlannedHeldPost[] = [
  {
    idea: 'hearing-loops',
    by: 'fabian-rook',
    perspective: 'PUBLIC',
    text: 'Our hall tested its loop last week. The list we made is at https://hall.example/loop and anybody may copy it.',
    daysAgo: 0.4,
  },
];
