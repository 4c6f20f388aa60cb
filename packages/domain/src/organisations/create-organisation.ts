import { cleanName, type NameRefusalReason } from '../people/index.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { hiddenCharacters } from '../shared/text.js';
import type { OrganisationRole } from '../shared/vocabulary.js';

export const ORGANISATION_KINDS = [
  'CHARITY',
  'COMMUNITY_GROUP',
  'SOCIAL_ENTERPRISE',
  'COMPANY',
  'PUBLIC_BODY',
  'FOUNDATION',
  'UNIVERSITY',
  'OTHER',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ABOUT_MAX_CHARACTERS = 2_000;
/** Organisations one person may create in a day: enough for anybody honest, a wall for a script. */
export const ORGANISATIONS_PER_PERSON_PER_DAY = 5;

export interface CreateOrganisationAsk {
  readonly organisationId: string;
  readonly creatorId: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly about: string;
  readonly website: string | null;
  readonly createdTodayByCreator: number;
}

export type CreateOrganisationRefusalReason =
  | NameRefusalReason
  | { readonly code: 'ABOUT_TOO_LONG'; readonly characters: number; readonly most: number }
  | { readonly code: 'ABOUT_HAS_HIDDEN_CHARACTERS'; readonly found: readonly string[] }
  | { readonly code: 'WEBSITE_NOT_AN_ADDRESS' }
  | { readonly code: 'TOO_MANY_ORGANISATIONS_TODAY'; readonly most: number };

export interface NewOrganisation {
  readonly id: string;
  readonly name: string;
  /** The wish; the caller adds a number where it is taken. */
  readonly slug: string;
  readonly kind: OrganisationKind;
  readonly about: string;
  readonly website: string | null;
  readonly firstMember: { readonly personId: string; readonly roles: readonly OrganisationRole[] };
}

/**
 * Decides whether an organisation may be created. Its creator becomes its admin, never its approver: an
 * approver is the second person for money, and one person must not be both.
 */
export function createOrganisation(
  ask: CreateOrganisationAsk,
): Decision<NewOrganisation, CreateOrganisationRefusalReason> {
  const reasons: CreateOrganisationRefusalReason[] = [];
  const name = cleanName(ask.name);
  if (!name.ok) reasons.push(...name.reasons);
  const about = ask.about.normalize('NFC').trim();
  if (about.length > ABOUT_MAX_CHARACTERS) {
    reasons.push({ code: 'ABOUT_TOO_LONG', characters: about.length, most: ABOUT_MAX_CHARACTERS });
  }
  const found = hiddenCharacters(about);
  if (found.length > 0) reasons.push({ code: 'ABOUT_HAS_HIDDEN_CHARACTERS', found });
  const website = cleanWebsite(ask.website);
  if (!website.ok) reasons.push(...website.reasons);
  if (ask.createdTodayByCreator >= ORGANISATIONS_PER_PERSON_PER_DAY) {
    reasons.push({ code: 'TOO_MANY_ORGANISATIONS_TODAY', most: ORGANISATIONS_PER_PERSON_PER_DAY });
  }
  if (reasons.length > 0 || !name.ok || !website.ok) return refuse(reasons);

  return accept({
    id: ask.organisationId,
    name: name.value,
    slug: slugOf(name.value),
    kind: ask.kind,
    about,
    website: website.value,
    firstMember: { personId: ask.creatorId, roles: ['ADMIN', 'MEMBER'] },
  });
}

/** The address an organisation's page gets: readable, lower case, never changed when the name changes. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug === '' || RESERVED_SLUGS.has(slug) ? `${slug || 'organisation'}-1` : slug;
}

const RESERVED_SLUGS: ReadonlySet<string> = new Set(['new', 'verify', 'invitations']);

/** An `https` (or `http`) address without credentials, or nothing. */
export function cleanWebsite(raw: string | null): Decision<string | null, { readonly code: 'WEBSITE_NOT_AN_ADDRESS' }> {
  const trimmed = raw?.trim() ?? '';
  if (trimmed === '') return accept(null);
  const address = URL.parse(/^[a-z]+:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
  const usable =
    address !== null &&
    (address.protocol === 'https:' || address.protocol === 'http:') &&
    address.username === '' &&
    address.password === '' &&
    address.hostname.includes('.') &&
    address.href.length <= 300;
  return usable ? accept(address.href) : refuse([{ code: 'WEBSITE_NOT_AN_ADDRESS' }]);
}
