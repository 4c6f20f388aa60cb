/** A mail as it is read: one line that says what it is about, and plain text with a whole address a line. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/**
 * What mails say, in one language. Each language has all of it or does not compile: names, titles and addresses stand in
 * the sentences as they are, so that nothing somebody wrote is taken for words of ours.
 */
export interface MailWords {
  confirmAddress(url: string): MailText;
  oneTimeLink(url: string, minutes: number): MailText;
  newPassword(url: string, minutes: number): MailText;
  invitation(invitation: Invitation): MailText;
  /** The subject of a mail that gathers news; `about` is the name of what the only piece is about. */
  gatheredNews(count: number, about: string | null): string;
  readonly whatBecame: string;
  more(count: number, url: string): string;
  newsFooter(settingsUrl: string, unsubscribeUrl: string): string;
}

interface Invitation {
  readonly inviter: string;
  readonly organisation: string;
  readonly url: string;
  readonly days: number;
}
