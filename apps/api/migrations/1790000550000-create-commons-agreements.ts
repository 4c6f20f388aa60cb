import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What will be shared back: agreements by version, and their outputs. */
export class CreateCommonsAgreements1790000550000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table commons_agreements (
        id                         uuid constraint commons_agreements_pk primary key,
        idea_id                    uuid not null constraint commons_agreements_idea_fk references ideas (id),
        version                    integer not null constraint commons_agreements_version_check check (version >= 1),
        -- how often the draft was saved: what is signed is the revision that was read
        revision                   integer not null constraint commons_agreements_revision_check check (revision >= 1),
        status                     text not null constraint commons_agreements_status_check check (status in ('DRAFT', 'SIGNED', 'SUPERSEDED')),
        drafted_by_id              uuid constraint commons_agreements_drafted_by_fk references people (id),
        drafted_at                 timestamptz not null,
        signed_by_person_id        uuid constraint commons_agreements_signed_by_fk references people (id),
        signed_for_organisation_id uuid constraint commons_agreements_signed_for_fk references organisations (id),
        signed_at                  timestamptz,
        superseded_at              timestamptz,
        constraint commons_agreements_version_key unique (idea_id, version),
        constraint commons_agreements_signed_check check (
          (status = 'DRAFT') = (signed_at is null) and (signed_at is null) = (signed_for_organisation_id is null)),
        constraint commons_agreements_superseded_check check ((status = 'SUPERSEDED') = (superseded_at is not null))
      )`);
    await db.query(
      `create unique index commons_agreements_one_draft_key on commons_agreements (idea_id) where status = 'DRAFT'`,
    );
    await db.query(
      `create unique index commons_agreements_one_in_force_key on commons_agreements (idea_id) where status = 'SIGNED'`,
    );
    await db.query(
      `create index commons_agreements_drafted_by_idx on commons_agreements (drafted_by_id) where drafted_by_id is not null`,
    );
    await db.query(
      `create index commons_agreements_signed_by_idx on commons_agreements (signed_by_person_id) where signed_by_person_id is not null`,
    );
    await db.query(
      `create index commons_agreements_signed_for_idx on commons_agreements (signed_for_organisation_id) where signed_for_organisation_id is not null`,
    );

    await db.query(`
      create table agreement_outputs (
        id                uuid constraint agreement_outputs_pk primary key,
        agreement_id      uuid not null constraint agreement_outputs_agreement_fk references commons_agreements (id),
        position          integer not null constraint agreement_outputs_position_check check (position >= 1),
        kind              text not null constraint agreement_outputs_kind_check check (kind in
          ('SOFTWARE', 'DATA_STANDARD', 'DATASET', 'USER_RESEARCH', 'IMPACT_STRATEGY', 'EVALUATION', 'DESIGN_PATTERN', 'API')),
        title             text not null,
        description       text not null default '',
        licence_condition text not null,
        -- the licences that satisfied the condition when it was agreed; null: any that is open for the kind
        accepted_licences text[],
        due_on            date,
        due_after_days    integer constraint agreement_outputs_due_after_check check (due_after_days between 1 and 3650),
        tranche_position  integer constraint agreement_outputs_tranche_check check (tranche_position >= 1),
        constraint agreement_outputs_position_key unique (agreement_id, position),
        constraint agreement_outputs_due_check check ((due_on is null) <> (due_after_days is null))
      )`);

    // Funders pledged to the words that were signed: nobody changes them afterwards, by whatever path.
    await db.query(`
      create function keep_signed_agreement() returns trigger language plpgsql as $$
      begin
        if old.status = 'DRAFT' then return coalesce(new, old); end if;
        if tg_op = 'UPDATE' and old.status = 'SIGNED' and new.status = 'SUPERSEDED'
           and (to_jsonb(new) - 'status' - 'superseded_at') = (to_jsonb(old) - 'status' - 'superseded_at') then
          return new;
        end if;
        raise exception 'agreement % was signed and stays as it is', old.id using errcode = 'restrict_violation';
      end $$`);
    await db.query(`
      create trigger commons_agreements_signed_stays before update or delete on commons_agreements
        for each row execute function keep_signed_agreement()`);
    await db.query(`
      create function keep_signed_outputs() returns trigger language plpgsql as $$
      declare
        of_agreement uuid := case when tg_op = 'INSERT' then new.agreement_id else old.agreement_id end;
      begin
        if (select status from commons_agreements where id = of_agreement) <> 'DRAFT' then
          raise exception 'agreement % was signed and stays as it is', of_agreement using errcode = 'restrict_violation';
        end if;
        return coalesce(new, old);
      end $$`);
    await db.query(`
      create trigger agreement_outputs_signed_stay before insert or update or delete on agreement_outputs
        for each row execute function keep_signed_outputs()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table agreement_outputs');
    await db.query('drop function keep_signed_outputs()');
    await db.query('drop table commons_agreements');
    await db.query('drop function keep_signed_agreement()');
  }
}
