import { allOf, limit, raw, Reader, sql, type Sql } from '../../../platform/database/index.js';
import { Injectable } from '@nestjs/common';

/** Read at once; more would only be held in memory while they are written. */
const BATCH = 500;

/** What the values of a column are, in the words of the Table Schema. Days are `YYYY-MM-DD`. */
type ColumnType = 'string' | 'integer' | 'date' | 'uri';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** What it says, for somebody who has only the file. */
  readonly description: string;
  /** Its value, given the SQL of the row. */
  readonly value: (row: Sql) => Sql;
}

/** A public collection that anybody may take away whole: one definition for the table, the lines, and what is said about both. */
export interface Collection {
  /** The file without its ending: `ideas` for `/data/ideas.csv`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** Its rows have an `id`, by which they are read in batches. */
  readonly table: string;
  /** Which of them everybody may see. */
  readonly public: (row: Sql) => Sql;
  readonly columns: readonly Column[];
}

type ExportedRow = Readonly<Record<string, string | number | null>>;

/** Every row of a collection, in batches by id, so that the ten-thousandth costs what the first did. */
@Injectable()
export class CollectionExport {
  constructor(private readonly reader: Reader) {}

  /** @param narrowed what the address asks for beyond what is public */
  async *rows(collection: Collection, narrowed?: (row: Sql) => Sql): AsyncGenerator<ExportedRow> {
    const row = raw('r');
    const conditions = allOf([collection.public(row), ...(narrowed ? [narrowed(row)] : [])]);
    const values = collection.columns.map(({ name, value }) => sql`, ${value(row)} as ${raw(`"${name}"`)}`);
    const columns = values.reduce((all, one) => sql`${all}${one}`, sql`r.id`);
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.reader.query<ExportedRow & { readonly id: string }>(sql`
        select ${columns} from ${raw(collection.table)} r where r.id > ${after}::uuid and ${conditions} order by r.id ${limit(BATCH)}`);
      for (const { id: _, ...exported } of rows) yield exported;
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) return;
      after = last.id;
    }
  }
}
