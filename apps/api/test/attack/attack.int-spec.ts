import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import Fastify from 'fastify';

import { anApi, type TestApi } from '../support/api.js';
import { anIdea, type TestIdea } from '../support/ideas.js';
import { mutate } from '../support/mutate.js';
import { aPerson } from '../support/people.js';
import { ADDRESS_CASES } from './address-cases.js';
import type { AttackCase } from './attack-case.js';
import { DEFENCES, defencesTable } from './groups.js';
import { MORE_CASES } from './more-cases.js';
import { GRAPH_CASES } from './graph-cases.js';
import { Sessions } from '../../src/platform/auth/sessions.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { createLog, logRequests } from '../../src/platform/observability/logs.js';
import { Front } from '../../src/platform/web/front.js';

const ATTACK_CASES: readonly AttackCase[] = [...GRAPH_CASES, ...ADDRESS_CASES, ...MORE_CASES];
const API = resolve(import.meta.dirname, '../..');

let api: TestApi;
let idea: TestIdea;
let cookie: string;
let token: string;
beforeAll(async () => {
  api = await anApi();
  idea = await anIdea(api, { title: 'A warm room for everybody in winter' });
  const person = await aPerson(api);
  const set = await api.app.get(UnitOfWork).run((tx) => api.app.get(Sessions).begin(tx, person.person.id, undefined));
  cookie = set.split(';')[0]!;
  const made = await mutate(
    api,
    person,
    'createApiToken',
    { name: 'a machine', scopes: ['READ', 'CONTRIBUTE'], days: 1 },
    'secret',
  );
  token = String(made['secret']);
}, 60_000);
afterAll(async () => {
  await api.close();
});

interface Sent {
  readonly status: number;
  readonly code: string | undefined;
  readonly answer: string;
}

async function send({ as, method = 'GET', url, headers = {}, body }: AttackCase): Promise<Sent> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await api.app.inject({
    method,
    url,
    headers: {
      ...headers,
      ...(as === 'person' ? { cookie } : as === 'token' ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(text === undefined ? {} : { payload: text.replaceAll('IDEA', idea.globalId) }),
  });
  let code: string | undefined;
  try {
    const said = JSON.parse(answer.body) as { code?: string; errors?: { extensions?: { code?: string } }[] };
    code = said.errors?.[0]?.extensions?.code ?? said.code;
  } catch {
    code = undefined;
  }
  return { status: answer.statusCode, code, answer: `${JSON.stringify(answer.headers)}\n${answer.body}` };
}

it('has at least one hundred and fifty cases, each its own', () => {
  expect(ATTACK_CASES.length).toBeGreaterThanOrEqual(150);
  expect(new Set(ATTACK_CASES.map(({ what }) => what)).size).toBe(ATTACK_CASES.length);
});

it('answers every one of them as it should, and is whole afterwards', async () => {
  const before = await counts();
  const faults: string[] = [];
  for (const attack of ATTACK_CASES) {
    const began = Date.now();
    const { status, code, answer } = await send(attack);
    const { expect: wanted } = attack;
    if (!wanted.status.includes(status)) faults.push(`${attack.what}: status ${status}, ${answer.slice(-200)}`);
    if (wanted.code !== undefined && code !== wanted.code)
      faults.push(`${attack.what}: code ${code}, ${answer.slice(-200)}`);
    for (const word of wanted.never ?? [])
      if (answer.includes(word)) faults.push(`${attack.what}: answered with ${word}`);
    if (Date.now() - began > 5_000) faults.push(`${attack.what}: took ${Date.now() - began} ms`);
  }
  expect(faults).toEqual([]);
  expect(await counts()).toEqual(before);
  expect((await api.app.inject({ url: '/health/live' })).statusCode).toBe(200);
}, 120_000);

it('holds against every kind of attack by a case or a test that is there', () => {
  const missing: string[] = [];
  for (const [kind, { cases = [], tests = [] }] of Object.entries(DEFENCES)) {
    if (cases.length + tests.length === 0) missing.push(`nothing holds against ${kind}`);
    for (const begins of cases)
      if (!ATTACK_CASES.some(({ what }) => what.startsWith(begins))) missing.push(`${kind}: no case ${begins}`);
    for (const [file, title] of tests)
      if (!readFileSync(resolve(API, file), 'utf8').includes(`'${title}'`)) missing.push(`${kind}: no test ${title}`);
  }
  expect(missing).toEqual([]);
  const belongs = (what: string) =>
    Object.values(DEFENCES).some(({ cases }) => cases?.some((begins) => what.startsWith(begins)));
  expect(ATTACK_CASES.filter(({ what }) => !belongs(what)).map(({ what }) => what)).toEqual([]);
});

it('is what docs/security.md says', () => {
  const file = resolve(API, '../../docs/security.md');
  const [before = '', rest = ''] = readFileSync(file, 'utf8').split(/(?<=<!-- defences: .* -->\n)/);
  const [written = '', after = ''] = rest.split(/(?=<!-- end of defences -->)/);
  const table = defencesTable(ATTACK_CASES.map(({ what }) => what));
  if (process.env['WRITE_REFERENCE']) writeFileSync(file, `${before}\n${table}\n${after}`);
  const shape = (text: string): string => text.replaceAll(/[ -]+/g, ' ').trim();
  expect(shape(written)).toBe(shape(table));
});

it('writes one line a request, with nothing in it that somebody sent', async () => {
  const written: string[] = [];
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    jest.spyOn(process[stream], 'write').mockImplementation((text) => written.push(String(text)) > 0),
  );
  const fastify = Fastify();
  const front = new Front();
  front.watch(fastify);
  logRequests(front);
  fastify.get('/found/:what', async () => 'ok');
  const planted = '%0A%7B%22level%22%3A%22fatal%22%7D';
  await fastify.inject({
    url: `/found/${planted}?q=${planted}`,
    headers: { 'x-request-id': 'planted', referer: 'planted' },
  });
  await fastify.inject({ url: `/nowhere/${planted}`, headers: { 'user-agent': 'planted\u001b[31m' } });
  createLog().error({ message: 'A fault.', fault: 'it said\n{"level":"fatal","planted":true}' });
  const linesNow = () => written.join('').trimEnd().split('\n');
  // Those about requests are written ten times a second.
  for (let turn = 0; turn < 50 && linesNow().length < 3; turn += 1) await setTimeout(20);
  for (const spy of spies) spy.mockRestore();
  await fastify.close();
  const lines = linesNow();
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(JSON.parse(line)).not.toMatchObject({ level: 'fatal' });
  const aboutRequests = lines.filter((line) => line.includes('"context":"Request"'));
  expect(aboutRequests).toHaveLength(2);
  expect(aboutRequests.join()).not.toMatch(/planted|fatal/);
});

/** What no attack may add to. */
async function counts(): Promise<unknown> {
  const [row] = await api.dataSource.query(`
    select (select count(*) from people)::int as people, (select count(*) from organisations)::int as organisations, (select count(*) from ideas)::int as ideas,
      (select count(*) from comments)::int as comments, (select count(*) from votes)::int as votes, (select count(*) from gate_policies)::int as policies,
      (select count(*) from people where steward or safeguarding)::int as stewards`);
  return row;
}
