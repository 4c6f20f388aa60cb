import { stringify } from 'yaml';

/** What is cited of a component: it is named by itself, not by a person, unless somebody keeps it. */
export interface Cited {
  readonly name: string;
  readonly summary: string;
  readonly repositoryUrl: string | null;
  readonly landingUrl: string | null;
  readonly version: string | null;
  /** YYYY-MM-DD. */
  readonly released: string | null;
  readonly keeper: string | null;
  /** The licence that counts, when somebody can say. */
  readonly licence: string | null;
}

/** A single identifier of the SPDX list: the format takes no expressions. */
const ONE_LICENCE = /^[A-Za-z0-9.+-]+$/;

/** Writes a CITATION.cff 1.2.0 (citation-file-format.github.io), for whoever writes about what was built with it. */
export function citationOf(cited: Cited): string {
  return stringify(
    {
      'cff-version': '1.2.0',
      message: 'If you use this software, please cite it as below.',
      type: 'software',
      title: cited.name,
      abstract: cited.summary,
      authors: [{ name: cited.keeper ?? `The maintainers of ${cited.name}` }],
      ...(cited.version === null ? {} : { version: cited.version }),
      ...(cited.released === null ? {} : { 'date-released': cited.released }),
      ...(cited.licence !== null && ONE_LICENCE.test(cited.licence) ? { license: cited.licence } : {}),
      ...(isWeb(cited.repositoryUrl) ? { 'repository-code': cited.repositoryUrl } : {}),
      ...(isWeb(cited.landingUrl) ? { url: cited.landingUrl } : {}),
    },
    { version: '1.2', defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
  );
}

function isWeb(address: string | null): boolean {
  return address !== null && /^https?:\/\//.test(address);
}
