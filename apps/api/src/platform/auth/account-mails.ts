import { newId } from '../database/index.js';
import type { NewMail } from '../mail/index.js';
import type { MailText, MailWords } from '../words/index.js';
import { type AccountMail, LINK_MINUTES } from './accounts.js';

/** A mail that sign-in sends. Each is an event of its own: asking twice is two mails. */
export function accountMail(mail: AccountMail): NewMail {
  const event = `account.${mail.kind.toLowerCase()}:${newId()}`;
  return { personId: null, to: mail.to, event, says: (words) => textOf(words, mail) };
}

function textOf(words: MailWords, { kind, url }: AccountMail): MailText {
  switch (kind) {
    case 'CONFIRM_ADDRESS':
      return words.confirmAddress(url);
    case 'ONE_TIME_LINK':
      return words.oneTimeLink(url, LINK_MINUTES);
    case 'NEW_PASSWORD':
      return words.newPassword(url, LINK_MINUTES);
    default:
      return kind satisfies never;
  }
}
