import { Injectable } from '@nestjs/common';

import { limit, raw, Reader, sql } from '../../../platform/database/index.js';
import { type ListAddress, listOf } from '../feeds/list-address.js';

/** Read at once; more would only be held in memory while they are written. */
const BATCH = 500;

/** The columns of the export, each as the API names it. Votes are those that the public is told of. */
export const IDEA_COLUMNS = [
  'slug',
  'title',
  'need',
  'outcome',
  'peopleServed',
  'themes',
  'places',
  'language',
  'stage',
  'votes',
  'organisations',
  'adoptionInterests',
  'comments',
  'pledgedMinorUnits',
  'targetMinorUnits',
  'currency',
  'loggedOn',
] as const;

type IdeaRow = Readonly<Record<(typeof IDEA_COLUMNS)[number], string | number | null>> & { readonly id: string };

/** Every idea of a list, in batches by id, so that the ten-thousandth costs what the first did. */
@Injectable()
export class IdeaExport {
  constructor(private readonly reader: Reader) {}

  async *rows(address: ListAddress): AsyncGenerator<Omit<IdeaRow, 'id'>> {
    const { where } = listOf(address);
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.reader.query<IdeaRow>(sql`
        select i.id, i.slug, i.title, i.need, i.outcome, i.people_served as "peopleServed", array_to_string(i.themes, '; ') as themes,
          array_to_string(i.places, '; ') as places, i.language, i.stage, i.votes_support as votes, i.organisations_count as organisations,
          i.adoption_count as "adoptionInterests", i.comments_count as comments,
          case when i.currency is null then null else i.pledged_minor::text end as "pledgedMinorUnits", i.target_minor::text as "targetMinorUnits",
          i.currency, to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD') as "loggedOn"
        from ideas i where i.id > ${after} and ${where(raw('i'))} order by i.id ${limit(BATCH)}`);
      for (const { id: _, ...row } of rows) yield row;
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) return;
      after = last.id;
    }
  }
}
