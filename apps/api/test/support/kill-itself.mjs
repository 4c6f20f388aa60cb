// A server of its own that carries out one use case and kills itself on the way. See killed-process.ts.
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

import { ModulesContainer } from '@nestjs/core';

const built = (file) => import(resolve(import.meta.dirname, '../../dist/src', file));
const { connect, Reader } = await built('platform/database/index.js');
const { parseConfig } = await built('platform/config/index.js');
const { TrustedDocuments } = await built('platform/graphql/trusted-documents.js');
const { Jobs } = await built('platform/jobs/index.js');
const { LiveUpdates } = await built('platform/live/index.js');
const { Tail } = await built('platform/tail/index.js');
const { createServer } = await built('server.js');

const { url, useCase, viewer, command, at } = JSON.parse(await text(process.stdin), (_key, value) =>
  value && typeof value === 'object' && '$bigint' in value ? BigInt(value.$bigint) : value,
);
const dataSource = await connect(url, 4);
const reader = Reader.connect(url, 2);
const app = await createServer(
  {
    config: parseConfig({ OPENIMPACT_SECRET: 'a secret for tests that is long enough' }),
    dataSource,
    reader,
    tail: new Tail(url),
    jobs: new Jobs(url),
    live: new LiveUpdates(url, reader),
    trusted: TrustedDocuments.of({}),
  },
  { quiet: true },
);

const client = await dataSource.driver.master.connect();
const prototype = Object.getPrototypeOf(client);
client.release();
const { query } = prototype;
let mine = null;
let seen = 0;
prototype.query = function killing(...args) {
  const asked = typeof args[0] === 'string' ? args[0] : (args[0]?.text ?? '');
  const answer = query.apply(this, args);
  if (mine === null && /^start transaction/i.test(asked)) mine = this;
  if (mine !== this) return answer;
  seen += 1;
  if (seen < at && !/^commit/i.test(asked)) return answer;
  return answer.then(() => process.kill(process.pid, 'SIGKILL'));
};

const instance = [...app.get(ModulesContainer).values()]
  .flatMap((module) => [...module.providers.values()])
  .map((provider) => provider.instance)
  .find((one) => one?.constructor?.name === useCase);
if (!instance) throw new Error(`There is no use case ${useCase}.`);
await instance.execute(viewer, command);
process.exit(3);
