import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { globalId, rowId, sql } from '../../../platform/database/index.js';
import { CurrentViewer, NodeKinds, RefusalObject, SignedIn, Views } from '../../../platform/graphql/index.js';
import { CreateApiToken } from '../application/create-api-token.js';
import { DeleteMyAccount } from '../application/delete-my-account.js';
import { ExportMyData } from '../application/export-my-data.js';
import { apiTokenView, personView, viewerView, visiblePerson } from '../application/person-view.js';
import { RevokeApiToken } from '../application/revoke-api-token.js';
import { UpdateProfile } from '../application/update-profile.js';
import {
  CreateApiTokenInput,
  CreateApiTokenResult,
  DeleteMyAccountInput,
  DeleteMyAccountResult,
  ExportMyDataInput,
  ExportMyDataResult,
  PersonObject,
  RevokeApiTokenInput,
  RevokeApiTokenResult,
  UpdateProfileInput,
  UpdateProfileResult,
  ViewerObject,
} from './person.object.js';
import { wordCreateApiToken, wordDeleteAccount, wordUpdateProfile } from './wording.js';

@Resolver(() => PersonObject)
export class PersonResolver {
  constructor(
    private readonly views: Views,
    private readonly updateProfileUseCase: UpdateProfile,
    private readonly exportMyDataUseCase: ExportMyData,
    private readonly deleteMyAccountUseCase: DeleteMyAccount,
    private readonly createApiTokenUseCase: CreateApiToken,
    private readonly revokeApiTokenUseCase: RevokeApiToken,
    nodes: NodeKinds,
  ) {
    nodes.register('person', {
      view: personView,
      from: (person, id) => sql`people ${person} where ${person}.id = ${id} and ${visiblePerson(person)}`,
    });
    nodes.register('token', {
      view: apiTokenView,
      from: (token, id, viewer) =>
        sql`api_tokens ${token} where ${token}.id = ${id} and ${token}.person_id = ${viewer.person?.id ?? null} and ${token}.revoked_at is null`,
    });
  }

  @Query(() => ViewerObject, { nullable: true, description: 'You. Null when nobody is signed in.' })
  viewer(@CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    if (viewer.person === null) return null;
    const { id } = viewer.person;
    return this.views.one(
      info,
      viewer,
      viewerView,
      (person) => sql`people ${person} where ${person}.id = ${id} and ${visiblePerson(person)}`,
    );
  }

  @Query(() => PersonObject, { nullable: true, description: 'Somebody with an account, by their handle.' })
  person(
    @Args('handle', { description: 'The readable part of the address of their page.' }) handle: string,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.one(
      info,
      viewer,
      personView,
      (person) => sql`people ${person} where ${person}.handle = ${handle} and ${visiblePerson(person)}`,
    );
  }

  @Mutation(() => UpdateProfileResult, { description: 'Changes what others see of you.' })
  async updateProfile(
    @Args('input') input: UpdateProfileInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.updateProfileUseCase.execute(viewer, input);
    if (!decision.ok) return RefusalObject.from(decision, wordUpdateProfile);
    return this.views.payload(info, viewer, 'UpdateProfilePayload', 'person', decision.value.personId);
  }

  @Mutation(() => ExportMyDataResult, { description: 'Everything this installation holds about you, as JSON.' })
  async exportMyData(@Args('input', { nullable: true }) _input: ExportMyDataInput, @SignedIn() viewer: SignedInViewer) {
    return { __typename: 'ExportMyDataPayload', ...(await this.exportMyDataUseCase.execute(viewer)) };
  }

  @Mutation(() => DeleteMyAccountResult, {
    description:
      'Deletes your account. Name, address, drafts and comments go; votes that cannot be linked to you stay counted. Cannot be undone.',
  })
  async deleteMyAccount(@Args('input') input: DeleteMyAccountInput, @SignedIn() viewer: SignedInViewer) {
    const decision = await this.deleteMyAccountUseCase.execute(viewer, input.handle);
    if (!decision.ok) return RefusalObject.from(decision, wordDeleteAccount);
    return { __typename: 'DeleteMyAccountPayload', organisationsLeft: decision.value.leavesOrganisations.length };
  }

  @Mutation(() => CreateApiTokenResult, {
    description: 'Makes a token with which a machine acts for you. Its secret is shown once.',
  })
  async createApiToken(
    @Args('input') input: CreateApiTokenInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.createApiTokenUseCase.execute(viewer, input);
    if (!decision.ok) return RefusalObject.from(decision, wordCreateApiToken);
    const { tokenId, secret } = decision.value;
    const payload = await this.views.payload(info, viewer, 'CreateApiTokenPayload', 'apiToken', tokenId, 'token');
    return { ...payload, secret };
  }

  @Mutation(() => RevokeApiTokenResult, { description: 'Ends one of your tokens at once.' })
  async revokeApiToken(@Args('input') input: RevokeApiTokenInput, @SignedIn() viewer: SignedInViewer) {
    const decision = await this.revokeApiTokenUseCase.execute(viewer, rowId('token', input.tokenId));
    return {
      __typename: 'RevokeApiTokenPayload',
      tokenId: globalId('token', decision.ok ? decision.value.tokenId : ''),
    };
  }
}
