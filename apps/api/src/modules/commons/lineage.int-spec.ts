import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { publiccodeText } from '../../../test/support/components.js';
import { aShapedIdea } from '../../../test/support/funding.js';
import { aPerson } from '../../../test/support/people.js';
import { RegisterComponent } from '../components/index.js';
import { AcceptReuseOffer, OfferReuse } from '../reuse/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(() => api.close());

const lineage = async (kind: string, slug: string) => {
  const { data, errors } = await api.as(nobody).graphql<{
    lineage: { cut: boolean; nodes: { title: string; layer: number }[]; links: { how: string }[] } | null;
  }>(`query ($kind: LineageKind!, $slug: String!) { lineage(kind: $kind, slug: $slug) { cut nodes { kind title layer slug } links { from to how } } }`, { kind, slug });
  expect(errors).toEqual([]);
  return data.lineage;
};

it('goes from what something was built on to what was built on it, step by step, both ways', async () => {
  const developer = await aPerson(api);
  const register = async (name: string, more = '') => {
    const decision = await api.app
      .get(RegisterComponent)
      .execute(developer, { publiccode: publiccodeText(name, { more }) });
    if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
    return decision.value.componentId;
  };
  await register('Keel');
  const hull = await register('Hull', 'isBasedOn: https://example.org/keel.git\n');
  await register('Elsewhere');
  const { ideaId, lead } = await aShapedIdea(api);
  const offered = await api.app.get(OfferReuse).execute(developer, {
    ideaId,
    componentId: hull,
    part: null,
    covers: 'Floating',
    missing: 'Sails',
    effort: null,
    saves: null,
    organisationId: null,
  });
  if (!offered.ok) throw new Error('refused');
  expect((await lineage('COMPONENT', 'hull'))?.nodes).toMatchObject([
    { title: 'Keel', layer: -1 },
    { title: 'Hull', layer: 0 },
  ]);
  await api.app
    .get(AcceptReuseOffer)
    .execute(lead.admin, { offerId: offered.value.offerId, verdictSeen: 'SATISFIES', reason: null });

  expect(await lineage('COMPONENT', 'hull')).toMatchObject({
    cut: false,
    nodes: [
      { kind: 'COMPONENT', title: 'Keel', layer: -1 },
      { kind: 'COMPONENT', title: 'Hull', layer: 0 },
      { kind: 'IDEA', layer: 1 },
    ],
    links: [{ how: 'ACCEPTED' }, { how: 'BASED_ON' }],
  });
  expect((await lineage('COMPONENT', 'keel'))?.nodes.map(({ layer }) => layer)).toEqual([0, 1, 2]);
  expect((await lineage('COMPONENT', 'elsewhere'))?.nodes).toHaveLength(1);
  expect(await lineage('ENTRY', 'nothing-of-that-name')).toBeNull();
});

it('shows five hundred at most and says that there is more', async () => {
  await api.dataSource.query(`
    insert into components (id, slug, name, summary, repository_url, based_on, registered_by_id, registered_at, updated_at)
    select gen_random_uuid(), 'leaf-' || n, 'Leaf ' || n, 'A leaf', 'https://example.org/leaf-' || n, '{https://example.org/trunk.git}',
      (select id from people limit 1), app_now(), app_now() from generate_series(1, 600) n`);
  const developer = await aPerson(api);
  await api.app.get(RegisterComponent).execute(developer, { publiccode: publiccodeText('Trunk') });
  const found = await lineage('COMPONENT', 'trunk');
  expect(found?.cut).toBe(true);
  expect(found?.nodes).toHaveLength(500);
});
