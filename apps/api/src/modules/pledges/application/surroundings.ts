import type { AgreedOutput, OutputKind, PledgeFacts, RoundSurroundings, Theme } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import { gateFactsOf, Gates } from '../../ideas/index.js';
import type { StoredRound } from '../../rounds/index.js';

/** One output of an agreement as it is stored. */
export interface StoredOutput {
  readonly kind: OutputKind;
  /** Null: any open licence. */
  readonly licences: readonly string[] | null;
}

export function agreedOutput({ kind, licences }: StoredOutput): AgreedOutput {
  return { kind, licences: licences ?? 'ANY_OPEN' };
}

/** What pledges and their conditions ask about a round, read within the transaction that acts on it. */
@Injectable()
export class Surroundings {
  constructor(private readonly gates: Gates) {}

  async of(tx: Tx, round: StoredRound): Promise<RoundSurroundings> {
    const evidence = await this.gates.evidence(tx, round.ideaId);
    if (!evidence) throw new Error(`The round ${round.id} has no idea.`);
    const facts = gateFactsOf(evidence);
    const outputs = await tx.query<StoredOutput>(sql`
      select kind, accepted_licences as licences from agreement_outputs where agreement_id = ${round.agreementId} order by position`);
    const lead = await tx.one<{ verified: boolean }>(
      sql`select verified_at is not null as verified from organisations where id = ${round.leadOrganisationId}`,
    );
    return {
      target: round.target,
      votes: facts.support.votes,
      livedExperienceHeard: isHeard(facts, evidence.policy.livedExperienceVoices),
      leadVerified: lead?.verified ?? false,
      outputs: outputs.map(agreedOutput),
    };
  }

  /** What a pledge's mandate is held against. The clock is read here: after the locks. */
  async factsOf(tx: Tx, round: StoredRound): Promise<PledgeFacts> {
    const idea = await tx.one<{ themes: Theme[]; places: string[] }>(
      sql`select themes, places from ideas where id = ${round.ideaId}`,
    );
    const now = await tx.now();
    const due = await tx.one<{ days: number }>(sql`
      select coalesce(max(coalesce(due_after_days, due_on - ${now}::date)), 0) as days from agreement_outputs where agreement_id = ${round.agreementId}`);
    return {
      now,
      ideaThemes: idea?.themes ?? [],
      ideaPlaces: idea?.places ?? [],
      outputsDueAfterDays: due?.days ?? 0,
    };
  }
}

/** Heard in the gate's sense: enough voices, a recorded session, or research that people consented to. */
export function isHeard(
  facts: {
    readonly support: { readonly livedExperienceVoices: number };
    readonly sessionRecorded: boolean;
    readonly researchLinked: boolean;
  },
  voices: number,
): boolean {
  return facts.sessionRecorded || facts.researchLinked || facts.support.livedExperienceVoices >= voices;
}
