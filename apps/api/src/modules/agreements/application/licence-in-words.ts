import { explain } from '@openimpact/licences';

/** A licence expression with the names that the schema gives its parts; as typed, with the problem, when it is none. */
export function licenceInWords(expression: string) {
  const explained = explain(expression);
  if (!explained.ok) {
    const shown = expression.slice(0, 200).toWellFormed();
    return { expression: shown, problem: explained.problem, summary: null, alternatives: [], licences: [] };
  }
  const { licences, ...rest } = explained.value;
  return {
    ...rest,
    problem: null,
    licences: licences.map(({ text, url, may, must, open, ...licence }) => ({
      ...licence,
      expression: text,
      url: url ?? null,
      youMay: may.map(({ words }) => words),
      youMust: must.map(({ words }) => words),
      open: Object.entries(open).map(([kind, verdict]) => ({ kind: kind.toUpperCase(), verdict })),
    })),
  };
}
