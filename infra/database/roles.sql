-- Roles of an installation with a PostgreSQL server of its own. Run once as a superuser, in the product's empty database,
-- before the first start; running it again is harmless.
--
--   createdb openimpact
--   psql openimpact -v owner_password="'...'" -v app_password="'...'" -v reader_password="'...'" -f infra/database/roles.sql
--
-- openimpact_owner   owns the tables and migrates:       OPENIMPACT_DATABASE_OWNER_URL
-- openimpact_app     what the server works with:         OPENIMPACT_DATABASE_URL
-- openimpact_reader  reads, for invariants and analysis
--
-- The server's own role may add to the ledger and the logs and can change nothing in them: whoever takes over the server
-- still cannot rewrite what happened.
\set ON_ERROR_STOP on

select 'create role openimpact_owner login' where to_regrole('openimpact_owner') is null \gexec
-- The job queue hides its tables from everybody but their owner by row security; nothing else in the product uses that.
select 'create role openimpact_app login bypassrls' where to_regrole('openimpact_app') is null \gexec
select 'create role openimpact_reader login' where to_regrole('openimpact_reader') is null \gexec
alter role openimpact_owner password :owner_password;
alter role openimpact_app password :app_password;
alter role openimpact_reader password :reader_password;
alter role openimpact_reader set default_transaction_read_only = on;
-- What the server keeps people waiting at most. It asks for the same itself, which a pooler in between does not pass on.
alter role openimpact_app set statement_timeout = '20s';
alter role openimpact_app set lock_timeout = '10s';
alter role openimpact_app set transaction_timeout = '60s';
alter role openimpact_app set idle_in_transaction_session_timeout = '60s';

select format('grant connect, create, temporary on database %I to openimpact_owner', current_database()) \gexec
select format('grant connect, temporary on database %I to openimpact_app', current_database()) \gexec
select format('grant connect on database %I to openimpact_reader', current_database()) \gexec
select format('revoke all on database %I from public', current_database()) \gexec
alter schema public owner to openimpact_owner;
revoke all on schema public from public;
grant usage on schema public to openimpact_app, openimpact_reader;

-- What the owner's migrations will make.
alter default privileges for role openimpact_owner grant usage on schemas to openimpact_app, openimpact_reader;
alter default privileges for role openimpact_owner grant select, insert, update, delete on tables to openimpact_app;
alter default privileges for role openimpact_owner grant usage, select, update on sequences to openimpact_app;
alter default privileges for role openimpact_owner grant select on tables to openimpact_reader;

-- A migration that makes a table append-only says so with a trigger named TABLE_append_only; the right goes with it, so
-- that not even a trigger switched off in a session of the server's role lets a change through.
create or replace function protect_append_only() returns event_trigger language plpgsql as $$
declare
  protected regclass;
begin
  for protected in
    select distinct tgrelid::regclass from pg_trigger where tgname like '%\_append\_only' and not tgisinternal
  loop
    execute format('revoke update, delete, truncate on %s from openimpact_app', protected);
  end loop;
end $$;

set client_min_messages = warning;
drop event trigger if exists protect_append_only;
create event trigger protect_append_only on ddl_command_end when tag in ('CREATE TRIGGER') execute function protect_append_only();
