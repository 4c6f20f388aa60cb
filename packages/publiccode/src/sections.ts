import {
  hasExtension,
  isDate,
  isEmail,
  isLanguageTag,
  isMediaType,
  isRepositoryAddress,
  isRepositoryPath,
  isSpdxExpression,
  isUri,
  isWebAddress,
} from './formats.js';
import type { Findings, Shape } from './shape.js';
import { child, choice, flag, list, oneOrMany, optional, present, required, section, text, under } from './shape.js';
import type { SectionOf } from './shape.js';
import type { MapNode } from './tree.js';
import { COUNTRIES } from './countries.js';
import {
  CATEGORIES,
  DEVELOPMENT_STATUSES,
  MAINTENANCE_TYPES,
  SCOPES,
  SOFTWARE_TYPES,
  SUPPORTS_ALIASES,
} from './vocabularies.js';

const webAddress = text({
  is: isWebAddress,
  code: 'URL_INVALID',
  what: 'an address that starts with https:// or http://',
});
const repositoryAddress = text({ is: isRepositoryAddress, code: 'URL_INVALID', what: 'the address of a repository' });
const uri = text({ is: isUri, code: 'URI_INVALID', what: 'a URI, such as https://example.org or urn:example:name' });
const date = text({ is: isDate, code: 'DATE_INVALID', what: 'a date written as YYYY-MM-DD' });
const languageTag = text({
  is: isLanguageTag,
  code: 'LANGUAGE_INVALID',
  what: 'a BCP 47 language tag, such as en or pt-BR',
});
const mediaType = text({ is: isMediaType, code: 'MEDIA_TYPE_INVALID', what: 'a media type, such as text/plain' });
const email = text({
  is: (value) => value === '' || isEmail(value),
  code: 'EMAIL_INVALID',
  what: 'an email address',
});

function image(extensions: readonly string[]): Shape<string> {
  return (node, path, findings) => {
    const value = text()(node, path, findings);
    if (value === undefined) return undefined;
    if (!isWebAddress(value) && !isRepositoryPath(value)) {
      findings.error(
        'PATH_INVALID',
        path,
        node,
        `${path} must be a path inside the repository or an address of the web.`,
      );
    }
    if (!hasExtension(value, extensions)) {
      findings.error('IMAGE_FORMAT_INVALID', path, node, `${path} must be a file of type ${extensions.join(', ')}.`);
    }
    return value;
  };
}

const logo = image(['svg', 'svgz', 'png']);
const screenshot = image(['png', 'jpg', 'jpeg']);

const authorsFile = text({
  is: (value) => isRepositoryPath(value) || isWebAddress(value),
  code: 'PATH_INVALID',
  what: 'a path inside the repository or an address of the web',
});

/** Upper case; lower case is what the earliest versions asked for, and still read. */
const country: Shape<string> = (node, path, findings) => {
  const value = text()(node, path, findings);
  if (value === undefined || COUNTRIES.has(value)) return value;
  if (value === value.toLowerCase() && COUNTRIES.has(value.toUpperCase())) {
    findings.warning('COUNTRY_LOWERCASE', path, node, `${path} should be in capitals: ${value.toUpperCase()}.`);
    return value.toUpperCase();
  }
  findings.error('COUNTRY_INVALID', path, node, `${path} must be a country code of ISO 3166-1, such as IT.`);
  return undefined;
};

const agent = section({ uri: required(uri), name: optional(text()) });

const supportsId: Shape<string> = (node, path, findings) => {
  const value = text()(node, path, findings);
  if (value?.startsWith('alias:')) {
    if (!Object.hasOwn(SUPPORTS_ALIASES, value.slice('alias:'.length))) {
      const known = Object.keys(SUPPORTS_ALIASES).join(', ');
      findings.error('VALUE_NOT_IN_LIST', path, node, `${path} names an alias that is not one of ${known}.`);
    }
    return value;
  }
  return value === undefined ? undefined : uri(node, path, findings);
};

const dependency = section({
  name: required(text()),
  versionMin: optional(text()),
  versionMax: optional(text()),
  version: optional(text()),
  optional: optional(flag),
});

const contact = section({
  name: required(text()),
  email: optional(email),
  phone: optional(text()),
  affiliation: optional(text()),
});

const contractor = section({
  name: required(text()),
  until: required(date),
  email: optional(email),
  website: optional(webAddress),
});

const descriptionKeys = {
  localisedName: optional(text()),
  genericName: optional(text({ max: 35 }), 'Leave it out.'),
  shortDescription: required(text({ max: 150 })),
  longDescription: optional(text({ min: 150, max: 10_000 })),
  documentation: optional(webAddress),
  apiDocumentation: optional(webAddress),
  features: optional(list(text())),
  screenshots: optional(list(screenshot)),
  videos: optional(list(webAddress)),
  awards: optional(list(text())),
};

/** What the software is, in one language. */
export type Description = SectionOf<typeof descriptionKeys>;

/** Descriptions by language tag. */
const description: Shape<Record<string, Description>> = (node, path, findings) => {
  if (node.kind !== 'map' || node.entries.length === 0) {
    findings.error('TYPE_WRONG', path, node, `${path} must hold a section for at least one language.`);
    return undefined;
  }
  const found: [string, Description][] = [];
  for (const entry of node.entries) {
    const where = under(path, entry.key);
    if (!isLanguageTag(entry.key)) {
      findings.error(
        'LANGUAGE_INVALID',
        where,
        entry,
        `${where} must be named by a BCP 47 language tag, such as en or pt-BR.`,
      );
    }
    const value = section(descriptionKeys)(entry.value, where, findings);
    if (value) found.push([entry.key, value]);
  }
  inSomeLanguage('longDescription', node, path, findings);
  inSomeLanguage('features', node, path, findings);
  return Object.fromEntries(found);
};

/** Mandatory for at least one language, so the first is where its absence is told. */
function inSomeLanguage(key: 'longDescription' | 'features', node: MapNode, path: string, findings: Findings): void {
  const sections = node.entries.flatMap((entry) => (entry.value.kind === 'map' ? [{ entry, value: entry.value }] : []));
  const first = sections[0];
  if (!first) return;
  const told = sections.find(({ value }) => present(value, key));
  const where = under(under(path, (told ?? first).entry.key), key);
  if (!told) {
    findings.error('KEY_MISSING', where, first.entry, `${where} is missing.`);
    return;
  }
  if (key !== 'features') return;
  const lists = sections.flatMap(({ value }) => value.entries.filter((entry) => entry.key === key));
  if (lists.every(({ value }) => value.kind === 'list' && value.items.length === 0)) {
    findings.error('LIST_EMPTY', where, told.entry, `${where} must have at least one.`);
  }
}

const maintenanceKeys = {
  type: required(choice(MAINTENANCE_TYPES)),
  contractors: optional(list(contractor)),
  contacts: optional(list(contact)),
};

/** Contacts answer for community and internal maintenance, contractors for a contract. */
const maintenance = section(maintenanceKeys, (node, path, value, findings) => {
  const type = value.type;
  if (type === undefined) return;
  if ((type === 'community' || type === 'internal') && isMissing(node, 'contacts')) {
    findings.error(
      'KEY_MISSING',
      `${path}.contacts`,
      node,
      `${path}.contacts is missing: maintenance of type ${type} names people.`,
    );
  }
  if (type === 'contract' && isMissing(node, 'contractors')) {
    findings.error(
      'KEY_MISSING',
      `${path}.contractors`,
      node,
      `${path}.contractors is missing: a contract names who it is with.`,
    );
  }
  const contractors = node.entries.find((entry) => entry.key === 'contractors');
  if (type !== 'contract' && contractors && present(node, 'contractors')) {
    findings.error(
      'KEY_NOT_ALLOWED',
      `${path}.contractors`,
      contractors,
      `${path}.contractors belongs to maintenance of type contract only.`,
    );
  }
});

function isMissing(node: MapNode, key: string): boolean {
  const value = child(node, key);
  return value === undefined || (value.kind === 'list' && value.items.length === 0);
}

const italianFlags = (...names: string[]) => section(Object.fromEntries(names.map((name) => [name, optional(flag)])));

/** Italy's section, the only national one ever defined. */
const italy = section({
  countryExtensionVersion: optional(choice(['0.2', '1.0'])),
  piattaforme: optional(italianFlags('spid', 'cie', 'anpr', 'pagopa', 'io')),
  conforme: optional(
    italianFlags('gdpr', 'lineeGuidaDesign', 'modelloInteroperabilita', 'misureMinimeSicurezza'),
    'Leave it out.',
  ),
  riuso: optional(section({ codiceIPA: optional(text(), 'Use organisation.uri.') })),
});

const versionShape = text({
  // 0.7.0 and 0.7 are the same; "0" stands for the newest 0.x.
  is: (value) => /^0(?:\.[1-7](?:\.\d{1,3})?)?$/.test(value),
  code: 'VERSION_UNKNOWN',
  what: 'a version from 0.1 to 0.7, or 0 for the newest of them',
});

/** Every key of the format, 0.7 and what earlier versions had. */
export const TOP_LEVEL = {
  publiccodeYmlVersion: required(versionShape),
  name: required(text()),
  applicationSuite: optional(text()),
  url: required(repositoryAddress),
  landingURL: optional(webAddress),
  isBasedOn: optional(oneOrMany(repositoryAddress)),
  softwareVersion: optional(text()),
  releaseDate: optional(date),
  logo: optional(logo),
  monochromeLogo: optional(logo, 'Use logo.'),
  inputTypes: optional(list(mediaType), 'Leave it out.'),
  outputTypes: optional(list(mediaType), 'Leave it out.'),
  platforms: required(list(text(), { min: 1 })),
  categories: optional(list(choice(CATEGORIES))),
  usedBy: optional(list(text())),
  roadmap: optional(webAddress),
  developmentStatus: required(choice(DEVELOPMENT_STATUSES)),
  softwareType: required(choice(SOFTWARE_TYPES)),
  organisation: optional(agent),
  fundedBy: optional(list(agent)),
  supports: optional(list(section({ id: required(supportsId) }))),
  intendedAudience: optional(
    section({
      scope: optional(list(choice(SCOPES))),
      countries: optional(list(country)),
      unsupportedCountries: optional(list(country)),
    }),
  ),
  description: required(description),
  legal: required(
    section({
      license: required(text({ is: isSpdxExpression, code: 'LICENCE_INVALID', what: 'an SPDX licence expression' })),
      mainCopyrightOwner: optional(text()),
      repoOwner: optional(text(), 'Use organisation.'),
      authorsFile: optional(authorsFile, 'Leave it out.'),
    }),
  ),
  maintenance: required(maintenance),
  localisation: required(
    section({
      localisationReady: required(flag),
      availableLanguages: required(list(languageTag, { min: 1 })),
    }),
  ),
  dependsOn: optional(
    section({
      open: optional(list(dependency)),
      proprietary: optional(list(dependency)),
      hardware: optional(list(dependency)),
    }),
  ),
  IT: optional(italy),
  it: optional(italy),
};

/**
 * The metadata of one piece of software, as far as it could be read. Every key may be absent: a file with
 * faults still says most of what it says.
 */
export type Publiccode = SectionOf<typeof TOP_LEVEL>;
