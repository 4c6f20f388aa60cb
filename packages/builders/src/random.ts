/** Chance that repeats: the same seed gives the same sequence on every machine. */
export interface SeededRandom {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** `count` different members, or all of them when there are fewer. */
  sample<T>(from: readonly T[], count: number): T[];
  shuffle<T>(from: readonly T[]): T[];
  /** A UUID of version 4 in form, the same for the same seed: for idempotency keys of a repeatable story. */
  uuid(): string;
}

/**
 * A generator from a text seed: xmur3 makes the state, mulberry32 the sequence. Fit for test and demonstration data;
 * never for a secret.
 */
export function seededRandom(seed: string): SeededRandom {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const shuffle = <T>(from: readonly T[]): T[] => {
    const all = [...from];
    for (let last = all.length - 1; last > 0; last -= 1) {
      const other = between(0, last);
      [all[last], all[other]] = [all[other] as T, all[last] as T];
    }
    return all;
  };
  return {
    next,
    between,
    shuffle,
    pick: <T>(from: readonly T[]): T => {
      if (from.length === 0) throw new RangeError('There is nothing to pick from.');
      return from[between(0, from.length - 1)] as T;
    },
    sample: (from, count) => shuffle(from).slice(0, count),
    uuid: () => {
      const hex = Array.from({ length: 32 }, () => between(0, 15).toString(16));
      hex[12] = '4';
      hex[16] = ['8', '9', 'a', 'b'][between(0, 3)] as string;
      return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };
}

function hash(seed: string): number {
  let mixed = 1_779_033_703 ^ seed.length;
  for (const character of seed) {
    mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 3_432_918_353);
    mixed = (mixed << 13) | (mixed >>> 19);
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 2_246_822_507);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3_266_489_909);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
