// Where the processor's time goes in the server while it answers: its own profile, summed up by who wrote the function.
import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

/** Part of the time the server was busy, of 1. */
export interface Share {
  readonly part: string;
  readonly share: number;
}

interface Frame {
  readonly functionName: string;
  readonly url: string;
}
export interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[];
  readonly samples?: readonly number[] | undefined;
  readonly timeDeltas?: readonly number[] | undefined;
}

/** Profiles this process when it is told to: `start`, and `stop` with the file the profile is written to. */
export function profileWhenTold(): void {
  const session = new Session();
  process.on('message', (told: { readonly profile?: 'start' | 'stop'; readonly file?: string }) => {
    if (told.profile === undefined) return;
    void (async () => {
      if (told.profile === 'start') {
        session.connect();
        await session.post('Profiler.enable');
        await session.post('Profiler.start');
        process.send?.('started');
      } else {
        const { profile } = await session.post('Profiler.stop');
        session.disconnect();
        if (told.file !== undefined) writeFileSync(told.file, JSON.stringify(profile));
        process.send?.(sharesOf(profile));
      }
    })();
  });
}

export function profileFile(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name.replaceAll(/[^\p{L}\d]+/gu, '-')}.cpuprofile`);
}

/** Parts of the busy time, largest first. */
export function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profile): readonly Share[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parts = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id);
    // The profiler’s own work is nobody’s.
    if (frame === undefined || frame.functionName === '(idle)' || frame.url === 'node:inspector') continue;
    const time = timeDeltas[index] ?? 0;
    busy += time;
    const part = partOf(frame);
    parts.set(part, (parts.get(part) ?? 0) + time);
  }
  return [...parts]
    .map(([part, time]) => ({ part, share: time / (busy || 1) }))
    .toSorted((one, other) => other.share - one.share);
}

const NATIVE: readonly (readonly [RegExp, string])[] = [
  [/^\(garbage collector\)$/, 'garbage collection'],
  [/^(writev|write\w*String|writeBuffer|read|onread|shutdown|readStart)$/i, 'reading from and writing to sockets'],
  [/^(parse|stringify)$/, 'JSON'],
];

function partOf({ functionName, url }: Frame): string {
  const library = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (library !== undefined) return /^pg($|-)/.test(library) ? 'pg' : library;
  if (url.startsWith('node:')) return /http/.test(url) ? 'Node.js: HTTP' : 'Node.js: streams, events, timers';
  if (url !== '') return `ours: ${/\/src\/(\w+\/[\w-]+)/.exec(url)?.[1] ?? 'else'}`;
  return NATIVE.find(([pattern]) => pattern.test(functionName))?.[1] ?? 'compiled documents and native code';
}
