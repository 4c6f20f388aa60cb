import { canonicalText } from './condition.js';
import { type Parsed, parseExpression, type Term } from './expression.js';
import { openness } from './open.js';
import { type Kind, KINDS, type Verdict } from './rules.js';
import { isDeprecated, listedLicence } from './spdx.js';
import { suggest, type Suggestion } from './suggest.js';
import { type Duty, type Permission, profileOf } from './table.js';

/** A licence expression in plain words. */
export interface Explanation {
  /** The expression, written the same way whatever the order it came in. */
  readonly expression: string;
  /** One sentence about the whole. */
  readonly summary: string;
  /** Ways of taking it, as positions into `licences`: any one way, all licences within it. */
  readonly alternatives: readonly (readonly number[])[];
  readonly licences: readonly LicenceInWords[];
}

export interface LicenceInWords {
  readonly text: string;
  readonly name: string;
  /** Where its text is; absent for one that is not on the SPDX list. */
  readonly url?: string;
  /** Whether this package has read it; when not, `may` and `must` are empty and say nothing. */
  readonly read: boolean;
  readonly may: readonly { readonly code: Permission; readonly words: string }[];
  readonly must: readonly { readonly code: Duty; readonly words: string }[];
  /** Whether it is open, by kind of output. */
  readonly open: Readonly<Record<Kind, Verdict>>;
  readonly suggestions: readonly Suggestion[];
}

const MAY: Readonly<Record<Permission, string>> = {
  USE: 'use it for anything',
  USE_WITHOUT_PROFIT: 'use it for anything that is not meant to make money',
  SELL: 'use it in what you sell',
  CHANGE: 'change it',
  SHARE: 'pass it on, changed or not',
  SHARE_UNCHANGED: 'pass it on as it is',
};

const MUST: Readonly<Record<Duty, string>> = {
  CREDIT: 'say who made it and link to the licence',
  KEEP_NOTICES: 'keep the copyright and licence notices with it',
  SAY_WHAT_CHANGED: 'say what you changed',
  NAME_IN_ADVERTISING: 'name its makers in advertising that mentions it',
  SHARE_CHANGED_FILES: 'share the files of it that you change under the same licence, when you pass it on',
  SHARE_LIBRARY_CHANGES:
    'share your changes to it under the same licence, when you pass it on; what only uses it may have another licence',
  SHARE_WHOLE_ALIKE: 'share the source of everything you build with it under the same licence, when you pass it on',
  SHARE_TO_NETWORK_USERS: 'offer the source also to those who use it over a network',
  SHARE_ADAPTATIONS_ALIKE: 'share what you adapt from it under the same licence',
  SHARE_DATABASE_ALIKE: 'share a database that you derive from it under the same licence',
  NOT_COMMERCIAL: 'not use it to make money',
  NO_CHANGED_VERSIONS: 'not pass on a changed version',
};

/** Explains a licence expression: what one may do with the work, and what one must do in return. */
export function explain(text: string): Parsed<Explanation> {
  const parsed = parseExpression(text);
  if (!parsed.ok) return parsed;
  const { alternatives, terms } = parsed.value;
  const position = new Map(terms.map((term, index) => [term.text, index]));
  return {
    ok: true,
    value: {
      expression: canonicalText(parsed.value),
      summary: summaryOf(alternatives),
      alternatives: alternatives.map((way) => way.map((term) => position.get(term.text) ?? 0)),
      licences: terms.map(inWords),
    },
  };
}

function summaryOf(alternatives: readonly (readonly Term[])[]): string {
  if (alternatives.length > 1) return 'Whoever receives it may choose one of these.';
  const count = alternatives[0]?.length ?? 0;
  return count > 1 ? 'All of these apply, each perhaps to a part.' : 'This licence applies.';
}

function inWords(term: Term): LicenceInWords {
  const listed = listedLicence(term.id);
  const profile = profileOf(term.id);
  const duties = profile?.duties ?? [];
  const read = profile !== undefined && term.recognised;
  const unclear = !term.recognised || isDeprecated(term.id);
  return {
    text: term.text,
    name: nameOf(term, listed?.name),
    ...(listed ? { url: listed.url } : {}),
    read,
    may: read ? permissions(duties) : [],
    must: read ? duties.map((code) => ({ code, words: MUST[code] })) : [],
    open: Object.fromEntries(KINDS.map((kind) => [kind, openness(term, kind).verdict])) as Record<Kind, Verdict>,
    suggestions: unclear ? suggest(`${term.id}${term.orLater ? '+' : ''}`) : [],
  };
}

function permissions(duties: readonly Duty[]): LicenceInWords['may'] {
  const codes: Permission[] = [
    ...(duties.includes('NOT_COMMERCIAL') ? (['USE_WITHOUT_PROFIT'] as const) : (['USE', 'SELL'] as const)),
    ...(duties.includes('NO_CHANGED_VERSIONS') ? (['SHARE_UNCHANGED'] as const) : (['CHANGE', 'SHARE'] as const)),
  ];
  return codes.map((code) => ({ code, words: MAY[code] }));
}

function nameOf(term: Term, listed: string | undefined): string {
  const name = listed ?? term.id;
  return `${name}${term.orLater ? ' or any later version' : ''}${term.exception === undefined ? '' : `, with the ${term.exception}`}`;
}
