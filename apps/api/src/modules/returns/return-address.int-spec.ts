import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { aFundedVenture } from '../../../test/support/funded-venture.js';
import { codesOf } from '../../../test/support/funding.js';
import { anInternet, text, type TestInternet } from '../../../test/support/internet.js';
import { aPerson } from '../../../test/support/people.js';
import { SubmitReturn } from './index.js';

let api: TestApi;
let internet: TestInternet;
beforeAll(async () => {
  internet = await anInternet(['data.example']);
  internet.at.set('data.example/table.csv', text('a,b\n1,2\n', 'text/csv'));
  internet.at.set('data.example/page.csv', text('<!doctype html><p>Sign in first', 'text/html'));
  internet.at.set('data.example/broken', (_request, response) => response.writeHead(503).end());
  internet.names.set('inside.example', [['10.0.0.7']]);
  api = await anApi({}, {}, internet.outgoing());
}, 60_000);
afterAll(async () => {
  await api.close();
  await internet.close();
});

async function aPromise(kind: string) {
  const output = { kind, title: 'The output', licenceCondition: 'OPEN', dueAfterDays: 60 };
  const venture = await aFundedVenture(api, { outputs: [output] });
  const [{ id }] = await api.dataSource.query('select id from obligations where venture_id = $1', [venture.ventureId]);
  const returns = async () => api.dataSource.query('select * from returns where obligation_id = $1', [id]);
  const submit = (address: string, viewer = venture.lead.admin) =>
    api.app.get(SubmitReturn).execute(viewer, {
      obligationId: id,
      title: 'It',
      summary: 'It helps.',
      address,
      licence: 'CC-BY-4.0',
      language: 'en',
      componentIds: [],
      uploadIds: [],
    });
  return { submit, returns };
}

it.each([
  ['https://data.example/gone.csv', 'ADDRESS_NOT_THERE'],
  ['https://data.example/page.csv', 'ADDRESS_IS_A_PAGE'],
  ['https://inside.example/table.csv', 'ADDRESS_NOT_PUBLIC'],
  ['https://169.254.169.254/latest/meta-data', 'ADDRESS_NOT_PUBLIC'],
])('an address that is no evidence is refused, and nothing is shared: %s', async (address, code) => {
  const { submit, returns } = await aPromise('DATASET');
  expect(codesOf(await submit(address))).toEqual([code]);
  expect(await returns()).toEqual([]);
});

it('what is there is seen, with its day and its fingerprint', async () => {
  const { submit, returns } = await aPromise('DATASET');
  expect(codesOf(await submit('https://data.example/table.csv'))).toEqual([]);
  const [row] = await returns();
  expect(row).toMatchObject({ address_seen: 'ANSWERED', address_seen_at: expect.any(Date) });
  expect(row.address_hash).toHaveLength(32);
});

it('a service that is down today is an observation and no reason to refuse anything', async () => {
  const { submit, returns } = await aPromise('DATASET');
  expect(codesOf(await submit('https://data.example/broken'))).toEqual([]);
  expect(await returns()).toMatchObject([{ address_seen: 'NOT_REACHED', address_hash: null }]);
});

it('no address is looked at for somebody who may not share anything there', async () => {
  const { submit } = await aPromise('DATASET');
  const before = internet.asked.length;
  expect(codesOf(await submit('https://data.example/table.csv', await aPerson(api)))).toEqual(['NOT_IN_THE_VENTURE']);
  expect(internet.asked).toHaveLength(before);
});
