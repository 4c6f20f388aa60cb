import { Injectable } from '@nestjs/common';

import type { Viewer } from '../auth/viewer.js';
import { rowId } from '../database/id.js';
import type { Sql } from '../database/sql.js';
import type { View } from './view.js';

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

  /** The kind registered under this prefix; a fault of ours where there is none. */
  named(prefix: string): NodeKind {
    const kind = this.kinds.get(prefix);
    if (kind === undefined) throw new Error(`Nothing is registered under the prefix ${prefix}.`);
    return kind;
  }

  find(opaque: string): { kind: NodeKind; id: string } | undefined {
    for (const [prefix, kind] of this.kinds) {
      const id = rowId(prefix, opaque);
      if (id !== undefined) return { kind, id };
    }
    return undefined;
  }
}
