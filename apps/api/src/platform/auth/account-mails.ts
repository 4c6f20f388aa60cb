import { newId } from '../database/index.js';
import type { NewMail } from '../mail/index.js';
import { type AccountMail, LINK_MINUTES } from './accounts.js';

/** The words of the mails that sign-in sends. Each is an event of its own: asking twice is two mails. */
export function wordAccountMail(mail: AccountMail): NewMail {
  const event = `account.${mail.kind.toLowerCase()}:${newId()}`;
  return { personId: null, to: mail.to, event, ...wordsOf(mail) };
}

function wordsOf({ kind, url }: AccountMail): { readonly subject: string; readonly body: string } {
  switch (kind) {
    case 'CONFIRM_ADDRESS':
      return {
        subject: 'Confirm your address for OpenImpact',
        body: `Welcome. Open this address to confirm that it is you and to sign in:\n\n${url}\n\nIt works for one day. If you did not sign up, do nothing: without this step nobody can use your address.\n`,
      };
    case 'ONE_TIME_LINK':
      return {
        subject: 'Your link to sign in to OpenImpact',
        body: `Open this address to sign in:\n\n${url}\n\nIt works once, for ${LINK_MINUTES} minutes. Do not pass this mail on: whoever opens the link is you. If you did not ask for it, do nothing.\n`,
      };
    case 'NEW_PASSWORD':
      return {
        subject: 'Choose a new password for OpenImpact',
        body: `Open this address to choose a new password:\n\n${url}\n\nIt works once, for ${LINK_MINUTES} minutes. You are then signed out everywhere else. If you did not ask for it, do nothing: your password stays as it is.\n`,
      };
    default:
      return kind satisfies never;
  }
}
