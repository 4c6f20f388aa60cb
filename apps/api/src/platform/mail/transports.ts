import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createTransport, type Transporter } from 'nodemailer';

import { type LeavingMail, MailTransport } from './mail.js';

/** Through a mail server. The Message-ID is the mail's own, so that one sent twice after a crash is one to the reader. */
export class SmtpTransport extends MailTransport {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly host: string,
  ) {
    super();
    this.transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: 20_000 });
  }

  async send({ id, to, subject, body, headers }: LeavingMail): Promise<void> {
    // Invented people have no mailbox. Without a mail server their mail can be looked at on the outbox page.
    if (to.endsWith('.invalid')) return;
    await this.transport.sendMail({
      from: { name: 'OpenImpact', address: `no-reply@${this.host}` },
      to,
      subject,
      text: body,
      messageId: `<${id}@${this.host}>`,
      headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    });
  }
}

interface WrittenMail extends LeavingMail {
  readonly writtenAt: string;
}

/** Without a mail server: one file a mail, which only the account that runs the server can read. */
export class FolderTransport extends MailTransport {
  constructor(private readonly folder: string) {
    super();
  }

  async send({ id, to, subject, body, headers }: LeavingMail): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    // A folder that was there before may be open to others.
    await chmod(this.folder, 0o700);
    const text = JSON.stringify({ id, to, subject, body, headers, writtenAt: new Date().toISOString() }, null, 2);
    await writeFile(join(this.folder, `${id}.json`), text, { mode: 0o600 });
  }

  /** The newest mails first, for the outbox page of a development or demonstration machine. */
  async newest(most: number): Promise<readonly WrittenMail[]> {
    const files = (await readdir(this.folder).catch(() => [])).filter((file) => file.endsWith('.json'));
    const chosen = files.toSorted().toReversed().slice(0, most);
    return Promise.all(
      chosen.map(async (file) => JSON.parse(await readFile(join(this.folder, file), 'utf8')) as WrittenMail),
    );
  }
}
