import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { assertNodeCanRunScripts } from './node.mjs';
import { API_MAIN, CACHE, ROOT } from './paths.mjs';
import { step } from './progress.mjs';
import { run, toolEnvironment } from './run.mjs';
import { Trouble } from './trouble.mjs';

const PNPM = 'pnpm@12.21.0';
const INSTALL_STAMP = join(ROOT, 'node_modules/.openimpact-install');

/** Brings the working copy to where the product can run: installed and built. Does nothing, and says nothing, when it is. */
export async function prepare() {
  assertNodeCanRunScripts();
  await install();
  await build();
}

/** Installs what the lockfile names, when it changed since the last time. */
export async function install() {
  const wanted = fingerprint(
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => join(ROOT, name)),
    process.arch,
  );
  if (readStamp(INSTALL_STAMP) === wanted && isWhole()) return;
  const words = existsSync(join(ROOT, 'node_modules'))
    ? 'Installing what changed'
    : 'Installing (once, some minutes; needs the internet)';
  const { code, output } = await step(words, (note) =>
    run(`npx -y ${PNPM} install --frozen-lockfile --reporter=append-only --config.confirmModulesPurge=false`, {
      onLine: note,
    }),
  );
  if (code !== 0) throw new Trouble(`${lastLines(output, 25)}\n\n${installAdvice(output)}`);
  writeStamp(INSTALL_STAMP, wanted);
}

/** A folder of dependencies that somebody deleted is put back, whatever the stamp says. */
function isWhole() {
  return ['apps', 'packages'].every((folder) =>
    readdirSync(join(ROOT, folder)).every((name) => {
      const manifest = join(ROOT, folder, name, 'package.json');
      if (!existsSync(manifest)) return true;
      const { dependencies, devDependencies } = JSON.parse(readFileSync(manifest, 'utf8'));
      return (!dependencies && !devDependencies) || existsSync(join(dirname(manifest), 'node_modules'));
    }),
  );
}

function installAdvice(output) {
  if (/EACCES|EROFS|EPERM/.test(output)) {
    return `The install cannot write to ${ROOT}. Make the folder writable for this user and try again.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output)) {
    return 'The install needs the npm registry, which did not answer. Check the connection and try again: it goes on where it stopped.';
  }
  if (/ENOSPC/.test(output)) return 'The disk is full. Make room for about 1.5 GB and try again.';
  return 'The install failed; the lines above say why. Running the same command again goes on where it stopped.';
}

/** Builds server and pages, each when its sources changed since it was built. */
export async function build() {
  const server = sources(['packages', 'apps/api']);
  const serverStamp = fingerprint(server, readFileSync(join(ROOT, 'tsconfig.base.json')));
  const stampFile = join(CACHE, 'built-server');
  if (!existsSync(API_MAIN) || readStamp(stampFile) !== serverStamp) {
    await step('Building the server', async () => {
      for (const folder of ['packages', 'apps']) dropOrphans(join(ROOT, folder));
      await must('tsc -b', ROOT);
    });
    writeStamp(stampFile, serverStamp);
  }

  const web = join(ROOT, 'apps/web');
  const webStamp = fingerprint(
    [...sources(['apps/web', 'packages/domain']), join(ROOT, 'apps/api/schema.graphql')],
    readFileSync(join(ROOT, 'pnpm-lock.yaml')),
  );
  const webStampFile = join(CACHE, 'built-web');
  if (!existsSync(join(web, 'dist')) || readStamp(webStampFile) !== webStamp) {
    const { scripts } = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8'));
    await step('Building the pages', () => must(scripts.build, web));
    writeStamp(webStampFile, webStamp);
  }
}

async function must(line, cwd) {
  const { code, output } = await run(line, { cwd, env: toolEnvironment() });
  if (code !== 0)
    throw new Trouble(`${lastLines(output, 40)}\n\nThe build failed; the lines above say where (${line}).`);
}

/** Every file the built product is made from: tests and what the build itself writes are not among them. */
function sources(folders) {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!['node_modules', 'dist', 'gql', 'test', 'testing', 'coverage'].includes(entry.name)) walk(path);
      } else if (
        /\.(ts|tsx|mjs|json|css|html|svg|po|graphql)$/.test(entry.name) &&
        !/\.(spec|int-spec|test)\.tsx?$/.test(entry.name)
      ) {
        found.push(path);
      }
    }
  };
  for (const folder of folders) walk(join(ROOT, folder));
  return found.filter((path) => relative(ROOT, path) !== 'apps/api/schema.graphql').sort((a, b) => (a < b ? -1 : 1));
}

/** Built files whose source is gone would still be loaded: a migration that was renamed would run twice. */
function dropOrphans(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const dist = join(folder, entry.name, 'dist');
    if (!entry.isDirectory() || !existsSync(join(dist, '.tsbuildinfo'))) continue;
    const rootDir = existsSync(join(dist, 'src')) ? join(folder, entry.name) : join(folder, entry.name, 'src');
    for (const name of readdirSync(dist, { recursive: true })) {
      const source = join(rootDir, name).replace(/\.(d\.ts|js)(\.map)?$/, '');
      const isOutput = /\.(d\.ts|js)(\.map)?$/.test(name);
      if (isOutput && !existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`))
        rmSync(join(dist, name), { force: true });
    }
  }
}

function fingerprint(files, ...more) {
  const hash = createHash('sha256');
  for (const file of files) {
    if (!existsSync(file)) continue;
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  for (const part of more) hash.update(part);
  return hash.digest('hex');
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${stamp}\n`);
}

function lastLines(output, count) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
