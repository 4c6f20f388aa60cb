import type { OrganisationKind, OrganisationRole } from '@openimpact/domain';

import type { SignedInViewer, Viewer, ViewerMembership } from '../../src/platform/auth/index.js';
import { globalId, newId } from '../../src/platform/database/index.js';
import type { TestDatabase } from './database.js';

let count = 0;

/** A person who signed up and confirmed their address; every test makes its own. Handles are unique in a test run. */
export async function aPerson(
  { dataSource }: Pick<TestDatabase, 'dataSource'>,
  wishes: {
    readonly name?: string;
    readonly handle?: string;
    readonly steward?: boolean;
    readonly email?: string;
  } = {},
): Promise<SignedInViewer> {
  count += 1;
  const id = newId();
  const handle = wishes.handle ?? `person-${count}`;
  const name = wishes.name ?? `Person ${count}`;
  const steward = wishes.steward ?? false;
  await dataSource.query('insert into people (id, handle, name, steward) values ($1, $2, $3, $4)', [
    id,
    handle,
    name,
    steward,
  ]);
  await dataSource.query('insert into auth_users (id, email, email_verified, name) values ($1, $2, true, $3)', [
    id,
    wishes.email ?? `${handle}@people.example`,
    '',
  ]);
  return { person: { id, handle, name, steward }, memberships: [], scopes: null, requestId: 'test' };
}

export interface TestOrganisation {
  readonly id: string;
  /** As the API names it. */
  readonly globalId: string;
  readonly slug: string;
  readonly name: string;
  /** The admin, as a viewer who belongs to it. */
  readonly admin: SignedInViewer;
}

/** An organisation with an admin. `verified` and `approvalThresholdMinor` state its facts without the acts that lead to them. */
export async function anOrganisation(
  database: Pick<TestDatabase, 'dataSource'>,
  wishes: {
    readonly admin?: SignedInViewer;
    readonly name?: string;
    readonly kind?: OrganisationKind;
    readonly verified?: boolean;
    readonly approvalThresholdMinor?: bigint;
    readonly currency?: string;
  } = {},
): Promise<TestOrganisation> {
  const admin = wishes.admin ?? (await aPerson(database));
  count += 1;
  const id = newId();
  const slug = `organisation-${count}`;
  const name = wishes.name ?? `Organisation ${count}`;
  await database.dataSource.query(
    `insert into organisations (id, slug, name, kind, verified_at, approval_threshold_minor, approval_currency, created_by_id)
     values ($1, $2, $3, $4, case when $5 then app_now() end, $6, $7, $8)`,
    [
      id,
      slug,
      name,
      wishes.kind ?? 'CHARITY',
      wishes.verified ?? false,
      wishes.approvalThresholdMinor?.toString() ?? null,
      wishes.currency ?? 'GBP',
      admin.person.id,
    ],
  );
  return {
    id,
    globalId: globalId('organisation', id),
    slug,
    name,
    admin: await joins(database, admin, id, 'ADMIN', 'MEMBER'),
  };
}

/** Makes a person a member with these roles, and answers the person as a viewer who belongs to the organisation. */
export async function joins(
  { dataSource }: Pick<TestDatabase, 'dataSource'>,
  viewer: SignedInViewer,
  organisationId: string,
  ...roles: OrganisationRole[]
): Promise<SignedInViewer> {
  const held: OrganisationRole[] = roles.length === 0 ? ['MEMBER'] : roles;
  await dataSource.query('insert into memberships (id, organisation_id, person_id, roles) values ($1, $2, $3, $4)', [
    newId(),
    organisationId,
    viewer.person.id,
    held,
  ]);
  const membership: ViewerMembership = { organisationId, roles: held };
  return { ...viewer, memberships: [...viewer.memberships, membership] };
}

/** The viewer as a request would find them now: memberships read afresh. */
export async function again(
  { dataSource }: Pick<TestDatabase, 'dataSource'>,
  viewer: SignedInViewer,
): Promise<SignedInViewer> {
  const memberships: ViewerMembership[] = await dataSource.query(
    'select organisation_id as "organisationId", roles from memberships where person_id = $1 and left_at is null order by joined_at',
    [viewer.person.id],
  );
  return { ...viewer, memberships };
}

export type { SignedInViewer, Viewer };
