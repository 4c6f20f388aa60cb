import { addMessages, type Locale } from './words.js';

type Catalogues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Each language but English, which every page carries, comes when it was chosen. */
const LOADERS: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<{ readonly default: Catalogues }>>> = {
  ms: () => import('../messages/ms/index.js'),
};

const loaded = new Set<Locale>(['en']);

/** Gets the words of a language ready, so that a page can be drawn in it. */
export async function loadCatalogues(locale: Locale): Promise<void> {
  if (loaded.has(locale)) return;
  const { default: catalogues } = await LOADERS[locale as Exclude<Locale, 'en'>]();
  const messages = Object.entries(catalogues).flatMap(([file, texts]) => {
    const prefix = file.replace(/^\.\/|\.json$/g, '');
    return Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text] as const);
  });
  addMessages(locale, Object.fromEntries(messages));
  loaded.add(locale);
}
