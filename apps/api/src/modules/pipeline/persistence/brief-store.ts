import type { BudgetLine, Currency, SavedBrief } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';

/** A brief as a form sends it back: what was saved before, for answers that are left out. */
export interface StoredBrief {
  readonly forWhom: string;
  readonly outcome: string;
  readonly approach: string;
  readonly whatCouldGoWrong: string;
  readonly riskForWhom: string;
  readonly howWeWouldNotice: string;
  readonly whenWeWouldStop: string;
  readonly currency: Currency;
  readonly version: number;
  readonly budget: readonly { readonly kind: string; readonly note: string; readonly minorUnits: string }[];
}

@Injectable()
export class BriefStore {
  async find(tx: Tx, ideaId: string): Promise<StoredBrief | undefined> {
    return tx.one(sql`
      select b.for_whom as "forWhom", b.outcome, b.approach, b.what_could_go_wrong as "whatCouldGoWrong", b.risk_for_whom as "riskForWhom",
        b.how_we_would_notice as "howWeWouldNotice", b.when_we_would_stop as "whenWeWouldStop", b.currency, b.version,
        coalesce((select json_agg(json_build_object('kind', l.kind, 'note', l.note, 'minorUnits', l.amount_minor::text) order by l.position)
          from budget_lines l where l.idea_id = b.idea_id), '[]'::json) as budget
      from briefs b where b.idea_id = ${ideaId} for update of b`);
  }

  async save(tx: Tx, ideaId: string, personId: string, language: string, saved: SavedBrief): Promise<void> {
    const { brief, currency, total } = saved;
    await tx.query(sql`delete from budget_lines where idea_id = ${ideaId}`);
    await tx.query(sql`
      insert into briefs (idea_id, for_whom, outcome, approach, what_could_go_wrong, risk_for_whom, how_we_would_notice, when_we_would_stop,
        currency, total_minor, language, version, saved_by_id, saved_at)
      values (${ideaId}, ${brief.forWhom}, ${brief.outcome}, ${brief.approach}, ${brief.risks.whatCouldGoWrong}, ${brief.risks.forWhom},
        ${brief.risks.howWeWouldNotice}, ${brief.risks.whenWeWouldStop}, ${currency}, ${total.minorUnits.toString()}, ${language}, 1, ${personId}, app_now())
      on conflict (idea_id) do update set for_whom = excluded.for_whom, outcome = excluded.outcome, approach = excluded.approach,
        what_could_go_wrong = excluded.what_could_go_wrong, risk_for_whom = excluded.risk_for_whom,
        how_we_would_notice = excluded.how_we_would_notice, when_we_would_stop = excluded.when_we_would_stop,
        currency = excluded.currency, total_minor = excluded.total_minor, language = excluded.language,
        version = briefs.version + 1, saved_by_id = excluded.saved_by_id, saved_at = excluded.saved_at`);
    await this.insertLines(tx, ideaId, 0, brief.budget);
  }

  /** Adds lines after those there are; an idea without a brief gets one that says nothing else yet. */
  async addLines(tx: Tx, ideaId: string, personId: string, lines: readonly BudgetLine[]): Promise<void> {
    const [first] = lines;
    if (first === undefined) return;
    const added = lines.reduce((sum, { amount }) => sum + amount.minorUnits, 0n).toString();
    await tx.query(sql`
      insert into briefs (idea_id, for_whom, outcome, approach, what_could_go_wrong, risk_for_whom, how_we_would_notice, when_we_would_stop,
        currency, total_minor, language, version, saved_by_id, saved_at)
      select i.id, '', '', '', '', '', '', '', ${first.amount.currency}, ${added}, i.language, 1, ${personId}, app_now()
      from ideas i where i.id = ${ideaId}
      on conflict (idea_id) do update set total_minor = briefs.total_minor + excluded.total_minor,
        version = briefs.version + 1, saved_by_id = excluded.saved_by_id, saved_at = excluded.saved_at`);
    const last = await tx.one<{ next: number }>(
      sql`select coalesce(max(position) + 1, 0)::int as next from budget_lines where idea_id = ${ideaId}`,
    );
    await this.insertLines(tx, ideaId, last?.next ?? 0, lines);
  }

  private async insertLines(tx: Tx, ideaId: string, from: number, lines: readonly BudgetLine[]): Promise<void> {
    for (const [index, { kind, note, amount }] of lines.entries()) {
      await tx.query(sql`
        insert into budget_lines (idea_id, position, kind, note, amount_minor, currency)
        values (${ideaId}, ${from + index}, ${kind}, ${note}, ${amount.minorUnits.toString()}, ${amount.currency})`);
    }
  }
}
