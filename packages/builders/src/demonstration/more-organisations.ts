import type { OrganisationKind, OrganisationRole } from '@openimpact/domain';

import type { PlannedOrganisation } from './plan.js';

const ADMIN: readonly OrganisationRole[] = ['ADMIN', 'MEMBER'];
const APPROVER: readonly OrganisationRole[] = ['MEMBER', 'APPROVER'];

interface Line {
  readonly key: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly about: string;
  readonly admin: string;
  readonly number?: string;
  readonly approver?: string;
  readonly threshold?: number;
  /** Not verified yet: the site team has not looked. */
  readonly isNew?: true;
  /** What its admin wrote when asking to be verified, and when. */
  readonly asks?: readonly [string, number];
}

const LINES: readonly Line[] = [
  {
    key: 'hollin-bridge',
    name: 'Hollin Bridge Trust',
    kind: 'FOUNDATION',
    number: '9910011',
    admin: 'arden-blythe',
    approver: 'beatrix-corr',
    threshold: 15_000,
    about:
      'Small grants along one river, since the mill was sold. We would rather be the second funder than the first.',
  },
  {
    key: 'fairweather',
    name: 'The Fairweather Fund',
    kind: 'FOUNDATION',
    number: '9910012',
    admin: 'cyrus-penhallow',
    approver: 'daria-holm',
    threshold: 30_000,
    about: 'For what lets people stay at home longer, and leave hospital sooner. Spends down by 2040.',
  },
  {
    key: 'severy',
    name: 'Severy County Public Health',
    kind: 'PUBLIC_BODY',
    admin: 'evander-price',
    approver: 'frieda-lock',
    threshold: 25_000,
    about: 'Public health for three towns and forty villages. We pay for what the voluntary sector already does well.',
  },
  {
    key: 'sanctuary-lane',
    name: 'Sanctuary Lane',
    kind: 'CHARITY',
    number: '9910013',
    admin: 'una-merrick',
    about: 'A refuge and an outreach team. Where it is is not written anywhere, this page included.',
  },
  {
    key: 'grovecourt',
    name: 'Grovecourt Homes',
    kind: 'OTHER',
    admin: 'viggo-lamb',
    about: 'Two thousand homes, most of them built before damp was anybody’s business.',
  },
  {
    key: 'meadow-hospice',
    name: 'Meadow Hospice',
    kind: 'CHARITY',
    number: '9910014',
    admin: 'anselm-roe',
    about: 'Twelve beds, forty visits a day and a garden that is always open.',
  },
  {
    key: 'morning-table',
    name: 'Morning Table',
    kind: 'COMMUNITY_GROUP',
    admin: 'briony-tarn',
    about: 'Breakfast in nine schools before the first bell. Nobody asks whose turn it is.',
  },
  {
    key: 'second-gate',
    name: 'Second Gate',
    kind: 'CHARITY',
    number: '9910015',
    admin: 'yorick-dunmore',
    about: 'Teaching inside, and a person at the gate on the day somebody leaves.',
  },
  {
    key: 'speak-up-severy',
    name: 'Speak Up Severy',
    kind: 'CHARITY',
    number: '9910016',
    admin: 'zora-whitby',
    about: 'People with learning disabilities who speak for themselves, and advocates for when that is not enough.',
  },
  {
    key: 'welcome-house',
    name: 'Welcome House Port Hallow',
    kind: 'CHARITY',
    number: '9910017',
    admin: 'honor-pike',
    about: 'Tea, forms, lifts and an English class for people who have just arrived.',
  },
  {
    key: 'tidemark',
    name: 'Tidemark Studio',
    kind: 'SOCIAL_ENTERPRISE',
    number: '99100018',
    admin: 'orla-vance',
    about: 'Four designers and developers by the harbour. Everything we are paid for is published.',
  },
  {
    key: 'fieldnote',
    name: 'Fieldnote Data Co-operative',
    kind: 'SOCIAL_ENTERPRISE',
    number: '99100019',
    admin: 'ursula-beck',
    about: 'We help small charities to count what matters and to stop counting what does not.',
  },
  {
    key: 'borrow-shed',
    name: 'The Borrow Shed',
    kind: 'COMMUNITY_GROUP',
    admin: 'gideon-marsh',
    isNew: true,
    asks: [
      'We stand in no register. The parish lends us the shed: its minutes of the spring name me, and are on the noticeboard.',
      3,
    ],
    about: 'Drills, ladders, a cement mixer and a shelf for wheelchairs. Open on Saturdays.',
  },
  {
    key: 'even-ground',
    name: 'Even Ground Recovery',
    kind: 'COMMUNITY_GROUP',
    admin: 'eamon-strick',
    isNew: true,
    about: 'A room, a kettle and people who have been there, every evening of the year.',
  },
];

/** Neighbours of those in the story: all invented, like their towns. */
export const moreOrganisations: readonly PlannedOrganisation[] = LINES.map((line) => ({
  key: line.key,
  name: line.name,
  kind: line.kind,
  about: line.about,
  registration:
    line.number === undefined
      ? null
      : { register: line.kind === 'SOCIAL_ENTERPRISE' ? 'GB-COH' : 'GB-CHC', number: line.number },
  verified: line.isNew !== true,
  ...(line.asks === undefined ? {} : { asksToBeVerified: { note: line.asks[0], daysAgo: line.asks[1] } }),
  approvalThreshold: line.threshold ?? null,
  members: [
    { person: line.admin, roles: ADMIN },
    ...(line.approver === undefined ? [] : [{ person: line.approver, roles: APPROVER }]),
  ],
}));
