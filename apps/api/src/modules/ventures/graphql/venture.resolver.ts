import { Args, ArgsType, Field, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { Viewer } from '../../../platform/auth/index.js';
import { sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NodeKinds,
  PageArguments,
  storedUnder,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { ComponentObject } from '../../components/index.js';
import { IdeaObject } from '../../ideas/index.js';
import { milestoneView, updateView, ventureView } from '../application/venture-view.js';
import { VentureStatusEnum } from './enums.js';
import { ventureViewerCan, type ViewerFacts } from './viewer-can.js';
import {
  VentureConnection,
  VentureObject,
  VentureUpdateConnection,
  VentureUpdateObject,
  VentureViewerCanObject,
} from './venture.object.js';

@ArgsType()
class VentureArguments extends PageArguments {
  @Field(() => VentureStatusEnum, { nullable: true, description: 'Only those that stand here.' })
  status?: keyof typeof VentureStatusEnum | null;
}

@Resolver(() => VentureObject)
export class VentureResolver {
  constructor(
    private readonly views: Views,
    nodes: NodeKinds,
  ) {
    nodes.register('venture', {
      view: ventureView,
      from: (venture, id) => sql`ventures ${venture} where ${venture}.id = ${id}`,
    });
    nodes.register('milestone', {
      view: milestoneView,
      from: (row, id) => sql`milestones ${row} where ${row}.id = ${id}`,
    });
    nodes.register('update', {
      view: updateView,
      from: (row, id, viewer) =>
        sql`updates ${row} where ${row}.id = ${id} and (${row}.published_at is not null or ${row}.author_id = ${viewer.person?.id ?? null}::uuid)`,
    });
  }

  @Query(() => VentureObject, { nullable: true, description: 'One venture by its address.' })
  venture(
    @Args('slug', { description: 'The readable part of its address.' }) slug: string,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.one(
      info,
      viewer,
      ventureView,
      (venture) => sql`ventures ${venture} where ${venture}.slug = ${slug}`,
    );
  }

  @Query(() => VentureConnection, { description: 'Ventures, newest first.' })
  ventures(@Args() args: VentureArguments, @CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.views.page(info, viewer, ventureView, {
      from: (venture) => sql`ventures ${venture}`,
      where: (venture) => (args.status == null ? [] : [sql`${venture}.status = ${args.status}`]),
      order: (venture) => ({
        direction: 'desc',
        by: [
          { expression: sql`${venture}.created_at`, type: 'timestamptz' },
          { expression: sql`${venture}.id`, type: 'uuid' },
        ],
      }),
      args,
    });
  }

  @ResolveField(() => VentureUpdateConnection, { description: 'Published news, newest first.' })
  updates(@Parent() venture: Viewed, @Args() page: PageArguments) {
    return venture[storedUnder('updates', { ...page })];
  }

  @ResolveField(() => [VentureUpdateObject], { description: 'The viewer’s own drafts of news. Nobody else sees them.' })
  myDrafts(@Parent() venture: Viewed) {
    return venture['myDrafts'];
  }

  @ResolveField(() => VentureViewerCanObject, { description: 'What the viewer may do here.' })
  viewerCan(@Parent() venture: Viewed, @CurrentViewer() viewer: Viewer) {
    return ventureViewerCan(viewer, venture['viewerCan'] as ViewerFacts);
  }
}

@Resolver(() => ComponentObject)
export class ComponentVenturesResolver {
  @ResolveField(() => [VentureObject], { description: 'Ventures whose ideas accepted it, newest first: up to fifty.' })
  ventures(@Parent() component: Viewed) {
    return component['ventures'];
  }
}

@Resolver(() => IdeaObject)
export class IdeaVentureResolver {
  @ResolveField(() => VentureObject, { nullable: true, description: 'The venture that delivers it, if there is one.' })
  venture(@Parent() idea: Viewed) {
    return idea['venture'];
  }
}
