import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';

/** A browser that can be started as it is. */
export interface Chromium {
  readonly path: string;
  /** The environment to start it in. */
  readonly environment: Record<string, string>;
}

const CACHE = resolve(import.meta.dirname, '../../../.cache');
const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * The browser of the journeys: the one named by `CHROMIUM_PATH`, else the one that the install brought (Linux x64),
 * else one of this machine. Nothing is installed.
 *
 * @throws when there is none, saying what to do.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file.`);
    return { path: named, environment: environment({}) };
  }
  if (process.platform === 'linux' && process.arch === 'x64') return unpacked();
  const found = SYSTEM_NAMES.flatMap((name) =>
    (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)),
  ).find((path) => existsSync(path));
  if (found) return { path: found, environment: environment({}) };
  throw new Error('No Chromium comes for this kind of machine. Install one, or set CHROMIUM_PATH to its program.');
}

/** The browser inside the npm package, unpacked once a version. */
async function unpacked(): Promise<Chromium> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = createRequire(import.meta.url)(join(dirname(dirname(entry)), 'package.json')) as {
    version: string;
  };
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(dirname(dirname(entry)), 'bin'), folder);

  const path = join(folder, 'chromium');
  const libraries = join(folder, 'al2023/lib');
  return {
    path,
    environment: environment({
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      ...(lacksLibraries(path) ? { LD_LIBRARY_PATH: libraries } : {}),
    }),
  };
}

async function unpack(archives: string, folder: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const draft = `${folder}.${process.pid}`;
  const { TMPDIR: before } = process.env;
  await mkdir(draft, { recursive: true });
  // The package unpacks into the system's folder for temporary files and nowhere else.
  process.env['TMPDIR'] = draft;
  try {
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(archives, name));
    }
    await writeFile(join(draft, 'fonts.conf'), fontsConfiguration(folder));
    await rename(draft, folder);
  } catch (error) {
    // Another run was faster: its copy is as good.
    if (!existsSync(folder)) throw error;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await rm(draft, { recursive: true, force: true });
  }
}

/** The package's own names a folder below /tmp; without any font the browser ends at the first letter. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}

function lacksLibraries(program: string): boolean {
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' });
  return stdout === null || stdout.includes('not found');
}

function environment(extra: Record<string, string>): Record<string, string> {
  const known = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(known), ...extra };
}
