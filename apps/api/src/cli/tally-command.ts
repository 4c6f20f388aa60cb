import { readFileSync } from 'node:fs';

import {
  compareTallies,
  type PublishedLine,
  recount,
  type SupportGroup,
  type TallyFault,
  tallyFaults,
} from '@openimpact/domain';

import { ExportVotes } from '../modules/support/index.js';
import { type Command, UsageError } from './command.js';
import { withServer } from './with-server.js';

const HELP = `Usage: tally verify [--from ADDRESS | --file FILE]

Counts the votes of every idea again from the public log of votes and compares that with what is said about them.

  --from ADDRESS   an installation, over the network, as a stranger would: its /data/votes.ndjson against its pages' numbers
  --file FILE      a copy of votes.ndjson against the tallies in it

Without either: the log this installation publishes, from its own database. Ends with 1 when something differs. Needs no account.`;

export const tallyCommand: Command = {
  name: ['tally', 'verify'],
  about: 'Counts the votes again from the public log of votes.',
  help: HELP,
  run: async (args) => {
    const [option, value, ...rest] = args;
    if (rest.length > 0 || (option !== undefined && value === undefined))
      throw new UsageError('tally verify takes one option at most.');
    if (option === undefined) {
      return withServer(async ({ app, tail }) => {
        await tail.tick();
        const lines: PublishedLine[] = [];
        for await (const line of app.get(ExportVotes).lines()) lines.push(line);
        return report(lines, tallyFaults(lines));
      });
    }
    if (option === '--file') {
      const lines = parse(readFileSync(value ?? '', 'utf8'));
      return report(lines, tallyFaults(lines));
    }
    if (option !== '--from' || !URL.canParse(value ?? ''))
      throw new UsageError('Give --from with a web address, or --file.');
    const lines = parse(await fetched(new URL('/data/votes.ndjson', value)));
    return report(lines, [...tallyFaults(lines), ...(await pageFaults(new URL('/graphql', value), recount(lines)))]);
  },
};

function parse(text: string): PublishedLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PublishedLine);
}

async function fetched(address: URL, init?: RequestInit): Promise<string> {
  const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(60_000) });
  if (!answer.ok) throw new UsageError(`${address.href} answers ${answer.status}.`);
  return answer.text();
}

const PAGE = `query ($after: String) { ideas(first: 50, after: $after, orderBy: NEWEST, filter: { stages: [LOGGED, SUPPORTED, SHAPED, FUNDING, DELIVERY, COMMONS, WITHDRAWN, MERGED, DECLINED, STOPPED] }) {
  nodes { slug support { votes organisations byPerspective { perspective count } answers { wouldNotHelp { count } couldHarm { count } } } }
  pageInfo { hasNextPage endCursor } } }`;

interface Page {
  readonly data: {
    readonly ideas: {
      readonly nodes: readonly {
        readonly slug: string;
        readonly support: {
          readonly votes: number;
          readonly organisations: number;
          readonly byPerspective: readonly { readonly perspective: SupportGroup; readonly count: number | null }[];
          readonly answers: Record<'wouldNotHelp' | 'couldHarm', { readonly count: number | null }>;
        };
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

/** What the pages say of every idea, against what was counted. */
async function pageFaults(address: URL, counted: ReturnType<typeof recount>): Promise<TallyFault[]> {
  const faults: TallyFault[] = [];
  for (let after: string | null = null; ;) {
    const body = JSON.stringify({ query: PAGE, variables: { after } });
    const headers = { 'content-type': 'application/json' };
    const { data } = JSON.parse(await fetched(address, { method: 'POST', headers, body })) as Page;
    for (const { slug, support } of data.ideas.nodes) {
      const { wouldNotHelp, couldHarm } = support.answers;
      const groups = [
        ...support.byPerspective.map(({ perspective, count }) => [perspective, count] as const),
        ['WOULD_NOT_HELP', wouldNotHelp.count] as const,
        ['COULD_HARM', couldHarm.count] as const,
      ].filter(([, count]) => count !== null);
      const said = { votes: support.votes, organisations: support.organisations, groups: Object.fromEntries(groups) };
      faults.push(...compareTallies(slug, said, counted.get(slug) ?? { votes: 0, organisations: 0, groups: {} }));
    }
    if (!data.ideas.pageInfo.hasNextPage) return faults;
    after = data.ideas.pageInfo.endCursor;
  }
}

function report(lines: readonly PublishedLine[], faults: readonly TallyFault[]): number {
  const tallies = recount(lines);
  const votes = [...tallies.values()].reduce((sum, tally) => sum + tally.votes, 0);
  process.stdout.write(`${votes} votes on ${tallies.size} ideas, counted from ${lines.length} lines.\n`);
  for (const { idea, what, said, counted } of faults) {
    process.stdout.write(`${idea}: ${what} is said to be ${said ?? 'nothing'}, and comes to ${counted}\n`);
  }
  process.stdout.write(faults.length === 0 ? 'Everything matches.\n' : `${faults.length} things do not match.\n`);
  return faults.length === 0 ? 0 : 1;
}
