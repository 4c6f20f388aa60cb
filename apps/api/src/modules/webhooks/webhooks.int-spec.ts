import { createHmac } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea, voteAsk } from '../../../test/support/ideas.js';
import { anInternet, PUBLIC, type TestInternet } from '../../../test/support/internet.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { AddComment } from '../discussion/index.js';
import { CastVote } from '../support/index.js';

interface Sent {
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

let api: TestApi;
let internet: TestInternet;
const sent: Sent[] = [];
let status = 200;

beforeAll(async () => {
  internet = await anInternet(['crm.example']);
  internet.at.set('crm.example/hook', (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      sent.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(status).end();
    });
  });
  api = await anApi({}, {}, internet.outgoing());
});
afterAll(async () => {
  await api.close();
  await internet.close();
});
beforeEach(async () => {
  await api.tail.tick();
  await api.dataSource.query('delete from webhooks');
  internet.dialled.length = 0;
  internet.names.clear();
  sent.length = 0;
  status = 200;
});

interface Created {
  readonly webhook?: { readonly id: string };
  readonly secret?: string;
  readonly requirements?: readonly { readonly code: string }[];
}

async function create(viewer: SignedInViewer, input: Record<string, unknown> = {}): Promise<Created> {
  const { data, errors } = await api.as(viewer).graphql<{ createWebhook: Created }>(
    `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { __typename
       ... on CreateWebhookPayload { webhook { id } secret } ... on Refusal { requirements { code } } } }`,
    { input: { address: 'https://crm.example/hook', ...input } },
  );
  expect(errors).toEqual([]);
  return data.createWebhook;
}

/** What was sealed is looked for and sent, also what waits to be tried again. */
async function deliver(): Promise<void> {
  await api.tail.tick();
  for (let round = 0; round < 2; round += 1) {
    await api.dataSource.query(`update webhooks set due_at = clock_timestamp()`);
    await api.dataSource.query(`update graphile_worker._private_jobs set run_at = now()`);
    await api.jobs.runDue();
  }
}

const typesOf = (all: readonly Sent[]) => all.map(({ body }) => (JSON.parse(body) as { type: string }).type);

it('tells a program what happened, in order, signed so that it can know the sender and refuse a repetition', async () => {
  const viewer = await aPerson(api);
  const { secret = '' } = await create(viewer);
  const first = await anIdea(api, { title: 'A bench by the bus stop' });
  await anIdea(api);
  await deliver();

  expect(typesOf(sent)).toEqual(['idea.logged', 'idea.logged']);
  const [message] = sent;
  const id = String(message?.headers['webhook-id']);
  const timestamp = String(message?.headers['webhook-timestamp']);
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${message?.body}`).digest('base64');
  expect(message?.headers['webhook-signature']).toBe(`v1,${signature}`);
  expect(Math.abs(Date.now() / 1_000 - Number(timestamp))).toBeLessThan(60);
  expect(JSON.parse(message?.body ?? '')).toMatchObject({
    data: { id, subjectName: 'A bench by the bus stop', url: expect.stringContaining(`/ideas/${first.slug}`) },
  });
  await deliver();
  expect(sent).toHaveLength(2);
});

it('tells only of what it asked for, and never a vote or what is private', async () => {
  const idea = await anIdea(api);
  const other = await anIdea(api);
  await api.tail.tick();
  await create(await aPerson(api), { aboutId: idea.globalId });
  const comment = { answersId: null, stance: null, perspective: 'PUBLIC' } as const;
  const writer = await aPerson(api);
  await api.app.get(CastVote).execute(writer, voteAsk(idea.id, { shownAs: 'NAME' }));
  for (const [{ id }, shownAs] of [
    [idea, 'NAME'],
    [idea, 'NAME_WITHHELD'],
    [other, 'NAME'],
  ] as const) {
    await api.app.get(AddComment).execute(writer, { ...comment, ideaId: id, body: 'Marigold House.', shownAs });
  }
  await deliver();
  expect(typesOf(sent)).toEqual(['comment.added']);
  expect(sent[0]?.body).not.toContain('Marigold');
});

it('tries again with the same id until it is answered, and goes on from there', async () => {
  await create(await aPerson(api));
  status = 503;
  await anIdea(api);
  await anIdea(api);
  await api.tail.tick();
  await api.dataSource.query(`update graphile_worker._private_jobs set run_at = now()`);
  await api.jobs.runDue();
  const [{ attempts, waits }] = await api.dataSource.query(
    'select attempts, due_at > clock_timestamp() as waits from webhooks',
  );
  expect([attempts, waits, sent.length]).toEqual([1, true, 1]);
  status = 204;
  await deliver();
  const ids = sent.map(({ headers }) => headers['webhook-id']);
  expect(ids[1]).toBe(ids[0]);
  expect(new Set(ids).size).toBe(2);
});

it('gives up after three days without an answer, and tells its owner', async () => {
  const viewer = await aPerson(api);
  await create(viewer);
  await api.dataSource.query('update webhooks set attempts = 15');
  status = 500;
  await anIdea(api);
  await deliver();
  const [{ stopped }] = await api.dataSource.query('select stopped_at is not null as stopped from webhooks');
  expect(stopped).toBe(true);
  await deliver();
  const { data } = await api
    .as(viewer)
    .graphql<{ viewer: unknown }>('{ viewer { notifications(first: 5) { nodes { kind } } webhooks { stoppedAt } } }');
  expect(data.viewer).toMatchObject({ notifications: { nodes: [{ kind: 'webhook.stopped' }] } });
});

it('reaches nothing inside: what a name leads to is checked at each sending', async () => {
  await create(await aPerson(api));
  internet.names.set('crm.example', [['10.0.0.8']]);
  await anIdea(api);
  await deliver();
  expect([sent.length, internet.dialled]).toEqual([0, []]);
  internet.names.set('crm.example', [[PUBLIC]]);
  await deliver();
  expect(sent).toHaveLength(1);
});

it('is refused at an address without encryption, and for a kind that does not exist; nothing is kept', async () => {
  const viewer = await aPerson(api);
  const { requirements = [] } = await create(viewer, {
    address: 'http://crm.example/hook',
    kinds: ['idea.loged', 'vote.cast'],
  });
  expect(requirements.map(({ code }) => code)).toEqual(['WEBHOOK_ADDRESS_NOT_HTTPS', 'WEBHOOK_KIND_UNKNOWN']);
  expect(await api.dataSource.query('select 1 from webhooks')).toEqual([]);
});

it('is its owner’s alone: nobody else sees or ends it, and its secret is shown once and stored nowhere', async () => {
  const [viewer, other] = [await aPerson(api), await aPerson(api)];
  const { webhook, secret = '' } = await create(viewer);
  const ends = (who: SignedInViewer) =>
    api.as(who).graphql('mutation ($input: DeleteWebhookInput!) { deleteWebhook(input: $input) { __typename } }', {
      input: { webhookId: webhook?.id },
    });
  for (const who of [other, nobody]) {
    const { data } = await api.as(who).graphql<{ node: unknown }>(`{ node(id: "${webhook?.id}") { id } }`);
    expect(data.node).toBeNull();
  }
  expect((await ends(other)).errors[0]?.extensions?.code).toBe('NOT_FOUND');
  const rows: { row: string }[] = await api.dataSource.query('select w::text as row from webhooks w');
  expect(rows).toHaveLength(1);
  expect(rows[0]?.row).not.toContain(secret.slice(6, 20));
  expect((await ends(viewer)).errors).toEqual([]);
  expect(await api.dataSource.query('select 1 from webhooks')).toEqual([]);
});
