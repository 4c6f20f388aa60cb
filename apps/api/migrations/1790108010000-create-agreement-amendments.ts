import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of what was agreed after the money was: proposed by the lead, agreed by every committed funder. */
export class CreateAgreementAmendments1790108010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table agreement_amendments (
        id                uuid constraint agreement_amendments_pk primary key,
        round_id          uuid not null constraint agreement_amendments_round_fk references funding_rounds (id),
        -- the version that was in force for the round, which stays readable, and the one that would follow it
        from_agreement_id uuid not null constraint agreement_amendments_from_fk references commons_agreements (id),
        to_agreement_id   uuid not null constraint agreement_amendments_to_fk references commons_agreements (id),
        status            text not null constraint agreement_amendments_status_check check (status in ('OPEN', 'AGREED', 'REFUSED')),
        reason            text not null constraint agreement_amendments_reason_check check (char_length(reason) between 1 and 8000),
        proposed_by_id    uuid not null constraint agreement_amendments_proposed_by_fk references people (id),
        proposed_at       timestamptz not null,
        decided_at        timestamptz,
        constraint agreement_amendments_decided_check check ((status = 'OPEN') = (decided_at is null)),
        constraint agreement_amendments_changes_check check (from_agreement_id <> to_agreement_id)
      )`);
    await db.query(
      `create unique index agreement_amendments_one_open_key on agreement_amendments (round_id) where status = 'OPEN'`,
    );
    for (const column of ['round_id', 'from_agreement_id', 'to_agreement_id', 'proposed_by_id']) {
      await db.query(
        `create index agreement_amendments_${column.replace(/_id$/, '')}_idx on agreement_amendments (${column})`,
      );
    }
    await db.query(`
      create table amendment_answers (
        amendment_id    uuid not null constraint amendment_answers_amendment_fk references agreement_amendments (id),
        organisation_id uuid not null constraint amendment_answers_organisation_fk references organisations (id),
        answer          text not null constraint amendment_answers_answer_check check (answer in ('AGREES', 'DISSENTS')),
        reason          text not null default '',
        answered_by_id  uuid not null constraint amendment_answers_answered_by_fk references people (id),
        answered_at     timestamptz not null,
        constraint amendment_answers_pk primary key (amendment_id, organisation_id),
        constraint amendment_answers_dissent_check check (answer = 'AGREES' or reason <> '')
      )`);
    for (const column of ['organisation_id', 'answered_by_id']) {
      await db.query(
        `create index amendment_answers_${column.replace(/_id$/, '')}_idx on amendment_answers (${column})`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table amendment_answers`);
    await db.query(`drop table agreement_amendments`);
  }
}
