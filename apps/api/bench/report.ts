import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';

import type { Line } from './contest.js';

export interface Report {
  readonly command: string;
  readonly at: string;
  readonly machine: { readonly processor: string; readonly cores: number; readonly memoryGiB: number };
  readonly database: Readonly<Record<string, string>>;
  readonly size: { readonly ideas: number; readonly votes: number };
  /** The most memory the server held, in MB. */
  readonly memory?: number;
  readonly lines: readonly Line[];
}

export function machine(): Report['machine'] {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
}

export function writeJson(file: string, report: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}

/** Replaces what stands between `<!-- NAME -->` and `<!-- /NAME -->` of a page. */
export function writeInto(file: string, name: string, text: string): void {
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const page = readFileSync(file, 'utf8');
  const [start, end] = [page.indexOf(from), page.indexOf(to)];
  if (start === -1 || end === -1) throw new Error(`${file} has no place for ${from}`);
  writeFileSync(file, `${page.slice(0, start + from.length)}\n\n${text}\n\n${page.slice(end)}`);
}

/** The figures as tables, each under the command that made them. */
export function asMarkdown(report: Report): string {
  const { command, at, machine: on, database, size, memory, lines } = report;
  const figures = lines.flatMap(({ name, measured }) =>
    Object.entries(measured).map(
      ([who, { requestsPerSecond, p50, p99, serverCpu, databaseCpu, failed }], index) =>
        `| ${index === 0 ? name : ''} | ${who} | ${requestsPerSecond.toFixed(0)}${failed > 0 ? ` (${failed} failed)` : ''} | ${p50.toFixed(0)} | ${p99.toFixed(0)} | ${serverCpu.toFixed(2)} | ${databaseCpu.toFixed(2)} |`,
    ),
  );
  const targets = lines.flatMap(({ name, targets: judged }) =>
    judged.map(({ wanted, got, met }) => `| ${name} | ${wanted} | ${got} | ${met ? 'yes' : 'no'} |`),
  );
  return [
    `    ${command}`,
    '',
    `${at.slice(0, 10)}, ${on.cores} cores (${on.processor}), ${on.memoryGiB} GiB; PostgreSQL ${database['version']}, fsync ${database['fsync']}, synchronous_commit ${database['synchronous_commit']}; ${size.ideas.toLocaleString('en-GB')} ideas, ${size.votes.toLocaleString('en-GB')} votes; 32 connections; the asking program runs on the same cores.${memory === undefined ? '' : ` The server held at most ${memory} MB.`}`,
    '',
    '| case | who answers | answers a second | p50 ms | p99 ms | server CPU ms | database CPU ms |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...figures,
    '',
    '| case | wanted | measured | reached |',
    '| --- | --- | ---: | --- |',
    ...targets,
    ...whereTimeGoes(lines),
  ].join('\n');
}

/** Parts of less than this say nothing. */
const LEAST_SHARE = 0.02;

/** The profile of each case of which one was taken. */
function whereTimeGoes(lines: readonly Line[]): string[] {
  const rows = lines.flatMap(({ name, profile = [] }) =>
    profile
      .filter(({ share }) => share >= LEAST_SHARE)
      .map(({ part, share }, index) => `| ${index === 0 ? name : ''} | ${part} | ${(share * 100).toFixed(0)} % |`),
  );
  if (rows.length === 0) return [];
  return [
    '',
    'Where the time of the server’s process goes, by who wrote the function (a run of its own with the profiler on; parts of 2 % and more):',
    '',
    '| case | part | share |',
    '| --- | --- | ---: |',
    ...rows,
  ];
}
