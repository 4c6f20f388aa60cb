import {
  type Gate,
  type GateFacts,
  gateInFrontOf,
  type GatePolicy,
  type IdeaStage,
  NOTHING_KNOWN,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { join, raw, sql, type Sql, type Tx } from '../../../platform/database/index.js';

/** One fact as JSON, given the alias of the `ideas` row; null when nothing is known. */
export type GateFact = (idea: Sql) => Sql;

/** What a gate is judged from, as one JSON value: the facts that were provided, and the policy of the idea. */
export interface GateEvidence {
  readonly stage: IdeaStage;
  readonly policy: GatePolicy;
  readonly facts: { readonly [Fact in keyof GateFacts]?: GateFacts[Fact] | null };
}

// Views are declared once a process and ask when a statement is written, so what they ask stands here too.
const facts = new Map<keyof GateFacts, GateFact>();

/** The SQL of everything a gate is judged from; of `only` these facts, where one gate asks for no more. */
export function gateEvidence(idea: Sql, only: readonly (keyof GateFacts)[] = [...facts.keys()]): Sql {
  const provided = [...facts]
    .filter(([name]) => only.includes(name))
    .map(([name, fact]) => sql`${raw(`'${name}'`)}, ${fact(idea)}`);
  return sql`json_build_object(
    'stage', ${idea}.stage,
    'policy', (select json_build_object('version', p.version, 'votesOfSupport', p.votes_of_support,
        'verifiedOrganisations', p.verified_organisations, 'adoptionInterests', p.adoption_interests,
        'livedExperienceVoices', p.lived_experience_voices)
      from gate_policies p where p.version = ${idea}.gate_policy),
    'facts', json_build_object(${provided.length === 0 ? raw('') : join(provided)}))`;
}

export function gateFactsOf(evidence: GateEvidence): GateFacts {
  const known = Object.entries(evidence.facts).filter(([, fact]) => fact !== null && fact !== undefined);
  return { ...NOTHING_KNOWN, ...Object.fromEntries(known) };
}

/** The gate in front of an idea, or null when there is none. */
export function gateOf(evidence: GateEvidence): Gate | null {
  return gateInFrontOf(evidence.stage, gateFactsOf(evidence), evidence.policy);
}

/**
 * Where modules say what they know of an idea for its gates, and where they ask for a gate to be tried.
 *
 * Ideas know nothing of votes, offers or agreements: each module provides its own fact, and the pipeline decides.
 */
@Injectable()
export class Gates {
  private tryGate: ((ideaId: string) => Promise<boolean>) | undefined;

  provide(name: keyof GateFacts, fact: GateFact): void {
    facts.set(name, fact);
  }

  /** Facts and policy as this transaction sees them. The caller holds the idea's lock when it acts on the answer. */
  async evidence(tx: Tx, ideaId: string): Promise<GateEvidence | undefined> {
    const idea = raw('i');
    const row = await tx.one<{ evidence: GateEvidence }>(
      sql`select ${gateEvidence(idea)} as evidence from ideas ${idea} where ${idea}.id = ${ideaId}`,
    );
    return row?.evidence;
  }

  /** The pipeline registers how a gate is tried in a transaction of its own. */
  onTry(tryGate: (ideaId: string) => Promise<boolean>): void {
    this.tryGate = tryGate;
  }

  /** Tries the gate in front of an idea, after the commit of what may have opened it. Harmless when repeated; false when it failed. */
  async try(ideaId: string): Promise<boolean> {
    return (await this.tryGate?.(ideaId)) ?? true;
  }
}
