import { slugFor } from '../ideas/index.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault, type TextLimits } from '../shared/text.js';
import { THEMES, type Theme } from '../shared/vocabulary.js';
import { COMPONENT_FUNCTIONS, COMPONENT_LIMITS, type ComponentContent, type ComponentFunction } from './component.js';

/** What the metadata file said, as far as it could be read. */
export interface ComponentFile {
  readonly name: string | null;
  readonly summary: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly repositoryUrl: string | null;
}

/** What a person adds to the file or says instead of it. Empty answers leave the file's. */
export interface ComponentAsk {
  readonly name: string | null;
  readonly summary: string | null;
  readonly themes: readonly string[];
  readonly functions?: readonly string[];
  /** The organisation that maintains it, when the person registers it for one. */
  readonly organisationId: string | null;
}

export interface RegisterComponentFacts {
  /** Null when the file could not be read at all; `why` is for the person who sent it. */
  readonly file: ComponentFile | { readonly refused: string };
  /** The address of a component that has the same repository already. */
  readonly registeredAs: string | null;
  readonly organisationsHeld: readonly string[];
}

type At = { readonly path: readonly string[] };
export type FunctionFault =
  | ({ readonly code: 'FUNCTION_UNKNOWN'; readonly given: string } & At)
  | ({ readonly code: 'TOO_MANY_FUNCTIONS'; readonly functions: number; readonly most: number } & At);
export type RegisterComponentRefusal =
  | TextFault
  | FunctionFault
  | ({ readonly code: 'FILE_NOT_READ'; readonly why: string } & At)
  | ({ readonly code: 'COMPONENT_ALREADY_REGISTERED'; readonly slug: string } & At)
  | ({ readonly code: 'THEME_UNKNOWN'; readonly given: string } & At)
  | ({ readonly code: 'TOO_MANY_THEMES'; readonly themes: number; readonly most: number } & At)
  | ({ readonly code: 'NOT_YOUR_ORGANISATION' } & At);

export interface RegisteredComponent {
  /** The readable part of its address; the caller adds a number where it is taken. */
  readonly slug: string;
  readonly content: ComponentContent;
  readonly organisationId: string | null;
}

/**
 * Decides whether a component can be registered. A file with faults can: four real files in ten have some, and
 * they are listed beside what was read. Only a name and a sentence are needed, from the file or from the person.
 */
export function registerComponent(
  ask: ComponentAsk,
  facts: RegisterComponentFacts,
): Decision<RegisteredComponent, RegisterComponentRefusal> {
  const { file } = facts;
  if ('refused' in file) {
    return refuse([{ code: 'FILE_NOT_READ', why: file.refused, path: ['input', 'publiccode'] }]);
  }
  const reasons: RegisterComponentRefusal[] = [];
  const name = fromPersonOrFile(ask.name, file.name, 'name', { most: COMPONENT_LIMITS.name, lines: 'one' }, reasons);
  const summary = fromPersonOrFile(
    ask.summary,
    file.summary,
    'summary',
    { most: COMPONENT_LIMITS.summary, lines: 'one' },
    reasons,
  );
  const themes = checkThemes(ask.themes, reasons);
  const functions = checkFunctions(ask.functions ?? []);
  reasons.push(...functions.faults);
  if (facts.registeredAs !== null) {
    reasons.push({ code: 'COMPONENT_ALREADY_REGISTERED', slug: facts.registeredAs, path: ['input', 'publiccode'] });
  }
  if (ask.organisationId !== null && !facts.organisationsHeld.includes(ask.organisationId)) {
    reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  }
  if (reasons.length > 0) return refuse(reasons);

  const slug = slugFor(name);
  return accept({
    // A name without letters has no address of its own.
    slug: slug === 'idea' || slug.startsWith('idea-') ? `component-${slug}` : slug,
    content: {
      name,
      summary,
      description: tidyDescription(file.description),
      themes,
      functions: functions.functions,
      language: file.language ?? 'en',
      repositoryUrl: file.repositoryUrl,
    },
    organisationId: ask.organisationId,
  });
}

/** A person's words are refused when they do not fit; a file's are cut, because its author is not here to mend them. */
function fromPersonOrFile(
  typed: string | null,
  read: string | null,
  field: 'name' | 'summary',
  limits: TextLimits,
  reasons: RegisterComponentRefusal[],
): string {
  const path = ['input', field];
  if (typed !== null && typed.trim() !== '') {
    const checked = checkText(typed, path, limits);
    reasons.push(...checked.faults);
    return checked.text;
  }
  const checked = checkText(shortened(read ?? '', limits.most), path, limits);
  reasons.push(...checked.faults);
  return checked.text;
}

function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

function tidyDescription(text: string | null): string {
  const checked = checkText(text, ['input', 'publiccode'], {
    most: COMPONENT_LIMITS.description,
    least: 0,
    lines: 'many',
  });
  // A description that hides characters is not shown; everything else of the file still is.
  return checked.faults.length > 0 ? '' : checked.text;
}

function checkThemes(given: readonly string[], reasons: RegisterComponentRefusal[]): readonly Theme[] {
  const path = ['input', 'themes'];
  const themes = [...new Set(given)];
  for (const theme of themes) {
    if (!THEMES.includes(theme as Theme)) reasons.push({ code: 'THEME_UNKNOWN', given: theme, path });
  }
  if (themes.length > COMPONENT_LIMITS.themes) {
    reasons.push({ code: 'TOO_MANY_THEMES', themes: themes.length, most: COMPONENT_LIMITS.themes, path });
  }
  return themes as Theme[];
}

/** What it does, each once, and what of it cannot be chosen. */
export function checkFunctions(given: readonly string[]): {
  readonly functions: readonly ComponentFunction[];
  readonly faults: readonly FunctionFault[];
} {
  const path = ['input', 'functions'];
  const faults: FunctionFault[] = [];
  const functions = [...new Set(given)];
  for (const one of functions) {
    if (!COMPONENT_FUNCTIONS.includes(one as ComponentFunction)) {
      faults.push({ code: 'FUNCTION_UNKNOWN', given: one, path });
    }
  }
  if (functions.length > COMPONENT_LIMITS.functions) {
    faults.push({ code: 'TOO_MANY_FUNCTIONS', functions: functions.length, most: COMPONENT_LIMITS.functions, path });
  }
  return { functions: functions as ComponentFunction[], faults };
}
