import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { anIdea, type TestIdea } from '../../../test/support/ideas.js';
import { codesOf, mutate } from '../../../test/support/mutate.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { mutationsOf, textFieldsOf } from '../../../test/support/schema-walk.js';
import { NOT_LOOKED_THROUGH } from './application/text-fields.js';
import { StewardshipData } from './application/stewardship-data.js';

let api: TestApi;
let idea: TestIdea;
let writer: SignedInViewer;
beforeAll(async () => {
  api = await anApi();
  idea = await anIdea(api);
  writer = await aPerson(api);
});
afterAll(async () => {
  await api.close();
});

const comment = (body: string, viewer = writer) =>
  mutate(api, viewer, 'addComment', { subjectId: idea.globalId, body, perspective: 'PRACTITIONER' });

async function comments(): Promise<number> {
  const [row] = await api.dataSource.query('select count(*)::int as comments from comments');
  return row.comments;
}

describe('before something is published', () => {
  it('asks its author about what looks like somebody’s secret, and publishes nothing meanwhile', async () => {
    const before = await comments();
    const refused = await comment('Ring her on 07700 900123, she waits.');
    expect(refused.requirements).toMatchObject([
      { code: 'PERSONAL_DATA_TO_DECIDE', current: '07700 900123', path: ['input', 'body'] },
    ]);
    expect(refused.requirements?.[0]?.message).toContain('strangers may call it');
    expect(await comments()).toBe(before);
  });

  it('takes the author’s word, keeps the decision, and keeps the text nowhere beside it', async () => {
    const text = 'The office is on 020 7946 0018.';
    expect(codesOf(await comment(text))).toEqual(['PERSONAL_DATA_TO_DECIDE']);
    // Somebody else's word is not the author's.
    const other = await mutate(api, await aPerson(api), 'keepPersonalData', { found: '020 7946 0018' });
    expect(codesOf(other)).toEqual(['NOTHING_WAS_ASKED']);
    expect((await mutate(api, writer, 'keepPersonalData', { found: '020 7946 0018' })).__typename).toBe(
      'KeepPersonalDataPayload',
    );
    expect((await comment(text)).__typename).toBe('AddCommentPayload');
    const [kept] = await api.dataSource.query(
      `select operation, field, kind, kept_at is not null as kept from personal_data_questions where kept_at is not null`,
    );
    expect(kept).toEqual({ operation: 'addComment', field: 'input.body', kind: 'PHONE', kept: true });
    const all = await api.dataSource.query('select q::text as row from personal_data_questions q');
    expect(JSON.stringify(all)).not.toContain('7946 0018');
  });

  it('asks again about something else in the same place', async () => {
    await comment('Mail a.person@example.org');
    await mutate(api, writer, 'keepPersonalData', { found: 'a.person@example.org' });
    expect(codesOf(await comment('Mail b.person@example.org'))).toEqual(['PERSONAL_DATA_TO_DECIDE']);
  });

  it('forgets after a day what the answer was made from, and not that it was given', async () => {
    await api.moveClock(25 * 60);
    await api.app.get(StewardshipData).forget();
    const [row] = await api.dataSource.query(
      `select count(found_key)::int as keys, count(kept_at)::int as kept from personal_data_questions`,
    );
    expect(row.keys).toBe(0);
    expect(row.kept).toBeGreaterThan(0);
  });

  it('refuses what nobody can see and links that run, in every field alike', async () => {
    for (const [body, code] of [
      ['turned \u202Earound', 'TEXT_HAS_HIDDEN_CHARACTERS'],
      ['zero\u200Bwidth', 'TEXT_HAS_HIDDEN_CHARACTERS'],
      ['a NUL\u0000', 'TEXT_HAS_HIDDEN_CHARACTERS'],
      ['half \uD83D an emoji', 'TEXT_HAS_HIDDEN_CHARACTERS'],
      ['[press](javascript:alert(1))', 'TEXT_LINK_NOT_SAFE'],
    ] as const) {
      expect(codesOf(await comment(body))).toEqual([code]);
    }
    const { requirements } = await mutate(api, writer, 'createOrganisation', {
      name: 'Two\u2066fold',
      kind: 'CHARITY',
    });
    expect(requirements).toMatchObject([{ code: 'TEXT_HAS_HIDDEN_CHARACTERS', path: ['input', 'name'] }]);
  });

  it('takes a text in ten scripts', async () => {
    const body = 'Hilfe βοήθεια помощь עזרה مساعدة मदद ความช่วยเหลือ 帮助 ヘルプ 도움 እርዳታ';
    expect((await comment(body)).__typename).toBe('AddCommentPayload');
  });
});

it('knows no exception for a field that is not there any more', () => {
  const schema = api.app.get(GraphQLSchemaHost).schema;
  const known = new Set(
    mutationsOf(schema).flatMap((mutation) => [
      mutation.name,
      ...textFieldsOf(mutation.args).flatMap((path) => {
        const field = path.split('.').at(-1) ?? path;
        return [field, `${mutation.name}.${field}`];
      }),
    ]),
  );
  const asked = new Set(['redactionPreview']);
  expect(Object.keys(NOT_LOOKED_THROUGH).filter((key) => !known.has(key) && !asked.has(key))).toEqual([]);
});
