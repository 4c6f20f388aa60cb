import { accept, refuse, type Decision } from '../shared/decision.js';
import type { IdeaStage } from '../shared/vocabulary.js';
import { keepText, type VentureTextReason } from './text.js';
import type { VentureMemberRole, VenturePhase, VentureStatus } from './vocabulary.js';

/** An idea as somebody asks a venture to serve it. */
export interface IdeaToServe {
  readonly id: string;
  readonly title: string;
  readonly stage: IdeaStage;
  /** The venture that already serves it, if any. */
  readonly ventureId: string | null;
}

export interface ConveneAsk {
  readonly title: string;
  readonly summary: string;
  readonly leadOrganisationId: string;
  /** Whether the person asking acts for the lead organisation. */
  readonly actsForLead: boolean;
  readonly ideas: readonly IdeaToServe[];
  /** Whether people under 18 or adults at risk take part: then somebody answers for their safety. */
  readonly involvesPeopleAtRisk: boolean;
  readonly safeguardingLeadId: string | null;
}

export interface ConvenedVenture {
  readonly title: string;
  readonly summary: string;
  readonly status: VentureStatus;
  readonly phase: VenturePhase;
  readonly ideaIds: readonly string[];
  readonly members: readonly VentureMember[];
}

export interface VentureMember {
  readonly organisationId: string;
  readonly role: VentureMemberRole;
}

export type ConveneRefusalReason =
  | VentureTextReason
  | { readonly code: 'NO_IDEA_TO_SERVE' }
  | { readonly code: 'IDEA_HAS_VENTURE'; readonly title: string }
  | { readonly code: 'IDEA_NOT_OPEN_FOR_VENTURE'; readonly title: string; readonly stage: IdeaStage }
  | { readonly code: 'NOT_ACTING_FOR_LEAD' }
  | { readonly code: 'SAFEGUARDING_LEAD_MISSING' };

/** Ideas that people can still gather around. An idea that came to an end, or came back as commons, begins anew. */
const OPEN_FOR_VENTURE: readonly IdeaStage[] = ['LOGGED', 'SUPPORTED', 'SHAPED', 'FUNDING', 'DELIVERY'];

/**
 * Decides whether people may convene a venture before there is money.
 *
 * An idea has one venture: two teams that each believe they deliver it would both count its money.
 */
export function conveneVenture(ask: ConveneAsk): Decision<ConvenedVenture, ConveneRefusalReason> {
  const reasons: ConveneRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const title = keepText(texts, 'title', ask.title, 'title');
  const summary = keepText(texts, 'summary', ask.summary, 'summary', { optional: true });
  reasons.push(...texts);

  if (ask.ideas.length === 0) reasons.push({ code: 'NO_IDEA_TO_SERVE' });
  for (const idea of ask.ideas) {
    if (idea.ventureId !== null) reasons.push({ code: 'IDEA_HAS_VENTURE', title: idea.title });
    else if (!OPEN_FOR_VENTURE.includes(idea.stage)) {
      reasons.push({ code: 'IDEA_NOT_OPEN_FOR_VENTURE', title: idea.title, stage: idea.stage });
    }
  }
  if (!ask.actsForLead) reasons.push({ code: 'NOT_ACTING_FOR_LEAD' });
  if (ask.involvesPeopleAtRisk && ask.safeguardingLeadId === null) reasons.push({ code: 'SAFEGUARDING_LEAD_MISSING' });
  if (reasons.length > 0) return refuse(reasons);

  return accept({
    title,
    summary,
    status: 'CONVENING',
    phase: 'DISCOVERY',
    ideaIds: ask.ideas.map((idea) => idea.id),
    members: [{ organisationId: ask.leadOrganisationId, role: 'LEAD' }],
  });
}

/** What a round that succeeded says about the venture it pays. */
export interface FundedRound {
  readonly ideaTitle: string;
  readonly leadOrganisationId: string;
  readonly funderOrganisationIds: readonly string[];
}

/** The venture a round attaches to, as it was before. */
export interface VentureBeforeMoney {
  readonly status: VentureStatus;
  readonly members: readonly VentureMember[];
}

export interface VentureAfterMoney {
  readonly isNew: boolean;
  readonly title: string;
  readonly status: VentureStatus;
  readonly newMembers: readonly VentureMember[];
}

/**
 * What becomes of an idea's venture when a round succeeds: made if there is none, active from then on, and the lead
 * and every funder are its members.
 *
 * Never refuses: the money is committed in the same transaction, and money without a venture would belong to nobody.
 * A venture that ended keeps its state; the round's money is then released by the rules of the round.
 */
export function fundVenture(round: FundedRound, existing: VentureBeforeMoney | null): VentureAfterMoney {
  const known = existing?.members ?? [];
  const isMember = (organisationId: string) => known.some((member) => member.organisationId === organisationId);
  const newMembers: VentureMember[] = [];
  if (!isMember(round.leadOrganisationId)) {
    newMembers.push({ organisationId: round.leadOrganisationId, role: known.length === 0 ? 'LEAD' : 'PARTNER' });
  }
  for (const organisationId of new Set(round.funderOrganisationIds)) {
    // A lead that also puts money in stays the lead: one role a member, the more answerable one.
    if (organisationId === round.leadOrganisationId || isMember(organisationId)) continue;
    newMembers.push({ organisationId, role: 'FUNDER' });
  }
  return {
    isNew: existing === null,
    title: round.ideaTitle,
    status: existing === null || existing.status === 'CONVENING' ? 'ACTIVE' : existing.status,
    newMembers,
  };
}
