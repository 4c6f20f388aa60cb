import { accept, automaticAmount, decidingThreshold, placePledge, thresholdsOf } from '@openimpact/domain';
import { Injectable, Logger } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { limit, newId, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { moneyOf } from '../../mandates/index.js';
import { PledgeStore } from '../persistence/pledge-store.js';
import { AutomaticRules, AUTOMATIC_PLEDGES_JOB } from './automatic-rules.js';
import { PledgeLocks } from './pledge-locks.js';
import { PledgeRecorder } from './pledge-recorder.js';
import { Surroundings } from './surroundings.js';

/** A round and a mandate that may fit each other. Whether they do is decided under their locks. */
interface Pair {
  readonly roundId: string;
  readonly mandateId: string;
}

/** More than this many at once go with the next look. */
const AT_ONCE = 200;

/**
 * Places the pledges that two people of a funder authorised beforehand, when a round opens or when they authorise them.
 * Whoever takes such a pledge back is not pledged for again.
 */
@Injectable()
export class PlaceAutomaticPledges {
  private readonly log = new Logger(PlaceAutomaticPledges.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: AutomaticRules,
    private readonly locks: PledgeLocks,
    private readonly pledges: PledgeStore,
    private readonly surroundings: Surroundings,
    private readonly recorder: PledgeRecorder,
    activity: ActivityLog,
    jobs: Jobs,
  ) {
    activity.whenever('funding_round.opened', (tx, { subject }) =>
      jobs.add(tx, AUTOMATIC_PLEDGES_JOB, { roundId: subject.id }, { key: `${AUTOMATIC_PLEDGES_JOB}:${subject.id}` }),
    );
    jobs.task(AUTOMATIC_PLEDGES_JOB, ({ roundId, mandateId }) =>
      this.place({
        roundId: typeof roundId === 'string' ? roundId : null,
        mandateId: typeof mandateId === 'string' ? mandateId : null,
      }),
    );
  }

  /** Places what fits a round, or a mandate. One that cannot be placed does not keep the others back. */
  async place(about: { readonly roundId: string | null; readonly mandateId: string | null }): Promise<void> {
    const pairs = await this.unitOfWork.run((tx) => this.pairs(tx, about));
    for (const pair of pairs) {
      try {
        await this.placeOne(pair);
      } catch (error) {
        this.log.error({ message: 'An automatic pledge could not be placed.', ...pair, fault: String(error) });
      }
    }
  }

  private pairs(tx: Tx, { roundId, mandateId }: { roundId: string | null; mandateId: string | null }) {
    return tx.query<Pair>(sql`
      select round.id as "roundId", mandate.id as "mandateId"
      from automatic_pledge_rules rule join mandates mandate on mandate.id = rule.mandate_id
        join funding_rounds round on round.currency = rule.currency and round.status = 'OPEN'
        join ideas idea on idea.id = round.idea_id and idea.themes && mandate.themes
      where rule.ended_at is null and mandate.status = 'PUBLISHED'
        and (${roundId}::uuid is null or round.id = ${roundId}::uuid) and (${mandateId}::uuid is null or mandate.id = ${mandateId}::uuid)
        and not exists (select from pledges pledge where pledge.round_id = round.id and pledge.organisation_id = mandate.organisation_id)
      order by rule.authorised_at, round.opened_at ${limit(AT_ONCE)}`);
  }

  private async placeOne({ roundId, mandateId }: Pair): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const round = await this.locks.round(tx, roundId);
      const mandate = await this.locks.mandate(tx, mandateId);
      const rule = await this.rules.inForce(tx, mandateId);
      const before = await this.pledges.ofRound(tx, roundId);
      if (!rule || before.some((pledge) => pledge.funderId === mandate.organisationId)) return accept(null);
      const amount = automaticAmount(rule, mandate, round, await this.used(tx, rule, round.ideaId));
      if (amount === null) return accept(null);

      const facts = {
        ...(await this.surroundings.factsOf(tx, round)),
        organisationThreshold: await this.locks.thresholdOf(tx, mandate.organisationId),
        hasLivePledge: false,
      };
      const makerId = rule.proposedById;
      const ask = { pledgeId: newId(), amount, makerId, conditions: [], note: '', signing: null };
      const decision = placePledge({ ...ask, authorisedBefore: true }, round, mandate, facts);
      // What does not fit the offer is no fault: nobody asked, so nobody is told.
      if (!decision.ok) return accept(null);

      const { pledge, ledger } = decision.value;
      const threshold = decidingThreshold(amount, thresholdsOf(mandate, facts));
      const writing = { authorId: makerId, at: facts.now, threshold, automaticRuleId: rule.id };
      await this.pledges.add(tx, pledge, writing);
      await this.recorder.record(tx, { kind: 'pledge.placed', round, pledge, version: 1, ledger, before: null });
      return accept(null);
    });
  }

  /** What pledges under a rule hold: for an idea, and of those placed in this month. Given back is not used. */
  private async used(
    tx: Tx,
    rule: { readonly id: string; readonly perIdea: { readonly currency: string } },
    ideaId: string,
  ) {
    const row = await tx.one<{ onIdea: string; thisMonth: string }>(sql`
      select coalesce(sum(pledge.amount_minor) filter (where round.idea_id = ${ideaId}), 0) as "onIdea",
        coalesce(sum(pledge.amount_minor) filter (where date_trunc('month', pledge.placed_at at time zone 'UTC') = date_trunc('month', app_now() at time zone 'UTC')), 0) as "thisMonth"
      from pledges pledge join funding_rounds round on round.id = pledge.round_id
      where pledge.automatic_rule_id = ${rule.id} and pledge.status in ('PLEDGED', 'COMMITTED', 'SETTLED')`);
    const money = (minor: string | undefined) => moneyOf(BigInt(minor ?? '0'), rule.perIdea.currency);
    return { onIdea: money(row?.onIdea), thisMonth: money(row?.thisMonth) };
  }
}
