import {
  accept,
  changePolicy,
  type ChangePolicyRefusal,
  type Decision,
  type InstallationPolicy,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import type { SecondPersonAct } from '../../organisations/index.js';
import { StewardActs } from './steward-acts.js';

export const POLICY_CHANGED = 'POLICY_CHANGED';
/** There is one policy at a time, so a proposal is about this and no row. */
const THE_POLICY = '00000000-0000-0000-0000-000000000000';

/** Proposes other numbers for the gates, or another way with first posts. Two stewards, or seven days; never backwards. */
@Injectable()
export class ChangePolicy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly activity: ActivityLog,
    private readonly acts: StewardActs,
  ) {
    acts.register(POLICY_CHANGED, (tx, act, stewardId) => this.complete(tx, act, stewardId));
  }

  execute(
    viewer: SignedInViewer,
    ask: InstallationPolicy & { readonly reason: string | null },
  ): Promise<Decision<{ readonly actId: string }, ChangePolicyRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const now = await asOfNow(tx, viewer);
      const current = await this.current(tx);
      const decision = changePolicy(ask, {
        isSteward: now.person.steward,
        current,
        anotherWaits: await this.acts.isPending(tx, POLICY_CHANGED, THE_POLICY, null),
      });
      if (!decision.ok) return decision;

      const { policy, reason } = decision.value;
      const actId = await this.acts.propose(tx, now, {
        kind: POLICY_CHANGED,
        subjectId: THE_POLICY,
        content: { ...policy, reason },
      });
      // The notice is public, or it would be none.
      await this.activity.append(tx, {
        kind: 'policy.proposed',
        subject: { type: 'Policy', id: actId },
        actorId: now.person.id,
        visibility: 'PUBLIC',
        content: { ...policy, reason },
      });
      return accept({ actId });
    });
  }

  /** Locked, so that two confirmations do not give two policies one number. */
  private async current(tx: Tx): Promise<InstallationPolicy> {
    const row = await tx.one<InstallationPolicy>(sql`
      select p.votes_of_support as "votesOfSupport", p.verified_organisations as "verifiedOrganisations",
        p.adoption_interests as "adoptionInterests", p.lived_experience_voices as "livedExperienceVoices", i.first_posts as "firstPosts", i.help_contacts as "helpContacts"
      from installation i cross join lateral (
        select * from gate_policies where in_force_from <= app_now() order by version desc limit 1) p
      for update of i`);
    if (row === undefined) throw new Error('An installation without a policy.');
    return row;
  }

  private async complete(tx: Tx, act: SecondPersonAct, stewardId: string): Promise<void> {
    await this.current(tx);
    const policy = act.content as unknown as InstallationPolicy & { readonly reason: string };
    await tx.query(sql`
      insert into gate_policies (version, votes_of_support, verified_organisations, adoption_interests, lived_experience_voices, in_force_from)
      select max(version) + 1, ${policy.votesOfSupport}, ${policy.verifiedOrganisations}, ${policy.adoptionInterests}, ${policy.livedExperienceVoices}, app_now()
      from gate_policies`);
    await tx.query(
      sql`update installation set first_posts = ${policy.firstPosts}, help_contacts = ${policy.helpContacts}`,
    );
    await this.activity.append(tx, {
      kind: 'policy.changed',
      subject: { type: 'Policy', id: act.id },
      actorId: stewardId,
      visibility: 'PUBLIC',
      content: act.content,
    });
  }
}
