import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { Viewer } from '../auth/viewer.js';
import { CurrentViewer } from './context.js';
import { NodeKinds } from './node-kinds.js';
import { NodeInterface } from './objects.js';
import { Views } from './views.js';

@Resolver(() => NodeInterface)
export class NodeResolver {
  constructor(
    private readonly kinds: NodeKinds,
    private readonly views: Views,
  ) {}

  @Query(() => NodeInterface, {
    nullable: true,
    description: 'Anything by its id; null when it does not exist or is not for this viewer.',
  })
  async node(
    @Args('id', { type: () => ID, description: 'The id of anything.' }) id: string,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const found = this.kinds.find(id);
    return found
      ? this.views.one(info, viewer, found.kind.view, (alias) => found.kind.from(alias, found.id, viewer))
      : null;
  }
}
