import { Injectable } from '@nestjs/common';

import { type SealedActivity, Tail } from '../../../platform/tail/index.js';
import { PublishSupport } from './publish-support.js';

const CHANGES_COUNTS: ReadonlySet<string> = new Set([
  'idea.logged',
  'vote.cast',
  'vote.counted',
  'vote.imported',
  'vote.withdrawn',
  'votes.set_aside',
  'votes.restored',
  'merge.made',
  'merge.undone',
  'idea.co_author_joined',
  'adoption_interest.declared',
  'adoption_interest.withdrawn',
]);

const FOLLOWED_UP: ReadonlySet<string> = new Set(['vote.cast', 'vote.withdrawn', 'vote.counted']);

function ideasOf(batch: readonly SealedActivity[], kinds: ReadonlySet<string>): string[] {
  return [
    ...new Set(batch.flatMap(({ kind, ideaId }) => (ideaId !== null && kinds.has(kind) ? [ideaId] : []))),
  ].toSorted();
}

/**
 * What lists sort by and show, brought up to date by the tail: one statement a batch, counted from the votes themselves, so
 * that repeating it changes nothing.
 *
 * Trending does not change with time alone, so that it can be stored: the decimal logarithm of the support, and one more
 * for each 90 days that the idea is younger. Ten times the support is worth a season. (The form is that of Reddit's
 * published "hot" ranking; the season is ours, because an idea here takes a year and not a day.)
 */
@Injectable()
export class SupportCounters {
  constructor(tail: Tail, publish: PublishSupport) {
    tail.fold(async (client, batch) => {
      const ids = ideasOf(batch, CHANGES_COUNTS);
      if (ids.length === 0) return;
      await client.query({
        name: 'fold_support',
        // Counted once, whatever is made of it; ideas whose counts stay as they are are not written: each index would be, too.
        text: `
          with c as materialized (
            select a.id,
              (select coalesce(sum(v.lived_experience + v.practitioner + v.technologist + v.funder + v.public - v.waiting), 0)::int
                from vote_counters v where v.idea_id = a.id) as votes,
              (select count(distinct v.organisation_id)::int from votes v
                where v.idea_id = a.id and v.organisation_id is not null and v.answer = 'SUPPORT' and v.source = 'PERSON' and v.published_at is not null and v.unpublished_at is null) as organisations,
              (select count(*)::int from adoption_interests x where x.idea_id = a.id and x.withdrawn_at is null) as adoption
            from unnest($1::uuid[]) as a (id)
          )
          update ideas i set votes_support = c.votes, organisations_count = c.organisations, adoption_count = c.adoption,
            trending = idea_trending(i.created_at, c.votes)
          from c
          where i.id = c.id and (i.votes_support, i.organisations_count, i.adoption_count, i.trending)
            is distinct from (c.votes, c.organisations, c.adoption, idea_trending(i.created_at, c.votes))`,
        values: [ids],
      });
    });
    // A process that ended between a vote's commit and what follows: the tail, or the next leader, asks again.
    tail.followUp(async (batch) => {
      const ids = ideasOf(
        batch.filter(({ id }) => !publish.wasTried(id)),
        FOLLOWED_UP,
      );
      await Promise.all(ids.map((id) => publish.try(id)));
    });
  }
}
