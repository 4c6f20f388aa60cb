import type { DeleteAccountRefusalReason, HandleRefusalReason, NameRefusalReason } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import type { CreateApiTokenReason } from '../application/create-api-token.js';
import type { UpdateProfileReason } from '../application/update-profile.js';

/** A name that cannot be shown, of a person or an organisation. */
export function wordName(reason: NameRefusalReason): Worded {
  const path = ['input', 'name'];
  switch (reason.code) {
    case 'NAME_MISSING':
      return { message: 'Write a name.', path };
    case 'NAME_TOO_LONG':
      return {
        message: 'Make the name shorter.',
        current: `${reason.characters} characters`,
        needed: `at most ${reason.most} characters`,
        path,
      };
    case 'NAME_HAS_HIDDEN_CHARACTERS':
      return { message: 'The name contains characters that cannot be seen. Type it instead of pasting it.', path };
    case 'NAME_UNREADABLE':
      return { message: 'The name needs at least one letter or number, with at most four marks on each.', path };
    default:
      return reason satisfies never;
  }
}

export function wordHandle(reason: HandleRefusalReason): Worded {
  const path = ['input', 'handle'];
  switch (reason.code) {
    case 'HANDLE_TOO_SHORT':
      return { message: 'Make the handle longer.', needed: `at least ${reason.least} characters`, path };
    case 'HANDLE_TOO_LONG':
      return { message: 'Make the handle shorter.', needed: `at most ${reason.most} characters`, path };
    case 'HANDLE_MALFORMED':
      return {
        message: 'A handle has small letters a to z, numbers and single hyphens, and begins with a letter.',
        path,
      };
    case 'HANDLE_RESERVED':
      return { message: 'This handle would look like the site speaking. Choose another.', path };
    default:
      return reason satisfies never;
  }
}

export function wordUpdateProfile(reason: UpdateProfileReason): Worded {
  switch (reason.code) {
    case 'HANDLE_TAKEN':
      return { message: 'Somebody else has this handle. Choose another.', path: ['input', 'handle'] };
    case 'ABOUT_HAS_HIDDEN_CHARACTERS':
      return {
        message: 'The text holds characters that cannot be seen. Type it again instead of pasting it.',
        current: reason.found.join(', '),
        path: ['input', 'about'],
      };
    case 'ABOUT_TOO_LONG':
      return {
        message: 'Make the text about you shorter.',
        current: `${reason.characters} characters`,
        needed: `at most ${reason.most} characters`,
        path: ['input', 'about'],
      };
    case 'YEARS_UNKNOWN':
      return {
        message: 'Choose one of the years offered, or that you would rather not say.',
        path: ['input', 'bornFrom'],
      };
    case 'LANGUAGE_UNKNOWN':
      return { message: 'This is no language tag. Write it like en or cy.', path: ['input', 'language'] };
    case 'HANDLE_TOO_SHORT':
    case 'HANDLE_TOO_LONG':
    case 'HANDLE_MALFORMED':
    case 'HANDLE_RESERVED':
      return wordHandle(reason);
    default:
      return wordName(reason);
  }
}

export function wordDeleteAccount(reason: DeleteAccountRefusalReason): Worded {
  switch (reason.code) {
    case 'CONFIRMATION_DOES_NOT_MATCH':
      return { message: 'Type your handle to say that you mean it.', needed: reason.needed, path: ['input', 'handle'] };
    case 'LAST_ADMIN':
      return { message: `You are the last admin of ${reason.organisationName}. Make somebody else admin first.` };
    case 'LAST_STEWARD':
      return { message: 'You are the last person of the site team. Somebody else has to join it first.' };
    case 'UNFINISHED_BUSINESS':
      return { message: `Hand on first: ${reason.what}.` };
    case 'ACCOUNT_ALREADY_DELETED':
      return { message: 'This account was deleted already.' };
    default:
      return reason satisfies never;
  }
}

export function wordCreateApiToken(reason: CreateApiTokenReason): Worded {
  switch (reason.code) {
    case 'SCOPE_MISSING':
      return { message: 'Choose at least one thing the token may be used for.', path: ['input', 'scopes'] };
    case 'TOKEN_LIFETIME':
      return {
        message: 'A token works for one day to one year.',
        current: `${reason.days} days`,
        needed: `1 to ${reason.most} days`,
        path: ['input', 'days'],
      };
    case 'TOO_MANY_TOKENS':
      return { message: 'End a token you no longer need first.', needed: `at most ${reason.most} tokens` };
    default:
      return wordName(reason);
  }
}
