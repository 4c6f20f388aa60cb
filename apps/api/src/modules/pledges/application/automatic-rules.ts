import {
  accept,
  againstSecondPerson,
  proposeAutomaticPledges,
  refuse,
  type AutomaticRule,
  type AutomaticRuleReason,
  type Decision,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, sql, UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { MandateStore, mayActFor, moneyOf, type ActingReason } from '../../mandates/index.js';
import {
  OrganisationStore,
  SecondPersonActs,
  SecondPersonStore,
  wordSecondPerson,
  type SecondPersonAct,
} from '../../organisations/index.js';

export const AUTOMATIC_PLEDGES = 'AUTOMATIC_PLEDGES';
/** Looks for rounds that fit one mandate, or for mandates that fit one round. */
export const AUTOMATIC_PLEDGES_JOB = 'pledges.automatic';

export interface AutomaticPledgesCommand {
  readonly mandateId: string;
  /** Minor units of the mandate's currency. */
  readonly perIdea: bigint;
  readonly perMonth: bigint;
}

interface Limits {
  readonly mandateVersion: number;
  readonly currency: string;
  readonly perIdeaMinor: string;
  readonly perMonthMinor: string;
}

/** Automatic pledges of a mandate: proposed by one person, authorised by a second, ended by any one. */
@Injectable()
export class AutomaticRules {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: MandateStore,
    private readonly organisations: OrganisationStore,
    private readonly acts: SecondPersonStore,
    private readonly activity: ActivityLog,
    private readonly jobs: Jobs,
    kinds: SecondPersonActs,
  ) {
    kinds.register({
      kind: AUTOMATIC_PLEDGES,
      concerns: async (tx, viewer, act) => {
        const mandate = await this.mandates.find(tx, act.subjectId);
        return viewer.person.steward || (mandate !== null && belongsTo(viewer, mandate.organisationId));
      },
      confirm: (tx, viewer, act) => this.authorise(tx, viewer, act),
    });
    // What two people authorised was the offer as it stood.
    for (const kind of ['mandate.revised', 'mandate.closed']) {
      activity.whenever(kind, (tx, { subject, actorId }) => this.endAll(tx, subject.id, actorId ?? null));
    }
  }

  propose(
    viewer: SignedInViewer,
    { mandateId, perIdea, perMonth }: AutomaticPledgesCommand,
  ): Promise<Decision<{ readonly mandateId: string; readonly actId: string }, AutomaticRuleReason | ActingReason>> {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const mandate = await this.mandates.lock(tx, mandateId);
      if (!mandate) throw new NotFoundError('That open offer');
      const allowed = mayActFor(acting, mandate.organisationId);
      if (!allowed.ok) return allowed;
      const { currency } = mandate.terms.budget;
      const limits = { perIdea: moneyOf(perIdea, currency), perMonth: moneyOf(perMonth, currency) };
      const decision = proposeAutomaticPledges(mandate, limits);
      if (!decision.ok) return decision;

      const content: Limits = {
        mandateVersion: mandate.version,
        currency,
        perIdeaMinor: perIdea.toString(),
        perMonthMinor: perMonth.toString(),
      };
      await this.acts.withdrawPending(tx, AUTOMATIC_PLEDGES, mandateId, viewer.person.id);
      const proposedById = viewer.person.id;
      const actId = await this.acts.propose(tx, {
        kind: AUTOMATIC_PLEDGES,
        subjectId: mandateId,
        content: { ...content },
        proposedById,
      });
      await this.append(tx, 'mandate.automatic_proposed', mandateId, mandate.organisationId, proposedById);
      return accept({ mandateId, actId });
    });
  }

  /** Stops automatic pledges, and what waits to be authorised. One person is enough to promise less. */
  stop(
    viewer: SignedInViewer,
    { mandateId }: { readonly mandateId: string },
  ): Promise<Decision<{ readonly mandateId: string }, ActingReason>> {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const mandate = await this.mandates.lock(tx, mandateId);
      if (!mandate) throw new NotFoundError('That open offer');
      const allowed = mayActFor(acting, mandate.organisationId);
      if (!allowed.ok) return allowed;
      await this.acts.withdrawPending(tx, AUTOMATIC_PLEDGES, mandateId, viewer.person.id);
      await this.endAll(tx, mandateId, viewer.person.id);
      await this.append(tx, 'mandate.automatic_stopped', mandateId, mandate.organisationId, viewer.person.id);
      return accept({ mandateId });
    });
  }

  /** The rule in force of a mandate, under the mandate's lock. */
  async inForce(tx: Tx, mandateId: string): Promise<(AutomaticRule & { readonly proposedById: string }) | null> {
    const row = await tx.one<Limits & { id: string; proposedById: string }>(sql`
      select id, mandate_version as "mandateVersion", currency, per_idea_minor as "perIdeaMinor", per_month_minor as "perMonthMinor",
        proposed_by_id as "proposedById"
      from automatic_pledge_rules where mandate_id = ${mandateId} and ended_at is null`);
    if (!row) return null;
    return {
      id: row.id,
      mandateVersion: row.mandateVersion,
      perIdea: moneyOf(BigInt(row.perIdeaMinor), row.currency),
      perMonth: moneyOf(BigInt(row.perMonthMinor), row.currency),
      proposedById: row.proposedById,
    };
  }

  private async authorise(tx: Tx, viewer: SignedInViewer, act: SecondPersonAct) {
    const mandate = await this.mandates.lock(tx, act.subjectId);
    if (!mandate) throw new NotFoundError('That open offer');
    const content = act.content as unknown as Limits;
    const against = againstSecondPerson(
      {
        confirmerId: viewer.person.id,
        confirmerIsSteward: viewer.person.steward,
        proposedById: act.proposedById,
        candidateId: null,
      },
      await this.organisations.members(tx, mandate.organisationId),
    );
    const reasons = against.map((reason) => ({ code: reason.code as string, words: wordSecondPerson(reason) }));
    if (mandate.version !== content.mandateVersion || mandate.status === 'CLOSED') {
      reasons.push({
        code: 'OFFER_CHANGED_SINCE',
        words: { message: 'The open offer changed since this was proposed. Propose it again.' },
      });
    }
    if (reasons.length > 0) return refuse(reasons);

    await this.endAll(tx, mandate.id, viewer.person.id);
    await tx.query(sql`
      insert into automatic_pledge_rules (id, mandate_id, mandate_version, currency, per_idea_minor, per_month_minor, proposed_by_id, authorised_by_id, authorised_at)
      values (${newId()}, ${mandate.id}, ${content.mandateVersion}, ${content.currency}, ${content.perIdeaMinor}, ${content.perMonthMinor},
              ${act.proposedById}, ${viewer.person.id}, ${await tx.now()})`);
    await this.acts.decide(tx, act.id, 'CONFIRMED', viewer.person.id);
    await this.append(tx, 'mandate.automatic_authorised', mandate.id, mandate.organisationId, viewer.person.id);
    await this.jobs.add(
      tx,
      AUTOMATIC_PLEDGES_JOB,
      { mandateId: mandate.id },
      { key: `${AUTOMATIC_PLEDGES_JOB}:${mandate.id}` },
    );
    return accept(null);
  }

  private async endAll(tx: Tx, mandateId: string, personId: string | null): Promise<void> {
    await tx.query(sql`
      update automatic_pledge_rules set ended_at = app_now(), ended_by_id = ${personId}::uuid
      where mandate_id = ${mandateId} and ended_at is null`);
  }

  private append(tx: Tx, kind: string, mandateId: string, organisationId: string, actorId: string) {
    const subject = { type: 'Mandate', id: mandateId };
    return this.activity.append(tx, { kind, subject, organisationId, actorId, visibility: 'ORGANISATION' });
  }
}
