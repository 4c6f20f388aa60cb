import { Injectable } from '@nestjs/common';
import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { Viewer } from '../auth/viewer.js';
import { rowId } from '../database/id.js';
import type { Sql } from '../database/sql.js';
import { CurrentViewer } from './context.js';
import { NodeInterface } from './objects.js';
import type { View } from './view.js';
import { Views } from './views.js';

/** How `node(id)` finds one kind of thing: `from` holds the viewer's visibility. */
export interface NodeKind {
  readonly view: View;
  readonly from: (alias: Sql, id: string, viewer: Viewer) => Sql;
}

/** Every kind of thing with an id, registered by its module under the prefix of its ids. */
@Injectable()
export class NodeKinds {
  private readonly kinds = new Map<string, NodeKind>();

  register(prefix: string, kind: NodeKind): void {
    this.kinds.set(prefix, kind);
  }

  find(opaque: string): { kind: NodeKind; id: string } | undefined {
    for (const [prefix, kind] of this.kinds) {
      const id = rowId(prefix, opaque);
      if (id !== undefined) return { kind, id };
    }
    return undefined;
  }
}

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
