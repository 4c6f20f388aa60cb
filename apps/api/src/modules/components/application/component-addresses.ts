/** Where forges keep the raw text of a file of a repository, as their documentation says; HEAD is the default branch. */
const FORGES: readonly {
  readonly host: RegExp;
  readonly raw: (url: URL, path: string) => string;
  readonly issues: string;
}[] = [
  {
    host: /^github\.com$/,
    raw: (url, path) => `https://raw.githubusercontent.com${url.pathname}/HEAD/${path}`,
    issues: '/issues',
  },
  { host: /(^|\.)gitlab\.|^gitlab\.com$/, raw: (url, path) => `${url.href}/-/raw/HEAD/${path}`, issues: '/-/issues' },
  { host: /^bitbucket\.org$/, raw: (url, path) => `${url.href}/raw/HEAD/${path}`, issues: '/issues' },
  {
    host: /^codeberg\.org$|(^|\.)(gitea|forgejo)\./,
    raw: (url, path) => `${url.href}/raw/HEAD/${path}`,
    issues: '/issues',
  },
];

const LICENCE_FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'COPYING'] as const;

export interface ComponentAddresses {
  /** Where its publiccode.yml may be, likeliest first. */
  readonly metadata: readonly string[];
  /** Where the text of its licence may be. */
  readonly licence: readonly string[];
}

/** Where to look for the files of a repository that somebody named; its file itself may be named too. Null: not an https address. */
export function addressesOf(repository: string): ComponentAddresses | null {
  const typed = repository.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:') return null;
  url.hash = '';
  if (/\.ya?ml$/i.test(url.pathname)) return { metadata: [url.href], licence: [] };
  url.search = '';
  url.pathname = url.pathname.replace(/\.git$/, '').replace(/\/+$/, '');
  const base = new URL(url.href.replace(/\/$/, ''));
  const forge = FORGES.find(({ host }) => host.test(url.hostname));
  const roots = forge
    ? [forge.raw]
    : // A forge of one's own says nothing about what it is: GitLab's form first, then that of Gitea and Forgejo.
      [
        (at: URL, path: string) => `${at.href}/-/raw/HEAD/${path}`,
        (at: URL, path: string) => `${at.href}/raw/HEAD/${path}`,
      ];
  return {
    metadata: roots.flatMap((raw) => ['publiccode.yml', 'publiccode.yaml'].map((path) => raw(base, path))),
    licence: roots.slice(0, 1).flatMap((raw) => LICENCE_FILES.map((path) => raw(base, path))),
  };
}

/** Where a repository's faults and wishes are written down; null where its forge is not known to have such a page. */
export function issueTrackerOf(repository: string | null): string | null {
  if (repository === null || !URL.canParse(repository)) return null;
  const url = new URL(repository);
  const forge = FORGES.find(({ host }) => host.test(url.hostname));
  if (url.protocol !== 'https:' || forge === undefined) return null;
  return `https://${url.host}${url.pathname.replace(/\/+$/, '').replace(/\.git$/, '')}${forge.issues}`;
}

const LONGEST_ADDRESS = 2_000;

/** Where a file is looked at again, from where its sender says it was fetched: only what could be fetched at all. */
export function lookedAtAgain(fetchedFrom: string | null | undefined): string | null {
  if (!fetchedFrom || fetchedFrom.length > LONGEST_ADDRESS) return null;
  return addressesOf(fetchedFrom)?.metadata[0] ?? null;
}
