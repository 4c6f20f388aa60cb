import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Viewed } from '../../../platform/graphql/index.js';
import { PersonObject, ViewerObject } from '../../people/index.js';
import {
  InvitationObject,
  OrganisationObject,
  ViewerMembershipObject,
  WaitingActObject,
} from './organisation.object.js';

/** What organisations add to the viewer. */
@Resolver(() => ViewerObject)
export class ViewerOrganisationsResolver {
  @ResolveField(() => [ViewerMembershipObject], {
    description: 'Your organisations and what you may do there, longest first.',
  })
  organisations(@Parent() viewer: Viewed) {
    return viewer['organisations'];
  }

  @ResolveField(() => [InvitationObject], { description: 'Open invitations that were sent to your address.' })
  invitations(@Parent() viewer: Viewed) {
    return viewer['invitations'];
  }

  @ResolveField(() => [WaitingActObject], {
    description: 'What others proposed and you, as a second person, may confirm.',
  })
  toConfirm(@Parent() viewer: Viewed) {
    return viewer['toConfirm'];
  }

  @ResolveField(() => [OrganisationObject], {
    description: 'For the site team: organisations that ask to be verified.',
  })
  toVerify(@Parent() viewer: Viewed) {
    return viewer['toVerify'];
  }
}

/** What organisations add to a person's page. */
@Resolver(() => PersonObject)
export class PersonOrganisationsResolver {
  @ResolveField(() => [ViewerMembershipObject], { description: 'The organisations they act for.' })
  organisations(@Parent() person: Viewed) {
    return person['organisations'];
  }
}
