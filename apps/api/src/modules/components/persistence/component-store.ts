import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import { licenceUse } from '../application/licence-use.js';
import { ComponentRow } from './component.row.js';
import { ComponentSourceRow } from './component-source.row.js';

/** A component as it is kept. */
export type StoredComponent = Readonly<ComponentRow>;

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

  /** The newest file it was read from, with its text. */
  async lastSource(
    tx: Tx,
    componentId: string,
  ): Promise<{ readonly number: number; readonly raw: string } | undefined> {
    return tx.one(
      sql`select number, raw from component_sources where component_id = ${componentId} order by number desc limit 1`,
    );
  }

  async addSource(tx: Tx, source: ComponentSourceRow): Promise<void> {
    await tx.manager.insert(ComponentSourceRow, source);
  }

  /** Changes columns of a locked row, and with its licence the word people look for it by. */
  async change(tx: Tx, before: StoredComponent, changed: Partial<StoredComponent>): Promise<void> {
    const after = { ...before, ...changed };
    const { licenceDeclared: declared, licenceFound: found, licenceConcluded, licenceConcludedWhy } = after;
    const concluded = licenceConcluded === null ? null : { licence: licenceConcluded, why: licenceConcludedWhy ?? '' };
    const use = licenceUse({ declared, found, concluded });
    await tx.manager.update(ComponentRow, { id: before.id }, { ...changed, licenceUse: use });
  }

  async conclude(
    tx: Tx,
    before: StoredComponent,
    concluded: { readonly licence: string; readonly why: string; readonly byId: string; readonly at: Date },
  ): Promise<void> {
    await this.change(tx, before, {
      licenceConcluded: concluded.licence,
      licenceConcludedWhy: concluded.why,
      licenceConcludedById: concluded.byId,
      licenceConcludedAt: concluded.at,
      updatedAt: concluded.at,
    });
  }
}
