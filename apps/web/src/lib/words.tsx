import { I18n, setupI18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react';
import type { ReactElement, ReactNode } from 'react';

/** Languages with a catalogue, the first being what is spoken when nothing else fits. */
export const LOCALES = ['en'] as const;
export type Locale = (typeof LOCALES)[number];

type Catalogue = Readonly<Record<string, unknown>>;
export type Values = Readonly<Record<string, string | number | undefined>>;

export interface Translate<Key extends string> {
  /** The message in the reader's language. */
  (key: Key, values?: Values): string;
  /** The same with markup: `<link>…</link>` in the message takes `components.link`. */
  rich(key: Key, values: Values, components: Readonly<Record<string, ReactElement>>): ReactNode;
}

const english: Record<string, string> = {};
const instances = new Map<Locale, I18n>();

/** The messages of one language. Those that a catalogue lacks appear in English. */
export function i18nFor(locale: Locale): I18n {
  let i18n = instances.get(locale);
  if (i18n === undefined) {
    i18n = setupI18n({ locale: regional(locale), messages: { [regional(locale)]: english } });
    instances.set(locale, i18n);
  }
  return i18n;
}

/** British forms of dates and numbers for English. */
function regional(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale;
}

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
  // Not by `load`, which tells the whole page: React would throw away every part that is read and not alive yet. Nobody
  // who was drawn before asked for these words.
  for (const i18n of instances.values()) Object.assign(i18n.messages, messages);

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
