import type { PlannedComponent } from './plan.js';

interface Metadata {
  readonly name: string;
  readonly slug: string;
  readonly short: string;
  readonly long: string;
  readonly features: readonly string[];
  readonly status: 'beta' | 'stable' | 'development';
  readonly type: 'standalone/web' | 'library' | 'standalone/backend' | 'addon';
  readonly category: string;
  readonly licence: string;
  readonly released: string;
  readonly version: string;
  readonly contact: string;
}

/** A publiccode.yml 0.5 of an invented project; addresses are under example.org, which belongs to nobody. */
export function publiccode(of: Metadata): string {
  return `publiccodeYmlVersion: "0.5"
name: ${of.name}
url: "https://code.example.org/${of.slug}.git"
landingURL: "https://${of.slug}.example.org"
softwareVersion: "${of.version}"
releaseDate: "${of.released}"
platforms:
  - web
categories:
  - ${of.category}
developmentStatus: ${of.status}
softwareType: "${of.type}"
description:
  en:
    shortDescription: >
      ${of.short}
    longDescription: >
      ${of.long}
    features:
${of.features.map((feature) => `      - ${feature}`).join('\n')}
legal:
  license: ${of.licence}
maintenance:
  type: "community"
  contacts:
    - name: ${of.contact}
localisation:
  localisationReady: true
  availableLanguages:
    - en
`;
}

/** What exists already and can be built on. */
export const components: readonly PlannedComponent[] = [
  {
    key: 'signpost',
    owner: 'quillwork',
    registeredBy: 'ines-marchetti',
    themes: ['YOUTH', 'COMMUNITY', 'MENTAL_HEALTH'],
    functions: ['SIGNPOSTING', 'REFERRALS'],
    publiccode: publiccode({
      name: 'Signpost Directory',
      slug: 'signpost',
      short: 'A directory of local services that the services themselves keep up to date.',
      long: 'Signpost keeps a list of local services that does not go stale. Each service confirms its own entry every three months by answering one message; entries that nobody confirms are shown as unconfirmed and sink in the results. It reads and writes an open format for service listings, so that a council, a library and a charity can share one list instead of keeping three. Search works by need, by distance and by what is open now, also without JavaScript and on an old phone.',
      features: [
        'Entries confirmed by the services themselves',
        'Search by need, distance and opening times',
        'Import and export in an open listing format',
      ],
      status: 'stable',
      type: 'standalone/web',
      category: 'knowledge-management',
      licence: 'AGPL-3.0-or-later',
      released: '2026-03-12',
      version: '3.2.0',
      contact: 'Signpost maintainers',
    }),
  },
  {
    key: 'kindly-rated',
    owner: 'quillwork',
    registeredBy: 'ines-marchetti',
    themes: ['YOUTH', 'HEALTH', 'MENTAL_HEALTH'],
    functions: ['SURVEYS', 'OUTCOMES'],
    publiccode: publiccode({
      name: 'Kindly Rated',
      slug: 'kindly-rated',
      short: 'Ratings by questions that matter to the person, moderated before they are shown.',
      long: 'Kindly Rated replaces stars by a few questions that the people using a service chose themselves: was I listened to, was I told what happens next, would I go again. Answers are shown only when enough people gave them, free text is read by a moderator first, and the service can reply beside it. It is a small library with a web component and an interface for servers, and it stores no name.',
      features: [
        'Questions chosen by the people who answer',
        'Nothing shown below a threshold',
        'Right of reply for the service',
      ],
      status: 'beta',
      type: 'library',
      category: 'feedback-and-reviews-management',
      licence: 'MIT',
      released: '2026-01-20',
      version: '0.9.1',
      contact: 'Kindly Rated maintainers',
    }),
  },
  {
    key: 'handover-sheet',
    owner: null,
    registeredBy: 'lucia-ferran',
    themes: ['CARERS', 'HEALTH', 'DISABILITY', 'OLDER_PEOPLE'],
    functions: ['CONSENT_AND_SHARING', 'CASE_RECORDS'],
    publiccode: publiccode({
      name: 'Handover Sheet',
      slug: 'handover-sheet',
      short: 'One page about a person, written by them, that opens without an account.',
      long: 'Handover Sheet makes one page about a person in their own words: what matters, what helps, what to do first, whom to call. The person or the one who cares for them decides who may read it and for how long, and sees who did. A reader needs no account, only the link or the code on a card in a wallet. Pages print on one side of paper and are translated by the reader’s own device.',
      features: ['Reading by link or printed code', 'Every look is shown to the person', 'Prints on one side'],
      status: 'stable',
      type: 'standalone/web',
      category: 'document-management',
      licence: 'EUPL-1.2',
      released: '2026-09-03',
      version: '2.0.4',
      contact: 'Handover Sheet community',
    }),
  },
  {
    key: 'larder',
    owner: null,
    registeredBy: 'rukmini-das',
    themes: ['FOOD', 'COMMUNITY'],
    functions: ['GOODS_AND_FOOD', 'REMINDERS'],
    publiccode: publiccode({
      name: 'Larder',
      slug: 'larder',
      short: 'Stock for community kitchens: what is there, what goes off, who needs it.',
      long: 'Larder counts what a community kitchen has without turning volunteers into warehouse clerks: photograph a shelf, correct what was guessed, done. It warns three days before something goes off and offers it to kitchens close by. It works without a connection and catches up later. There is no record of who ate what, on purpose.',
      features: ['Counts shelves from a photograph', 'Warns before food goes off', 'Works without a connection'],
      status: 'beta',
      type: 'standalone/web',
      category: 'warehouse-management',
      licence: 'AGPL-3.0-or-later',
      released: '2026-06-15',
      version: '0.14.0',
      contact: 'Larder maintainers',
    }),
  },
  {
    key: 'plain-letters',
    owner: 'fernacre',
    registeredBy: 'farah-zaman',
    themes: ['DEBT_AND_MONEY', 'HOUSING'],
    functions: ['BENEFITS_AND_DEBT', 'SELF_HELP'],
    publiccode: publiccode({
      name: 'Plain Letters',
      slug: 'plain-letters',
      short: 'A collection of official letters with what they mean and what to do by when.',
      long: 'Plain Letters is a collection of the letters people bring to an advice centre: from landlords, courts, bailiffs and benefit offices. Each has a plain explanation, the date that matters, what happens if nothing is done, and where to get help. Advisers write the explanations, two read each one, and a change in the law sends all that it touches back to be read again. It comes as a website and as data.',
      features: [
        'Explanations written and checked by advisers',
        'The date that matters for each letter',
        'All of it as open data',
      ],
      status: 'stable',
      type: 'standalone/web',
      category: 'knowledge-management',
      licence: 'Apache-2.0',
      released: '2026-02-02',
      version: '1.6.0',
      contact: 'Fernacre Advice Centre',
    }),
  },
  {
    key: 'roomlight',
    owner: 'quillwork',
    registeredBy: 'devon-ashby',
    themes: ['HOMELESSNESS', 'HOUSING'],
    functions: ['HOUSING_PLACES', 'REFERRALS'],
    publiccode: publiccode({
      name: 'Roomlight',
      slug: 'roomlight',
      short: 'Which rooms are free tonight, told by a button on the wall.',
      long: 'Roomlight shows which beds and rooms are free tonight in a group of hostels. Staff press a button by the door or answer a message; nobody fills in a form at midnight. Outreach teams see rooms that fit the person they are with: dogs, couples, a ground floor, women only. It keeps counts, not names, and deletes them after a month.',
      features: ['Updated by a button or a message', 'Search by what the person needs', 'Keeps counts and no names'],
      status: 'development',
      type: 'standalone/web',
      category: 'online-booking',
      licence: 'MPL-2.0',
      released: '2026-08-21',
      version: '0.5.2',
      contact: 'Roomlight maintainers',
    }),
  },
  {
    key: 'wayfare',
    owner: 'lantern',
    registeredBy: 'amara-oduya',
    registeredDaysAgo: 80,
    themes: ['YOUTH', 'MENTAL_HEALTH', 'COMMUNITY'],
    functions: ['SIGNPOSTING', 'PEER_SUPPORT', 'CONSENT_AND_SHARING'],
    publiccode: publiccode({
      name: 'Wayfare',
      slug: 'wayfare',
      short: 'A navigator that young people steer themselves.',
      long: 'Wayfare lets a young person find services that fit, see what others their age thought of them, talk with peers who have been there, and keep a plan of their own that they show and take back. It builds on a directory that the services keep fresh and on ratings by questions that young people chose. It opens without an account, leaves nothing on the phone unless asked to, and has a quick exit on every page. It was built in the open in Marrowby and comes with a guide for the next town.',
      features: [
        'A plan that belongs to the young person',
        'Peers who are paid and present',
        'A guide for the next town',
      ],
      status: 'stable',
      type: 'standalone/web',
      category: 'knowledge-management',
      licence: 'AGPL-3.0-or-later',
      released: '2026-08-30',
      version: '1.0.0',
      contact: 'Lantern Youth Project',
    }),
  },
];
