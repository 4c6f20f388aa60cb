import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';

import { aBusyPlace, type BusyPlace, idsIn } from '../support/busy-place.js';
import { anApi, type TestApi } from '../support/api.js';
import { callOf, mutationsOf, textFieldsOf } from '../support/schema-walk.js';

/** Typed into every field there is; each must come back as a yes, a refusal or an error with a code of its own. */
const HOSTILE: Readonly<Record<string, string>> = {
  'a NUL': 'before\u0000after',
  'letters that turn the direction': '\u202Eeht\u202C \u2066x\u2069',
  'half of an emoji': 'broken \uD83D here',
  'a link that runs': '[press here](javascript:alert(1)) <a href="javascript:alert(1)">',
  'markdown of 200 kB': '> * [x](y) **b** `c` | '.repeat(8_700),
  'stacked marks': `Z${'\u0301'.repeat(30_000)}`,
  nothing: '',
  'only spaces': ' \t\u00a0\u2003 ',
  'an SQL fragment': `'); drop table ideas; -- \\ $1 %s {}`,
  'a JSON fragment': '{"__proto__": {"a": 1}}',
  'a number out of range': '99999999999999999999999999999999',
  'ten scripts': 'Hilfe βοήθεια помощь עזרה مساعدة मदद ความช่วยเหลือ 帮助 ヘルプ 도움 እርዳታ',
  'a file name': '../../etc/passwd',
  'a stop in the middle of a line': 'one\u2028two\u2029three\u0085four\r\nfive',
};

let api: TestApi;
let place: BusyPlace;
let schema: GraphQLSchema;
let ids: (name: string) => string[];
beforeAll(async () => {
  api = await anApi();
  place = await aBusyPlace(api);
  schema = api.app.get(GraphQLSchemaHost).schema;
  ids = await idsIn(api);
}, 60_000);
afterAll(async () => {
  await api.close();
});

// What would end the account that asks, and with it the rest of the test.
const LAST = new Set(['deleteMyAccount']);
const PLAIN: Readonly<Record<string, string>> = {
  currency: 'GBP',
  language: 'en',
  licence: 'CC-BY-4.0',
  licenceCondition: 'OPEN',
  website: 'https://example.org',
  address: 'https://example.org',
};
const plain = (name: string): string => PLAIN[name] ?? 'Some plain words that are long enough to be meant';

async function faultsOf(text: string, everywhere: boolean): Promise<string[]> {
  const faults: string[] = [];
  let turn = 0;
  for (const mutation of mutationsOf(schema)) {
    if (LAST.has(mutation.name)) continue;
    const fields = new Set(textFieldsOf(mutation.args).map((path) => path.split('.').at(-1) ?? path));
    // All at once, then each alone: a refusal of the first would keep the others from being read.
    for (const only of everywhere ? [null] : fields) {
      turn += 1;
      const at = turn;
      const { document, variables } = callOf('mutation', mutation, {
        id: (name) => ids(name)[at % Math.max(1, ids(name).length)] ?? text,
        text: (name) => (only === null || only === name ? text : plain(name)),
        optional: true,
      });
      const { errors } = await api.as(place.everywhere).graphql(document, variables);
      for (const { message, extensions } of errors) {
        if (extensions?.code === undefined || extensions.code === 'INTERNAL')
          faults.push(`${mutation.name}.${only ?? '*'}: ${message} ${JSON.stringify(extensions)}`);
      }
    }
  }
  return faults;
}

describe('whatever is typed, the answer is never a fault of ours', () => {
  it.each(Object.entries(HOSTILE))('%s, in every field at once', async (_, text) => {
    expect(await faultsOf(text, true)).toEqual([]);
  });

  it.each(['a NUL', 'half of an emoji', 'a number out of range'])('%s, in one field at a time', async (name) => {
    expect(await faultsOf(HOSTILE[name] ?? '', false)).toEqual([]);
  });

  it.each(Object.entries(HOSTILE))('%s, in a question', async (_, text) => {
    const faults: string[] = [];
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
      if (field.args.length === 0) continue;
      for (const id of [text, ids('idea')[0] ?? text]) {
        const { document, variables } = callOf('query', field, { id: () => id, text: () => text, optional: true });
        const { errors } = await api.as(place.everywhere).graphql(document, variables);
        for (const { message, extensions } of errors)
          if (extensions?.code === 'INTERNAL' || extensions?.code === undefined)
            faults.push(`${field.name}: ${message}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it.each([['null'], ['["x"]'], ['["x","y"]'], ['["x","y","z"]'], ['["\u0000","\u0000"]'], ['[1,2]'], ['{']])(
    'a cursor somebody made up: %s',
    async (made) => {
      const after = Buffer.from(made).toString('base64url');
      const faults: string[] = [];
      for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
        if (!field.args.some(({ name }) => name === 'after')) continue;
        const { data, errors } = await api
          .as(place.everywhere)
          .graphql(`query ($after: String) { ${field.name}(after: $after) { nodes { __typename } } }`, { after });
        if (errors.some(({ extensions }) => extensions?.code !== 'BAD_USER_INPUT'))
          faults.push(`${field.name}: ${JSON.stringify({ data, errors })}`);
      }
      expect(faults).toEqual([]);
    },
  );
});
