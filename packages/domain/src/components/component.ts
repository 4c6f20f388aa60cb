import type { Theme } from '../shared/vocabulary.js';

/** Most characters of each answer, as a reader counts them. The form shows the same numbers. */
export const COMPONENT_LIMITS = {
  name: 120,
  summary: 300,
  description: 10_000,
  themes: 5,
  licence: 500,
  why: 1_000,
} as const;

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
  /** BCP 47: which language the texts are written in. */
  readonly language: string;
  /** The source repository; null when there is none yet. Two components never share one. */
  readonly repositoryUrl: string | null;
}
