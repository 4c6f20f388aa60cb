import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import type { PolisEvent, RowFault } from '@openimpact/domain';
import { parse } from 'csv-parse/sync';

export interface PolisStatement {
  readonly id: string;
  readonly authorId: string;
  readonly body: string;
  /** The line of comments.csv. */
  readonly line: number;
}

export interface PolisConversation {
  /** The file's own name for the conversation: the last part of its address, or else the folder's name. */
  readonly key: string;
  readonly topic: string;
  /** In the order of the numbers Polis gave them. */
  readonly statements: readonly PolisStatement[];
  readonly events: readonly PolisEvent[];
  /** The line of votes.csv each event stands in. */
  readonly lines: ReadonlyMap<PolisEvent, number>;
  readonly faults: readonly RowFault[];
}

/** A folder that is no export of Polis. */
export class NotAPolisExport extends Error {}

const VOTES: Readonly<Record<string, 1 | 0 | -1>> = { '1': 1, '0': 0, '-1': -1 };

/** Reads the three files of a Polis export. A row that is wrong is a fault and does not stop the rest. */
export function readPolisFolder(folder: string): PolisConversation {
  for (const name of ['comments.csv', 'votes.csv']) {
    if (!existsSync(join(folder, name))) {
      throw new NotAPolisExport(
        `${folder} holds no ${name}. Give the folder of a Polis export: comments.csv, votes.csv and summary.csv.`,
      );
    }
  }
  const faults: RowFault[] = [];
  const summary = summaryOf(folder);
  const statements = rowsOf(join(folder, 'comments.csv')).flatMap(({ cells, line }): PolisStatement[] => {
    const body = cells['comment-body']?.trim() ?? '';
    const id = cells['comment-id'] ?? '';
    const authorId = cells['author-id'] ?? '';
    if (body === '' || id === '' || authorId === '') {
      const column = body === '' ? 'comment-body' : id === '' ? 'comment-id' : 'author-id';
      faults.push({ line, column: `comments.csv ${column}`, code: 'VALUE_MISSING' });
      return [];
    }
    return [{ id, authorId, body, line }];
  });
  const lines = new Map<PolisEvent, number>();
  const events = rowsOf(join(folder, 'votes.csv')).flatMap(({ cells, line }): PolisEvent[] => {
    const vote = VOTES[cells['vote']?.trim() ?? ''];
    const at = Number(cells['timestamp']);
    if (vote === undefined || !Number.isSafeInteger(at) || !cells['comment-id'] || !cells['voter-id']) {
      const column = vote === undefined ? 'vote' : Number.isSafeInteger(at) ? 'voter-id' : 'timestamp';
      faults.push({ line, column: `votes.csv ${column}`, code: 'VALUE_NOT_A_NUMBER' });
      return [];
    }
    const event: PolisEvent = { statementId: cells['comment-id'], voterId: cells['voter-id'], vote, at };
    lines.set(event, line);
    return [event];
  });
  const ordered = statements.toSorted((a, b) => Number(a.id) - Number(b.id));
  return { ...summary, statements: ordered, events, lines, faults };
}

function summaryOf(folder: string): { readonly key: string; readonly topic: string } {
  const file = join(folder, 'summary.csv');
  const name = basename(resolve(folder));
  if (!existsSync(file)) return { key: `polis:${name}`, topic: name };
  const facts = new Map(
    parse(readFileSync(file), { bom: true, relax_column_count: true }).map(([key, value]) => [key, value ?? '']),
  );
  const id = facts.get('url')?.split('/').at(-1)?.trim();
  return { key: `polis:${id || name}`, topic: facts.get('topic')?.trim() || name };
}

function rowsOf(file: string): { cells: Record<string, string>; line: number }[] {
  const records = parse(readFileSync(file), {
    bom: true,
    columns: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
  }) as unknown as {
    record: Record<string, string>;
    info: { lines: number };
  }[];
  return records.map(({ record, info }) => ({ cells: record, line: info.lines }));
}
