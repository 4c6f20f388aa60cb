import { scopeOf } from '../../src/platform/auth/scopes.js';

/**
 * Who may do something at all. What else has to be true (a stage, a deadline, an open round) is the rule's own matter and
 * is told as requirements.
 */
export const RIGHTS = {
  PUBLIC: 'everybody, without an account',
  OWN: 'anybody signed in, as themself and about what is theirs',
  AUTHOR: 'the authors of the idea',
  MEMBER: 'members of the organisation that acts',
  ADMIN: 'admins of the organisation',
  APPROVER: 'approvers of the organisation, other than whoever made it',
  SEAT: 'the coordinating team and those with a seat in the project',
  STEWARD: 'the site team, never about an organisation of their own',
  SAFEGUARDING: 'those of the site team who are named for safeguarding',
} as const;
export type Right = keyof typeof RIGHTS;

export const ASKERS = [
  'anonymous',
  'signed in',
  'member elsewhere',
  'member',
  'approver',
  'admin',
  'site team',
  'safeguarding',
] as const;
export type Asker = (typeof ASKERS)[number];

/** Whom each right reaches. A member of another organisation is to this one as anybody signed in is. */
const REACHES: Readonly<Record<Right, readonly Asker[]>> = {
  PUBLIC: ASKERS,
  OWN: ['signed in', 'member elsewhere', 'member', 'approver', 'admin', 'site team', 'safeguarding'],
  AUTHOR: ['signed in', 'member elsewhere', 'member', 'approver', 'admin', 'site team', 'safeguarding'],
  MEMBER: ['member', 'admin'],
  ADMIN: ['admin'],
  APPROVER: ['approver'],
  SEAT: ['signed in', 'member elsewhere', 'member', 'approver', 'admin'],
  STEWARD: ['site team', 'safeguarding'],
  SAFEGUARDING: ['safeguarding'],
};

/** Everything that can be asked for or done, by its right. A field that is missing here fails a test. */
export const TABLE: Readonly<
  Record<'query' | 'mutation' | 'subscription' | 'address', Readonly<Record<string, Right>>>
> = {
  query: rights({
    PUBLIC:
      'activities commonsEntries commonsEntry component components componentsForNeed fittingComponents fundingRound fundingRounds idea ideas licence licenceVerdict mandate mandates installationPage matchingIdeas node organisation organisations person personalDataIn pipeline seatInvitation similarIdeas timeToFirstAnswer transparency venture ventures viewer mailChoice groupSession lineage licenceMatrix',
    OWN: 'ideaDrafts decisionsAboutMe',
    MEMBER: 'fittingMandates pledgePreview portfolio',
    STEWARD: 'stewardQueue redactionPreview openAppeals openMerges',
  }),
  mutation: rights({
    PUBLIC: 'castSessionVote keepBallot',
    OWN: 'acceptInvitation acceptSeatInvitation addComment castVote confirmVote createApiToken createOrganisation deleteMyAccount discardIdeaDraft editComment exportMyData followSubject keepPersonalData leaveSeat logIdea markNotificationsRead offerReuse previewComponent registerComponent removeComment reportContent requestUpload revokeApiToken saveIdeaDraft takeSeat unfollowSubject updateNotificationSettings updateProfile withdrawReuseOffer withdrawVote contestUse contestEntryUse answerCoAuthorInvitation appealDecision castKeptBallot closeGroupSession openGroupSession objectToMerge proposeMerge recordVoteFor revokeRecordedVote createWebhook deleteWebhook',
    AUTHOR:
      'askWhoWouldLead acceptReuseOffer answerHarm declineReuseOffer draftCommonsAgreement recordHearing recordNothingFits reviseIdea saveBrief withdrawIdea inviteCoAuthor decideMerge undoMerge',
    MEMBER:
      'answerWhoWouldLead callTranche changePledge closeFundingRound closeMandate concludeLicence confirmReceipt declareAdoptionInterest answerGiving askToGive declareUse defineIndicator expressInterest extendFundingRound openFundingRound placePledge proposeAutomaticPledges publishMandate reconfirmPledge reconfirmEntryUse reconfirmUse recordPayment reimportComponent releaseRemainder releaseUnpaidCall requestReturnChanges reversePayment reviseIndicator reviseMandate setMatching shareEntry signAgenda signCommonsAgreement stopAutomaticPledges submitReturn verifyReturn waiveObligation withdrawAdoptionInterest withdrawInterest withdrawPledge amendAgreement confirmEntry declareEntryUse endEntryUse linkEntry replyToFact reviseEntry withdrawEntry importEarlierGrants removeEarlierGrants importBankLines matchBankLine recordMeasurements importMeasurements takeBackMeasurement',
    ADMIN: 'changeRole inviteMember requestVerification updateOrganisation',
    APPROVER: 'approvePledge declinePledge confirmSecond',
    SEAT: 'correctUpdate removeTeamMember reviseMilestone addTeamMember advancePhase answerUsers completeMilestone conveneVenture inviteServiceUser planMilestone planSession postUpdate recordDecision recordHandover recordProgress recordSeatView reviseAgenda reviseVenture setTarget stopVenture withdrawSeatInvitation adoptStandard',
    STEWARD:
      'importTable changePolicy decideHeldPost decideReport redact setVotesAside verifyOrganisation decideAppeal declineIdea importLicenceMatrix',
    SAFEGUARDING: 'lookAtIdentity',
  }),
  subscription: rights({ PUBLIC: 'activityAdded fundingRoundChanged ideaSupportChanged', OWN: 'notificationAdded' }),
  address: {
    '/feeds/activity.atom': 'PUBLIC',
    '/feeds/activity.json': 'PUBLIC',
    '/ventures/:slug/feed.atom': 'PUBLIC',
    '/ventures/:slug/feed.json': 'PUBLIC',
    '/components/:slug/publiccode.yml': 'PUBLIC',
    '/commons/:slug/CITATION.cff': 'PUBLIC',
    '/feeds/ideas.atom': 'PUBLIC',
    '/feeds/ideas.json': 'PUBLIC',
    '/data/activities.ndjson': 'PUBLIC',
    '/data/benchmarks.csv': 'PUBLIC',
    '/data/benchmarks.ndjson': 'PUBLIC',
    '/data/benchmarks.schema.json': 'PUBLIC',
    '/data/measurements/:organisation/:standard/:indicator/:from/:to': 'MEMBER',
    '/data/catalogue.jsonld': 'PUBLIC',
    '/data/datapackage.json': 'PUBLIC',
    '/data/commons.csv': 'PUBLIC',
    '/data/commons.ndjson': 'PUBLIC',
    '/data/commons.schema.json': 'PUBLIC',
    '/data/components.csv': 'PUBLIC',
    '/data/components.ndjson': 'PUBLIC',
    '/data/components.schema.json': 'PUBLIC',
    '/data/ideas.csv': 'PUBLIC',
    '/data/ideas.ndjson': 'PUBLIC',
    '/data/ideas.schema.json': 'PUBLIC',
    '/data/organisations.csv': 'PUBLIC',
    '/data/organisations.ndjson': 'PUBLIC',
    '/data/organisations.schema.json': 'PUBLIC',
    '/data/ventures.csv': 'PUBLIC',
    '/data/ventures.ndjson': 'PUBLIC',
    '/data/ventures.schema.json': 'PUBLIC',
    '/data/votes.ndjson': 'PUBLIC',
    '/organisations/:slug/portfolio.csv': 'MEMBER',
    '/organisations/:slug/ledger.csv': 'MEMBER',
    '/organisations/:slug/year-end.csv': 'MEMBER',
    '/data/grants.360giving.json': 'PUBLIC',
    '/health/live': 'PUBLIC',
    '/health/ready': 'PUBLIC',
    '/schema.graphql': 'PUBLIC',
    '/commons/:slug/entry.jsonld': 'PUBLIC',
    '/commons/:slug/strategy.:form': 'PUBLIC',
    '/commons/:slug/standard.schema.json': 'PUBLIC',
    '/commons/:slug/standard.tableschema.json': 'PUBLIC',
    '/commons/:slug/standard.csv': 'PUBLIC',
    '/components/:slug/CITATION.cff': 'PUBLIC',
    '/sitemap.xml': 'PUBLIC',
    '/sitemaps/:name.xml': 'PUBLIC',
    '/robots.txt': 'PUBLIC',
  },
};

/**
 * Addresses that are no export or feed: pages, what pages are made of, the graph itself, sign-in, what a secret in the
 * address opens, and what is for this machine alone. Each has tests of its own.
 */
export const NO_EXPORTS: readonly RegExp[] = [
  /^\*$/,
  /^\/graphql$/,
  /^\/api\/(?:auth|demo)\//,
  /^\/(?:uploads|files|unsubscribe)\/:/,
  /^\/(?:metrics|dev\/outbox)$/,
  /\/preview\.png$/,
  /^\/assets\//,
  /^\/[\w-]+\.(?:png|svg|webmanifest|mjs)$/,
];

function rights(by: Partial<Record<Right, string>>): Record<string, Right> {
  return Object.fromEntries(
    Object.entries(by).flatMap(([right, names]) => names.split(' ').map((name) => [name, right as Right])),
  );
}

/** The table as the reference shows it. */
export function permissionsPage(): string {
  const head = ['', ...ASKERS, 'token'];
  const lines = [
    '# Who may do what',
    '',
    '<!-- written from apps/api/test/contract/permissions-table.ts, which the tests hold the server to -->',
    '',
    'The roles are those in the organisation, project or idea it is about. A dot says that no input helps; a',
    'tick that some does, where the rules of the matter allow it. What each right means:',
    '',
    ...Object.entries(RIGHTS).map(([right, words]) => `- **${right.toLowerCase()}**: ${words}`),
    '',
  ];
  for (const [kind, rows] of Object.entries(TABLE)) {
    lines.push(
      `## ${{ query: 'Queries', mutation: 'Mutations', subscription: 'Subscriptions', address: 'Addresses' }[kind] ?? kind}`,
      '',
    );
    lines.push(`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`);
    for (const name of Object.keys(rows).toSorted()) {
      const right = rows[name]!;
      const cells = ASKERS.map((asker) => (REACHES[right].includes(asker) ? '✓' : '·'));
      lines.push(`| \`${name}\` (${right.toLowerCase()}) | ${cells.join(' | ')} | ${tokenOf(kind, name)} |`);
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function tokenOf(kind: string, name: string): string {
  if (kind !== 'mutation') return 'any';
  const scope = scopeOf(name);
  return scope === 'A_BROWSER_SESSION' ? '·' : scope;
}
