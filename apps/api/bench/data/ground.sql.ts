import { COMMON_WORDS, RARE_WORDS } from './words.js';

const list = (words: readonly string[]) => `array[${words.map((word) => `'${word}'`).join(', ')}]`;

/**
 * Functions of one session. Everything is computed from its number, so that the same size is always the same data:
 * `dice` is a number from 0 up to 1, `uuid_at` a version 7 id of that moment.
 */
export const GROUND = `
  create or replace function pg_temp.dice(n bigint, salt bigint) returns double precision language sql immutable parallel safe as
  $$ select (hashint8extended(n, salt) & 2147483647)::double precision / 2147483648 $$;
  create or replace function pg_temp.uuid_at(at timestamptz, kind text, n bigint) returns uuid language sql immutable parallel safe as
  $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid
     from (select md5(kind || ':' || n) as h) hashed $$;
  create or replace function pg_temp.words(n bigint, salt bigint, many int) returns text language sql immutable parallel safe as
  $$ select string_agg((${list(COMMON_WORDS)})[1 + floor(${COMMON_WORDS.length} * power(pg_temp.dice(n * 64 + w, salt), 2))::int], ' ')
     from generate_series(1, many) w $$;
  create or replace function pg_temp.rare(n bigint) returns text language sql immutable parallel safe as
  $$ select coalesce(' ' || (${list(RARE_WORDS)})[1 + (n % 10007)::int], '') $$;
  create or replace function pg_temp.pick(many text[], n bigint, salt bigint) returns text language sql immutable parallel safe as
  $$ select many[1 + floor(cardinality(many) * pg_temp.dice(n, salt))::int] $$;
  -- a leaf as platform/activity makes one: SHA-256 over the salt and the canonical JSON
  create or replace function pg_temp.canonical(kind text, subject text, at timestamptz, actor uuid, facts text) returns text language sql immutable parallel safe as
  $$ select '{' || coalesce('"actor":"' || actor || '",', '') || '"facts":' || facts || ',"kind":"' || kind || '","occurredAt":"'
     || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","subject":"' || subject || '"}' $$;
`;
