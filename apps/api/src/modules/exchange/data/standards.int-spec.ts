import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Draft04 from 'ajv-draft-04';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { parseAtomFeed } from 'feedsmith';

import { anApi, type TestApi } from '../../../../test/support/api.js';
import { anIdea } from '../../../../test/support/ideas.js';
import { anOrganisation } from '../../../../test/support/people.js';
import { itWith } from '../../../../test/support/beside.js';
import { shaclFaults, standard } from '../../../../test/support/standards.js';
import { ShareEntry } from '../../commons/index.js';

const NASTY = 'A <b>"quote"</b> & [more] ]]> done';
const STRATEGY = `Nobody loses their home over a debt
  Debts are dealt with earlier [weeks until the first advice]
    Advice in youth clubs
      Two advisers`;

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
  await anIdea(api, { title: NASTY, themes: ['HOUSING'] });
  await anIdea(api, { title: 'Beds for tonight', themes: ['HOUSING'] });
  await api.tail.tick();
});
afterAll(async () => {
  await api.close();
});

const get = async (url: string) => {
  const answer = await api.app.inject({ url });
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer;
};

interface Described {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly description: string }[];
}

describe('what others check of our open data', () => {
  const dcat = ['shapes', 'range'].map((part) => `standards/dcat-ap/dcat-ap-3.0.1.${part}.ttl`);
  itWith(...dcat)('is a catalogue that the shapes of DCAT-AP accept', async () => {
    const catalogue = (await get('/data/catalogue.jsonld')).json() as { 'dcat:dataset': Record<string, unknown>[] };
    expect(await shaclFaults(catalogue, ...dcat.map(standard))).toEqual([]);
    // The shapes were really asked.
    delete catalogue['dcat:dataset'][0]?.['dct:description'];
    expect(await shaclFaults(catalogue, standard(dcat[0] ?? ''))).toHaveLength(1);
  });

  it('is a catalogue in which every address answers', async () => {
    const text = (await get('/data/catalogue.jsonld')).body;
    const addresses = [...text.matchAll(/"@id": "http:\/\/[^/"]+(\/data\/[^"]+)"/g)].map(
      ([, address]) => address ?? '',
    );
    expect(new Set(addresses).size).toBeGreaterThan(15);
    for (const address of new Set(addresses)) await get(address);
  });

  itWith('standards/frictionless/datapackage-2.0.schema.json')('is a Data Package by its own schema', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    const validate = ajv.compile(JSON.parse(standard('standards/frictionless/datapackage-2.0.schema.json')));
    validate((await get('/data/datapackage.json')).json());
    expect(validate.errors).toBeNull();
    const table = ajv.compile(JSON.parse(standard('standards/frictionless/tableschema-2.0.schema.json')));
    table((await get('/data/ideas.schema.json')).json());
    expect(table.errors).toBeNull();
  });

  it('has tables whose columns are those that are described, and whose values are of their kind', async () => {
    await anOrganisation(api, { verified: true });
    const { resources } = (await get('/data/datapackage.json')).json() as {
      resources: { path: string; schema: Described }[];
    };
    for (const { path, schema } of resources) {
      const answer = await get(`/data/${path}`);
      expect(answer.headers['link']).toContain(`/data/${path.replace('.csv', '.schema.json')}>; rel="describedby"`);
      const [head = [], ...rows] = parse(answer.body) as string[][];
      expect(head).toEqual(schema.fields.map(({ name }) => name));
      const lines = (await get(`/data/${path.replace('.csv', '.ndjson')}`)).body
        .split('\n')
        .filter((line) => line !== '');
      expect(rows).toHaveLength(lines.length);
      for (const row of rows) {
        for (const [index, { name, type, description }] of schema.fields.entries()) {
          expect([path, name, description.length > 10]).toEqual([path, name, true]);
          const value = row[index] ?? '';
          const kind = { integer: /^(-?\d+)?$/, date: /^(\d{4}-\d\d-\d\d)?$/ }[type] ?? /[^]*/;
          expect([path, name, value]).toEqual([path, name, expect.stringMatching(kind)]);
        }
      }
    }
  });

  itWith('standards/json-feed/json-feed-1.1.schema.json')(
    'has feeds that the schema of JSON Feed 1.1 accepts',
    async () => {
      const ajv = new Draft04.default({ strict: false, allErrors: true });
      formats.default(ajv as never);
      ajv.addSchema(JSON.parse(standard('standards/json-feed/json-feed-1.0.schema.json')));
      const validate = ajv.compile(JSON.parse(standard('standards/json-feed/json-feed-1.1.schema.json')));
      for (const address of ['/feeds/ideas.json', '/feeds/activity.json', '/feeds/ideas.json?q=nothing']) {
        validate((await get(address)).json());
        expect([address, validate.errors]).toEqual([address, null]);
      }
    },
  );

  it('has Atom that another program reads back as it was written', async () => {
    for (const address of ['/feeds/ideas.atom?sort=NEWEST', '/feeds/activity.atom', '/feeds/ideas.atom?q=nothing']) {
      const feed = parseAtomFeed((await get(address)).body);
      expect(feed).toMatchObject({ id: expect.any(String), title: expect.anything(), updated: expect.any(String) });
      for (const entry of feed.entries ?? []) {
        expect(entry).toMatchObject({ title: expect.anything(), links: [{ href: expect.stringContaining('http') }] });
        expect(entry.id).toMatch(/^urn:uuid:/);
        expect(new Date(entry.updated ?? '').getTime()).toBeGreaterThan(0);
        expect(entry.authors?.[0]?.name).toBeTruthy();
      }
    }
    const { entries = [] } = parseAtomFeed((await get('/feeds/ideas.atom?sort=NEWEST')).body);
    // It travels as HTML: what a reader shows is the words as they were typed.
    expect(entries.map(({ title }) => JSON.stringify(title))).toEqual([
      expect.stringContaining('Beds for tonight'),
      expect.stringMatching(/&lt;b&gt;/),
    ]);
  });

  const cids = 'standards/cids/cids-shacl-BasicTier.ttl';
  itWith(cids)('has impact strategies that the shapes of the Common Impact Data Standard accept', async () => {
    const ours = await anOrganisation(api);
    const given = await api.app.get(ShareEntry).execute(ours.admin, {
      organisationId: ours.id,
      kind: 'IMPACT_STRATEGY',
      title: NASTY,
      summary: 'How advice in youth clubs keeps people in their homes.',
      address: null,
      text: STRATEGY,
      licence: 'CC-BY-4.0',
      licenceReason: '',
      language: 'en',
      themes: ['HOUSING'],
      ideaId: null,
    } as never);
    if (!given.ok) throw new Error(JSON.stringify(given.reasons));
    const [{ slug }] = await api.dataSource.query('select slug from commons_entries where id = $1', [
      given.value.entryId,
    ]);
    const strategy = (await get(`/commons/${slug}/strategy.jsonld`)).json();
    expect(await shaclFaults(strategy, standard(cids))).toEqual([]);
    delete (strategy as { '@graph': Record<string, unknown>[] })['@graph'][1]?.['org:hasName'];
    expect(await shaclFaults(strategy, standard(cids))).not.toEqual([]);
  });
});
