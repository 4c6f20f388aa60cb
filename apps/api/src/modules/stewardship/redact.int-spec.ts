import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalIdea, REDACTED } from '@openimpact/domain';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aFunder } from '../../../test/support/funding.js';
import { anIdea, type TestIdea } from '../../../test/support/ideas.js';
import { aDataDir } from '../../../test/support/data-dir.js';
import { aFile } from '../../../test/support/files.js';
import { codesOf, mutate } from '../../../test/support/mutate.js';
import { anOrganisation, aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { tracesOf } from '../../../test/support/traces.js';
import { type LeavingMail, MailOutbox, MailTransport } from '../../platform/mail/index.js';
import { verifySeals } from '../../platform/tail/index.js';
import { ActivityLog, canonicalJson } from '../../platform/activity/index.js';
import { sql, UnitOfWork } from '../../platform/database/index.js';
import { holds, named, NOT_REDACTED, textColumns, Wanted, without } from './persistence/text-columns.js';

const SECRET = 'Zebedee Quillfeather';
const PHONE = '07700 900417';

let api: TestApi;
let steward: SignedInViewer;
let idea: TestIdea;
let writer: SignedInViewer;
let follower: SignedInViewer;
let sharer: SignedInViewer;
let file: string;
beforeAll(async () => {
  api = await anApi({ OPENIMPACT_DATA_DIR: aDataDir() });
  steward = await aPerson(api, { steward: true });
  writer = await aPerson(api);
  idea = await anIdea(api, {
    title: `A warm room for ${SECRET} and others`,
    need: `${SECRET} waits outside. His number is ${PHONE}.`,
    personalDataKept: [{ field: 'need', kind: 'PHONE', found: PHONE }],
  });
  for (const body of [`I know zebedee\nquillfeather well.`, 'Ring the office.']) {
    const added = await mutate(
      api,
      writer,
      'addComment',
      { subjectId: idea.globalId, body, perspective: 'PUBLIC', shownAs: 'NAME_WITHHELD' },
      'comment { id }',
    );
    await mutate(api, writer, 'editComment', {
      commentId: (added['comment'] as { id: string }).id,
      body: `${body} (edited)`,
    });
  }
  await mutate(api, writer, 'saveIdeaDraft', { draftId: crypto.randomUUID(), need: `About ${SECRET}.` });
  await api.dataSource.query(
    `insert into mails (id, person_id, recipient_key, event, to_address, subject, body) values (gen_random_uuid(), $1, 'x', 'x', 'x@example.org', $2, $3)`,
    [writer.person.id, `About ${SECRET}`, `Somebody said "${SECRET}".`],
  );
  sharer = (await anOrganisation(api)).admin;
  const [organisation] = sharer.memberships;
  file = (await aFile(api, sharer, 'visits.csv', `day,who\n1,${SECRET}\n`)).uploadId;
  await mutate(api, sharer, 'shareEntry', {
    organisationId: `organisation_${organisation?.organisationId}`,
    kind: 'DESIGN_PATTERN',
    title: 'How visits are written down',
    summary: 'A table of visits.',
    text: 'See the file.',
    licence: 'CC-BY-4.0',
    uploadIds: [file],
    personalDataChecked: true,
  });
  // A mail about it waits for a mail server that does not answer.
  follower = await aPerson(api);
  await mutate(api, follower, 'updateNotificationSettings', { email: 'IMMEDIATE' });
  await mutate(api, follower, 'followSubject', { subjectId: idea.globalId });
  api.app.get(MailTransport).send = () => Promise.reject(new Error('The mail server does not answer.'));
  await api.app.get(UnitOfWork).run((tx) =>
    api.app.get(ActivityLog).append(tx, {
      kind: 'idea.supported',
      subject: { type: 'Idea', id: idea.id },
      ideaId: idea.id,
      visibility: 'PUBLIC',
    }),
  );
  await api.tail.tick();
  await api.jobs.runDue();
}, 60_000);
afterAll(async () => {
  await api.close();
});

/** What somebody who got hold of the whole database could try: every remaining salt, with every number there is. */
async function recovered(candidates: readonly string[]): Promise<string[]> {
  const [{ id }] = await api.dataSource.query('select id from ideas where id = $1', [idea.id]);
  const salts: { salt: Buffer }[] = await api.dataSource.query(
    `select salt from idea_revisions where salt is not null union all select salt from activity_contents`,
  );
  const hashes: { hash: Buffer }[] = await api.dataSource.query(
    `select fingerprint as hash from idea_revisions where fingerprint is not null union all select leaf from activities`,
  );
  const known = new Set(hashes.map(({ hash }) => hash.toString('hex')));
  const revisions: { content: Record<string, unknown>; number: number }[] = await api.dataSource.query(
    'select content, number from idea_revisions where idea_id = $1',
    [id],
  );
  const found: string[] = [];
  for (const candidate of candidates) {
    for (const { content, number } of revisions) {
      const guess = JSON.parse(JSON.stringify(content).replaceAll(REDACTED, candidate).replaceAll(PHONE, candidate));
      for (const { salt } of salts) {
        for (const text of [canonicalIdea(id, number, guess), canonicalJson(guess)]) {
          if (known.has(createHash('sha256').update(salt).update(text).digest('hex'))) found.push(candidate);
        }
      }
    }
  }
  return found;
}

describe('what is taken out', () => {
  it('is shown to a steward before it goes, and to nobody else', async () => {
    const preview = 'query ($text: String!) { redactionPreview(text: $text) { table column rows } }';
    const { data } = await api.as(steward).graphql<{ redactionPreview: unknown[] }>(preview, { text: SECRET });
    expect(data.redactionPreview).toEqual(
      expect.arrayContaining([
        { table: 'comments', column: 'body', rows: 1 },
        { table: 'idea_revisions', column: 'content', rows: 1 },
        { table: 'ideas', column: 'slug', rows: 1 },
      ]),
    );
    const other = await api.as(writer).graphql<{ redactionPreview: unknown[] }>(preview, { text: SECRET });
    expect(other.data.redactionPreview).toEqual([]);
    expect(codesOf(await mutate(api, writer, 'redact', { text: SECRET, kind: 'NAMED_PERSON' }))).toEqual([
      'NOT_A_STEWARD',
    ]);
    expect(await tracesOf(api, SECRET)).not.toEqual([]);
  });

  it('cannot be found again by trying every number there is, although before it could', async () => {
    const near = Array.from({ length: 200 }, (_, n) => `07700 900${String(300 + n).padStart(3, '0')}`);
    expect(await recovered(near)).toContain(PHONE);
    expect((await mutate(api, steward, 'redact', { text: PHONE, kind: 'PHONE' })).__typename).toBe('RedactPayload');
    expect(await recovered(near)).toEqual([]);
    expect(await tracesOf(api, PHONE)).toEqual([]);
  });

  it('is in no row of any table, whatever its capitals and spaces, and its salt is gone', async () => {
    const done = await mutate(
      api,
      steward,
      'redact',
      { text: SECRET, kind: 'NAMED_PERSON', subjectId: idea.globalId },
      'places',
    );
    expect(done['places']).toBeGreaterThan(5);
    for (const trace of ['quillfeather', 'zebedee']) expect([trace, await tracesOf(api, trace)]).toEqual([trace, []]);
    const [left] = await api.dataSource.query(
      'select salt, fingerprint, content from idea_revisions where idea_id = $1',
      [idea.id],
    );
    expect(left).toMatchObject({ salt: null, fingerprint: null });
    expect(left.content.need).toBe(`${REDACTED} waits outside. His number is ${REDACTED}.`);
  });

  it('leaves the chain of the log whole', async () => {
    await api.tail.tick();
    const check = await verifySeals(api.reader);
    expect(check.faults).toEqual([]);
    expect(check.withoutContent).toBeGreaterThan(0);
  });

  it('is in no page, search, feed or export, and the address that spelled it leads nowhere', async () => {
    const ask =
      'query ($slug: String!) { idea(slug: $slug) { title need versions(first: 5) { nodes { need redacted } } } }';
    expect((await api.as(nobody).graphql<{ idea: unknown }>(ask, { slug: idea.slug })).data.idea).toBeNull();
    const [{ slug }] = await api.dataSource.query('select slug from ideas where id = $1', [idea.id]);
    const { data } = await api
      .as(nobody)
      .graphql<{ idea: { title: string; versions: { nodes: { redacted: boolean }[] } } }>(ask, { slug });
    expect(data.idea.title).toBe(`A warm room for ${REDACTED} and others`);
    expect(data.idea.versions.nodes[0]?.redacted).toBe(true);
    const found = await api
      .as(nobody)
      .graphql<{ ideas: { nodes: unknown[] } }>(
        'query { ideas(filter: { text: "quillfeather" }, first: 5) { nodes { id } } }',
      );
    expect(found.data.ideas.nodes).toEqual([]);
    for (const url of ['/feeds/activity.atom', '/feeds/activity.json']) {
      expect((await api.app.inject({ url })).body.toLowerCase()).not.toContain('quillfeather');
    }
    const mine = await mutate(api, writer, 'exportMyData', {}, 'json');
    expect(JSON.stringify(mine).toLowerCase()).not.toContain('quillfeather');
  });

  it('takes away a file in which it stands, tells who sent it, and leaves a mark that there was one', async () => {
    const url = `/files/${file.replace('upload_', '')}/visits.csv`;
    expect((await api.app.inject({ url })).statusCode).toBe(404);
    await api.jobs.runDue();
    const { data } = await api
      .as(nobody)
      .graphql<{ node: unknown }>('query ($id: ID!) { node(id: $id) { ... on Upload { state name address } } }', {
        id: file,
      });
    expect(data.node).toEqual({ state: 'REMOVED', name: 'removed', address: null });
    const told: { kind: string }[] = await api.dataSource.query(
      `select a.kind from activities a join activity_addressees d on d.activity_id = a.id where d.person_id = $1`,
      [sharer.person.id],
    );
    expect(told.map(({ kind }) => kind)).toContain('text.redacted');
  });

  it('is in no mail that was waiting to leave', async () => {
    const left: LeavingMail[] = [];
    api.app.get(MailTransport).send = async (mail: LeavingMail) => void left.push(mail);
    await api.dataSource.query('update mails set due_at = clock_timestamp() where sent_at is null');
    await api.app.get(MailOutbox).sendDue();
    const mine = left.filter(({ to }) => to === `${follower.person.handle}@people.example`);
    expect(mine).toHaveLength(1);
    expect(JSON.stringify(left).toLowerCase()).not.toContain('quillfeather');
    expect(mine[0]?.body).toContain(REDACTED);
  });

  it('is told to whoever wrote it, and counted without a word of it', async () => {
    const told: { kind: string }[] = await api.dataSource.query(
      `select a.kind from activities a join activity_addressees d on d.activity_id = a.id where d.person_id = $1`,
      [writer.person.id],
    );
    expect(told.map(({ kind }) => kind)).toContain('text.redacted');
    const [row] = await api.dataSource.query(`select r::text as row from redactions r where kind = 'NAMED_PERSON'`);
    expect(row.row.toLowerCase()).not.toContain('quill');
  });

  it('must be more than a few letters, and stand somewhere', async () => {
    for (const [text, code] of [
      ['a b', 'TEXT_TOO_SHORT_TO_REDACT'],
      ['   ', 'TEXT_TOO_SHORT_TO_REDACT'],
      ['nowhere-to-be-found-9', 'TEXT_NOT_FOUND'],
      ['x'.repeat(501), 'TEXT_TOO_LONG_TO_REDACT'],
    ] as const) {
      expect(codesOf(await mutate(api, steward, 'redact', { text, kind: 'OTHER' }))).toEqual([code]);
    }
  });
});

describe('whichever table comes', () => {
  it('a column of words can be rewritten, or is left alone for a reason', async () => {
    const columns = await textColumns(api.reader);
    const closed: { table: string }[] = await api.dataSource.query(
      `select distinct tgrelid::regclass::text as "table" from pg_trigger where tgfoid = 'refuse_change'::regproc`,
    );
    const appendOnly = new Set(closed.map(({ table }) => table));
    expect(columns.length).toBeGreaterThan(60);
    expect(columns.some(({ table }) => appendOnly.has(table))).toBe(true);
    // As the statements that redact are written: each must be one that this database takes.
    for (const column of columns.filter(({ kind }) => kind !== 'address')) {
      const wanted = new Wanted('hardly ever written');
      const { text, values } =
        sql`update ${named(column.table)} set ${named(column.column)} = ${without(column, wanted, REDACTED)} where ${holds(column, wanted)}`;
      await api.dataSource.query(text, values);
    }
  });

  it('a log that refuses change lets words go and nothing else, and only while something is redacted', async () => {
    const { mandateId } = await aFunder(api);
    await api.dataSource.query('alter table mandate_versions disable trigger all');
    await api.dataSource.query(
      `update mandate_versions set summary = 'Ring Zebedee Quillfeather.' where mandate_id = $1`,
      [mandateId],
    );
    await api.dataSource.query('alter table mandate_versions enable trigger all');
    const change = (set: string) =>
      api.dataSource.query(`select set_config('openimpact.redacting', 'on', true); update mandate_versions set ${set}`);
    await expect(api.dataSource.query(`update mandate_versions set summary = '${REDACTED}'`)).rejects.toThrow(
      'append-only',
    );
    await expect(change(`summary = 'Something else'`)).rejects.toThrow('append-only');
    await expect(change(`summary = '${REDACTED}', version = version + 1`)).rejects.toThrow('append-only');
    expect((await mutate(api, steward, 'redact', { text: SECRET, kind: 'NAMED_PERSON' })).__typename).toBe(
      'RedactPayload',
    );
    const [row] = await api.dataSource.query('select summary from mandate_versions where mandate_id = $1', [mandateId]);
    expect(row.summary).toBe(`Ring ${REDACTED}.`);
  });

  it('a search index follows by itself', async () => {
    const loose: { column: string }[] = await api.dataSource.query(`
      select c.relname || '.' || a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'm') and a.atttypid = 'tsvector'::regtype
        and a.attgenerated = '' and not a.attisdropped`);
    expect(loose).toEqual([]);
  });

  it('an exception is of something that is there', async () => {
    const there: { name: string }[] = await api.dataSource.query(`
      select table_name as name from information_schema.columns where table_schema = 'public'
      union select column_name from information_schema.columns where table_schema = 'public'
      union select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'`);
    const names = new Set(there.map(({ name }) => name));
    expect(Object.keys(NOT_REDACTED).filter((key) => !names.has(key))).toEqual([]);
  });
});
