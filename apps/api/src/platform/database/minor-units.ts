import type { ValueTransformer } from 'typeorm';

/** A `bigint` column as JavaScript's `bigint`: the driver gives text, because numbers end at 2^53. */
export const minorUnits: ValueTransformer = {
  from: (stored: string | null) => (stored === null ? null : BigInt(stored)),
  to: (value: bigint | null | undefined) => (value === null || value === undefined ? value : value.toString()),
};
