/** How much of everything the large data holds. */
export interface Size {
  readonly ideas: number;
  readonly votes: number;
  readonly comments: number;
  readonly pledges: number;
}

const DEFAULTS: Size = { ideas: 100_000, votes: 1_000_000, comments: 200_000, pledges: 20_000 };

/** Reads `--ideas 100000 --votes 1000000 --comments 200000 --pledges 20000`; what is left out has the size named here. */
export function readSize(args: readonly string[]): Size {
  const size: Record<string, number> = { ...DEFAULTS };
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at]?.replace(/^--/, '') ?? '';
    const number = Number(args[at + 1]);
    if (!(name in DEFAULTS) || !Number.isSafeInteger(number) || number < 0 || (name === 'ideas' && number < 100)) {
      throw new Error(
        `“${args[at]} ${args[at + 1] ?? ''}” is not understood. Use --ideas (at least 100), --votes, --comments and --pledges, each with a whole number.`,
      );
    }
    size[name] = number;
  }
  return size as unknown as Size;
}

/** How many others the data needs: a fifth of a vote a person and month is what places like this see. */
export function surroundings({ ideas, votes, pledges }: Size) {
  return {
    people: Math.max(2_000, Math.ceil(votes / 20)),
    organisations: Math.min(2_000, Math.max(60, Math.ceil(ideas / 100))),
    mandates: Math.max(10, Math.ceil(pledges / 50)),
    /** Four pledges a round, so this many ideas raise money. */
    rounds: Math.min(Math.ceil(pledges / 4), Math.floor(ideas / 4)),
  };
}
