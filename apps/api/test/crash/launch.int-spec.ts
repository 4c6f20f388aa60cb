import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { afterAll, expect, it } from '@jest/globals';

const LAUNCH = pathToFileURL(resolve(import.meta.dirname, '../../../../scripts/lib/launch.mjs')).href;
/** Takes its time to stop, as a server does, and says how often it was told to. */
const PROGRAM = `
  let told = 0;
  process.on('SIGINT', () => {
    told += 1;
    if (told === 1) setTimeout(() => { console.log('told ' + told); process.exit(0); }, 400);
  });
  setInterval(() => {}, 1_000);
  console.log('ready');`;

const folder = mkdtempSync(join(tmpdir(), 'openimpact-launch-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a product that is started with npm is told to stop once by Ctrl-C, though the launcher hears it from npm as well', async () => {
  const program = join(folder, 'program.mjs');
  writeFileSync(program, PROGRAM);
  const launcher = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { launch } from ${JSON.stringify(LAUNCH)}; process.exit(await launch(${JSON.stringify(program)}, [], process.env));`,
  ]);
  const exited = once(launcher, 'exit');
  const said: string[] = [];
  for await (const line of createInterface({ input: launcher.stdout })) {
    said.push(line);
    if (line !== 'ready') continue;
    launcher.kill('SIGINT');
    await setTimeout(50);
    launcher.kill('SIGINT');
  }
  expect(said).toEqual(['ready', 'told 1']);
  expect(await exited).toEqual([0, null]);
});
