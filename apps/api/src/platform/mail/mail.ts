import type { Tx } from '../database/index.js';
import type { Language, MailText, MailWords } from '../words/index.js';

/** A mail as a use case states it: plain text, to one person, about one event. */
export interface NewMail {
  /** Whose mail it is; null for an address that belongs to nobody yet. */
  readonly personId: string | null;
  readonly to: string;
  /** What it is about, once: `invitation:<id>`. The same event never reaches the same person twice. */
  readonly event: string;
  /** What it says, from the words of the reader's language. */
  readonly says: (words: MailWords) => MailText;
}

/**
 * A mail that is worded when it leaves: until then only the event is kept, so that nothing that was redacted, and
 * nobody who left meanwhile, is in it.
 */
export interface WordedMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** Where one press stops such mail, without signing in (RFC 8058). */
  readonly unsubscribeUrl: string;
  /** Runs in the transaction in which the mail is noted as sent. */
  readonly sent?: (tx: Tx) => Promise<void>;
}

/** A mail that is to be worded now: about what, for whom, and what they read. */
export interface AskedMail {
  readonly personId: string;
  readonly event: string;
  readonly language: Language;
}

/** Words what waits for somebody; null when there is nothing left to say to them. */
export type MailWording = (tx: Tx, mail: AskedMail) => Promise<WordedMail | null>;

/** A mail on its way out. */
export interface LeavingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How mail leaves this installation. */
export abstract class MailTransport {
  /** @throws {Error} when it could not be handed over; it is tried again later. */
  abstract send(mail: LeavingMail): Promise<void>;
}
