/** An event of a Polis export: 1 agree, -1 disagree, 0 pass. */
export interface PolisEvent {
  readonly statementId: string;
  readonly voterId: string;
  readonly vote: 1 | 0 | -1;
  /** Milliseconds since 1970, as the export writes them. */
  readonly at: number;
}

/** What an event becomes here. */
export type PolisAction =
  /** The person's first agreement with the statement. */
  | { readonly kind: 'CAST'; readonly event: PolisEvent }
  /** The first event after it, whatever it says. */
  | { readonly kind: 'WITHDRAW'; readonly event: PolisEvent };

export interface PolisReplay {
  /** Votes and withdrawals in the order of time. */
  readonly actions: readonly PolisAction[];
  /** Events of people on their own statements: authors do not vote on their own idea. */
  readonly skippedOwn: readonly PolisEvent[];
  /** Disagreements and passes by people who had not agreed before: there is nothing of that kind to record. */
  readonly withoutVote: number;
  /** Events after a withdrawal; the person is done with that statement. */
  readonly afterWithdrawal: number;
  /** Events on statements that the export does not hold. */
  readonly unknownStatements: readonly PolisEvent[];
  /** The votes that count at the end, by statement; statements without one have 0. */
  readonly tally: ReadonlyMap<string, number>;
}

/**
 * Folds a Polis export into votes and withdrawals.
 *
 * The rules: an agreement is a vote; anything later by that person on that statement withdraws it, a second agreement
 * too, because the export does not say whether it was meant or an echo, and a count that may be too small is the honest
 * one; an author's own events are skipped and said so. Events at the same moment keep the order of the file.
 *
 * The result is both the list of what to do through the use cases and the tally that must be there afterwards.
 *
 * @param authors the author of each statement, by statement
 */
export function replayPolis(events: readonly PolisEvent[], authors: ReadonlyMap<string, string>): PolisReplay {
  const actions: PolisAction[] = [];
  const skippedOwn: PolisEvent[] = [];
  const unknownStatements: PolisEvent[] = [];
  const tally = new Map<string, number>([...authors.keys()].map((id) => [id, 0]));
  const standing = new Map<string, 'CAST' | 'WITHDRAWN'>();
  let withoutVote = 0;
  let afterWithdrawal = 0;

  // sort() is stable, so that events of one millisecond keep the file's order.
  for (const event of [...events].sort((a, b) => a.at - b.at)) {
    const author = authors.get(event.statementId);
    if (author === undefined) {
      unknownStatements.push(event);
      continue;
    }
    if (author === event.voterId) {
      skippedOwn.push(event);
      continue;
    }
    const pair = `${event.statementId}\u0000${event.voterId}`;
    const state = standing.get(pair);
    const count = tally.get(event.statementId) ?? 0;
    if (state === 'CAST') {
      standing.set(pair, 'WITHDRAWN');
      actions.push({ kind: 'WITHDRAW', event });
      tally.set(event.statementId, count - 1);
    } else if (state === 'WITHDRAWN') afterWithdrawal += 1;
    else if (event.vote === 1) {
      standing.set(pair, 'CAST');
      actions.push({ kind: 'CAST', event });
      tally.set(event.statementId, count + 1);
    } else withoutVote += 1;
  }
  return { actions, skippedOwn, withoutVote, afterWithdrawal, unknownStatements, tally };
}

/** The sum of a tally: every vote that counts at the end. */
export function totalVotes(replay: Pick<PolisReplay, 'tally'>): number {
  return [...replay.tally.values()].reduce((sum, votes) => sum + votes, 0);
}
