import type { Theme } from '../shared/vocabulary.js';

/** Most characters of each answer, as a reader counts them. The form shows the same numbers. */
export const COMPONENT_LIMITS = {
  name: 120,
  summary: 300,
  description: 10_000,
  themes: 5,
  functions: 5,
  licence: 500,
  why: 1_000,
} as const;

/**
 * What software does, in the words of those who do social work. The categories of publiccode.yml come from offices:
 * none of them says that something plans who drives the food parcels.
 */
export const COMPONENT_FUNCTIONS = [
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
] as const;
export type ComponentFunction = (typeof COMPONENT_FUNCTIONS)[number];

/** What a licence lets one do, in three words a person can choose from. */
export const LICENCE_USES = ['ANY_USE', 'SHARE_ITS_CHANGES', 'SHARE_THE_WHOLE', 'ASK_A_PERSON'] as const;
export type LicenceUse = (typeof LICENCE_USES)[number];

/** How far the software is, as publiccode.yml says it. */
export const MATURITIES = ['CONCEPT', 'DEVELOPMENT', 'BETA', 'STABLE', 'OBSOLETE'] as const;
export type Maturity = (typeof MATURITIES)[number];

/** What is known of a component: from its metadata file, and where that says nothing, from the person. */
export interface ComponentContent {
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** Markdown; empty when not said. */
  readonly description: string;
  readonly themes: readonly Theme[];
  readonly functions: readonly ComponentFunction[];
  /** BCP 47: which language the texts are written in. */
  readonly language: string;
  /** The source repository; null when there is none yet. Two components never share one. */
  readonly repositoryUrl: string | null;
}
