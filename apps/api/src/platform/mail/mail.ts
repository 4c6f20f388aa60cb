/** A mail as a use case states it: plain text, to one person, about one event. */
export interface NewMail {
  /** Whose mail it is; null for an address that belongs to nobody yet. */
  readonly personId: string | null;
  readonly to: string;
  /** What it is about, once: `invitation:<id>`. The same event never reaches the same person twice. */
  readonly event: string;
  readonly subject: string;
  readonly body: string;
}

/** A mail on its way out. */
export interface LeavingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** How mail leaves this installation. */
export abstract class MailTransport {
  /** @throws {Error} when it could not be handed over; it is tried again later. */
  abstract send(mail: LeavingMail): Promise<void>;
}
