import { ACTIVITY } from './ms/activity.js';
import { CARE } from './ms/care.js';
import { DELIVERY } from './ms/delivery.js';
import { FIGURES } from './ms/figures.js';
import { FILES } from './ms/files.js';
import { FUNDING } from './ms/funding.js';
import { IDEAS } from './ms/ideas.js';
import { LICENCES } from './ms/licences.js';
import { PEOPLE } from './ms/people.js';

/** Languages in which requirements are said. The first is the one they are written in. */
export const LANGUAGES = ['en', 'ms'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same as BCP 47 has it, with whose forms of dates and numbers it takes. */
export const TAGS = { en: 'en-GB', ms: 'ms-MY' } as const satisfies Record<Language, string>;

interface Pattern {
  readonly from: RegExp;
  readonly to: string;
}

interface Catalogue {
  readonly exact: ReadonlyMap<string, string>;
  readonly patterns: readonly Pattern[];
}

/** What stands in a sentence: `{0}` other words, `{#}` a number or an amount of money, `{day}` a date. */
const PLACES = /\{(?:\d|#|day)\}/g;

type Catalogues = Readonly<Record<Exclude<Language, 'en'>, Catalogue>>;

const CATALOGUES: Catalogues = {
  ms: catalogue({ ...IDEAS, ...PEOPLE, ...FUNDING, ...DELIVERY, ...CARE, ...ACTIVITY, ...LICENCES, ...FIGURES }),
};

const OF_FILES: Catalogues = { ms: catalogue(FILES) };

/**
 * The same in another language, as translators know it: the English sentence is the key. What has no translation stays
 * as it is, so that a reader is told something rather than nothing.
 */
export function inLanguage(text: string, language: Language): string {
  return translated(text, language, CATALOGUES);
}

/** The same for a fault of a file that describes software. */
export function fileFaultInLanguage(text: string, language: Language): string {
  return translated(text, language, OF_FILES);
}

function translated(text: string, language: Language, catalogues: Catalogues): string {
  if (language === 'en') return text;
  const { exact, patterns } = catalogues[language];
  const known = exact.get(text);
  if (known !== undefined) return known;
  for (const { from, to } of patterns) {
    const [, ...parts] = from.exec(text) ?? [];
    if (parts.length === 0) continue;
    // What stands in a sentence may be words of ours itself: “This looks like {0}”, a stage, a number of votes.
    const words = parts.map((part) => translated(part, language, catalogues));
    return to.replace(PLACES, () => words.shift() ?? '');
  }
  return text;
}

/** What a person reads, of what is spoken here: `ms-MY` is `ms`, and Welsh is English until there is Welsh. */
export function spokenHere(tag: string | null | undefined): Language {
  const [language] = (tag ?? '').toLowerCase().split('-');
  return LANGUAGES.find((known) => known === language) ?? 'en';
}

/** The reader's own choice of language, else the first that their browser accepts and that is spoken here. */
export function languageOf(headers: {
  readonly cookie?: string | undefined;
  readonly 'accept-language'?: string | undefined;
}): Language {
  const chosen = /(?:^|; )openimpact-language=([a-z]+)/.exec(headers.cookie ?? '')?.[1];
  const accepted = (headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = '1'] = part.trim().split(';q=');
      return { language: tag.split('-')[0]?.toLowerCase(), quality: Number(quality) };
    })
    .toSorted((one, other) => other.quality - one.quality);
  const wanted = [chosen, ...accepted.map(({ language }) => language)];
  return (
    LANGUAGES.find((language) => language === wanted.find((each) => LANGUAGES.some((known) => known === each))) ?? 'en'
  );
}

function catalogue(texts: Readonly<Record<string, string>>): Catalogue {
  const entries = Object.entries(texts);
  const isPattern = ([from]: [string, string]) => from.search(PLACES) >= 0;
  const patterns = entries
    .filter(isPattern)
    // The one that says more is meant: “at least {#} characters” before “at least {0}”.
    .toSorted(([one], [other]) => lengthOf(other) - lengthOf(one))
    .map(([from, to]) => ({ from: patternOf(from), to }));
  return { exact: new Map(entries.filter((entry) => !isPattern(entry))), patterns };
}

function lengthOf(text: string): number {
  return text.replace(/\{\d\}/g, '').length;
}

function patternOf(text: string): RegExp {
  const source = text
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replaceAll('{#}', '([£€$]?-?[\\d.,\u00a0 ]*\\d)')
    .replaceAll('{day}', '(\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+Z)?)')
    .replace(/\{\d\}/g, '([\\s\\S]+?)');
  return new RegExp(`^${source}$`);
}
