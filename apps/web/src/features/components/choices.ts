import type { ComponentFunction, LicenceUse, Maturity } from '../../gql/graphql.js';

/** How far software is, most useful first. */
export const MATURITIES: readonly Maturity[] = ['STABLE', 'BETA', 'DEVELOPMENT', 'CONCEPT', 'OBSOLETE'];

/** What a licence lets one do, freest first. */
export const LICENCE_USES: readonly LicenceUse[] = ['ANY_USE', 'SHARE_ITS_CHANGES', 'SHARE_THE_WHOLE', 'ASK_A_PERSON'];

/** What software does, in the words of those who do social work. */
export const FUNCTIONS: readonly ComponentFunction[] = [
  'CASE_RECORDS',
  'REFERRALS',
  'SIGNPOSTING',
  'APPOINTMENTS',
  'REMINDERS',
  'VOLUNTEERS',
  'DONATIONS',
  'SURVEYS',
  'OUTCOMES',
  'PEER_SUPPORT',
  'SELF_HELP',
  'CRISIS_HELP',
  'SAFEGUARDING',
  'GOODS_AND_FOOD',
  'HOUSING_PLACES',
  'BENEFITS_AND_DEBT',
  'CONSENT_AND_SHARING',
  'TRAINING',
  'TRANSLATION',
  'MAPS',
];

/** Languages people look for software in: those most spoken in these islands. Any other is found by its tag. */
export const LANGUAGES: readonly string[] = [
  'en',
  'cy',
  'ar',
  'bn',
  'fr',
  'de',
  'pl',
  'pt',
  'pa',
  'ro',
  'so',
  'es',
  'uk',
  'ur',
];

export function isMaturity(text: string | null): text is Maturity {
  return MATURITIES.some((maturity) => maturity === text);
}
export function isFunction(text: string | null): text is ComponentFunction {
  return FUNCTIONS.some((one) => one === text);
}
export function isLicenceUse(text: string | null): text is LicenceUse {
  return LICENCE_USES.some((use) => use === text);
}
