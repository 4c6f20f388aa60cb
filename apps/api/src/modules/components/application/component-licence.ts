import { type LicenceInForce, licenceInForce, type LicenceRecord } from '@openimpact/domain';
import { canonicalExpression, explain } from '@openimpact/licences';

/** Which licence of a component counts, judged on what the expressions mean rather than how they are written. */
export function componentLicence(record: LicenceRecord): LicenceInForce {
  return licenceInForce(record, sameLicence);
}

function sameLicence(one: string, other: string): boolean {
  const [first, second] = [canonicalExpression(one), canonicalExpression(other)];
  return first.ok && second.ok ? first.value === second.value : one.trim() === other.trim();
}

/** A licence as a person who has never heard of it would want it told. */
export interface LicenceInPlainWords {
  readonly name: string;
  /** Its page in the list of SPDX, and that of an exception to it; none for what is not listed. */
  readonly spdxPages: readonly string[];
  readonly may: readonly string[];
  readonly must: readonly string[];
}

/** What may be done and what must be done, each licence of the expression on its own; empty when nobody has read it. */
export function inPlainWords(expression: string | null): readonly LicenceInPlainWords[] {
  const explained = expression === null ? undefined : explain(expression);
  if (!explained?.ok) return [];
  return explained.value.licences.map(({ name, text, url, may, must }) => ({
    name,
    spdxPages: url === undefined ? [] : pagesOf(text),
    may: may.map(({ words }) => words),
    must: must.map(({ words }) => words),
  }));
}

/** @param term one licence of an expression: `GPL-2.0-or-later WITH Classpath-exception-2.0` */
function pagesOf(term: string): string[] {
  return term.split(' WITH ').map((id) => `https://spdx.org/licenses/${id.replace(/\+$/, '')}.html`);
}

/** What is wrong with an expression that a person states; null when every licence in it is known. */
export function licenceProblem(expression: string): string | null {
  const explained = explain(expression);
  if (!explained.ok) return withSuggestions(explained.problem.message, explained.problem.suggestions);
  const unknown = explained.value.licences.find(({ name, url, text }) => url === undefined && name === text);
  return unknown
    ? withSuggestions(`${unknown.text} is not a licence that is known by that name.`, unknown.suggestions)
    : null;
}

function withSuggestions(message: string, suggestions: readonly { readonly expression: string }[]): string {
  if (suggestions.length === 0) return message;
  return `${message} Did you mean ${suggestions.map(({ expression }) => expression).join(' or ')}?`;
}
