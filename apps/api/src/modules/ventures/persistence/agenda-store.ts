import type { AgendaFacts, AgendaSignature } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import type { StoredVenture } from './venture-store.js';

@Injectable()
export class AgendaStore {
  /** What the rules ask about a venture's agenda. The venture must be locked. */
  async facts(tx: Tx, venture: StoredVenture): Promise<AgendaFacts> {
    return {
      status: venture.status,
      newest:
        (await tx.one<{ version: number; text: string }>(sql`
          select version, text from agendas where venture_id = ${venture.id} order by version desc limit 1`)) ?? null,
      memberOrganisationIds: venture.members.map((member) => member.organisationId),
      signatures: await tx.query<AgendaSignature>(sql`
        select organisation_id as "organisationId", version from agenda_signatures where venture_id = ${venture.id}`),
    };
  }

  async add(
    tx: Tx,
    ventureId: string,
    agenda: { readonly version: number; readonly text: string; readonly changeNote: string },
    by: { readonly personId: string; readonly at: Date },
  ): Promise<void> {
    await tx.query(sql`
      insert into agendas (venture_id, version, text, change_note, author_id, created_at)
      values (${ventureId}, ${agenda.version}, ${agenda.text}, ${agenda.changeNote}, ${by.personId}, ${by.at})`);
  }

  async sign(
    tx: Tx,
    ventureId: string,
    signature: AgendaSignature,
    by: { readonly personId: string; readonly at: Date },
  ): Promise<void> {
    await tx.query(sql`
      insert into agenda_signatures (venture_id, version, organisation_id, signed_by_id, signed_at)
      values (${ventureId}, ${signature.version}, ${signature.organisationId}, ${by.personId}, ${by.at})`);
  }
}
