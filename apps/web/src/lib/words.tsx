import { I18n, setupI18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react';
import type { ReactElement, ReactNode } from 'react';

/**
 * Languages with a whole catalogue, the first being what is spoken when nothing else fits. Another is a folder beside
 * `src/messages/en`, an entry here and one in `catalogues.ts`.
 */
export const LOCALES = ['en', 'ms'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each in its own words, so that whoever speaks it finds it. */
export const LANGUAGE_NAMES = { en: 'English', ms: 'Bahasa Melayu' } as const satisfies Record<Locale, string>;

/** The language of ours that a tag names: `ms` for `ms-MY`. */
export function localeOf(tag: string): Locale | undefined {
  return LOCALES.find((locale) => tag.toLowerCase().split('-')[0] === locale);
}

type Catalogue = Readonly<Record<string, unknown>>;
export type Values = Readonly<Record<string, string | number | undefined>>;

export interface Translate<Key extends string> {
  /** The message in the reader's language. */
  (key: Key, values?: Values): string;
  /** The same with markup: `<link>…</link>` in the message takes `components.link`. */
  rich(key: Key, values: Values, components: Readonly<Record<string, ReactElement>>): ReactNode;
}

type Messages = Record<string, string>;

const english: Messages = {};
/** What was loaded of the other languages. */
const translated = new Map<Locale, Messages>();
const instances = new Map<Locale, I18n>();

/** The messages of one language. Those that a catalogue lacks appear in English. */
export function i18nFor(locale: Locale): I18n {
  let i18n = instances.get(locale);
  if (i18n === undefined) {
    const messages = { [REGIONS[locale]]: { ...english, ...translated.get(locale) } };
    i18n = setupI18n({ locale: REGIONS[locale], messages });
    instances.set(locale, i18n);
  }
  return i18n;
}

/** Adds what was loaded of a language, under the keys of all features. */
export function addMessages(locale: Locale, messages: Messages): void {
  translated.set(locale, messages);
  if (instances.has(locale)) speak(locale, english);
}

/**
 * Without telling anybody: nothing that is drawn already uses these words, and a sign that the words have changed would
 * draw every part of the page anew that is not alive yet.
 */
function speak(locale: Locale, messages: Messages): void {
  const known = instances.get(locale)?.messages;
  if (known !== undefined) Object.assign(known, messages, translated.get(locale));
}

/** Whose forms of dates and numbers a language takes. */
const REGIONS = { en: 'en-GB', ms: 'ms-MY' } as const satisfies Record<Locale, string>;

/**
 * Declares the words of a feature: `useWords()` inside a component, `useWords.of(i18n)` elsewhere.
 *
 * @param prefix set before every key, so that features cannot take each other's
 * @param catalogue the English messages, imported from `src/messages/en/<prefix>.json`
 */
export function words<const C extends Catalogue>(prefix: string, catalogue: C) {
  type Key = Extract<keyof C, string>;
  const messages = Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [`${prefix}.${key}`, text]));
  Object.assign(english, messages);
  for (const locale of instances.keys()) speak(locale, messages as Messages);

  const translate = (i18n: I18n): Translate<Key> => {
    const plain = (key: Key, values?: Values) => i18n._(`${prefix}.${key}`, values as Record<string, unknown>);
    return Object.assign(plain, {
      rich: (key: Key, values: Values, components: Readonly<Record<string, ReactElement>>) => (
        <Trans id={`${prefix}.${key}`} values={values as Record<string, unknown>} components={{ ...components }} />
      ),
    });
  };
  function useWords(): Translate<Key> {
    return translate(useLingui().i18n);
  }
  return Object.assign(useWords, { of: translate });
}
