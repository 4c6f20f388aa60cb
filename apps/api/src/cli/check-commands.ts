import { readFileSync } from 'node:fs';

import { checkInvariants } from '../invariants/index.js';
import { licenceCommand } from '../modules/agreements/index.js';
import { publiccodeCommand } from '../modules/components/index.js';
import { verifySeals } from '../platform/tail/index.js';
import { type Command, UsageError } from './command.js';
import { withServer } from './with-server.js';

interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

function print({ stdout, stderr, exitCode }: Answer): number {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return exitCode;
}

export const checkCommands: readonly Command[] = [
  {
    name: ['invariants'],
    about: 'Asks the database whether every promise about money holds.',
    help: 'Usage: invariants\n\nEach promise is a query that must find nothing. Ends with 1 and shows what was found when one does not hold. It reads\nonly; on a busy system ask again before being alarmed.',
    run: async (args) => {
      if (args.length > 0) throw new UsageError('invariants takes nothing more.');
      return withServer(async ({ reader }) => {
        const results = await checkInvariants(reader);
        const broken = results.filter(({ violations }) => violations.length > 0);
        const lines = results.flatMap(({ id, promise, violations }) => [
          `${violations.length === 0 ? 'holds ' : 'BROKEN'} ${id.padEnd(4)} ${promise}`,
          ...violations.map((row) => `         ${JSON.stringify(row)}`),
        ]);
        lines.push(
          broken.length === 0 ? `All ${results.length} hold.` : `${broken.length} of ${results.length} do not hold.`,
        );
        process.stdout.write(`${lines.join('\n')}\n`);
        return broken.length === 0 ? 0 : 1;
      });
    },
  },
  {
    name: ['seal', 'verify'],
    about: 'Recomputes the chain that seals the activity log.',
    help: 'Usage: seal verify\n\nEach seal and each entry that still has its content is computed again. Ends with 1 when something does not match.',
    run: async (args) => {
      if (args.length > 0) throw new UsageError('seal verify takes nothing more.');
      return withServer(async ({ reader, tail }) => {
        await tail.tick();
        const { seals, activities, withoutContent, faults } = await verifySeals(reader);
        const lines = [
          `${activities} activities under ${seals} seals${withoutContent > 0 ? `, ${withoutContent} of them without their content` : ''}.`,
          ...faults,
          faults.length === 0 ? 'Everything matches.' : `${faults.length} things do not match.`,
        ];
        process.stdout.write(`${lines.join('\n')}\n`);
        return faults.length === 0 ? 0 : 1;
      });
    },
  },
  {
    name: ['publiccode', 'validate'],
    about: 'Says what is wrong with publiccode.yml files.',
    help: 'Usage: publiccode validate FILE... [--json]\n\n  --json      one object a line, for programs\n\nEnds with 1 when a file is not valid. Needs no database.',
    run: async (args) => print(publiccodeCommand(['validate', ...args], (path) => readFileSync(path))),
  },
  {
    name: ['licence', 'verdict'],
    about: 'Says whether a licence satisfies a condition, and why.',
    help: "Usage: licence verdict 'EXPRESSION' --condition 'CONDITION' --kind software|data|content [--incoming 'EXPRESSION']... [--json]\n\nNeeds no database.",
    run: async (args) => print(licenceCommand(['verdict', ...args])),
  },
];
