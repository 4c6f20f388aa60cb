import {
  LEAST_PER_PERSPECTIVE,
  publicByPerspective,
  publicCount,
  type PublishedLine,
  type SupportGroup,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { limit, raw, Reader, sql } from '../../../platform/database/index.js';
import { publicVotes, toldSupport, type ToldSupport } from './public-support.js';

/** Ideas are taken so many at a time, or one by one where they have many votes. */
const IDEAS = 200;
const VOTES = 20_000;

interface IdeaLines {
  readonly idea: string;
  readonly votes: number;
  readonly told: ToldSupport | null;
  readonly events: readonly { token: string; event: 'CAST' | 'WITHDRAWN' | 'SET_ASIDE' | 'RESTORED'; on: string }[];
  readonly lens: readonly { token: string; group: SupportGroup }[];
  readonly organisations: readonly (string | null)[];
}

/** The groups of an idea whose numbers are shown, under the small-number rule. */
export function shownGroups(told: ToldSupport | null): Partial<Record<SupportGroup, number>> {
  if (told === null) return {};
  const shown: Partial<Record<SupportGroup, number>> = {};
  for (const { perspective, count } of publicByPerspective(told.byPerspective))
    if (count !== null) shown[perspective] = count;
  const answers = { WOULD_NOT_HELP: told.answers.wouldNotHelp, COULD_HARM: told.answers.couldHarm };
  for (const [answer, votes] of Object.entries(answers) as [keyof typeof answers, number][]) {
    const { count } = publicCount(votes);
    if (count !== null) shown[answer] = count;
  }
  return shown;
}

/**
 * The public log of votes, from which anybody recounts what is shown. Each idea's lines are read in one statement, so that
 * they and its tally are of one moment. Ordered by random tokens: the order tells nothing of when.
 */
@Injectable()
export class ExportVotes {
  constructor(private readonly reader: Reader) {}

  async *lines(): AsyncGenerator<PublishedLine> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const next = await this.reader.query<{ id: string; votes: number }>(
        sql`select id, votes_support as votes from ideas where id > ${after}::uuid order by id ${limit(IDEAS)}`,
      );
      if (next.length === 0) return;
      let together: string[] = [];
      let votes = 0;
      for (const idea of next) {
        if (together.length > 0 && votes + idea.votes > VOTES) {
          yield* this.linesOf(together);
          together = [];
          votes = 0;
        }
        together.push(idea.id);
        votes += idea.votes;
      }
      yield* this.linesOf(together);
      after = next.at(-1)?.id ?? after;
    }
  }

  private async *linesOf(ideaIds: readonly string[]): AsyncGenerator<PublishedLine> {
    const rows = await this.reader.query<IdeaLines & Record<string, unknown>>(sql`
      select i.slug as idea, ${publicVotes(raw('i.id'))} as votes, ${toldSupport(raw('i.id'))} as told,
        coalesce((select json_agg(json_build_object('token', v.ballot_token, 'event', e.kind, 'on', to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD'))
            order by v.ballot_token, e.id)
          from votes v join vote_events e on e.vote_id = v.id
          where v.idea_id = i.id and v.published_at is not null and v.answer = 'SUPPORT' and v.source = 'PERSON'
            and e.kind <> 'CONFIRMED' and (e.kind <> 'WITHDRAWN' or v.unpublished_at is not null)), '[]') as events,
        coalesce((select json_agg(json_build_object('token', v.lens_token, 'group', case v.answer when 'SUPPORT' then v.perspective else v.answer end)
            order by v.lens_token)
          from votes v where v.idea_id = i.id and v.told), '[]') as lens,
        coalesce((select json_agg(named.slug order by named.slug) from (
            select case when count(*) >= ${LEAST_PER_PERSPECTIVE} or exists (select from adoption_interests a
                where a.idea_id = i.id and a.organisation_id = v.organisation_id and a.withdrawn_at is null) then min(o.slug) end as slug
            from votes v join organisations o on o.id = v.organisation_id
            where v.idea_id = i.id and v.organisation_id is not null and v.answer = 'SUPPORT' and v.source = 'PERSON'
              and v.published_at is not null and v.unpublished_at is null
            group by v.organisation_id) named), '[]') as organisations
      from ideas i where i.id = any(${[...ideaIds]}::uuid[]) order by i.id`);
    for (const { idea, votes, told, events, lens, organisations } of rows) {
      const groups = shownGroups(told);
      for (const event of events) yield { kind: 'vote', idea, ...event };
      for (const line of lens) if (groups[line.group] !== undefined) yield { kind: 'perspective', idea, ...line };
      for (const organisation of organisations) yield { kind: 'organisation', idea, organisation };
      yield { kind: 'tally', idea, votes, organisations: organisations.length, groups };
    }
  }
}
