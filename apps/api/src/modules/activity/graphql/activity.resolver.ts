import { Args, ID, Info, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  type GraphqlContext,
  NodeKinds,
  NotFoundError,
  PageArguments,
  type Viewed,
  Views,
  said,
} from '../../../platform/graphql/index.js';
import { type LiveUpdate, LiveUpdates } from '../../../platform/live/index.js';
import { ABOUT, activityView, visibleActivity } from '../application/activity-view.js';
import { wordActivity } from '../application/activity-words.js';
import { ActivityConnection, ActivityObject } from './activity.object.js';

const ABOUT_DESCRIPTION = 'The id of an idea, a venture or an organisation. Leave out for everything.';

@Resolver(() => ActivityObject)
export class ActivityResolver {
  constructor(
    private readonly views: Views,
    private readonly live: LiveUpdates,
    nodes: NodeKinds,
  ) {
    nodes.register('activity', {
      view: activityView,
      from: (activity, id, viewer) =>
        sql`activities ${activity} where ${activity}.id = ${id} and ${visibleActivity(activity, viewer)}`,
    });
  }

  @Query(() => ActivityConnection, { description: 'What happened, newest first.' })
  activities(
    @Args('about', { type: () => ID, nullable: true, description: ABOUT_DESCRIPTION }) about: string | null,
    @Args() page: PageArguments,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const subject = subjectOf(about);
    return this.views.page(info, viewer, activityView, {
      from: (activity) => sql`activities ${activity}`,
      where: (activity) => [
        visibleActivity(activity, viewer),
        ...(subject ? [sql`${activity}.${subject.column} = ${subject.id}`] : []),
      ],
      order: (activity) => ({ direction: 'desc', by: [{ expression: sql`${activity}.id`, type: 'uuid' }] }),
      args: page,
    });
  }

  @Subscription(() => ActivityObject, {
    nullable: true,
    description: 'Each public activity as it is sealed.',
    async resolve(
      this: ActivityResolver,
      update: LiveUpdate,
      _args: unknown,
      context: GraphqlContext,
      info: GraphQLResolveInfo,
    ) {
      // Read again under the session of this moment: it may have ended since the connection was opened.
      const viewer = (await context.viewerNow?.()) ?? context.viewer;
      return this.views.one(
        info,
        viewer,
        activityView,
        (activity) =>
          sql`activities ${activity} where ${activity}.id = ${update.id} and ${visibleActivity(activity, viewer)}`,
      );
    },
  })
  activityAdded(
    @Args('about', { type: () => ID, nullable: true, description: ABOUT_DESCRIPTION }) about: string | null,
  ): AsyncGenerator<LiveUpdate> {
    const subject = subjectOf(about);
    return this.live.subscribe(
      (update) => !subject || [update.ideaId, update.ventureId, update.subjectId].includes(subject.id),
    );
  }

  @ResolveField(() => String, { description: 'The same for a person, as a short sentence.' })
  summary(@Parent() activity: Viewed): string {
    return said(wordActivity(String(activity['summary'])));
  }
}

function subjectOf(about: string | null | undefined) {
  if (about === null || about === undefined) return undefined;
  for (const { prefix, column } of ABOUT) {
    const id = rowId(prefix, about);
    if (id !== undefined) return { column, id };
  }
  throw new NotFoundError('What the activities should be about');
}
