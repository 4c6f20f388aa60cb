/**
 * The licence of a component as three facts that are never mixed: what its metadata says, what the text of its
 * licence is, and what a person decided, and why. In real repositories the first two disagree.
 */
export interface LicenceRecord {
  /** SPDX expression of the metadata, as written there. */
  readonly declared: string | null;
  /** SPDX expression of the licence's text, as read in the repository. */
  readonly found: string | null;
  readonly concluded: { readonly licence: string; readonly why: string } | null;
}

/** What a licence rests on. Disputed or unknown never means yes: a person has to conclude first. */
export type LicenceBasis = 'CONCLUDED' | 'DECLARED_AND_FOUND' | 'DECLARED_ONLY' | 'FOUND_ONLY' | 'DISPUTED' | 'UNKNOWN';

export interface LicenceInForce {
  /** The expression that verdicts are made on; null when nobody can say. */
  readonly licence: string | null;
  readonly basis: LicenceBasis;
}

/**
 * Which licence counts. A person's conclusion comes first; two facts that disagree cancel each other.
 *
 * `sameLicence` says whether two expressions mean the same, whatever their order and parentheses.
 */
export function licenceInForce(
  { declared, found, concluded }: LicenceRecord,
  sameLicence: (one: string, other: string) => boolean,
): LicenceInForce {
  if (concluded) return { licence: concluded.licence, basis: 'CONCLUDED' };
  if (declared !== null && found !== null) {
    return sameLicence(declared, found)
      ? { licence: declared, basis: 'DECLARED_AND_FOUND' }
      : { licence: null, basis: 'DISPUTED' };
  }
  if (declared !== null) return { licence: declared, basis: 'DECLARED_ONLY' };
  if (found !== null) return { licence: found, basis: 'FOUND_ONLY' };
  return { licence: null, basis: 'UNKNOWN' };
}
