/** One who takes a part: by weight, and never more than `cap`. */
export interface Share {
  readonly id: string;
  readonly weight: bigint;
  readonly cap: bigint;
}

/** Why a total cannot be given out. Thrown, because a caller that checks what is left first never meets it. */
export class SplitExceedsCapsError extends Error {
  override readonly name = 'SplitExceedsCapsError';
}

/**
 * Splits a whole number of minor units by weight, to the last unit.
 *
 * Each gets the whole part of its share; what is left over goes one unit at a time to the largest remainders
 * (Hamilton's method), equal remainders by the smaller id, so that the same facts always give the same parts.
 * Nobody gets more than their cap: what a cap turns away is split again among the others.
 *
 * @returns the part of every share by id, parts of zero included.
 * @throws {SplitExceedsCapsError} when the total is more than all caps together.
 * @throws {Error} when a number is negative, an id occurs twice, or a share that may take something weighs nothing.
 */
export function splitByLargestRemainder(total: bigint, shares: readonly Share[]): ReadonlyMap<string, bigint> {
  assertShares(total, shares);
  const parts = new Map(shares.map((share) => [share.id, 0n]));
  let open = shares.filter((share) => share.cap > 0n);
  let left = total;

  // Whoever's exact share passes their cap gets the cap; the rest is split again. Each round closes one share at
  // least, and because shares of the others only grow by it, the order of closing does not change the result.
  for (;;) {
    const weights = open.reduce((sum, share) => sum + share.weight, 0n);
    const amount = left;
    const full = open.filter((share) => amount * share.weight >= share.cap * weights);
    if (full.length === 0 || left === 0n) break;
    for (const share of full) {
      parts.set(share.id, share.cap);
      left -= share.cap;
    }
    open = open.filter((share) => !full.includes(share));
  }

  giveOut(left, open, parts);
  return parts;
}

/** Here every exact share is below its cap, so the whole part plus one unit is within it. */
function giveOut(amount: bigint, open: readonly Share[], parts: Map<string, bigint>): void {
  if (amount === 0n) return;
  const weights = open.reduce((sum, share) => sum + share.weight, 0n);
  let left = amount;
  for (const share of open) {
    const whole = (amount * share.weight) / weights;
    parts.set(share.id, whole);
    left -= whole;
  }
  const byRemainder = [...open].sort((a, b) => {
    const difference = ((amount * b.weight) % weights) - ((amount * a.weight) % weights);
    if (difference !== 0n) return difference > 0n ? 1 : -1;
    return a.id < b.id ? -1 : 1;
  });
  for (const share of byRemainder.slice(0, Number(left))) parts.set(share.id, (parts.get(share.id) ?? 0n) + 1n);
}

function assertShares(total: bigint, shares: readonly Share[]): void {
  if (total < 0n) throw new Error('A split is of zero or more.');
  if (new Set(shares.map((share) => share.id)).size !== shares.length) throw new Error('A share occurs once.');
  for (const share of shares) {
    if (share.weight < 0n || share.cap < 0n) throw new Error('Weights and caps are zero or more.');
    if (share.cap > 0n && share.weight === 0n) throw new Error('A share that may take something weighs something.');
  }
  const caps = shares.reduce((sum, share) => sum + share.cap, 0n);
  if (total > caps) throw new SplitExceedsCapsError(`${total} is more than the ${caps} that may be given out.`);
}
