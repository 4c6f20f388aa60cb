import type { FieldDifference, FileFacts, FileField } from '@openimpact/domain';

import type { StoredComponent } from '../persistence/component-store.js';
import type { ComponentFacts } from './read-component-file.js';

/** What a file says, field by field. */
export function factsInFile(facts: ComponentFacts): FileFacts {
  const { repositoryUrl: _identity, ...rest } = facts;
  return rest;
}

/** What stands here, field by field. */
export function factsHere(row: StoredComponent): FileFacts {
  return {
    name: row.name,
    summary: row.summary,
    description: row.description,
    language: row.language,
    landingUrl: row.landingUrl,
    documentationUrl: row.documentationUrl,
    softwareType: row.softwareType,
    maturity: row.maturity,
    categories: row.categories,
    platforms: row.platforms,
    languages: row.languages,
    features: row.features,
    softwareVersion: row.softwareVersion,
    releaseDate: row.releaseDate,
    maintainedBy: row.maintainedBy,
    licenceDeclared: row.licenceDeclared,
    basedOn: row.basedOn,
    claimedUsers: row.claimedUsers,
  };
}

/** The columns that take what the file says. */
export function columnsOf(differences: readonly FieldDifference[]): Partial<StoredComponent> {
  return Object.fromEntries(differences.map(({ field, file }) => [field satisfies FileField, file]));
}
