import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import { ComponentRow } from './component.row.js';
import { ComponentSourceRow } from './component-source.row.js';

@Injectable()
export class ComponentStore {
  async add(tx: Tx, component: ComponentRow, source: ComponentSourceRow): Promise<void> {
    await tx.manager.insert(ComponentRow, component);
    await tx.manager.insert(ComponentSourceRow, source);
  }

  async find(tx: Tx, id: string): Promise<ComponentRow | null> {
    return tx.manager.findOne(ComponentRow, { where: { id } });
  }

  async lock(tx: Tx, id: string): Promise<ComponentRow | null> {
    return tx.manager.findOne(ComponentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The address of the component that has this repository, if there is one. */
  async slugOfRepository(tx: Tx, repositoryUrl: string | null): Promise<string | null> {
    if (repositoryUrl === null) return null;
    const row = await tx.one<{ slug: string }>(
      sql`select slug from components where repository_url = ${repositoryUrl}`,
    );
    return row?.slug ?? null;
  }

  /** An address that is free. Two who choose the same one at once meet at `components_slug_key`. */
  async freeSlug(tx: Tx, wanted: string): Promise<string> {
    const taken = await tx.one(sql`select from components where slug = ${wanted}`);
    return taken === undefined ? wanted : `${wanted}-${randomBytes(3).toString('hex')}`;
  }

  async conclude(
    tx: Tx,
    id: string,
    concluded: { readonly licence: string; readonly why: string; readonly byId: string; readonly at: Date },
  ): Promise<void> {
    await tx.manager.update(
      ComponentRow,
      { id },
      {
        licenceConcluded: concluded.licence,
        licenceConcludedWhy: concluded.why,
        licenceConcludedById: concluded.byId,
        licenceConcludedAt: concluded.at,
        updatedAt: concluded.at,
      },
    );
  }
}
