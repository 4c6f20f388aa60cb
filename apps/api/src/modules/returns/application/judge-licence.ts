import { LICENSED_AS, type LicenceFacts, type OutputKind } from '@openimpact/domain';
import { judge } from '@openimpact/licences';

import { sql, type Tx } from '../../../platform/database/index.js';
import { componentLicence, knownMatrix } from '../../components/index.js';

/** A component that something was built on, with the licence that counts. */
export interface BuiltOn {
  readonly id: string;
  readonly name: string;
  readonly ownerOrganisationId: string | null;
  /** Null when nobody can say: then a person has to look. */
  readonly licence: string | null;
}

interface ComponentRow {
  readonly id: string;
  readonly name: string;
  readonly ownerOrganisationId: string | null;
  readonly declared: string | null;
  readonly found: string | null;
  readonly concluded: string | null;
  readonly why: string | null;
}

/** The components named, as their licences stand now. */
export async function componentsBuiltOn(tx: Tx, ids: readonly string[]): Promise<readonly BuiltOn[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<ComponentRow>(sql`
    select id, name, owner_organisation_id as "ownerOrganisationId", licence_declared as declared, licence_found as found,
      licence_concluded as concluded, licence_concluded_why as why
    from components where id = any(${ids}::uuid[]) order by name, id`);
  return rows.map(({ id, name, ownerOrganisationId, declared, found, concluded, why }) => {
    const record = { declared, found, concluded: concluded === null ? null : { licence: concluded, why: why ?? '' } };
    return { id, name, ownerOrganisationId, licence: componentLicence(record).licence };
  });
}

/** Judges a licence against what was agreed and what the work builds on, for the rules to decide with. */
export function judgeLicence(
  work: { readonly licence: string; readonly condition: string; readonly kind: OutputKind },
  components: readonly BuiltOn[],
): LicenceFacts {
  const answer = judge({
    ...knownMatrix(),
    expression: work.licence,
    condition: work.condition,
    kind: LICENSED_AS[work.kind],
    // An unknown licence is an empty expression, which nothing satisfies without a person.
    incoming: components.map(({ licence }) => licence ?? ''),
  });
  if (!answer.ok) return { problem: answer.problem.message };
  const { verdict, rule, reason, incoming } = answer.value;
  const decided = incoming === undefined ? undefined : components.find(({ licence }) => (licence ?? '') === incoming);
  return { verdict, rule, reason, component: decided?.name ?? null };
}
