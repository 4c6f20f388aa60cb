import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';

let api: TestApi;
let steward: SignedInViewer;
beforeAll(async () => {
  api = await anApi();
  steward = await aPerson(api, { steward: true });
});
afterAll(() => api.close());

const MATRIX = JSON.stringify({
  timestamp: '2024-05-25',
  Zlib: { Zlib: 'Same', Xnet: 'Yes', 'X11-distribute-modifications-variant': 'No', 'OLDAP-2.8': 'Unknown' },
  MIT: { 'AGPL-3.0-only': 'Yes' },
});
const verdict = async (expression: string, incoming: string) => {
  const { data, errors } = await api
    .as(nobody)
    .graphql<{ licenceVerdict: { verdict: string; rule: string } }>(
      `query ($expression: String!, $incoming: [String!]!) { licenceVerdict(expression: $expression, condition: "OPEN", kind: SOFTWARE, incoming: $incoming) { verdict rule } }`,
      { expression, incoming: [incoming] },
    );
  expect(errors).toEqual([]);
  return data.licenceVerdict;
};
const imported = async (as: SignedInViewer, matrix = MATRIX) => {
  const { data, errors } = await api.as(as).graphql<{ importLicenceMatrix: object }>(
    `mutation ($input: ImportLicenceMatrixInput!) { importLicenceMatrix(input: $input) {
      ... on ImportLicenceMatrixPayload { licenceMatrix { madeAt licences } } ... on Refusal { requirements { code path } } } }`,
    { input: { matrix } },
  );
  expect(errors).toEqual([]);
  return data.importLicenceMatrix;
};

it('answers for licences that the own table does not know once the site team imported a matrix, and never overrules it', async () => {
  expect(await verdict('Zlib', 'Xnet')).toMatchObject({ verdict: 'ASK_A_PERSON' });
  expect(await imported(await aPerson(api))).toMatchObject({ requirements: [{ code: 'ONLY_A_STEWARD' }] });
  expect(await imported(steward, '{"MIT":{"Zlib":"Perhaps"}}')).toMatchObject({
    requirements: [{ code: 'MATRIX_NOT_READ', path: ['input', 'matrix'] }],
  });
  expect(await imported(steward, 'MIT, yes')).toMatchObject({ requirements: [{ code: 'MATRIX_NOT_READ' }] });
  expect(await verdict('Zlib', 'Xnet')).toMatchObject({ verdict: 'ASK_A_PERSON' });
  expect(await api.dataSource.query('select from licence_matrices')).toHaveLength(0);

  expect(await imported(steward)).toMatchObject({ licenceMatrix: { madeAt: '2024-05-25', licences: 2 } });
  expect(await verdict('Zlib', 'Xnet')).toEqual({ verdict: 'SATISFIES', rule: 'MATRIX_YES' });
  expect(await verdict('Zlib', 'X11-distribute-modifications-variant')).toEqual({
    verdict: 'DOES_NOT',
    rule: 'MATRIX_NO',
  });
  expect(await verdict('Zlib', 'OLDAP-2.8')).toEqual({ verdict: 'ASK_A_PERSON', rule: 'MATRIX_UNKNOWN' });
  // What the own table knows, a matrix that says otherwise does not change.
  expect(await verdict('MIT', 'AGPL-3.0-only')).toMatchObject({ verdict: 'DOES_NOT', rule: 'COPYLEFT_STAYS' });
  expect(
    await api.dataSource.query(`select kind from activities where kind = 'licences.matrix_imported'`),
  ).toHaveLength(1);
});
