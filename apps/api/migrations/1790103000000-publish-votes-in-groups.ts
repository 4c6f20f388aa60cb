import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Votes that nobody is named for join the public counts together with others: when they do is kept on each vote, and what
 * was last told by perspective beside the idea.
 */
export class PublishVotesInGroups1790103000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      alter table votes
        -- random: a line of the public log of votes, and, apart from it so that neither leads to the other, of the votes by perspective
        add column ballot_token   uuid not null default gen_random_uuid() constraint votes_ballot_token_key unique,
        add column lens_token     uuid not null default gen_random_uuid() constraint votes_lens_token_key unique,
        -- from when the public counts include it, and from when they no longer do
        add column published_at   timestamptz,
        add column unpublished_at timestamptz,
        -- whether it is in the counts by perspective
        add column told           boolean not null default false,
        -- a steward set it aside: it stays in the log and counts for nothing until it is restored
        add column set_aside_at   timestamptz,
        add constraint votes_unpublished_after_published_check check (unpublished_at is null or published_at is not null)`);
    await db.query(
      `update votes set published_at = created_at, unpublished_at = withdrawn_at, told = withdrawn_at is null`,
    );
    await db.query(`create index votes_published_idx on votes (idea_id, published_at) where published_at is not null`);
    await db.query(
      `create index votes_unpublished_idx on votes (idea_id, unpublished_at) where unpublished_at is not null`,
    );
    // Few at any time: votes leave these indexes with the next group.
    await db.query(
      `create index votes_waiting_idx on votes (idea_id, created_at) where published_at is null and withdrawn_at is null`,
    );
    await db.query(
      `create index votes_leaving_idx on votes (idea_id, withdrawn_at) where published_at is not null and withdrawn_at is not null and unpublished_at is null`,
    );
    await db.query(
      `create index votes_untold_idx on votes (idea_id) where not told and withdrawn_at is null and set_aside_at is null and source = 'PERSON'`,
    );
    await db.query(
      `create index votes_told_gone_idx on votes (idea_id) where told and (withdrawn_at is not null or set_aside_at is not null)`,
    );
    // The order of the public log: by random token, which tells nothing of when.
    await db.query(
      `create index votes_ballots_idx on votes (idea_id, ballot_token) where published_at is not null and answer = 'SUPPORT' and source = 'PERSON'`,
    );
    await db.query(`create index votes_lens_idx on votes (idea_id, lens_token) where told`);
    await db.query(`drop index votes_organisations_named_idx`);
    await db.query(`
      create index votes_organisations_named_idx on votes (idea_id, organisation_id)
      where organisation_id is not null and answer = 'SUPPORT' and source = 'PERSON' and published_at is not null and unpublished_at is null`);

    // How many of the votes counted in the slot the public does not see yet, less those it still sees.
    await db.query(`alter table vote_counters add column waiting integer not null default 0`);
    await db.query(`
      create table support_told (
        idea_id          uuid constraint support_told_pk primary key constraint support_told_idea_fk references ideas (id),
        lived_experience integer not null default 0,
        practitioner     integer not null default 0,
        technologist     integer not null default 0,
        funder           integer not null default 0,
        public           integer not null default 0,
        would_not_help   integer not null default 0,
        could_harm       integer not null default 0,
        -- people with experience of it, whatever they answered, when perspectives were last told
        voices           integer not null default 0,
        -- null until there was a group large enough
        told_at          timestamptz
      ) with (fillfactor = 70)`);
    await db.query(`
      insert into support_told
      select idea_id, sum(lived_experience), sum(practitioner), sum(technologist), sum(funder), sum(public), sum(would_not_help),
        sum(could_harm), sum(lived_experience + would_not_help + could_harm), app_now()
      from vote_counters group by idea_id`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table support_told`);
    await db.query(`alter table vote_counters drop column waiting`);
    await db.query(`drop index votes_organisations_named_idx`);
    await db.query(`
      create index votes_organisations_named_idx on votes (idea_id, organisation_id)
      where organisation_id is not null and answer = 'SUPPORT' and source = 'PERSON' and withdrawn_at is null`);
    await db.query(`
      alter table votes drop column ballot_token, drop column lens_token, drop column published_at, drop column unpublished_at,
        drop column told, drop column set_aside_at`);
  }
}
