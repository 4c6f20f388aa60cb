/**
 * JSON in one agreed form (keys sorted by code unit, no white space, as RFC 8785 orders them), so that the same content
 * always has the same hash. Numbers must be safe integers: a fraction could be written in two ways. It is one line to every
 * program: the two characters that JSON allows bare and some readers of lines take for an end are escaped.
 *
 * @throws {Error} for a value JSON cannot hold or that has no one form.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`Only safe integers have one canonical form; this is ${value}.`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${text(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new Error(`A ${typeof value} has no canonical form; write it as a string.`);
}

function text(value: string): string {
  return JSON.stringify(value)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
}
