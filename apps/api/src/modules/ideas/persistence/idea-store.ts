import { Injectable } from '@nestjs/common';

import type { Tx } from '../../../platform/database/index.js';
import { IdeaRow } from './idea.row.js';

@Injectable()
export class IdeaStore {
  async add(tx: Tx, idea: IdeaRow): Promise<void> {
    await tx.manager.insert(IdeaRow, idea);
  }

  /** The idea, locked against merge, withdrawal and every other transition until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<IdeaRow | null> {
    return tx.manager.findOne(IdeaRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
