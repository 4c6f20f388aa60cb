import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { IDEA_COLUMNS, THEMES, VOTE_COLUMNS, type ColumnRule, type RowFault } from '@openimpact/domain';

import {
  ImportComponent,
  ImportIdeas,
  type ImportOptions,
  ImportPolis,
  type ImportReport,
  ImportVotes,
  NotAPolisExport,
  wordFault,
} from '../modules/exchange/index.js';
import { LicenceMatrix, wordImportMatrix } from '../modules/components/index.js';
import { ViewerOfPerson } from '../modules/people/index.js';
import { type Command, UsageError } from './command.js';
import { progressBar } from './progress-bar.js';
import { withServer, type Workbench } from './with-server.js';

const MOST_BYTES = 100_000_000;
const DRY_RUN = '  --dry-run   say what would happen and change nothing';

function columnsInWords(columns: readonly ColumnRule[]): string {
  return columns
    .map(({ name, required, about }) => `  ${name.padEnd(14)}${required ? '' : '(may be empty) '}${about}`)
    .join('\n');
}

interface Ask {
  readonly path: string;
  readonly options: ImportOptions;
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

function ask(args: readonly string[], what: string, extra: Record<string, { type: 'string' }> = {}): Ask {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, ...extra },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const [path, ...more] = parsed.positionals;
  if (path === undefined || more.length > 0) throw new UsageError(`Give one ${what}.`);
  return {
    path,
    values: parsed.values,
    options: { dryRun: parsed.values['dry-run'] === true, progress: progressBar('Importing') },
  };
}

function bytesOf(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new UsageError(`${path} is larger than ${MOST_BYTES / 1_000_000} MB. Split it.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`${path} cannot be read (${code}).`);
  }
}

/** One fault as a person reads it: where, what, and what would be right. */
export function faultInWords(fault: RowFault): string {
  const column = fault.column === null ? '' : `, column ${fault.column}`;
  return `line ${fault.line}${column}: ${wordFault(fault)}`;
}

function tell({ counts, faults, notes }: ImportReport, dryRun: boolean): number {
  const lines = [
    dryRun ? 'Preview: nothing was changed.' : 'Done.',
    ...Object.entries(counts).map(([what, count]) => `  ${what}: ${count}`),
    ...(faults.length > 0 ? [`  rows left out: ${new Set(faults.map(({ line }) => line)).size}`] : []),
    ...notes,
    ...faults.map(faultInWords),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return faults.length > 0 ? 1 : 0;
}

function importing(
  args: readonly string[],
  what: string,
  work: (workbench: Workbench, ask: Ask) => Promise<ImportReport>,
  extra: Record<string, { type: 'string' }> = {},
): Promise<number> {
  const asked = ask(args, what, extra);
  return withServer(async (workbench) => tell(await work(workbench, asked), asked.options.dryRun));
}

export const importCommands: readonly Command[] = [
  {
    name: ['import', 'ideas'],
    about: 'Imports ideas from a CSV file.',
    help: `Usage: import ideas FILE.csv [--dry-run]\n\nColumns, with a heading, in any order:\n${columnsInWords(IDEA_COLUMNS)}\n\n${DRY_RUN}\n\nA row that is wrong is told with line and column and left out; the rest is imported. Run twice, it changes nothing.`,
    run: async (args) => {
      const { path } = ask(args, 'CSV file');
      const file = bytesOf(path);
      return importing(args, 'CSV file', ({ app }, { options }) =>
        app.get(ImportIdeas, { strict: false }).execute(file, options),
      );
    },
  },
  {
    name: ['import', 'votes'],
    about: 'Imports votes from a CSV file. They are counted apart and meet no gate.',
    help: `Usage: import votes FILE.csv [--dry-run]\n\nColumns, with a heading, in any order:\n${columnsInWords(VOTE_COLUMNS)}\n\n${DRY_RUN}\n\nVoters get no account. Run twice, it changes nothing.`,
    run: async (args) => {
      const { path } = ask(args, 'CSV file');
      const file = bytesOf(path);
      return importing(args, 'CSV file', ({ app }, { options }) =>
        app.get(ImportVotes, { strict: false }).execute(file, options),
      );
    },
  },
  {
    name: ['import', 'licences'],
    about: 'Imports OSADL’s matrix of which licence may build on which.',
    help: 'Usage: import licences FILE.json --as HANDLE\n\n  --as HANDLE somebody of the site team\n\nThe file is the matrix as JSON that OSADL eG publishes under CC-BY-4.0. Run twice, the newer one counts.',
    run: async (args) => {
      const { path, values } = ask(args, 'JSON file', { as: { type: 'string' } });
      const handle = values['as'];
      if (typeof handle !== 'string') throw new UsageError('Say who of the site team imports it, with --as HANDLE.');
      const text = new TextDecoder().decode(bytesOf(path));
      return withServer(async ({ app }) => {
        const viewer = await app.get(ViewerOfPerson, { strict: false }).byHandle(handle);
        const decision = await app.get(LicenceMatrix, { strict: false }).import(viewer, text);
        const said = decision.ok
          ? `Done. ${decision.value.licences} licences are known.`
          : decision.reasons.map((reason) => wordImportMatrix(reason).message).join('\n');
        process.stdout.write(`${said}\n`);
        return decision.ok ? 0 : 1;
      });
    },
  },
  {
    name: ['import', 'component'],
    about: 'Registers a component from a publiccode.yml.',
    help: `Usage: import component FILE.yml [--as HANDLE] [--dry-run]\n\n  --as HANDLE the person who registers it; nobody with an account when left out\n${DRY_RUN}\n\nA file with faults registers too, with its faults listed. Run twice, it changes nothing.`,
    run: async (args) => {
      const { path, values } = ask(args, 'publiccode.yml', { as: { type: 'string' } });
      const handle = typeof values['as'] === 'string' ? values['as'].replace(/^@/, '') : undefined;
      const file = bytesOf(path);
      return importing(
        args,
        'publiccode.yml',
        async ({ app }, { options }) => {
          const viewer =
            handle === undefined ? undefined : await app.get(ViewerOfPerson, { strict: false }).byHandle(handle);
          return app.get(ImportComponent, { strict: false }).execute(viewer, file, options);
        },
        { as: { type: 'string' } },
      );
    },
  },
  {
    name: ['import', 'polis'],
    about: 'Imports a conversation exported from the Polis software.',
    help: `Usage: import polis FOLDER [--themes HOUSING,COMMUNITY] [--dry-run]\n\n  --themes    what the statements are about (COMMUNITY when not said)\n${DRY_RUN}\n\nThe folder holds comments.csv, votes.csv and summary.csv. Each statement becomes an idea, each agreement a vote;\nanything later by that person on that statement withdraws it; an author's own events are skipped and reported.\nImported votes meet no gate. Run twice, it changes nothing.`,
    run: async (args) => {
      const extra = { themes: { type: 'string' } } as const;
      const { path, values } = ask(args, 'folder', extra);
      const themes = (typeof values['themes'] === 'string' ? values['themes'] : 'COMMUNITY')
        .split(',')
        .map((theme) => theme.trim().toUpperCase());
      const unknown = themes.filter((theme) => !(THEMES as readonly string[]).includes(theme));
      if (unknown.length > 0) throw new UsageError(`${unknown.join(', ')} is no theme. Themes: ${THEMES.join(', ')}.`);
      try {
        return await importing(
          args,
          'folder',
          ({ app }, { options }) => app.get(ImportPolis, { strict: false }).execute(path, { ...options, themes }),
          extra,
        );
      } catch (error) {
        if (error instanceof NotAPolisExport) throw new UsageError(error.message);
        throw error;
      }
    },
  },
];
