import { createHash } from 'node:crypto';

import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { newId, sql, type Tx, UnitOfWork } from '../database/index.js';
import { requestContext } from '../observability/request-context.js';
import { type Language, mailWords, spokenHere } from '../words/index.js';
import { type LeavingMail, MailTransport, type MailWording, type NewMail } from './mail.js';

/** Minutes until a mail that could not leave is tried again: 1, 2, 4, ... up to half a day, for about three days. */
const ATTEMPTS = 16;
const LOOKS_EVERY_MS = 15_000;

interface DueMail {
  readonly id: string;
  readonly personId: string | null;
  readonly event: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string | null;
  readonly wording: string | null;
  /** In which it was worded; null for one that is worded when it leaves. */
  readonly language: string | null;
}

interface ReadyMail extends LeavingMail {
  readonly sent?: (tx: Tx) => Promise<void>;
}

/**
 * Mail as rows of the transaction that gave rise to it, so that neither is lost without the other. It leaves after the
 * commit, at least once, by whichever process looks first. What it says is never logged.
 */
@Injectable()
export class MailOutbox implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Mail');
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<void> | undefined;
  private readonly wordings = new Map<string, MailWording>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transport: MailTransport,
  ) {}

  /**
   * Puts a mail into the outbox; the same event for the same person a second time is dropped. It is written in the
   * language that whoever has the address reads; for an address that nobody has, in that of the page that sent it.
   */
  async post(tx: Tx, mail: NewMail): Promise<void> {
    const key = mail.personId === null ? `address:${hashOf(mail.to)}` : `person:${mail.personId}`;
    const reader = await tx.one<{ language: string }>(sql`
      select p.language from auth_users u join people p on p.id = u.id where u.email = ${mail.to}`);
    const language = reader === undefined ? requestContext.language : spokenHere(reader.language);
    const { subject, body } = mail.says(mailWords(language));
    await tx.query(sql`
      insert into mails (id, person_id, recipient_key, event, to_address, subject, body, language)
      values (${newId()}, ${mail.personId}, ${key}, ${mail.event}, ${mail.to}, ${subject}, ${body}, ${language})
      on conflict on constraint mails_one_per_person_and_event_key do nothing`);
    tx.afterCommit(async () => {
      // Not awaited: a slow mail server must not keep the person waiting who caused the mail.
      void this.sendDue();
    });
  }

  /** Says how mails of one kind are worded when they leave. */
  wordedBy(wording: string, word: MailWording): void {
    this.wordings.set(wording, word);
  }

  /** Puts one mail for each of these people into the outbox, to be worded when it leaves. Each event reaches a person once. */
  async postWorded(tx: Tx, wording: string, event: string, personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    await tx.query(sql`
      insert into mails (id, person_id, recipient_key, event, to_address, subject, wording)
      select id, person_id, 'person:' || person_id, ${event}, '', '', ${wording}
      from unnest(${personIds.map(() => newId())}::uuid[], ${personIds}::uuid[]) as mail (id, person_id)
      on conflict on constraint mails_one_per_person_and_event_key do nothing`);
    tx.afterCommit(async () => {
      void this.sendDue();
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sendDue(), LOOKS_EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sending;
  }

  /** Sends what is due. One run at a time in this process; others skip the rows it holds. */
  async sendDue(): Promise<void> {
    const running = this.sending;
    if (running !== undefined) {
      await running;
      // What was posted after that run looked would otherwise wait for the timer.
      if (this.sending !== undefined) return this.sending;
    }
    this.sending = this.sendAll()
      .catch((error: unknown) => this.log.error({ message: 'Mail could not be looked through.', fault: nameOf(error) }))
      .finally(() => {
        this.sending = undefined;
      });
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    let wasSent: boolean;
    do wasSent = await this.sendOne();
    while (wasSent);
  }

  /** One mail in one transaction that holds its row while it leaves, so that two processes never send the same. */
  private sendOne(): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const mail = await tx.one<DueMail>(sql`
        select id, person_id as "personId", event, to_address as "to", subject, body, wording, language from mails
        where sent_at is null and given_up_at is null and due_at <= statement_timestamp()
        order by due_at limit 1 for update skip locked`);
      if (mail === undefined) return false;
      // A wording that fails must not keep the mails behind it waiting: its transaction goes on from here.
      await tx.query(sql`savepoint before_leaving`);
      try {
        const ready = await this.ready(tx, mail);
        if (ready !== null) await this.transport.send(ready);
        await ready?.sent?.(tx);
        await tx.query(
          sql`update mails set sent_at = clock_timestamp(), to_address = '', subject = '', body = null, attempts = attempts + 1 where id = ${mail.id}`,
        );
      } catch (error) {
        this.log.warn({ message: 'A mail could not leave and is tried again.', mail: mail.id, fault: nameOf(error) });
        await tx.query(sql`rollback to savepoint before_leaving`);
        await tx.query(sql`
          update mails set attempts = attempts + 1,
            due_at = clock_timestamp() + least(interval '12 hours', interval '1 minute' * power(2, attempts)),
            given_up_at = case when attempts + 1 >= ${ATTEMPTS} then clock_timestamp() end,
            body = case when attempts + 1 >= ${ATTEMPTS} then null else body end
          where id = ${mail.id}`);
      }
      return true;
    });
  }

  /** The mail as it leaves; null when there is nothing left to say. */
  private async ready(tx: Tx, mail: DueMail): Promise<ReadyMail | null> {
    const { id, personId, event, to, subject, body, wording } = mail;
    if (wording === null)
      return { id, to, subject, body: body ?? '', headers: { 'Content-Language': spokenHere(mail.language) } };
    const word = this.wordings.get(wording);
    if (word === undefined) throw new Error(`Nobody words mails of the kind ${wording}.`);
    if (personId === null) return null;
    const language = await languageOfPerson(tx, personId);
    const worded = await word(tx, { personId, event, language });
    if (worded === null) return null;
    const headers = {
      'Content-Language': language,
      'List-Unsubscribe': `<${worded.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    const { sent } = worded;
    return { id, to: worded.to, subject: worded.subject, body: worded.body, headers, ...(sent ? { sent } : {}) };
  }
}

async function languageOfPerson(tx: Tx, id: string): Promise<Language> {
  const person = await tx.one<{ language: string }>(sql`select language from people where id = ${id}`);
  return spokenHere(person?.language);
}

function hashOf(address: string): string {
  return createHash('sha256').update(address.toLowerCase()).digest('hex');
}

/** A mail server's message may quote the address; its code does not. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error.name;
}
