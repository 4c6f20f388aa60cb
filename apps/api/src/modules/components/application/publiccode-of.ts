import { InvalidPubliccodeError, type Publiccode, validatePubliccode, writePubliccode } from '@openimpact/publiccode';

/** What is published of a component's file. */
export interface PublishedSource {
  readonly name: string;
  readonly raw: string;
  readonly contactsAgreed: boolean;
}

/** A file that validates, or what is missing for one. */
export type PublishedPubliccode = { readonly text: string } | { readonly missing: readonly string[] };

/**
 * Writes the publiccode.yml that is served for a component: what was read of the file it came with, as version 0.7,
 * without what broke a rule. People named as contacts stand in it only when they agreed; else the project does.
 */
export function publiccodeOf(source: PublishedSource): PublishedPubliccode {
  const { value, problems } = validatePubliccode(source.raw);
  if (value === null) return { missing: problems.map(({ message }) => message) };
  try {
    return { text: writePubliccode(withoutPeople(value, source)) };
  } catch (error) {
    if (error instanceof InvalidPubliccodeError) return { missing: error.problems.map(({ message }) => message) };
    throw error;
  }
}

function withoutPeople(value: Publiccode, { name, contactsAgreed }: PublishedSource): Publiccode {
  const { maintenance } = value;
  if (contactsAgreed || !maintenance) return value;
  const named = maintenance.type === 'community' || maintenance.type === 'internal';
  const { contacts: _people, contractors, ...rest } = maintenance;
  return {
    ...value,
    maintenance: {
      ...rest,
      ...(contractors ? { contractors: contractors.map(({ email: _email, ...contractor }) => contractor) } : {}),
      ...(named ? { contacts: [{ name: `The maintainers of ${name}` }] } : {}),
    },
  };
}
