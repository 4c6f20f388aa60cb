import { type ComponentFile, MATURITIES, type Maturity } from '@openimpact/domain';
import { type Problem, type Publiccode, validatePubliccode } from '@openimpact/publiccode';

/** What a publiccode.yml file comes to for us: what it says, and what is wrong with it. */
export interface ReadComponent {
  /** Null when the file was refused; `refused` then says why, for who sent it. */
  readonly facts: ComponentFacts | null;
  readonly refused: string | null;
  readonly valid: boolean;
  readonly problems: readonly Problem[];
}

export interface ComponentFacts extends ComponentFile {
  readonly landingUrl: string | null;
  readonly documentationUrl: string | null;
  readonly softwareType: string | null;
  readonly maturity: Maturity | null;
  readonly categories: readonly string[];
  readonly platforms: readonly string[];
  readonly languages: readonly string[];
  readonly features: readonly string[];
  readonly softwareVersion: string | null;
  /** YYYY-MM-DD. */
  readonly releaseDate: string | null;
  readonly maintainedBy: string | null;
  readonly licenceDeclared: string | null;
  /** Repositories it says it is based on. */
  readonly basedOn: readonly string[];
  /** Whom it names as users. */
  readonly claimedUsers: readonly string[];
}

/** Short enough for a line of a page; a value of a file that is longer is not one. */
const MOST_CHARACTERS = 500;
const MOST_ITEMS = 50;
/** A person mends the first of them first; the rest of a file that is none tells nothing more. */
const MOST_PROBLEMS = 200;

/** Reads a publiccode.yml file as far as it can be read. Values that broke a rule are left out where a page or a query would trip over them. */
export function readComponentFile(text: string): ReadComponent {
  const { valid, problems: all, value } = validatePubliccode(text);
  const problems = all.slice(0, MOST_PROBLEMS);
  if (value === null) {
    return { facts: null, refused: problems[0]?.message ?? 'The file could not be read.', valid, problems };
  }
  const wrong = new Set(all.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  return { facts: factsOf(value, wrong), refused: null, valid, problems };
}

function factsOf(value: Publiccode, wrong: ReadonlySet<string>): ComponentFacts {
  const language = languageOf(value, wrong);
  const described = language === null ? undefined : value.description?.[language];
  const right = (path: string, text: string | undefined): string | null =>
    text === undefined || wrong.has(path) ? null : line(text);
  const under = (key: string) => `description.${language}.${key}`;
  return {
    name: line(value.name),
    summary: described?.shortDescription?.trim() || null,
    description: described?.longDescription ?? null,
    language,
    repositoryUrl: right('url', value.url),
    landingUrl: right('landingURL', value.landingURL),
    documentationUrl: right(under('documentation'), described?.documentation),
    softwareType: value.softwareType ?? null,
    maturity: MATURITIES.find((maturity) => maturity === value.developmentStatus?.toUpperCase()) ?? null,
    categories: lines(value.categories),
    platforms: lines(value.platforms),
    languages: lines(value.localisation?.availableLanguages),
    features: lines(described?.features),
    softwareVersion: line(value.softwareVersion),
    releaseDate: right('releaseDate', value.releaseDate),
    maintainedBy: line(value.organisation?.name ?? value.legal?.repoOwner ?? value.legal?.mainCopyrightOwner),
    licenceDeclared: line(value.legal?.license),
    basedOn: lines(value.isBasedOn),
    claimedUsers: lines(value.usedBy),
  };
}

/** English where there is any, else what comes first. */
function languageOf(value: Publiccode, wrong: ReadonlySet<string>): string | null {
  const languages = Object.keys(value.description ?? {}).filter((tag) => !wrong.has(`description.${tag}`));
  return languages.find((tag) => /^en(-|$)/i.test(tag)) ?? languages[0] ?? null;
}

function line(text: string | undefined): string | null {
  const tidy = (text ?? '').replaceAll(/\s+/gu, ' ').trim();
  return tidy === '' ? null : tidy.slice(0, MOST_CHARACTERS).toWellFormed();
}

function lines(texts: readonly string[] | undefined): readonly string[] {
  return [...new Set((texts ?? []).flatMap((text) => line(text) ?? []))].slice(0, MOST_ITEMS);
}
