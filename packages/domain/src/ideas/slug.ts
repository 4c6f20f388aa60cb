/** Words an idea may not have for an address: pages of our own stand there. */
const RESERVED_SLUGS: ReadonlySet<string> = new Set(['new', 'draft', 'drafts', 'board', 'search', 'feed', 'import']);
const SLUG_MAX_CHARACTERS = 70;

/**
 * The readable part of an address, from a title. Letters of other scripts stay (an address may be in any
 * script); marks, punctuation and emoji go.
 *
 * Never empty. The caller adds a number where it is taken: an address, once given, never changes.
 */
export function slugFor(title: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’]/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  const slug = cut(words) || 'idea';
  // A slug that looks like an id would be read as one.
  return RESERVED_SLUGS.has(slug) || /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(slug) ? `idea-${slug}` : slug;
}

function cut(words: string): string {
  const characters = [...words];
  if (characters.length <= SLUG_MAX_CHARACTERS) return words;
  const short = characters.slice(0, SLUG_MAX_CHARACTERS).join('');
  const lastWord = short.lastIndexOf('-');
  return lastWord > SLUG_MAX_CHARACTERS / 2 ? short.slice(0, lastWord) : short;
}
