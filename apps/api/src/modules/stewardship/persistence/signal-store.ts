import { BURST_LEAST, BURST_MINUTES, isUnusual, NEW_ACCOUNT_HOURS } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';

export interface VoteSignal {
  readonly id: string;
  readonly ideaId: string;
  readonly beganAt: Date;
  readonly endedAt: Date;
  readonly status: 'OPEN' | 'NOTHING_WRONG' | 'SET_ASIDE';
}

interface SeenBurst {
  readonly ideaId: string;
  readonly beganAt: Date;
  readonly endedAt: Date;
  readonly votes: number;
  readonly newAccounts: number;
  readonly usual: number;
}

/** Bursts of votes, as figures a person can weigh, and what was decided about them. */
@Injectable()
export class SignalStore {
  /** Looks at the votes of the last two hours, in windows that begin on the quarter. Answers how many signals are new. */
  async look(tx: Tx): Promise<number> {
    const bursts = await tx.query<SeenBurst>(sql`
      with recent as (
        -- from and to: of a beginning alone, the database would expect a third of all votes
        select v.idea_id, date_bin(make_interval(mins => ${BURST_MINUTES}), v.created_at, timestamptz '2026-01-01') as began, count(*)::int as votes
        from votes v
        where v.created_at > app_now() - interval '2 hours' and v.created_at <= app_now() and v.source = 'PERSON' and v.withdrawn_at is null
        group by 1, 2 having count(*) >= ${BURST_LEAST}
      )
      select r.idea_id as "ideaId", r.began as "beganAt", r.began + make_interval(mins => ${BURST_MINUTES}) as "endedAt", r.votes,
        (select count(*)::int from votes n join people p on p.id = n.person_id
          where n.idea_id = r.idea_id and n.source = 'PERSON' and n.withdrawn_at is null and n.created_at >= r.began
            and n.created_at < r.began + make_interval(mins => ${BURST_MINUTES})
            and p.created_at > n.created_at - make_interval(hours => ${NEW_ACCOUNT_HOURS})) as "newAccounts",
        ceil((select count(*) from votes e where e.idea_id = r.idea_id and e.created_at < r.began and e.withdrawn_at is null)
          / greatest(1, extract(epoch from r.began - (select i.created_at from ideas i where i.id = r.idea_id)) / 60 / ${BURST_MINUTES}))::int as usual
      from recent r
      where not exists (select from vote_signals s where s.idea_id = r.idea_id and s.began_at = r.began)
      order by r.idea_id, r.began`);
    const unusual = bursts.filter(isUnusual);
    for (const burst of unusual) {
      await tx.query(sql`
        insert into vote_signals (id, idea_id, began_at, ended_at, votes, new_accounts, usual, seen_at)
        values (${newId()}, ${burst.ideaId}, ${burst.beganAt}, ${burst.endedAt}, ${burst.votes}, ${burst.newAccounts}, ${burst.usual}, app_now())
        on conflict do nothing`);
    }
    return unusual.length;
  }

  async lock(tx: Tx, id: string): Promise<VoteSignal | undefined> {
    return tx.one(sql`
      select id, idea_id as "ideaId", began_at as "beganAt", ended_at as "endedAt", status from vote_signals where id = ${id} for update`);
  }

  /** The standing votes of a burst by accounts that were new: what the signal is about, and no others. */
  async votesOf(
    tx: Tx,
    signal: VoteSignal,
  ): Promise<readonly { readonly id: string; readonly personId: string | null }[]> {
    return tx.query(sql`
      select v.id, v.person_id as "personId" from votes v join people p on p.id = v.person_id
      where v.idea_id = ${signal.ideaId} and v.created_at >= ${signal.beganAt} and v.created_at < ${signal.endedAt}
        and v.source = 'PERSON' and v.withdrawn_at is null and v.set_aside_at is null
        and p.created_at > v.created_at - make_interval(hours => ${NEW_ACCOUNT_HOURS})
      order by v.id`);
  }

  /** The votes of a burst that are set aside and were not restored. */
  async setAsideOf(
    tx: Tx,
    signal: VoteSignal,
  ): Promise<readonly { readonly id: string; readonly personId: string | null }[]> {
    return tx.query(sql`
      select v.id, v.person_id as "personId" from vote_set_asides a join votes v on v.id = a.vote_id
      where a.idea_id = ${signal.ideaId} and a.restored_at is null and v.created_at >= ${signal.beganAt} and v.created_at < ${signal.endedAt}
      order by v.id`);
  }

  async decide(
    tx: Tx,
    id: string,
    status: 'NOTHING_WRONG' | 'SET_ASIDE',
    reason: string,
    stewardId: string,
  ): Promise<void> {
    await tx.query(sql`
      update vote_signals set status = ${status}, reason = ${reason}, decided_by_id = ${stewardId}, decided_at = app_now() where id = ${id}`);
  }

  async setAside(
    tx: Tx,
    vote: { readonly id: string; readonly ideaId: string },
    reason: string,
    stewardId: string,
  ): Promise<void> {
    await tx.query(sql`
      insert into vote_set_asides (vote_id, idea_id, reason, decided_by_id, decided_at)
      values (${vote.id}, ${vote.ideaId}, ${reason}, ${stewardId}, app_now())
      on conflict (vote_id) do update set reason = excluded.reason, decided_by_id = excluded.decided_by_id, decided_at = excluded.decided_at,
        restored_at = null, restored_by_id = null`);
  }
}
