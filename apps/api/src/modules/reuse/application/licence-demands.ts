import { Injectable } from '@nestjs/common';

import { join, raw, sql, type Sql } from '../../../platform/database/index.js';

/** What will be returned for an idea, and under which licences: as its agreement, or its draft, says. */
export interface LicenceDemand {
  /** The output's kind: SOFTWARE. */
  readonly kind: string;
  readonly title: string;
  /** In the condition language of the licences package: `OPEN`, `MIT OR Apache-2.0`. */
  readonly condition: string;
}

// Views are declared once a process and ask when a statement is written, so what they ask stands here too.
const sources = new Map<string, (idea: Sql) => Sql>();

/** A JSON list of every demand on what is built for an idea, given the alias of its row. */
export function demandsOn(idea: Sql): Sql {
  const provided = [...sources.values()].map((source) => sql`coalesce(${source(idea)}::jsonb, '[]'::jsonb)`);
  return provided.length === 0 ? raw(`'[]'::jsonb`) : sql`(${join(provided, ' || ')})`;
}

/**
 * Where later modules say what is asked of a licence: reuse knows neither agreements nor mandates, and a verdict that
 * ignores them would be wrong.
 */
@Injectable()
export class LicenceDemands {
  /** `demands` answers one JSON list of `{ kind, title, condition }`, or null. */
  provide(name: string, demands: (idea: Sql) => Sql): void {
    sources.set(name, demands);
  }
}
