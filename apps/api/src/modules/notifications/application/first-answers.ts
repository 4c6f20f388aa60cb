import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { Reader, sql } from '../../../platform/database/index.js';

/** How long people who logged an idea waited for somebody else to answer. */
export interface TimeToFirstAnswer {
  /** Ideas logged in the last 90 days. */
  readonly ideas: number;
  /** How many of them were answered. */
  readonly answered: number;
  /** Within how many hours half of those were; null while fewer than five were answered. */
  readonly medianHours: number | null;
}

/** What counts as an answer to an idea: words, something to reuse, an organisation's interest, or a decision on it. */
const ANSWERS = [
  'comment.added',
  'reuse_offer.proposed',
  'adoption_interest.declared',
  'idea.lead_offered',
  'idea.declined',
  'idea.merged',
];
const DAYS = 90;
/** A median of fewer would be one person's hour. */
const FEWEST = 5;
const KEPT_MS = 10 * 60_000;

/**
 * The time to the first answer. Each first answer is noted in the transaction in which it is given; an author's own
 * words are none. The figure is for the installation: of one idea it would tell the minute of a comment without a name.
 */
@Injectable()
export class FirstAnswers {
  private known: { readonly until: number; readonly figure: Promise<TimeToFirstAnswer> } | undefined;

  constructor(
    activity: ActivityLog,
    private readonly reader: Reader,
  ) {
    for (const kind of ANSWERS) {
      activity.whenever(kind, async (tx, { ideaId, by, actorId, occurredAt }) => {
        if (ideaId === undefined) return;
        await tx.query(sql`
          insert into first_answers (idea_id, logged_at, answered_at)
          select id, created_at, ${occurredAt} from ideas where id = ${ideaId} and author_id is distinct from ${by ?? actorId ?? null}::uuid
          on conflict on constraint first_answers_pk do nothing`);
      });
    }
  }

  /** The figure, counted afresh every ten minutes. */
  figure(): Promise<TimeToFirstAnswer> {
    if (this.known === undefined || this.known.until < Date.now()) {
      const figure = this.count();
      this.known = { until: Date.now() + KEPT_MS, figure };
      figure.catch(() => (this.known = undefined));
    }
    return this.known.figure;
  }

  private async count(): Promise<TimeToFirstAnswer> {
    const row = await this.reader.one<{ ideas: number; answered: number; hours: number | null }>(sql`
      select (select count(*)::int from ideas where created_at > app_now() - make_interval(days => ${DAYS})) as ideas,
        count(*)::int as answered,
        ceil(extract(epoch from percentile_cont(0.5) within group (order by answered_at - logged_at)) / 3600)::int as hours
      from first_answers where logged_at > app_now() - make_interval(days => ${DAYS})`);
    const { ideas = 0, answered = 0, hours = null } = row ?? {};
    return { ideas, answered, medianHours: answered < FEWEST ? null : hours };
  }
}
