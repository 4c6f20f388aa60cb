import { existsSync, readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { aDataDir } from '../../../test/support/data-dir.js';
import { aDocx, aJpeg, aPdf, aPng, aTrap, aWebp, HIDDEN } from '../../../test/support/files.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Uploads } from './index.js';

let api: TestApi;
let sender: SignedInViewer;
const folder = aDataDir();
beforeAll(async () => {
  api = await anApi({ OPENIMPACT_DATA_DIR: folder });
  sender = await aPerson(api);
});
afterAll(async () => {
  await api.close();
});

interface Asked {
  readonly uploadId: string;
  readonly address: string;
}

async function ask(name: string, bytes: number, more: Record<string, unknown> = {}) {
  const { data, errors } = await api
    .as(sender)
    .graphql<{ requestUpload: Asked & { requirements?: { code: string; message: string }[] } }>(
      `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) {
        ... on RequestUploadPayload { uploadId address } ... on Refusal { requirements { code message } } } }`,
      { input: { name, bytes: String(bytes), ...more } },
    );
  expect(errors).toEqual([]);
  return data.requestUpload;
}

async function put(address: string, payload: Buffer, headers: Record<string, string> = {}) {
  const answer = await api.app.inject({ method: 'PUT', url: address, payload, headers });
  return {
    status: answer.statusCode,
    ...answer.json<{
      upload?: { removed: string[]; suspicions: unknown[] };
      requirements?: { message: string; code: string }[];
    }>(),
  };
}

async function sent(name: string, content: Buffer, more: Record<string, unknown> = {}) {
  const { uploadId, address } = await ask(name, content.length, more);
  return { uploadId, answer: await put(address, content) };
}

const PICTURE = { kind: 'PICTURE', description: 'Tea on a table', peopleShown: 'NOBODY' };
const idOf = (uploadId: string) => uploadId.replace('upload_', '');
const kept = async (uploadId: string): Promise<Buffer> => {
  const answer = await api.app.inject({ url: `/files/${idOf(uploadId)}/x` });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
};
const attach = (uploadId: string, personalDataChecked = true, viewer = sender) =>
  api.app.get(UnitOfWork).run((tx) =>
    api.app.get(Uploads).attach(tx, viewer, {
      uploadIds: [uploadId],
      kind: 'FILE',
      most: 5,
      path: ['input', 'uploadIds'],
      personalDataChecked,
    }),
  );
const publish = async (uploadId: string) =>
  api.dataSource.query('update uploads set attached_at = app_now() where id = $1', [idOf(uploadId)]);
const filesOnDisk = () =>
  existsSync(join(folder, 'files'))
    ? readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length
    : 0;

describe('what a file says about who made it is gone before it is kept', () => {
  it.each([
    ['photo.jpg', () => aJpeg(), ['PLACE_AND_CAMERA', 'AUTHOR_AND_DATES', 'DATA_AFTER_THE_END']],
    ['drawing.png', () => aPng(), ['AUTHOR_AND_DATES', 'PLACE_AND_CAMERA', 'DATA_AFTER_THE_END']],
    ['small.webp', () => aWebp(), ['PLACE_AND_CAMERA', 'AUTHOR_AND_DATES']],
  ])('%s', async (name, make, removed) => {
    const { uploadId, answer } = await sent(name, make(), PICTURE);
    expect(answer).toMatchObject({ status: 200, upload: { removed } });
    await publish(uploadId);
    const bytes = await kept(uploadId);
    for (const word of HIDDEN) expect(bytes.includes(word)).toBe(false);
  });

  it('a photograph keeps which way up it was taken', async () => {
    const { uploadId } = await sent('turned.jpg', aJpeg(), PICTURE);
    await publish(uploadId);
    expect((await kept(uploadId)).includes(Buffer.from('0112000300000001000600', 'hex'))).toBe(true);
  });

  it('a document, the photographs in it and the names beside its changes', async () => {
    const { uploadId, answer } = await sent('report.docx', aDocx('What we heard'));
    expect(answer.upload?.removed.toSorted()).toEqual(
      ['AUTHOR_AND_DATES', 'DATA_AFTER_THE_END', 'NAMES_AT_COMMENTS', 'PLACE_AND_CAMERA', 'PREVIEW_PICTURE'].toSorted(),
    );
    await publish(uploadId);
    const parts = unzipSync(await kept(uploadId));
    const whole = Buffer.concat(Object.values(parts));
    for (const word of HIDDEN) expect(whole.includes(word)).toBe(false);
    expect(Object.keys(parts)).not.toContain('docProps/thumbnail.jpeg');
    expect(whole.includes('thumbnail')).toBe(false);
    expect(whole.includes('What we heard')).toBe(true);
  });

  it('a PDF', async () => {
    const { uploadId, answer } = await sent('report.pdf', await aPdf('What we heard'));
    expect(answer).toMatchObject({ status: 200, upload: { removed: ['AUTHOR_AND_DATES'], suspicions: [] } });
    await publish(uploadId);
    const bytes = await kept(uploadId);
    for (const word of HIDDEN) expect(bytes.includes(word)).toBe(false);
  });
});

describe('personal data', () => {
  it.each([
    ['letter.docx', () => aDocx('Write to alma.smith@example.org')],
    ['letter.pdf', () => aPdf('Write to alma.smith@example.org')],
    ['letter.txt', () => Buffer.from(`${'word '.repeat(10_000)} alma.smith@example.org`)],
  ])('is found wherever it stands in %s, told to who sent it, and kept nowhere', async (name, make) => {
    const { uploadId, answer } = await sent(name, await make());
    expect(answer.upload?.suspicions).toEqual([{ kind: 'EMAIL', found: 'alma.smith@example.org' }]);
    const [row] = await api.dataSource.query('select u::text as all from uploads u where id = $1', [idOf(uploadId)]);
    expect(row.all).not.toContain('alma.smith');
    const refused = await attach(uploadId, false);
    expect(refused).toMatchObject({ ok: false, reasons: [{ code: 'PERSONAL_DATA_IN_FILE', kinds: ['EMAIL'] }] });
    expect((await api.app.inject({ url: `/files/${idOf(uploadId)}/x` })).statusCode).toBe(404);
    expect((await attach(uploadId)).ok).toBe(true);
  });
});

describe('a file that is not what it should be leaves nothing behind', () => {
  it.each([
    [
      'a page where a table was promised',
      'table.csv',
      () => Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>'),
      'FILE_NOT_ITS_NAME',
    ],
    ['a photograph called a PDF', 'report.pdf', () => aJpeg(), 'FILE_NOT_ITS_NAME'],
    ['a document called a table', 'sums.xlsx', () => aDocx('x'), 'FILE_NOT_ITS_NAME'],
    ['a program called a text', 'notes.txt', () => Buffer.from([0x4d, 0x5a, 0, 0, 1]), 'FILE_NOT_ITS_NAME'],
    ['half a JSON', 'data.json', () => Buffer.from('{"a": '), 'FILE_NOT_ITS_NAME'],
    ['a trap that becomes 3 GB', 'trap.docx', () => aTrap(3_000_000_000), 'FILE_CANNOT_BE_CLEANED'],
    [
      'a document with macros',
      'macro.docx',
      () => aDocx('x', { 'word/vbaProject.bin': new Uint8Array(8) }),
      'FILE_CANNOT_BE_CLEANED',
    ],
    [
      'a document with a file inside',
      'inside.docx',
      () => aDocx('x', { 'word/embeddings/oleObject1.bin': new Uint8Array(8) }),
      'FILE_CANNOT_BE_CLEANED',
    ],
    ['half a PDF', 'half.pdf', () => Buffer.from('%PDF-1.7\n1 0 obj'), 'FILE_CANNOT_BE_CLEANED'],
    [
      'a picture as large as a field',
      'huge.png',
      () => aPng({ width: 60_000, height: 60_000 }),
      'FILE_CANNOT_BE_CLEANED',
    ],
  ])('%s', async (_, name, make, code) => {
    const before = filesOnDisk();
    const { uploadId, answer } = await sent(name, make());
    expect(answer).toMatchObject({ status: 422, requirements: [{ code }] });
    expect(filesOnDisk()).toBe(before);
    expect((await attach(uploadId)).ok).toBe(false);
  });

  it('is cut where it becomes more than it says', async () => {
    const { uploadId, answer } = await sent('trap.docx', aTrap(10));
    expect(answer.status).toBe(200);
    await publish(uploadId);
    expect(unzipSync(await kept(uploadId))['word/media/big.emf']).toHaveLength(10);
  });

  it('is refused by name and size before it travels', async () => {
    expect((await ask('../../etc/passwd', 10)).requirements?.map(({ code }) => code)).toContain('FILE_NAME_NOT_SAFE');
    expect((await ask('film.csv', 5_000_000_000)).requirements).toMatchObject([
      { code: 'FILE_TOO_LARGE', message: expect.stringContaining('too large') },
    ]);
  });

  it('does not grow beyond what was announced', async () => {
    const { address } = await ask('small.txt', 10);
    expect(await put(address, Buffer.from('much more than ten bytes'))).toMatchObject({
      status: 422,
      requirements: [{ code: 'FILE_NOT_AS_ANNOUNCED' }],
    });
  });
});

describe('the address to send to', () => {
  it('works once, and an unknown one never', async () => {
    const { address } = await ask('note.txt', 4);
    expect((await put(address, Buffer.from('once'))).status).toBe(200);
    expect((await put(address, Buffer.from('more'))).status).toBe(404);
    expect((await put('/uploads/nothing', Buffer.from('more'))).status).toBe(404);
  });

  it('works once more when the line was cut', async () => {
    const { address } = await ask('long.txt', 1_000_000);
    const { port } = await listening();
    const line = httpRequest({ port, method: 'PUT', path: address, headers: { 'content-length': '1000000' } });
    line.on('error', () => undefined);
    line.write(Buffer.alloc(1_000, 'a'));
    await waitUntil(async () => (await stateOf('long.txt')) === 'RECEIVING');
    line.destroy();
    await waitUntil(async () => (await stateOf('long.txt')) === 'WAITING');
    expect((await put(address, Buffer.alloc(1_000_000, 'a'))).status).toBe(200);
  });

  it('is over after a day, and what nobody made anything of is gone with it', async () => {
    const { uploadId } = await sent('forgotten.txt', Buffer.from('words'));
    const before = filesOnDisk();
    await api.moveClock(25 * 60);
    await api.app.get(UnitOfWork).run((tx) => api.app.get(Uploads).tidy(tx));
    await api.jobs.runDue();
    expect(filesOnDisk()).toBeLessThan(before);
    expect((await attach(uploadId)).ok).toBe(false);
  });
});

describe('a file', () => {
  it('is seen by nobody but who sent it until it is part of something', async () => {
    const { uploadId } = await sent('mine.txt', Buffer.from('words'));
    const stranger = await aPerson(api);
    const look = (viewer: SignedInViewer) =>
      api
        .as(viewer)
        .graphql<{ node: { name: string } | null }>(
          'query ($id: ID!) { node(id: $id) { ... on Upload { name address } } }',
          { id: uploadId },
        );
    expect((await look(sender)).data.node).toMatchObject({ name: 'mine.txt' });
    expect((await look(stranger)).data.node).toBeNull();
    expect((await attach(uploadId, true, stranger)).ok).toBe(false);
    expect((await attach(uploadId)).ok).toBe(true);
    expect((await look(stranger)).data.node).toMatchObject({ name: 'mine.txt' });
  });

  it('belongs to one thing', async () => {
    const { uploadId } = await sent('once.txt', Buffer.from('words'));
    expect((await attach(uploadId)).ok).toBe(true);
    expect(await attach(uploadId)).toMatchObject({ reasons: [{ code: 'UPLOAD_NOT_READY' }] });
  });

  it('runs nothing in a browser, whatever is in it', async () => {
    const { uploadId } = await sent('b’ad "name.txt'.replaceAll('"', ''), Buffer.from('words'));
    await publish(uploadId);
    const { headers } = await api.app.inject({ url: `/files/${idOf(uploadId)}/anything.html` });
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="b_ad name\.txt"; filename\*=UTF-8''b%E2%80%99ad%20name\.txt$/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(headers['content-security-policy']).toContain(`default-src 'none'`);
  });

  it('that was taken away is not given out, and its bytes are gone', async () => {
    const { uploadId } = await sent('gone.txt', Buffer.from('words'));
    await publish(uploadId);
    const before = filesOnDisk();
    await api.app.get(UnitOfWork).run((tx) => api.app.get(Uploads).remove(tx, [idOf(uploadId)]));
    await api.jobs.runDue();
    expect((await api.app.inject({ url: `/files/${idOf(uploadId)}/x` })).statusCode).toBe(404);
    expect(filesOnDisk()).toBe(before - 1);
  });
});

let port: number | undefined;
async function listening(): Promise<{ port: number }> {
  if (port === undefined) {
    await api.app.getHttpAdapter().getInstance().listen({ port: 0, host: '127.0.0.1' });
    port = (api.app.getHttpServer().address() as { port: number }).port;
  }
  return { port };
}

async function stateOf(name: string): Promise<string> {
  const [row] = await api.dataSource.query('select state from uploads where name = $1', [name]);
  return row.state;
}

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100 && !(await holds()); attempt += 1) await new Promise((go) => setTimeout(go, 20));
}
