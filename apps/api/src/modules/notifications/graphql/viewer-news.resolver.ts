import { Args, ArgsType, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import { PageArguments, storedUnder, type Viewed } from '../../../platform/graphql/index.js';
import { IdeaObject } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { ViewerObject } from '../../people/index.js';
import { VentureObject } from '../../ventures/index.js';
import { FollowConnection, NotificationConnection, NotificationSettingsObject } from './notification.object.js';

@ArgsType()
class NotificationArguments extends PageArguments {
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Only what you have not seen.' })
  unread?: boolean;
}

/** What news adds to a viewer's account. */
@Resolver(() => ViewerObject)
export class ViewerNewsResolver {
  @ResolveField(() => Int, { description: 'How many notifications you have not seen; counted up to 100.' })
  unreadNotifications(@Parent() viewer: Viewed) {
    return viewer['unreadNotifications'];
  }

  @ResolveField(() => NotificationConnection, { description: 'What you were told, newest first, for a year.' })
  notifications(@Parent() viewer: Viewed, @Args() page: NotificationArguments) {
    return viewer[storedUnder('notifications', { ...page })];
  }

  @ResolveField(() => NotificationSettingsObject, { description: 'How you want to hear of things.' })
  notificationSettings(@Parent() viewer: Viewed) {
    return viewer['notificationSettings'];
  }

  @ResolveField(() => FollowConnection, { description: 'What you follow, newest first.' })
  following(@Parent() viewer: Viewed, @Args() page: PageArguments) {
    return viewer[storedUnder('following', { ...page })];
  }
}

const FOLLOWS = { description: 'Whether you follow it. False when nobody is signed in.' };

@Resolver(() => IdeaObject)
export class IdeaFollowResolver {
  @ResolveField(() => Boolean, FOLLOWS)
  viewerFollows(@Parent() idea: Viewed) {
    return idea['viewerFollows'];
  }
}

@Resolver(() => VentureObject)
export class VentureFollowResolver {
  @ResolveField(() => Boolean, FOLLOWS)
  viewerFollows(@Parent() venture: Viewed) {
    return venture['viewerFollows'];
  }
}

@Resolver(() => OrganisationObject)
export class OrganisationFollowResolver {
  @ResolveField(() => Boolean, FOLLOWS)
  viewerFollows(@Parent() organisation: Viewed) {
    return organisation['viewerFollows'];
  }
}
