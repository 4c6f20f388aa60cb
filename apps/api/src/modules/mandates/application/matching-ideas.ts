import { matchIdea, type CriterionVerdict, type RoundPurpose, type Theme } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { allOrFirst, limit, sql, UnitOfWork } from '../../../platform/database/index.js';
import { MandateStore } from '../persistence/mandate-store.js';
import { moneyOf } from './conditions.js';

/** Of ideas on their way to money, the newest; and of these that share a theme, the newest. */
const MOST_LOOKED_AT = 2_000;
const MOST_JUDGED = 300;

interface Candidate {
  readonly id: string;
  readonly themes: readonly Theme[];
  readonly places: readonly string[];
  readonly purpose: RoundPurpose | null;
  readonly currency: string | null;
  readonly room: string | null;
}

/** An idea that shares a theme with a mandate, and how it fits criterion by criterion. */
export interface IdeaMatch {
  readonly ideaId: string;
  readonly criteria: readonly CriterionVerdict[];
}

/** Ideas on their way to money that fit an open offer: those that fit in everything first, then the newest. */
@Injectable()
export class MatchingIdeas {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: MandateStore,
  ) {}

  find(mandateId: string, first: number): Promise<readonly IdeaMatch[] | null> {
    return this.unitOfWork.run(async (tx) => {
      const [mandate, now] = await allOrFirst([this.mandates.find(tx, mandateId), tx.now()]);
      if (!mandate) return null;
      const today = now.toISOString().slice(0, 10);
      // Bounded before it is judged, and walked from the newest: an index of themes would name a fifth of all ideas first.
      // As JSON, because hundreds of PostgreSQL's own arrays take this process longer to read than to judge.
      const found = await tx.one<{ candidates: readonly Candidate[] }>(sql`
        select coalesce(json_agg(candidate), '[]'::json) as candidates from (
        select idea.id, idea.themes, idea.places, round.purpose, round.currency, (round.target_minor - round.pledged_minor)::text as room
        from (
          select * from (
            select id, themes, places, created_at from ideas where stage in ('SUPPORTED', 'SHAPED', 'FUNDING')
            order by created_at desc, id desc ${limit(MOST_LOOKED_AT)}
          ) newest where themes && ${[...mandate.terms.themes]}::text[] ${limit(MOST_JUDGED)}
        ) idea left join lateral (
          select purpose, currency, target_minor, pledged_minor from funding_rounds where idea_id = idea.id and status = 'OPEN' limit 1
        ) round on true
        order by idea.created_at desc, idea.id desc) candidate`);
      const matches = (found?.candidates ?? []).map((idea) => {
        const { themes, places } = idea;
        const criteria = matchIdea(mandate, { themes, places, round: roundOf(idea) }, today);
        return { ideaId: idea.id, criteria, unmet: criteria.filter(({ met }) => !met).length };
      });
      return matches.toSorted((one, other) => one.unmet - other.unmet).slice(0, first);
    });
  }
}

function roundOf({ purpose, currency, room }: Candidate) {
  if (purpose === null || currency === null || room === null) return null;
  return { purpose, room: moneyOf(BigInt(room), currency) };
}
