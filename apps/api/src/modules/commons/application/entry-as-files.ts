import type { EntryStatus, OutputKind } from '@openimpact/domain';

/** An entry as its public files say it. */
export interface PublishedEntry {
  readonly id: string;
  readonly slug: string;
  readonly kind: OutputKind;
  readonly status: EntryStatus;
  readonly title: string;
  readonly summary: string;
  readonly address: string | null;
  readonly body: string | null;
  readonly licence: string;
  readonly language: string;
  readonly version: number;
  readonly release: string | null;
  /** Days, `YYYY-MM-DD`. */
  readonly publishedOn: string;
  readonly updatedOn: string;
  readonly organisation: string;
  readonly organisationSlug: string;
  /** Who gives it together with that one. */
  readonly givers: readonly { readonly name: string; readonly slug: string }[];
  readonly withdrawnReason: string | null;
  readonly ideaTitle: string | null;
  readonly ideaSlug: string | null;
  readonly originator: string | null;
}

/** A single SPDX id; anything longer is an expression, which some formats cannot hold. */
const ONE_LICENCE = /^[A-Za-z0-9.+-]+$/;

/**
 * How to cite an entry, in the Citation File Format 1.2.0. Values are JSON strings, which are YAML too, so that no title
 * can end its line. A licence expression of several parts is left out: the format knows single ids only.
 */
export function citationOf(entry: PublishedEntry, site: string): string {
  const text = (value: string): string => JSON.stringify(value);
  const url = `${site}/commons/${entry.slug}`;
  const lines = [
    'cff-version: 1.2.0',
    `message: ${text(entry.status === 'WITHDRAWN' ? `This was taken back: ${entry.withdrawnReason ?? ''}` : 'If you use this, please say where it came from.')}`,
    `type: ${entry.kind === 'SOFTWARE' || entry.kind === 'API' ? 'software' : 'dataset'}`,
    `title: ${text(entry.title)}`,
    ...(entry.summary === '' ? [] : [`abstract: ${text(entry.summary)}`]),
    'authors:',
    ...[{ name: entry.organisation, slug: entry.organisationSlug }, ...entry.givers].flatMap(({ name, slug }) => [
      `  - name: ${text(name)}`,
      `    website: ${text(`${site}/organisations/${slug}`)}`,
    ]),
    `version: ${text(entry.release ?? String(entry.version))}`,
    `date-released: ${entry.updatedOn}`,
    ...(ONE_LICENCE.test(entry.licence) ? [`license: ${entry.licence}`] : []),
    `url: ${text(url)}`,
    ...(entry.address !== null && (entry.kind === 'SOFTWARE' || entry.kind === 'API')
      ? [`repository-code: ${text(entry.address)}`]
      : []),
    'identifiers:',
    '  - type: other',
    `    value: ${text(`urn:uuid:${entry.id}`)}`,
    '    description: "A name for it that works without this site"',
  ];
  return `${lines.join('\n')}\n`;
}

const SCHEMA_TYPES: Readonly<Record<OutputKind, string>> = {
  SOFTWARE: 'SoftwareSourceCode',
  API: 'WebAPI',
  DATASET: 'Dataset',
  DATA_STANDARD: 'DefinedTermSet',
  USER_RESEARCH: 'Report',
  EVALUATION: 'Report',
  IMPACT_STRATEGY: 'CreativeWork',
  DESIGN_PATTERN: 'HowTo',
};

/** An entry as schema.org. */
export function jsonLdOf(entry: PublishedEntry, site: string): Record<string, unknown> {
  const url = `${site}/commons/${entry.slug}`;
  return {
    '@context': 'https://schema.org',
    '@type': SCHEMA_TYPES[entry.kind],
    '@id': `urn:uuid:${entry.id}`,
    url,
    name: entry.title,
    description: entry.summary,
    inLanguage: entry.language,
    version: entry.release ?? String(entry.version),
    datePublished: entry.publishedOn,
    dateModified: entry.updatedOn,
    ...(ONE_LICENCE.test(entry.licence)
      ? { license: `https://spdx.org/licenses/${entry.licence}` }
      : { license: entry.licence }),
    ...(entry.address === null ? {} : { sameAs: entry.address }),
    creator: [{ name: entry.organisation, slug: entry.organisationSlug }, ...entry.givers].map(({ name, slug }) => ({
      '@type': 'Organization',
      name,
      url: `${site}/organisations/${slug}`,
    })),
    ...(entry.status === 'WITHDRAWN' ? { creativeWorkStatus: 'Withdrawn' } : { creativeWorkStatus: 'Published' }),
    ...(entry.ideaSlug === null
      ? {}
      : {
          isBasedOn: {
            '@type': 'CreativeWork',
            name: entry.ideaTitle,
            url: `${site}/ideas/${entry.ideaSlug}`,
            author: { '@type': 'Person', name: entry.originator },
          },
        }),
  };
}
