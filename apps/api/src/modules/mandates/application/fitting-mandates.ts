import { matchIdea, type CriterionVerdict, type RoundPurpose, type Theme } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { limit, sql, UnitOfWork } from '../../../platform/database/index.js';
import { MandateStore } from '../persistence/mandate-store.js';
import { moneyOf } from './conditions.js';

/** An open offer that shares a theme with an idea, and how it fits criterion by criterion. */
export interface MandateMatch {
  readonly mandateId: string;
  readonly criteria: readonly CriterionVerdict[];
}

/** Judged are the newest offers that share a theme, so that the answer costs the same however many there are. */
const CANDIDATES = 60;

/** "Who would fund this?": open offers that fit an idea, the best fitting first, then the newest. */
@Injectable()
export class FittingMandates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: MandateStore,
  ) {}

  find(ideaId: string, first: number): Promise<readonly MandateMatch[] | null> {
    return this.unitOfWork.run(async (tx) => {
      const idea = await tx.one<{
        themes: Theme[];
        places: string[];
        purpose: RoundPurpose | null;
        currency: string | null;
        room: string | null;
      }>(sql`
        select idea.themes, idea.places, round.purpose, round.currency, (round.target_minor - round.pledged_minor)::text as room
        from ideas idea left join funding_rounds round on round.idea_id = idea.id and round.status = 'OPEN'
        where idea.id = ${ideaId}`);
      if (!idea) return null;
      const today = (await tx.now()).toISOString().slice(0, 10);
      const rows = await tx.query<{ id: string }>(sql`
        select id from mandates where status = 'PUBLISHED' and closes_on >= ${today}::date and themes && ${idea.themes}::text[]
        order by published_at desc, id desc ${limit(CANDIDATES)}`);
      const { purpose, currency, room } = idea;
      const round =
        purpose === null || currency === null || room === null
          ? null
          : { purpose, room: moneyOf(BigInt(room), currency) };
      const mandates = await this.mandates.findAll(
        tx,
        rows.map((row) => row.id),
      );
      const matches = mandates.map((mandate) => ({
        mandateId: mandate.id,
        criteria: matchIdea(mandate, { themes: idea.themes, places: idea.places, round }, today),
      }));
      const unmet = (match: MandateMatch) => match.criteria.filter(({ met }) => !met).length;
      return matches.toSorted((one, other) => unmet(one) - unmet(other)).slice(0, first);
    });
  }
}
