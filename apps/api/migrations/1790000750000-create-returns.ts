import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Promises, what was submitted for them, and waivers with each funder's word. */
export class CreateReturns1790000750000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table obligations (
        id                  uuid constraint obligations_pk primary key,
        venture_id          uuid not null constraint obligations_venture_fk references ventures (id),
        idea_id             uuid not null constraint obligations_idea_fk references ideas (id),
        round_id            uuid not null constraint obligations_round_fk references funding_rounds (id),
        agreement_output_id uuid not null constraint obligations_agreement_output_fk references agreement_outputs (id),
        -- what is recorded; DUE and OVERDUE follow from the date
        state               text not null constraint obligations_state_check check (state in
                            ('PROMISED', 'SUBMITTED', 'CHANGES_REQUESTED', 'VERIFIED', 'WAIVED', 'REOPENED', 'DISCHARGED')),
        due_on              date not null,
        tranche_position    integer,
        promised_at         timestamptz not null,
        settled_at          timestamptz,
        -- one promise an output and round, however often the round's success is told
        constraint obligations_one_per_output_and_round_key unique (round_id, agreement_output_id),
        constraint obligations_settled_check check ((state in ('VERIFIED', 'WAIVED', 'DISCHARGED')) = (settled_at is not null))
      )`);
    await db.query(`create index obligations_venture_idx on obligations (venture_id, due_on)`);
    await db.query(`create index obligations_idea_idx on obligations (idea_id)`);
    await db.query(`create index obligations_agreement_output_idx on obligations (agreement_output_id)`);
    await db.query(
      `create index obligations_open_idx on obligations (due_on) where state in ('PROMISED', 'CHANGES_REQUESTED', 'REOPENED')`,
    );
    // The same rule as the domain's obligationState, for lists and counts that the database makes.
    await db.query(`
      create function obligation_state(state text, due_on date, today date) returns text language sql immutable parallel safe as $$
        select case
          when state in ('SUBMITTED', 'VERIFIED', 'WAIVED', 'DISCHARGED') then state
          when due_on < today then 'OVERDUE'
          when state <> 'PROMISED' then state
          when due_on - today <= 30 then 'DUE'
          else 'PROMISED'
        end
      $$`);

    await db.query(`
      create table returns (
        id                 uuid constraint returns_pk primary key,
        obligation_id      uuid not null constraint returns_obligation_fk references obligations (id),
        number             integer not null constraint returns_number_check check (number >= 1),
        title              text not null,
        summary            text not null,
        address            text,
        body               text,
        licence            text not null,
        language           text not null,
        consent            text,
        anonymised         text,
        -- SHA-256 of title, licence, address and text as submitted: what was verified can be told from what came later
        content_hash       bytea not null constraint returns_content_hash_check check (octet_length(content_hash) = 32),
        verdict            text not null constraint returns_verdict_check check (verdict in ('SATISFIES', 'ASK_A_PERSON')),
        verdict_rule       text not null,
        verdict_reason     text not null,
        submitted_by_id    uuid not null constraint returns_submitted_by_fk references people (id),
        submitted_at       timestamptz not null,
        decision           text constraint returns_decision_check check (decision in ('VERIFIED', 'CHANGES_REQUESTED')),
        decided_by_id      uuid constraint returns_decided_by_fk references people (id),
        decided_at         timestamptz,
        decision_reason    text not null default '',
        constraint returns_number_key unique (obligation_id, number),
        constraint returns_something_shared_check check (address is not null or body is not null),
        constraint returns_decided_check check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by_id is null)),
        constraint returns_not_by_the_submitter_check check (decided_by_id <> submitted_by_id),
        constraint returns_unsure_licence_with_a_reason_check check (
          decision is distinct from 'VERIFIED' or verdict = 'SATISFIES' or decision_reason <> '')
      )`);
    await db.query(`create unique index returns_one_waiting_key on returns (obligation_id) where decision is null`);
    await db.query(`create index returns_submitted_by_idx on returns (submitted_by_id)`);
    await db.query(`create index returns_decided_by_idx on returns (decided_by_id) where decided_by_id is not null`);

    await db.query(`
      create table return_components (
        return_id    uuid not null constraint return_components_return_fk references returns (id),
        component_id uuid not null constraint return_components_component_fk references components (id),
        -- the licence it was judged by; null: nobody could say
        licence      text,
        constraint return_components_pk primary key (return_id, component_id)
      )`);
    await db.query(`create index return_components_component_idx on return_components (component_id)`);

    await db.query(`
      create table waivers (
        id               uuid constraint waivers_pk primary key,
        obligation_id    uuid not null constraint waivers_obligation_fk references obligations (id),
        status           text not null constraint waivers_status_check check (status in ('OPEN', 'AGREED', 'REFUSED')),
        reason           text not null constraint waivers_reason_check check (reason <> ''),
        proposed_at      timestamptz not null,
        reminders        integer not null default 0,
        last_reminder_on date,
        decided_at       timestamptz,
        constraint waivers_decided_check check ((status = 'OPEN') = (decided_at is null))
      )`);
    await db.query(`create unique index waivers_one_open_key on waivers (obligation_id) where status = 'OPEN'`);
    await db.query(`create index waivers_obligation_idx on waivers (obligation_id)`);
    await db.query(`
      create table waiver_answers (
        waiver_id       uuid not null constraint waiver_answers_waiver_fk references waivers (id),
        organisation_id uuid not null constraint waiver_answers_organisation_fk references organisations (id),
        answer          text not null constraint waiver_answers_answer_check check (answer in ('AGREES', 'DISSENTS')),
        reason          text not null default '',
        answered_by_id  uuid not null constraint waiver_answers_answered_by_fk references people (id),
        answered_at     timestamptz not null,
        constraint waiver_answers_one_per_funder_key primary key (waiver_id, organisation_id),
        constraint waiver_answers_dissent_with_a_reason_check check (answer = 'AGREES' or reason <> '')
      )`);
    await db.query(`create index waiver_answers_organisation_idx on waiver_answers (organisation_id)`);
    await db.query(`create index waiver_answers_answered_by_idx on waiver_answers (answered_by_id)`);
    await db.query(
      `create trigger waiver_answers_append_only before update or delete on waiver_answers for each row execute function refuse_change()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['waiver_answers', 'waivers', 'return_components', 'returns'])
      await db.query(`drop table ${table}`);
    await db.query('drop function obligation_state(text, date, date)');
    await db.query('drop table obligations');
  }
}
