import { type LeavingMail, MailOutbox, MailTransport } from '../platform/mail/index.js';
import type { World } from './world.js';

/**
 * Where the mail of invented people goes while the story is told: nowhere but here. Without this a real mail server
 * would be asked to deliver to addresses that cannot exist.
 */
export class Mailbox {
  private readonly mails: LeavingMail[] = [];

  private constructor(private readonly outbox: MailOutbox) {}

  /** Holds back what leaves while `during` runs. */
  static async during<T>(app: World['app'], during: (mailbox: Mailbox) => Promise<T>): Promise<T> {
    const transport = app.get(MailTransport, { strict: false });
    const outbox = app.get(MailOutbox, { strict: false });
    const mailbox = new Mailbox(outbox);
    const send = transport.send.bind(transport);
    transport.send = async (mail) => {
      mailbox.mails.push(mail);
    };
    try {
      return await during(mailbox);
    } finally {
      await outbox.sendDue();
      transport.send = send;
    }
  }

  /** The newest mail to an address. @throws {Error} when none came */
  async newestTo(address: string): Promise<LeavingMail> {
    await this.outbox.sendDue();
    const mail = this.mails.findLast(({ to }) => to === address);
    if (mail === undefined) throw new Error(`No mail came for ${address}.`);
    return mail;
  }
}
