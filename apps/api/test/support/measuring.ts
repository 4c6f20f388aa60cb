import { CreateApiToken } from '../../src/modules/people/application/create-api-token.js';
import { DefineIndicator, PublishBenchmarks } from '../../src/modules/measurement/index.js';
import type { SignedInViewer, TokenScope } from '../../src/platform/auth/index.js';
import { newId } from '../../src/platform/database/index.js';
import type { TestApi } from './api.js';
import { anOrganisation, type TestOrganisation } from './people.js';

export interface TestIndicator {
  readonly id: string;
  readonly globalId: string;
  readonly key: string;
}

export interface TestStandard {
  readonly id: string;
  readonly globalId: string;
  readonly slug: string;
  readonly giver: TestOrganisation;
  /** Days until an answer, in any number. */
  readonly waited: TestIndicator;
  /** People, kept as a band where they are few. */
  readonly came: TestIndicator;
}

/** A data standard with two indicators. */
export async function aStandard(api: TestApi): Promise<TestStandard> {
  const giver = await anOrganisation(api);
  const id = newId();
  const slug = `standard-${id}`;
  await api.dataSource.query(
    `insert into commons_entries (id, slug, kind, status, title, summary, address, licence, verdict, verdict_reason, language, version,
       organisation_id, shared_by_id, published_at, updated_at, review_by)
     values ($1, $2, 'DATA_STANDARD', 'PUBLISHED', 'Doors that open', 'What we count.', 'https://standards.example/doors', 'CC-BY-4.0', 'SATISFIES',
       'Open', 'en', 1, $3, $4, app_now(), app_now(), current_date + 365)`,
    [id, slug, giver.id, giver.admin.person.id],
  );
  const define = async (title: string, unit: 'DAYS' | 'PEOPLE'): Promise<TestIndicator> => {
    const said = {
      title,
      definition: 'As it is counted here.',
      unitNote: '',
      direction: 'DOWN',
      tier: 'REQUIRED',
    } as const;
    const ask = { ...said, unit, countsPeople: unit === 'PEOPLE', list: { entryId: id } };
    const decision = await api.app.get(DefineIndicator).execute(giver.admin, ask);
    if (!decision.ok) throw new Error('The indicator was refused.');
    const { indicatorId } = decision.value;
    const [{ key }] = await api.dataSource.query('select key from indicators where id = $1', [indicatorId]);
    return { id: indicatorId, globalId: `indicator_${indicatorId}`, key };
  };
  const waited = await define('Days until an answer', 'DAYS');
  const came = await define('People who came', 'PEOPLE');
  return { id, globalId: `entry_${id}`, slug, giver, waited, came };
}

export const QUARTER = { from: '2026-01-01', to: '2026-03-31' };

/** A token of somebody, as the header that carries it. */
export async function aToken(api: TestApi, viewer: SignedInViewer, ...scopes: TokenScope[]): Promise<string> {
  const decision = await api.app.get(CreateApiToken).execute(viewer, { name: 'A program', scopes, days: 30 });
  if (!decision.ok) throw new Error('The token was refused.');
  return `Bearer ${decision.value.secret}`;
}

/** Looks at everything that waits to be told, as the job does. */
export function publishBenchmarks(api: TestApi): Promise<void> {
  return api.app.get(PublishBenchmarks).waiting();
}
