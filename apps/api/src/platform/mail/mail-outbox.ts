import { createHash } from 'node:crypto';

import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { newId, sql, type Tx, UnitOfWork } from '../database/index.js';
import { MailTransport, type NewMail } from './mail.js';

/** Minutes until a mail that could not leave is tried again: 1, 2, 4, ... up to half a day, for about three days. */
const ATTEMPTS = 16;
const LOOKS_EVERY_MS = 15_000;

interface DueMail {
  readonly id: string;
  readonly to_address: string;
  readonly subject: string;
  readonly body: string;
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

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transport: MailTransport,
  ) {}

  /** Puts a mail into the outbox; the same event for the same person a second time is dropped. */
  async post(tx: Tx, mail: NewMail): Promise<void> {
    const key = mail.personId === null ? `address:${hashOf(mail.to)}` : `person:${mail.personId}`;
    await tx.query(sql`
      insert into mails (id, person_id, recipient_key, event, to_address, subject, body)
      values (${newId()}, ${mail.personId}, ${key}, ${mail.event}, ${mail.to}, ${mail.subject}, ${mail.body})
      on conflict on constraint mails_one_per_person_and_event_key do nothing`);
    tx.afterCommit(async () => {
      // Not awaited: a slow mail server must not keep the person waiting who caused the mail.
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
        select id, to_address, subject, body from mails
        where sent_at is null and given_up_at is null and due_at <= clock_timestamp()
        order by due_at limit 1 for update skip locked`);
      if (mail === undefined) return false;
      try {
        await this.transport.send({ id: mail.id, to: mail.to_address, subject: mail.subject, body: mail.body });
        await tx.query(
          sql`update mails set sent_at = clock_timestamp(), to_address = '', subject = '', body = null, attempts = attempts + 1 where id = ${mail.id}`,
        );
      } catch (error) {
        this.log.warn({ message: 'A mail could not leave and is tried again.', mail: mail.id, fault: nameOf(error) });
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
