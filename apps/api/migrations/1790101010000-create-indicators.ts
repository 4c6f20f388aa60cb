import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indicators with an identity and versions. What was reported under a name before is carried over: one indicator for
 * each name and unit in a venture, in its first version.
 *
 * `progress_values.indicator` and `.unit` are no longer written nor read; a later release drops them.
 */
export class CreateIndicators1790101010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table indicators (
        id         uuid constraint indicators_pk primary key,
        -- whose list it is in: a venture's own, or a data standard's
        venture_id uuid constraint indicators_venture_fk references ventures (id),
        entry_id   uuid constraint indicators_entry_fk references commons_entries (id),
        -- its name in files and for machines; never changes
        key        text not null constraint indicators_key_check check (key ~ '^[a-z][a-z0-9_]{0,79}$'),
        created_at timestamptz not null,
        constraint indicators_one_list_check check ((venture_id is null) <> (entry_id is null)),
        constraint indicators_once_in_venture_key unique (venture_id, key),
        constraint indicators_once_in_standard_key unique (entry_id, key)
      )`);
    await db.query(`
      create table indicator_versions (
        id            uuid constraint indicator_versions_pk primary key,
        indicator_id  uuid not null constraint indicator_versions_indicator_fk references indicators (id),
        version       integer not null constraint indicator_versions_version_check check (version > 0),
        title         text not null,
        definition    text not null,
        unit          text not null constraint indicator_versions_unit_check check (unit in ('PEOPLE', 'NUMBER', 'PERCENT', 'DAYS', 'MONEY')),
        -- what the unit leaves open: which currency, minutes, out of ten
        unit_note     text not null default '',
        direction     text not null constraint indicator_versions_direction_check check (direction in ('UP', 'DOWN', 'NEITHER')),
        counts_people boolean not null,
        tier          text not null constraint indicator_versions_tier_check check (tier in ('REQUIRED', 'OPTIONAL', 'ENHANCED')),
        change        text not null constraint indicator_versions_change_check check (change in ('NEW', 'MATERIAL', 'IMMATERIAL')),
        change_note   text not null default '',
        -- absent where it was carried over from a name that many people wrote
        author_id     uuid constraint indicator_versions_author_fk references people (id),
        created_at    timestamptz not null,
        constraint indicator_versions_one_key unique (indicator_id, version),
        constraint indicator_versions_first_is_new_check check ((version = 1) = (change = 'NEW')),
        constraint indicator_versions_people_are_counted_check check (unit <> 'PEOPLE' or counts_people),
        -- so that a value carries both with its version, and cannot disagree with it
        constraint indicator_versions_what_counts_key unique (id, indicator_id, counts_people)
      )`);
    await db.query(
      `create index indicator_versions_author_idx on indicator_versions (author_id) where author_id is not null`,
    );
    // A version is what numbers were reported under: its words do not change afterwards. Forgetting who wrote it may happen.
    await db.query(`
      create function refuse_other_indicator_words() returns trigger language plpgsql as $$
      begin
        if (new.title, new.definition, new.unit, new.unit_note, new.direction, new.counts_people, new.change, new.version)
          is distinct from (old.title, old.definition, old.unit, old.unit_note, old.direction, old.counts_people, old.change, old.version) then
          raise exception 'A version of an indicator never changes.' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    await db.query(
      `create trigger indicator_versions_keep_words before update on indicator_versions for each row execute function refuse_other_indicator_words()`,
    );
    await db.query(`
      create table venture_indicators (
        venture_id     uuid not null constraint venture_indicators_venture_fk references ventures (id),
        indicator_id   uuid not null constraint venture_indicators_indicator_fk references indicators (id),
        baseline       numeric(21, 6),
        baseline_under integer constraint venture_indicators_baseline_under_check check (baseline_under = 5),
        baseline_on    date,
        target         numeric(21, 6),
        target_under   integer constraint venture_indicators_target_under_check check (target_under = 5),
        target_on      date,
        since          timestamptz not null,
        constraint venture_indicators_pk primary key (venture_id, indicator_id),
        constraint venture_indicators_baseline_check check ((baseline_on is not null) = (num_nonnulls(baseline, baseline_under) = 1)
          and num_nonnulls(baseline, baseline_under) < 2),
        constraint venture_indicators_target_check check ((target_on is not null) = (num_nonnulls(target, target_under) = 1)
          and num_nonnulls(target, target_under) < 2)
      )`);
    await db.query(`create index venture_indicators_indicator_idx on venture_indicators (indicator_id)`);

    await db.query(`alter table progress_values
      add column indicator_id uuid,
      add column indicator_version_id uuid,
      add column counts_people boolean,
      -- the later report of the same period that counts instead
      add column corrected_by_id uuid constraint progress_values_corrected_by_fk references progress_values (id) deferrable initially deferred,
      alter column indicator drop not null,
      alter column unit drop not null`);
    await this.carryOver(db);
    await db.query(`alter table progress_values
      alter column indicator_id set not null,
      alter column indicator_version_id set not null,
      alter column counts_people set not null,
      add constraint progress_values_indicator_version_fk foreign key (indicator_version_id, indicator_id, counts_people)
        references indicator_versions (id, indicator_id, counts_people),
      add constraint progress_values_indicator_fk foreign key (venture_id, indicator_id) references venture_indicators (venture_id, indicator_id),
      drop constraint progress_values_few_people_banded_check,
      add constraint progress_values_few_people_banded_check check (not counts_people or value is null or value = 0 or value >= 5)`);
    await db.query(`drop index progress_values_venture_idx`);
    await db.query(
      `create unique index progress_values_one_per_period_key on progress_values (venture_id, indicator_id, period_from, period_to) where corrected_by_id is null`,
    );
    await db.query(
      `create index progress_values_indicator_idx on progress_values (venture_id, indicator_id, period_from)`,
    );
    await db.query(`create index progress_values_indicator_version_idx on progress_values (indicator_version_id)`);
    await db.query(
      `create index progress_values_corrected_by_idx on progress_values (corrected_by_id) where corrected_by_id is not null`,
    );
  }

  private async carryOver(db: QueryRunner): Promise<void> {
    await db.query(`
      create temporary table carried on commit drop as
      select venture_id, indicator, unit, min(recorded_at) as since,
        'indicator_' || row_number() over (partition by venture_id order by min(recorded_at), indicator, unit) as key,
        gen_random_uuid() as indicator_id, gen_random_uuid() as version_id
      from progress_values group by venture_id, indicator, unit`);
    await db.query(
      `insert into indicators (id, venture_id, key, created_at) select indicator_id, venture_id, key, since from carried`,
    );
    await db.query(`
      insert into indicator_versions (id, indicator_id, version, title, definition, unit, direction, counts_people, tier, change, created_at)
      select version_id, indicator_id, 1, indicator, '', unit, 'NEITHER', unit = 'PEOPLE', 'OPTIONAL', 'NEW', since from carried`);
    await db.query(
      `insert into venture_indicators (venture_id, indicator_id, since) select venture_id, indicator_id, since from carried`,
    );
    await db.query(`
      update progress_values p set indicator_id = c.indicator_id, indicator_version_id = c.version_id, counts_people = p.unit = 'PEOPLE'
      from carried c where c.venture_id = p.venture_id and c.indicator = p.indicator and c.unit = p.unit`);
    // Reported twice for one period: the newest counts, as it did for whoever read the list to its end.
    await db.query(`
      update progress_values p set corrected_by_id = newest.id
      from (select distinct on (venture_id, indicator_id, period_from, period_to) id, venture_id, indicator_id, period_from, period_to
            from progress_values order by venture_id, indicator_id, period_from, period_to, recorded_at desc, id desc) newest
      where newest.venture_id = p.venture_id and newest.indicator_id = p.indicator_id and newest.period_from = p.period_from
        and newest.period_to = p.period_to and newest.id <> p.id`);
    // Constraints that wait for the end of the transaction stand in the way of changing the table further.
    await db.query(`set constraints all immediate`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table progress_values drop constraint progress_values_few_people_banded_check`);
    await db.query(`
      update progress_values p set indicator = v.title, unit = v.unit from indicator_versions v
      where v.id = p.indicator_version_id and (p.indicator is null or p.unit is null)`);
    await db.query(`drop index progress_values_one_per_period_key`);
    await db.query(`drop index progress_values_indicator_idx`);
    await db.query(`alter table progress_values
      drop column indicator_version_id, drop column indicator_id, drop column counts_people, drop column corrected_by_id,
      alter column indicator set not null,
      alter column unit set not null,
      add constraint progress_values_few_people_banded_check check (unit <> 'PEOPLE' or value is null or value = 0 or value >= 5)`);
    await db.query(`create index progress_values_venture_idx on progress_values (venture_id, indicator, period_from)`);
    await db.query(`drop table venture_indicators`);
    await db.query(`drop table indicator_versions`);
    await db.query(`drop function refuse_other_indicator_words()`);
    await db.query(`drop table indicators`);
  }
}
