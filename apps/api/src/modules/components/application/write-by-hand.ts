import { draftPubliccode, type WritablePubliccode } from '@openimpact/publiccode';

/** What a person who has no file says of software. Empty answers are left out. */
export interface ByHand {
  readonly name: string;
  readonly repositoryUrl?: string | null;
  readonly landingUrl?: string | null;
  readonly summary: string;
  readonly description?: string | null;
  readonly features?: readonly string[] | null;
  readonly language?: string | null;
  readonly licence?: string | null;
  readonly maturity?: string | null;
  readonly softwareType?: string | null;
  readonly platforms?: readonly string[] | null;
  readonly availableLanguages?: readonly string[] | null;
  readonly maintainedBy?: string | null;
}

const said = (text: string | null | undefined): string | undefined => text?.trim() || undefined;
const listed = (texts: readonly string[] | null | undefined): string[] | undefined => {
  const some = (texts ?? []).map((text) => text.trim()).filter((text) => text !== '');
  return some.length === 0 ? undefined : some;
};

/**
 * Writes what a person said as a publiccode.yml: what the project can put beside its code, so that the next catalogue
 * need not ask. What was left out is missing in it and listed as such; nobody is named as a contact.
 */
export function writeByHand(hand: ByHand): string {
  const [name, maintainedBy] = [said(hand.name), said(hand.maintainedBy)];
  const languages = listed(hand.availableLanguages);
  const described = {
    shortDescription: said(hand.summary),
    longDescription: said(hand.description),
    features: listed(hand.features),
  };
  const metadata = withoutGaps({
    name,
    url: said(hand.repositoryUrl),
    landingURL: said(hand.landingUrl),
    platforms: listed(hand.platforms),
    developmentStatus: said(hand.maturity)?.toLowerCase(),
    softwareType: said(hand.softwareType),
    description: { [said(hand.language) ?? 'en']: described },
    legal: { license: said(hand.licence), mainCopyrightOwner: maintainedBy },
    maintenance: { type: 'community', contacts: [{ name: maintainedBy ?? `The maintainers of ${name ?? 'it'}` }] },
    localisation: languages && { localisationReady: languages.length > 1, availableLanguages: languages },
  });
  return draftPubliccode(metadata);
}

function withoutGaps(value: object): WritablePubliccode {
  const kept = Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (inner === undefined) return [];
    const tidy = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? withoutGaps(inner) : inner;
    return typeof tidy === 'object' && tidy !== null && Object.keys(tidy).length === 0 ? [] : [[key, tidy]];
  });
  return Object.fromEntries(kept) as WritablePubliccode;
}
