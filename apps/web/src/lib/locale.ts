import { LOCALES, type Locale } from './words.js';

/** The reader's own choice if there is a catalogue for it, else the best of what the browser accepts. */
export function chooseLocale(choice: string | undefined, acceptLanguage: string | undefined): Locale {
  const accepted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { language: tag.toLowerCase().split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality)
    .map((each) => each.language);
  const wanted = [choice, ...accepted];
  return wanted.find((language): language is Locale => LOCALES.includes(language as Locale)) ?? LOCALES[0];
}
