/**
 * What a token may be allowed to do. A token never does more than its person may; `READ` is what the person sees,
 * the others are what it may change.
 */
export const TOKEN_SCOPES = ['READ', 'CONTRIBUTE', 'MONEY', 'ORGANISATIONS', 'MEASUREMENTS'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

const MONEY = [
  'publishMandate',
  'reviseMandate',
  'closeMandate',
  'openFundingRound',
  'extendFundingRound',
  'amendAgreement',
  'setMatching',
  'placePledge',
  'changePledge',
  'approvePledge',
  'declinePledge',
  'withdrawPledge',
  'closeFundingRound',
  'callTranche',
  'recordPayment',
  'confirmReceipt',
  'reversePayment',
  'releaseRemainder',
  'waiveObligation',
  'importBankLines',
  'matchBankLine',
];
const ORGANISATIONS = [
  'createOrganisation',
  'updateOrganisation',
  'inviteMember',
  'acceptInvitation',
  'changeRole',
  'requestVerification',
  'importEarlierGrants',
  'removeEarlierGrants',
];
/** What a program that already counts may send, and nothing else. */
const MEASUREMENTS = ['recordMeasurements', 'importMeasurements', 'takeBackMeasurement'];
/** Only a person in a browser: a token must not make tokens, end the account or stand in for the second person. */
const NEVER = [
  'updateProfile',
  'exportMyData',
  'deleteMyAccount',
  'createApiToken',
  'revokeApiToken',
  'createWebhook',
  'deleteWebhook',
  'verifyOrganisation',
  'confirmSecond',
  'signCommonsAgreement',
  'redact',
  'decideReport',
  'declineIdea',
  'decideAppeal',
  'decideHeldPost',
  'setVotesAside',
  'changePolicy',
  'lookAtIdentity',
];

const SCOPE_OF = new Map<string, TokenScope | 'A_BROWSER_SESSION'>([
  ...MONEY.map((name) => [name, 'MONEY'] as const),
  ...ORGANISATIONS.map((name) => [name, 'ORGANISATIONS'] as const),
  ...MEASUREMENTS.map((name) => [name, 'MEASUREMENTS'] as const),
  ...NEVER.map((name) => [name, 'A_BROWSER_SESSION'] as const),
]);

/** The scope a mutation asks of a token. */
export function scopeOf(mutation: string): TokenScope | 'A_BROWSER_SESSION' {
  return SCOPE_OF.get(mutation) ?? 'CONTRIBUTE';
}
