import { DATA_LICENCE } from '../../../platform/web/open-data.js';
import type { Collection } from './collection.js';

/** A file of the open data that is not a collection of rows. */
export interface OtherFile {
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly mediaType: string;
}

/** What the columns of a collection mean, as a Table Schema. */
export function tableSchemaOf({ columns }: Collection): Record<string, unknown> {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.map(({ name, type, description }) => ({
      name,
      type: type === 'uri' ? 'string' : type,
      ...(type === 'uri' ? { format: 'uri' } : {}),
      description,
    })),
    missingValues: [''],
    primaryKey: [columns[0]?.name],
  };
}

/** All tables with their schemas, as a Data Package. */
export function dataPackageOf(collections: readonly Collection[], site: string): Record<string, unknown> {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'openimpact',
    title: 'Open data of OpenImpact',
    homepage: `${site}/data`,
    licenses: [{ name: 'CC-BY-4.0', path: DATA_LICENCE, title: 'Creative Commons Attribution 4.0' }],
    resources: collections.map((collection) => ({
      name: collection.name,
      title: collection.title,
      description: collection.description,
      path: `${collection.name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: tableSchemaOf(collection),
    })),
  };
}

const DCAT_TERMS = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/';
/** The named authority table of the European Union, which DCAT-AP asks for. */
const ENGLISH = 'http://publications.europa.eu/resource/authority/language/ENG';

/** The whole catalogue as DCAT-AP 3, written as JSON-LD with names of its own, so that nothing has to be fetched to read it. */
export function catalogueOf(
  collections: readonly Collection[],
  others: readonly OtherFile[],
  site: string,
): Record<string, unknown> {
  const publisher = { '@id': `${site}/#publisher`, '@type': 'foaf:Agent', 'foaf:name': said('OpenImpact') };
  const licence = { '@id': DATA_LICENCE, '@type': 'dct:LicenseDocument' };
  const distribution = (file: string, mediaType: string, schema?: string) => ({
    '@id': `${site}/data/${file}`,
    '@type': 'dcat:Distribution',
    'dct:title': said(file),
    'dcat:accessURL': { '@id': `${site}/data/${file}` },
    'dcat:downloadURL': { '@id': `${site}/data/${file}` },
    'dcat:mediaType': { '@id': `${MEDIA_TYPES}${mediaType}`, '@type': 'dct:MediaType' },
    'dct:license': licence,
    ...(schema === undefined ? {} : { 'dct:conformsTo': { '@id': `${site}/data/${schema}`, '@type': 'dct:Standard' } }),
  });
  const dataset = (
    name: string,
    about: Pick<Collection, 'title' | 'description' | 'keywords'>,
    distributions: readonly object[],
  ) => ({
    '@id': `${site}/data#${name}`,
    '@type': 'dcat:Dataset',
    'dct:title': said(about.title),
    'dct:description': said(about.description),
    'dcat:keyword': about.keywords.map(said),
    'dct:publisher': { '@id': publisher['@id'] },
    'dct:language': { '@id': ENGLISH, '@type': 'dct:LinguisticSystem' },
    'dcat:landingPage': { '@id': `${site}/data`, '@type': 'foaf:Document' },
    'dcat:distribution': distributions,
  });
  const datasets = [
    ...collections.map((collection) =>
      dataset(collection.name, collection, [
        distribution(`${collection.name}.csv`, 'text/csv', `${collection.name}.schema.json`),
        distribution(`${collection.name}.ndjson`, 'application/x-ndjson', `${collection.name}.schema.json`),
      ]),
    ),
    ...others.map(({ file, mediaType, ...about }) =>
      dataset(file.replace(/\..*$/, ''), about, [distribution(file, mediaType)]),
    ),
  ];
  return {
    '@context': DCAT_TERMS,
    '@id': `${site}/data/catalogue.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': said('Open data of OpenImpact'),
    'dct:description': said(
      'What is known here from a need to what was shared back: ideas, votes, components, projects, the shared library and the log of what happened.',
    ),
    'dct:publisher': publisher,
    'dct:license': licence,
    'dct:language': { '@id': ENGLISH, '@type': 'dct:LinguisticSystem' },
    'foaf:homepage': { '@id': `${site}/data`, '@type': 'foaf:Document' },
    'dcat:dataset': datasets,
    'dcat:service': {
      '@id': `${site}/graphql`,
      '@type': 'dcat:DataService',
      'dct:title': said('GraphQL'),
      'dcat:endpointURL': { '@id': `${site}/graphql` },
      'dcat:endpointDescription': { '@id': `${site}/schema.graphql` },
      'dcat:servesDataset': datasets.map((each) => ({ '@id': each['@id'] })),
    },
  };
}

function said(text: string): Record<string, string> {
  return { '@value': text, '@language': 'en' };
}
