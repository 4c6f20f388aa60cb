import type { LicenceJudgement, ResearchFacts, ReturnContent } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import { ReturnRow } from './return.row.js';

/** What waits for somebody without a conflict. */
export interface WaitingReturn {
  readonly id: string;
  readonly number: number;
  readonly licence: string;
  readonly submittedById: string;
  readonly submittedOn: string;
  readonly componentIds: readonly string[];
}

export interface NewReturn {
  readonly id: string;
  readonly obligationId: string;
  readonly content: ReturnContent & ResearchFacts;
  readonly contentHash: Buffer;
  readonly language: string;
  readonly addressSeen: 'ANSWERED' | 'NOT_REACHED' | null;
  readonly addressSeenAt: Date | null;
  readonly addressHash: Buffer | null;
  readonly judgement: LicenceJudgement;
  /** Files sent before, in no order. */
  readonly fileIds: readonly string[];
  readonly components: readonly { readonly id: string; readonly licence: string | null }[];
  readonly by: { readonly personId: string; readonly at: Date };
}

@Injectable()
export class ReturnStore {
  /** Adds the next return of a promise and answers with its number. The caller holds the promise's lock. */
  async add(tx: Tx, { content, judgement, by, components, fileIds, ...submitted }: NewReturn): Promise<number> {
    const last = await tx.one<{ number: number }>(
      sql`select coalesce(max(number), 0) as number from returns where obligation_id = ${submitted.obligationId}`,
    );
    const number = (last?.number ?? 0) + 1;
    const { text, ...words } = content;
    await tx.manager.insert(ReturnRow, {
      ...submitted,
      ...words,
      body: text,
      number,
      verdict: judgement.verdict === 'SATISFIES' ? 'SATISFIES' : 'ASK_A_PERSON',
      verdictRule: judgement.rule,
      verdictReason: judgement.reason,
      submittedById: by.personId,
      submittedAt: by.at,
      decisionReason: '',
    });
    for (const component of components) {
      await tx.query(sql`
        insert into return_components (return_id, component_id, licence)
        values (${submitted.id}, ${component.id}, ${component.licence})`);
    }
    for (const file of fileIds) {
      await tx.query(sql`insert into return_files (return_id, upload_id) values (${submitted.id}, ${file})`);
    }
    return number;
  }

  /** The return nobody decided about yet. */
  async waiting(tx: Tx, obligationId: string): Promise<WaitingReturn | undefined> {
    return tx.one<WaitingReturn>(sql`
      select r.id, r.number, r.licence, r.submitted_by_id as "submittedById",
        to_char(r.submitted_at at time zone 'UTC', 'YYYY-MM-DD') as "submittedOn",
        array(select c.component_id from return_components c where c.return_id = r.id) as "componentIds"
      from returns r where r.obligation_id = ${obligationId} and r.decision is null`);
  }

  async decide(
    tx: Tx,
    id: string,
    decision: 'VERIFIED' | 'CHANGES_REQUESTED',
    by: { readonly personId: string; readonly at: Date; readonly reason: string },
    judgement?: LicenceJudgement,
  ): Promise<void> {
    await tx.manager.update(
      ReturnRow,
      { id },
      {
        decision,
        decidedById: by.personId,
        decidedAt: by.at,
        decisionReason: by.reason,
        ...(judgement
          ? {
              verdict: judgement.verdict === 'SATISFIES' ? 'SATISFIES' : 'ASK_A_PERSON',
              verdictRule: judgement.rule,
              verdictReason: judgement.reason,
            }
          : {}),
      },
    );
  }
}
