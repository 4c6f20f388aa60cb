import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  holds,
  isCurrency,
  Money,
  type OrganisationRole,
  requestVerification,
  type VerificationState,
  verifyOrganisation,
} from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { globalId, rowId, sql, type Sql } from '../../../platform/database/index.js';
import {
  BadUserInputError,
  CurrentViewer,
  NodeKinds,
  PageArguments,
  PermissionObject,
  RefusalObject,
  SignedIn,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { AcceptInvitation } from '../application/accept-invitation.js';
import { ChangeRole } from '../application/change-role.js';
import { ConfirmSecond } from '../application/confirm-second.js';
import { CreateOrganisation } from '../application/create-organisation.js';
import { InviteMember } from '../application/invite-member.js';
import { organisationView } from '../application/organisation-view.js';
import { RequestVerification } from '../application/request-verification.js';
import { UpdateOrganisation } from '../application/update-organisation.js';
import { VerifyOrganisation } from '../application/verify-organisation.js';
import { wordVerifyOrganisation } from '../application/word-verification.js';
import {
  AcceptInvitationInput,
  AcceptInvitationResult,
  ChangeRoleInput,
  ChangeRoleResult,
  ConfirmSecondInput,
  ConfirmSecondResult,
  CreateOrganisationInput,
  CreateOrganisationResult,
  InviteMemberInput,
  InviteMemberResult,
  OrganisationConnection,
  OrganisationFilter,
  OrganisationObject,
  OrganisationViewerCanObject,
  RequestVerificationInput,
  RequestVerificationResult,
  UpdateOrganisationInput,
  UpdateOrganisationResult,
  VerifyOrganisationInput,
  VerifyOrganisationResult,
} from './organisation.object.js';
import {
  wordAcceptInvitation,
  wordChangeRole,
  wordCreateOrganisation,
  wordInviteMember,
  wordRequestVerification,
  wordUpdateOrganisation,
} from './wording.js';

interface CanFacts {
  readonly roles: readonly OrganisationRole[];
  readonly state: VerificationState;
  readonly close: boolean;
  readonly act: { readonly proposedById: string; readonly noticeEnds: string; readonly noticeIsOver: boolean } | null;
}

@Resolver(() => OrganisationObject)
export class OrganisationResolver {
  constructor(
    private readonly views: Views,
    private readonly createUseCase: CreateOrganisation,
    private readonly updateUseCase: UpdateOrganisation,
    private readonly inviteUseCase: InviteMember,
    private readonly acceptUseCase: AcceptInvitation,
    private readonly changeRoleUseCase: ChangeRole,
    private readonly requestUseCase: RequestVerification,
    private readonly verifyUseCase: VerifyOrganisation,
    private readonly confirmUseCase: ConfirmSecond,
    nodes: NodeKinds,
  ) {
    nodes.register('organisation', {
      view: organisationView,
      from: (organisation, id) => sql`organisations ${organisation} where ${organisation}.id = ${id}`,
    });
  }

  @Query(() => OrganisationObject, { nullable: true, description: 'An organisation by its address.' })
  organisation(
    @Args('slug', { description: 'The readable part of its address.' }) slug: string,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.one(
      info,
      viewer,
      organisationView,
      (organisation) => sql`organisations ${organisation} where ${organisation}.slug = ${slug}`,
    );
  }

  @Query(() => OrganisationConnection, { description: 'Organisations, newest first.' })
  organisations(
    @Args() page: PageArguments,
    @Args('filter', { nullable: true, description: 'Which.' }) filter: OrganisationFilter,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.page(info, viewer, organisationView, {
      from: (organisation) => sql`organisations ${organisation}`,
      where: (organisation) => conditionsOf(filter ?? {}, organisation),
      order: (organisation) => ({
        direction: 'desc',
        by: [
          // Who shared last comes first; never by an amount.
          {
            expression: sql`coalesce(${organisation}.last_shared_at, timestamptz '1970-01-01 00:00:00+00')`,
            type: 'timestamptz',
          },
          { expression: sql`${organisation}.created_at`, type: 'timestamptz' },
          { expression: sql`${organisation}.id`, type: 'uuid' },
        ],
      }),
      args: page,
    });
  }

  @ResolveField(() => OrganisationViewerCanObject, { description: 'What you may do with it now, and what is missing.' })
  viewerCan(@Parent() organisation: Viewed, @CurrentViewer() viewer: Viewer): OrganisationViewerCanObject {
    const facts = organisation['viewerCan'] as CanFacts;
    const personId = viewer.person?.id ?? '';
    const membership = facts.roles.length > 0 ? { personId, roles: facts.roles } : undefined;
    // A note as long as is needed: the permission is asked before there is an input.
    const request = requestVerification({ registration: null, note: 'x'.repeat(50) }, facts.state, membership);
    const verify = verifyOrganisation(
      { verify: true },
      { personId, isSteward: viewer.person?.steward ?? false, belongsToOrganisation: facts.close },
      {
        state: facts.state,
        firstStewardId: facts.act?.proposedById ?? null,
        noticeIsOver: facts.act?.noticeIsOver ?? false,
        noticeEnds: facts.act?.noticeEnds ?? null,
      },
    );
    const manage = holds(membership, 'ADMIN')
      ? { ok: true as const }
      : { ok: false as const, reasons: [{ code: 'NOT_AN_ADMIN' as const }] };
    return {
      manageMembers: PermissionObject.from(manage, wordChangeRole),
      requestVerification: PermissionObject.from(request, wordRequestVerification),
      verify: PermissionObject.from(verify, wordVerifyOrganisation),
    };
  }

  @Mutation(() => CreateOrganisationResult, { description: 'Creates an organisation, with you as its admin.' })
  async createOrganisation(
    @Args('input') input: CreateOrganisationInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.createUseCase.execute(viewer, input);
    return decision.ok
      ? this.views.payload(info, viewer, 'CreateOrganisationPayload', 'organisation', decision.value.organisationId)
      : RefusalObject.from(decision, wordCreateOrganisation);
  }

  @Mutation(() => UpdateOrganisationResult, {
    description: 'Changes what an organisation says of itself, and from which amount its pledges need a second person.',
  })
  async updateOrganisation(
    @Args('input') input: UpdateOrganisationInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { organisationId, about, website, grantsPrefix, approvalThreshold } = input;
    const decision = await this.updateUseCase.execute(viewer, {
      organisationId: rowId('organisation', organisationId),
      about: about ?? undefined,
      website,
      grantsPrefix,
      approvalThreshold: approvalThreshold == null ? approvalThreshold : moneyFrom(approvalThreshold),
    });
    return decision.ok
      ? this.views.payload(info, viewer, 'UpdateOrganisationPayload', 'organisation', decision.value.organisationId)
      : RefusalObject.from(decision, wordUpdateOrganisation);
  }

  @Mutation(() => InviteMemberResult, { description: 'Invites somebody into an organisation by mail.' })
  async inviteMember(
    @Args('input') input: InviteMemberInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.inviteUseCase.execute(viewer, {
      organisationId: rowId('organisation', input.organisationId),
      email: input.email,
      roles: input.roles,
    });
    return decision.ok
      ? this.views.payload(info, viewer, 'InviteMemberPayload', 'organisation', decision.value.organisationId)
      : RefusalObject.from(decision, wordInviteMember);
  }

  @Mutation(() => AcceptInvitationResult, { description: 'Accepts an invitation that was sent to your address.' })
  async acceptInvitation(
    @Args('input') input: AcceptInvitationInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.acceptUseCase.execute(viewer, input.token);
    return decision.ok
      ? this.views.payload(info, viewer, 'AcceptInvitationPayload', 'organisation', decision.value.organisationId)
      : RefusalObject.from(decision, wordAcceptInvitation);
  }

  @Mutation(() => ChangeRoleResult, {
    description:
      'Changes what somebody may do in an organisation, or ends it. A new approver is confirmed by a second person.',
  })
  async changeRole(
    @Args('input') input: ChangeRoleInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.changeRoleUseCase.execute(viewer, {
      organisationId: rowId('organisation', input.organisationId),
      personId: rowId('person', input.personId),
      roles: input.roles,
    });
    return decision.ok
      ? this.views.payload(info, viewer, 'ChangeRolePayload', 'organisation', decision.value.organisationId)
      : RefusalObject.from(decision, wordChangeRole);
  }

  @Mutation(() => RequestVerificationResult, {
    description: 'Asks the site team to check that the organisation is who it says.',
  })
  async requestVerification(
    @Args('input') input: RequestVerificationInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { register, registrationNumber, note } = input;
    const registration = register ? { register: register.replace('_', '-'), number: registrationNumber ?? '' } : null;
    const decision = await this.requestUseCase.execute(viewer, rowId('organisation', input.organisationId), {
      registration,
      note,
    });
    return decision.ok
      ? this.views.payload(info, viewer, 'RequestVerificationPayload', 'organisation', decision.value.organisationId)
      : RefusalObject.from(decision, wordRequestVerification);
  }

  @Mutation(() => VerifyOrganisationResult, {
    description: 'One step of the site team: the first puts it on notice, a second person or seven days verify it.',
  })
  async verifyOrganisation(
    @Args('input') input: VerifyOrganisationInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ask = input.verify ? ({ verify: true } as const) : ({ verify: false, reason: input.reason ?? '' } as const);
    const decision = await this.verifyUseCase.execute(viewer, rowId('organisation', input.organisationId), ask);
    return decision.ok
      ? this.views.payload(info, viewer, 'VerifyOrganisationPayload', 'organisation', decision.value.organisationId)
      : RefusalObject.from(decision, wordVerifyOrganisation);
  }

  @Mutation(() => ConfirmSecondResult, {
    description: 'Says yes, as the second person, to exactly what a first person proposed.',
  })
  async confirmSecond(@Args('input') input: ConfirmSecondInput, @SignedIn() viewer: SignedInViewer) {
    const decision = await this.confirmUseCase.execute(viewer, rowId('act', input.actId));
    if (!decision.ok) return RefusalObject.from(decision, (reason) => reason.words);
    return {
      __typename: 'ConfirmSecondPayload',
      actId: globalId('act', decision.value.actId),
      kind: decision.value.kind,
    };
  }
}

function moneyFrom({ minorUnits, currency }: { readonly minorUnits: bigint; readonly currency: string }): Money {
  if (!isCurrency(currency))
    throw new BadUserInputError(`${currency} is no currency this site knows. Write it like GBP.`);
  return Money.of(minorUnits, currency);
}

function conditionsOf({ search, kind, verified }: OrganisationFilter, organisation: Sql): Sql[] {
  const conditions: Sql[] = [];
  const words = search?.trim().slice(0, 100) ?? '';
  if (words !== '')
    conditions.push(sql`${organisation}.name ilike ${`%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`);
  if (kind) conditions.push(sql`${organisation}.kind = ${kind}`);
  if (verified !== undefined && verified !== null)
    conditions.push(verified ? sql`${organisation}.verified_at is not null` : sql`${organisation}.verified_at is null`);
  return conditions;
}
