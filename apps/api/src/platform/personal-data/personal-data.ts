import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/index.js';

/** What one module holds about a person, and how it lets go of it. */
export interface PersonalDataProvider {
  /** The heading it is exported under: `votes`. */
  readonly name: string;
  /** Everything the module holds about the person, as plain JSON, for the person themself. */
  readonly export: (tx: Tx, personId: string) => Promise<unknown>;
  /**
   * Destroys what can be linked to the person: names, texts of their own, drafts, and the salts of what was committed
   * to. Counts that cannot be linked stay. Runs in the transaction that deletes the account.
   */
  readonly erase: (tx: Tx, personId: string) => Promise<void>;
  /** Promises that only this person can keep and must hand on before they go, in words for them. */
  readonly unfinished?: (
    tx: Tx,
    personId: string,
  ) => Promise<readonly { readonly what: string; readonly path: string | null }[]>;
}

/**
 * Every module that stores something about people registers here, so that an export is whole and a deletion reaches
 * everything. Later modules are erased first: their rows point at earlier ones.
 */
@Injectable()
export class PersonalData {
  private readonly providers: PersonalDataProvider[] = [];

  register(provider: PersonalDataProvider): void {
    if (this.providers.some(({ name }) => name === provider.name))
      throw new Error(`Personal data "${provider.name}" is registered twice.`);
    this.providers.push(provider);
  }

  async exportAll(tx: Tx, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const parts: [string, unknown][] = [];
    for (const provider of this.providers) parts.push([provider.name, await provider.export(tx, personId)]);
    return Object.fromEntries(parts);
  }

  async eraseAll(tx: Tx, personId: string): Promise<void> {
    for (const provider of this.providers.toReversed()) await provider.erase(tx, personId);
  }

  async unfinished(
    tx: Tx,
    personId: string,
  ): Promise<readonly { readonly what: string; readonly path: string | null }[]> {
    const found: { readonly what: string; readonly path: string | null }[] = [];
    for (const provider of this.providers) found.push(...((await provider.unfinished?.(tx, personId)) ?? []));
    return found;
  }
}
