import { TAGS } from '../in-language.js';
import type { MailWords } from '../mail-words.js';

/** Mails in English. */
export const MAILS: MailWords = {
  confirmAddress: (url) => ({
    subject: 'Confirm your address for OpenImpact',
    body: `Welcome. Open this address to confirm that it is you and to sign in:\n\n${url}\n\nIt works for one day. If you did not sign up, do nothing: without this step nobody can use your address.\n`,
  }),
  oneTimeLink: (url, minutes) => ({
    subject: 'Your link to sign in to OpenImpact',
    body: `Open this address to sign in:\n\n${url}\n\nIt works once, for ${minutes} minutes. Do not pass this mail on: whoever opens the link is you. If you did not ask for it, do nothing.\n`,
  }),
  newPassword: (url, minutes) => ({
    subject: 'Choose a new password for OpenImpact',
    body: `Open this address to choose a new password:\n\n${url}\n\nIt works once, for ${minutes} minutes. You are then signed out everywhere else. If you did not ask for it, do nothing: your password stays as it is.\n`,
  }),
  invitation: ({ inviter, organisation, url, days }) => ({
    subject: `${inviter} invites you to ${organisation} on OpenImpact`,
    body: `${inviter} invites you to act for ${organisation} on OpenImpact.\n\nOpen this address to answer:\n\n${url}\n\nIt works for ${days} days, and only for the address this mail was sent to. If you do not know ${organisation}, do nothing.\n`,
  }),
  gatheredNews: (count, about) =>
    count === 1 ? `News of ${about ?? 'what you follow'}` : `${number(count)} pieces of news of what you follow`,
  whatBecame: 'What became of what you voted for, wrote or follow:',
  more: (count, url) => `And ${number(count)} more: ${url}`,
  newsFooter: (settings, unsubscribe) =>
    `You choose what you hear of, and how often: ${settings}\nStop this mail with one press, without signing in: ${unsubscribe}`,
};

function number(count: number): string {
  return count.toLocaleString(TAGS.en);
}
