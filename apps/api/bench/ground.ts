import { createHash } from 'node:crypto';

import pg from 'pg';

import { makeApiToken } from '../src/platform/auth/index.js';
import { newId } from '../src/platform/database/index.js';
import type { Ground, ReadCase } from './cases.js';
import type { Request } from './measure.js';

export interface Bearer {
  readonly personId: string;
  readonly token: string;
}

export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

export const authorised = (bearer: Bearer | undefined) => ({ authorization: `Bearer ${bearer?.token}` });

/** What the cases are about: somebody, an idea that many talk about, an open offer. */
export async function findGround(client: pg.ClientBase): Promise<Ground & { ideas: number; votes: number }> {
  const { rows } = await client.query<Ground & { ideas: number; votes: number }>(`
    select p.id as "personId", p.handle::text as "personHandle", i.id as "ideaId", i.slug as "ideaSlug", i.title,
      (select id from mandates order by id limit 1) as "mandateId",
      (select reltuples::float8 from pg_class where oid = 'ideas'::regclass) as ideas, (select reltuples::float8 from pg_class where oid = 'votes'::regclass) as votes
    from people p, (select * from ideas where stage = 'FUNDING' order by comments_count desc limit 1) i where p.handle = 'person-5'`);
  const [found] = rows;
  if (found === undefined) throw new Error('There is nothing to measure on. Make it first: npm run bench:data');
  return found;
}

/** People who ask with a token of their own: a session a person would cost a sign-in each. */
export async function makeTokens(client: pg.ClientBase, count: number): Promise<readonly Bearer[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from people where handle = any(select 'person-' || n from generate_series(1, $1) n) order by id`,
    [count],
  );
  const made = rows.map(({ id }) => ({ personId: id, ...makeApiToken() }));
  await client.query(`delete from api_tokens where name = 'bench'`);
  await client.query(
    `insert into api_tokens (id, person_id, name, token_hash, scopes, expires_at, last_used_on)
     select id, person, 'bench', hash, '{READ,CONTRIBUTE}', app_now() + interval '1 day', current_date
     from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as t (id, person, hash)`,
    [made.map(() => newId()), made.map(({ personId }) => personId), made.map(({ hash }) => hash)],
  );
  await client.query('analyze api_tokens');
  return made;
}

/** A case as the web application asks it: its trusted document by hash, with GET. */
export function trustedRequest(
  { document, variables, signedIn }: ReadCase,
  ground: Ground,
  bearer: Bearer | undefined,
) {
  const query = new URLSearchParams({
    variables: JSON.stringify(variables(ground)),
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(document) } }),
  });
  return {
    method: 'GET' as const,
    path: `/graphql?${query.toString()}`,
    headers: {
      accept: 'application/json',
      'apollo-require-preflight': 'true',
      ...(signedIn ? authorised(bearer) : {}),
    },
  };
}

/** The same as a document from elsewhere, sent whole. */
export function adHocRequest(document: string, variables: object, bearer?: Bearer) {
  return {
    method: 'POST' as const,
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...(bearer ? authorised(bearer) : {}) },
    body: JSON.stringify({ query: document, variables }),
  };
}

/** Asks once, so that what is measured is an answer and no error. */
export async function assertAnswers(url: string, request: Request, name: string): Promise<void> {
  const { method, path, headers, body } = request;
  const answer = await fetch(`${url}${path}`, {
    ...(method ? { method } : {}),
    ...(headers ? { headers } : {}),
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  if (answer.status !== 200 || text.includes('"errors"')) throw new Error(`${name}: ${text.slice(0, 600)}`);
}
