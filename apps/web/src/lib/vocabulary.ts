import { useLingui } from '@lingui/react';
import type { I18n } from '@lingui/core';
import catalogue from '../messages/en/vocabulary.json' with { type: 'json' };
import { words, type Translate } from './words.js';

const useVocabularyWords = words('vocabulary', catalogue);
type Key = Extract<keyof typeof catalogue, string>;

/** The plain label of each word of the closed lists. A word that is not known yet appears as it is rather than not at all. */
export interface Vocabulary {
  readonly stage: (code: string) => string;
  /** What a stage means, in a sentence. */
  readonly stageMeaning: (code: string) => string;
  readonly perspective: (code: string) => string;
  /** The same as one chooses it: "I'm speaking as…". */
  readonly perspectiveChoice: (code: string) => string;
  readonly theme: (code: string) => string;
  readonly outputKind: (code: string) => string;
  readonly roundPurpose: (code: string) => string;
  readonly budgetLine: (code: string) => string;
  readonly returnCondition: (code: string) => string;
  readonly pledgeCondition: (code: string) => string;
  readonly role: (code: string) => string;
}

export function useVocabulary(): Vocabulary {
  return vocabularyOf(useLingui().i18n);
}

export function vocabularyOf(i18n: I18n): Vocabulary {
  const t = useVocabularyWords.of(i18n);
  return {
    stage: label(t, 'stage'),
    stageMeaning: label(t, 'stageMeaning'),
    perspective: label(t, 'perspective'),
    perspectiveChoice: label(t, 'perspectiveChoice'),
    theme: label(t, 'theme'),
    outputKind: label(t, 'outputKind'),
    roundPurpose: label(t, 'roundPurpose'),
    budgetLine: label(t, 'budgetLine'),
    returnCondition: label(t, 'returnCondition'),
    pledgeCondition: label(t, 'pledgeCondition'),
    role: label(t, 'role'),
  };
}

function label(t: Translate<Key>, list: string) {
  return (code: string): string => {
    const key = `${list}.${code}`;
    return key in catalogue ? t(key as Key) : code;
  };
}

/** The closed lists in the order in which they are shown. */
export const STAGES = ['LOGGED', 'SUPPORTED', 'SHAPED', 'FUNDING', 'DELIVERY', 'COMMONS'] as const;
export type Stage = (typeof STAGES)[number];
export const PERSPECTIVES = ['LIVED_EXPERIENCE', 'PRACTITIONER', 'TECHNOLOGIST', 'FUNDER', 'PUBLIC'] as const;
export type Perspective = (typeof PERSPECTIVES)[number];
export const THEMES = [
  'YOUTH',
  'MENTAL_HEALTH',
  'HOUSING',
  'HOMELESSNESS',
  'DISABILITY',
  'OLDER_PEOPLE',
  'CARERS',
  'DOMESTIC_ABUSE',
  'FOOD',
  'DEBT_AND_MONEY',
  'EMPLOYMENT',
  'EDUCATION',
  'HEALTH',
  'JUSTICE',
  'MIGRATION',
  'COMMUNITY',
  'VOLUNTEERING',
  'ENVIRONMENT',
] as const;
export type Theme = (typeof THEMES)[number];

/** Whether a word from an address is one of the list: what is not, a link made up or grew old with. */
export function isTheme(word: string | null): word is Theme {
  return (THEMES as readonly (string | null)[]).includes(word);
}
