import { accept, refuse, type Decision } from '../shared/decision.js';
import type { Money } from '../shared/money.js';
import { hiddenCharacters } from '../shared/text.js';

import { ABOUT_MAX_CHARACTERS, cleanWebsite } from './create-organisation.js';
import { holds, type Membership } from './membership.js';

/** A prefix as 360Giving registers it for a publisher of grants. */
export const GRANTS_PREFIX = /^360G-[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;

/** What is left out stays as it is. */
export interface UpdateOrganisationAsk {
  readonly about?: string | undefined;
  readonly website?: string | null | undefined;
  /** Null: no pledge needs a second person any more. */
  readonly approvalThreshold?: Money | null | undefined;
  /** As 360Giving registered it: `360G-lantern`. Empty: none. */
  readonly grantsPrefix?: string | null | undefined;
}

export type UpdateOrganisationRefusalReason =
  | { readonly code: 'NOT_AN_ADMIN' }
  | { readonly code: 'ABOUT_TOO_LONG'; readonly characters: number; readonly most: number }
  | { readonly code: 'ABOUT_HAS_HIDDEN_CHARACTERS'; readonly found: readonly string[] }
  | { readonly code: 'WEBSITE_NOT_AN_ADDRESS' }
  | { readonly code: 'THRESHOLD_NEGATIVE' }
  | { readonly code: 'GRANTS_PREFIX_MALFORMED' }
  | { readonly code: 'GRANTS_PREFIX_TAKEN' };

export interface OrganisationUpdate {
  readonly about: string | undefined;
  readonly website: string | null | undefined;
  readonly grantsPrefix: string | null | undefined;
  /** In force at once; undefined where nothing changes. */
  readonly approvalThreshold: Money | undefined;
  /** Waits for a second person; undefined where nothing does. Null: no threshold. */
  readonly proposedThreshold: Money | null | undefined;
}

/**
 * Decides what an admin may change about an organisation by themself.
 *
 * A lower threshold puts more pledges before a second person, which nobody needs to agree to. A higher one, another
 * currency or none puts fewer before them, so it takes the second person: otherwise one could lift it, pledge, and put
 * it back.
 */
export function updateOrganisation(
  ask: UpdateOrganisationAsk,
  current: Money | null,
  asker: Membership | undefined,
): Decision<OrganisationUpdate, UpdateOrganisationRefusalReason> {
  const reasons: UpdateOrganisationRefusalReason[] = [];
  if (!holds(asker, 'ADMIN')) reasons.push({ code: 'NOT_AN_ADMIN' });
  const about = ask.about?.normalize('NFC').trim();
  if (about !== undefined && about.length > ABOUT_MAX_CHARACTERS) {
    reasons.push({ code: 'ABOUT_TOO_LONG', characters: about.length, most: ABOUT_MAX_CHARACTERS });
  }
  const found = hiddenCharacters(about ?? '');
  if (found.length > 0) reasons.push({ code: 'ABOUT_HAS_HIDDEN_CHARACTERS', found });
  const website = ask.website === undefined ? accept(undefined) : cleanWebsite(ask.website);
  if (!website.ok) reasons.push(...website.reasons);
  const grantsPrefix = ask.grantsPrefix === undefined ? undefined : ask.grantsPrefix?.trim() || null;
  if (grantsPrefix != null && !GRANTS_PREFIX.test(grantsPrefix)) reasons.push({ code: 'GRANTS_PREFIX_MALFORMED' });
  const wanted = ask.approvalThreshold;
  if (wanted != null && !wanted.isZero && !wanted.isPositive) reasons.push({ code: 'THRESHOLD_NEGATIVE' });
  if (reasons.length > 0 || !website.ok) return refuse(reasons);

  const same =
    wanted === undefined || (wanted === null ? current === null : current !== null && wanted.equals(current));
  const stricter =
    wanted != null && (current === null || (wanted.currency === current.currency && wanted.isLessThan(current)));
  return accept({
    about,
    website: website.value,
    grantsPrefix,
    approvalThreshold: !same && stricter ? wanted : undefined,
    proposedThreshold: same || stricter ? undefined : wanted,
  });
}
