import type { SupportGroup } from './publish-support.js';

/**
 * One line of the public log of votes. Tokens are random, one for each vote on each list; nothing in one list leads to
 * the other, nor to a person.
 */
export type PublishedLine =
  /** An event of a vote of support, with its day and nothing shorter. */
  | {
      readonly kind: 'vote';
      readonly idea: string;
      readonly token: string;
      readonly event: 'CAST' | 'WITHDRAWN' | 'SET_ASIDE' | 'RESTORED';
      readonly on: string;
    }
  /** A vote as it is counted by perspective, or one of the other answers of lived experience. */
  | { readonly kind: 'perspective'; readonly idea: string; readonly token: string; readonly group: SupportGroup }
  /** An organisation that votes of support name; by its address where naming it tells nothing of one person. */
  | { readonly kind: 'organisation'; readonly idea: string; readonly organisation: string | null }
  /** What the installation says it counted. */
  | ({ readonly kind: 'tally'; readonly idea: string } & PublishedTally);

export interface PublishedTally {
  readonly votes: number;
  readonly organisations: number;
  /** Groups whose number is shown. */
  readonly groups: Readonly<Partial<Record<SupportGroup, number>>>;
}

/** What is said and what the lines come to, where the two differ. */
export interface TallyFault {
  readonly idea: string;
  readonly what: string;
  readonly said: number | null;
  readonly counted: number;
}

interface Count {
  /** Each vote's last word, by token: a second cast of one vote counts once. */
  readonly standing: Map<string, boolean>;
  readonly told: Map<string, SupportGroup>;
  organisations: number;
  said: PublishedTally | null;
}

/** Counts the votes of every idea from the public log alone, as a stranger would. */
export function recount(lines: Iterable<PublishedLine>): ReadonlyMap<string, PublishedTally> {
  return new Map([...collect(lines)].map(([idea, count]) => [idea, counted(count)]));
}

/** Where the installation's own tallies in the log differ from what its lines come to. */
export function tallyFaults(lines: Iterable<PublishedLine>): readonly TallyFault[] {
  return [...collect(lines)].flatMap(([idea, count]) => compareTallies(idea, count.said, counted(count)));
}

/** Where two tallies of one idea differ; `said` is null where none was given. */
export function compareTallies(idea: string, said: PublishedTally | null, counted: PublishedTally): TallyFault[] {
  const groups = new Set([...Object.keys(said?.groups ?? {}), ...Object.keys(counted.groups)] as SupportGroup[]);
  const pairs = [
    ['votes', said?.votes ?? null, counted.votes] as const,
    ['organisations', said?.organisations ?? null, counted.organisations] as const,
    ...[...groups].map((group) => [group, said?.groups[group] ?? null, counted.groups[group] ?? 0] as const),
  ];
  return pairs.flatMap(([what, one, other]) => (one === other ? [] : [{ idea, what, said: one, counted: other }]));
}

function collect(lines: Iterable<PublishedLine>): Map<string, Count> {
  const ideas = new Map<string, Count>();
  for (const line of lines) {
    const count = ideas.get(line.idea) ?? { standing: new Map(), told: new Map(), organisations: 0, said: null };
    ideas.set(line.idea, count);
    if (line.kind === 'vote') count.standing.set(line.token, line.event === 'CAST' || line.event === 'RESTORED');
    else if (line.kind === 'perspective') count.told.set(line.token, line.group);
    else if (line.kind === 'organisation') count.organisations += 1;
    else count.said = { votes: line.votes, organisations: line.organisations, groups: line.groups };
  }
  return ideas;
}

function counted({ standing, told, organisations }: Count): PublishedTally {
  const groups: Partial<Record<SupportGroup, number>> = {};
  for (const group of told.values()) groups[group] = (groups[group] ?? 0) + 1;
  return { votes: [...standing.values()].filter(Boolean).length, organisations, groups };
}
