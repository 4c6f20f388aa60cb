import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { verifySeals } from '../../src/platform/tail/index.js';
import type { TestApi } from './api.js';
import type { Crowd } from './crowd.js';
import { brokenInvariants } from './funding.js';

/** What comes after the acts: seals, counters, news, mail. It must be through within this, whatever was killed. */
const SETTLE_MS = 60_000;

/** Waits until everything that follows from the acts is done by the processes that run; answers what is left. */
export async function settled(api: TestApi): Promise<string[]> {
  const deadline = Date.now() + SETTLE_MS;
  for (;;) {
    const [left] = await api.dataSource.query(`
      select (select count(*) from activities a where not exists (select from activity_positions p where p.activity_id = a.id))::int as unsealed,
        (select count(*) from graphile_worker.jobs where run_at <= clock_timestamp() and task_identifier like 'news.%')::int as jobs,
        (select count(*) from mails where sent_at is null and due_at <= clock_timestamp())::int as mails`);
    const faults = Object.entries(left as Record<string, number>).flatMap(([what, n]) =>
      n > 0 ? [`${n} ${what} left`] : [],
    );
    if (faults.length === 0 || Date.now() > deadline) return faults;
    await sleep(200);
  }
}

/** Whatever is not as the crowd was told, every promise that does not hold, and news that was lost or came twice. */
export async function notAsTold(api: TestApi, crowd: Crowd, mailFolder: string): Promise<string[]> {
  const sql = (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    api.dataSource.query(text, values);
  const faults = [...crowd.faults, ...(await settled(api))];

  const votes = await sql(`select person_id || ' ' || idea_id as about from votes where withdrawn_at is null`);
  const standing = new Set(votes.map(({ about }) => about));
  for (const [about, stands] of crowd.votes)
    if (standing.has(about) !== stands) faults.push(`the vote ${about} is ${stands ? 'lost' : 'there again'}`);

  const said = new Map(
    (await sql(`select body, count(*)::int as n from comments group by body`)).map(({ body, n }) => [body, n]),
  );
  for (const body of crowd.comments.told)
    if (said.get(body) !== 1) faults.push(`a comment is there ${Number(said.get(body) ?? 0)} times`);
  for (const body of crowd.comments.lost)
    if (Number(said.get(body) ?? 0) > 1) faults.push('a comment nobody was told of is there twice');

  const pledges = await sql(`select mandate_id || ' ' || round_id as about, amount_minor from pledges`);
  const amounts = new Map(pledges.map(({ about, amount_minor: amount }) => [about, amount]));
  for (const [about, { amount, sure }] of crowd.pledges)
    if (sure && amounts.get(about) !== String(amount))
      faults.push(`the pledge ${about} is ${String(amounts.get(about))}, told ${amount}`);
  if (amounts.size !== pledges.length) faults.push('a pledge is there twice');

  const paid = new Map(
    (await sql(`select reference, count(*)::int as n from payments group by reference`)).map((row) => [
      row['reference'],
      row['n'],
    ]),
  );
  for (const reference of crowd.payments.told)
    if (paid.get(reference) !== 1) faults.push(`a payment is there ${Number(paid.get(reference) ?? 0)} times`);
  for (const reference of crowd.payments.lost)
    if (Number(paid.get(reference) ?? 0) > 1) faults.push('a payment nobody was told of is there twice');

  for (const { id, violations } of await brokenInvariants(api)) faults.push(`${id}: ${JSON.stringify(violations[0])}`);
  for (const fault of (await verifySeals(api.reader)).faults) faults.push(JSON.stringify(fault));
  const counters = await sql(`
    select * from (
      select i.id, i.votes_support as votes, i.comments_count as comments,
        (select count(*) from votes v where v.idea_id = i.id and v.answer = 'SUPPORT' and v.published_at is not null and v.unpublished_at is null) as "votesThere",
        (select count(*) from comments c where c.idea_id = i.id and c.removed_at is null) as "commentsThere" from ideas i) counted
    where votes <> "votesThere" or comments <> "commentsThere"`);
  for (const counted of counters) faults.push(`a count is not what is there: ${JSON.stringify(counted)}`);

  // Everybody's comment on the author's idea is one piece of news to the author, and one mail.
  const news = await sql(
    `select a.id, (select count(*) from notifications n where n.activity_id = a.id and n.person_id = $1)::int as told,
       (select count(*) from mails m where m.event = 'news:' || a.id and m.person_id = $1 and m.sent_at is not null)::int as mailed
     from activities a join ideas i on i.id = a.idea_id where a.kind = 'comment.added' and i.author_id = $1 and a.actor_id <> $1`,
    [crowd.authorId],
  );
  const untold = news.filter(({ told, mailed }) => told !== 1 || mailed !== 1);
  if (untold.length > 0)
    faults.push(
      `${untold.length} of ${news.length} comments did not reach their author once: ${JSON.stringify(untold[0])}`,
    );
  if (news.length < crowd.comments.told.length)
    faults.push(`${news.length} comments in the log of ${crowd.comments.told.length} told`);
  // A mail that left twice is one to its reader: both have one id, which here is the name of the file.
  const sent = (await sql('select id from mails where sent_at is not null')).map(({ id }) => `${String(id)}.json`);
  const files = new Set(readdirSync(mailFolder));
  const missing = sent.filter((file) => !files.has(file));
  if (missing.length > 0 || files.size !== sent.length)
    faults.push(`${files.size} mails left, ${sent.length} are noted, ${missing.length} of them did not`);
  return faults;
}
