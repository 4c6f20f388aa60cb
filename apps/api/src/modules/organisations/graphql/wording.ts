import type {
  AcceptInvitationRefusalReason,
  ChangeRoleRefusalReason,
  CreateOrganisationRefusalReason,
  InviteMemberRefusalReason,
  RequestVerificationRefusalReason,
  UpdateOrganisationRefusalReason,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordName } from '../../people/index.js';

const ONLY_ADMINS: Worded = { message: 'Only an admin of the organisation can do this.' };

export function wordCreateOrganisation(reason: CreateOrganisationRefusalReason): Worded {
  switch (reason.code) {
    case 'ABOUT_TOO_LONG':
      return {
        message: 'Make the text shorter.',
        current: `${reason.characters} characters`,
        needed: `at most ${reason.most} characters`,
        path: ['input', 'about'],
      };
    case 'ABOUT_HAS_HIDDEN_CHARACTERS':
      return {
        message: 'The text holds characters that cannot be seen. Type it again instead of pasting it.',
        current: reason.found.join(', '),
        path: ['input', 'about'],
      };
    case 'WEBSITE_NOT_AN_ADDRESS':
      return {
        message: 'This is no address of a site. Write it like https://riverside.example.',
        path: ['input', 'website'],
      };
    case 'TOO_MANY_ORGANISATIONS_TODAY':
      return {
        message: 'That is enough new organisations for one day. Try again tomorrow.',
        needed: `at most ${reason.most} a day`,
      };
    default:
      return wordName(reason);
  }
}

export function wordUpdateOrganisation(reason: UpdateOrganisationRefusalReason): Worded {
  switch (reason.code) {
    case 'NOT_AN_ADMIN':
      return ONLY_ADMINS;
    case 'GRANTS_PREFIX_MALFORMED':
      return {
        message: 'This is no prefix of 360Giving.',
        needed: '360G- and the letters that 360Giving gave you, such as 360G-lantern',
        path: ['input', 'grantsPrefix'],
      };
    case 'GRANTS_PREFIX_TAKEN':
      return { message: 'Another organisation publishes under this prefix.', path: ['input', 'grantsPrefix'] };
    case 'THRESHOLD_NEGATIVE':
      return { message: 'The amount cannot be below nothing.', path: ['input', 'approvalThreshold'] };
    default:
      return wordCreateOrganisation(reason);
  }
}

export function wordInviteMember(reason: InviteMemberRefusalReason): Worded {
  switch (reason.code) {
    case 'NOT_AN_ADMIN':
      return ONLY_ADMINS;
    case 'EMAIL_MALFORMED':
      return { message: 'This does not look like an email address.', path: ['input', 'email'] };
    case 'ALREADY_A_MEMBER':
      return { message: 'Somebody with this address is in the organisation already.', path: ['input', 'email'] };
    case 'TOO_MANY_INVITATIONS':
      return { message: 'Too many invitations wait for an answer.', needed: `at most ${reason.most}` };
    default:
      return reason satisfies never;
  }
}

export function wordAcceptInvitation(reason: AcceptInvitationRefusalReason): Worded {
  switch (reason.code) {
    case 'INVITATION_NOT_OPEN':
      return {
        message:
          reason.status === 'ACCEPTED'
            ? 'This invitation was accepted already.'
            : 'This invitation was taken back or replaced by a newer one.',
      };
    case 'INVITATION_EXPIRED':
      return { message: 'This invitation is too old. Ask for a new one.' };
    case 'INVITATION_FOR_ANOTHER_ADDRESS':
      return {
        message: 'This invitation was sent to another address than yours. Sign in with the address it was sent to.',
      };
    case 'ALREADY_A_MEMBER':
      return { message: 'You are in this organisation already.' };
    default:
      return reason satisfies never;
  }
}

export function wordChangeRole(reason: ChangeRoleRefusalReason): Worded {
  switch (reason.code) {
    case 'NOT_AN_ADMIN':
      return ONLY_ADMINS;
    case 'NOT_A_MEMBER':
      return { message: 'This person is not in the organisation.', path: ['input', 'personId'] };
    case 'LAST_ADMIN':
      return {
        message: 'Somebody has to look after the organisation. Make another person admin first.',
        path: ['input', 'roles'],
      };
    case 'NOTHING_CHANGES':
      return { message: 'These are the roles already.', path: ['input', 'roles'] };
    default:
      return reason satisfies never;
  }
}

export function wordRequestVerification(reason: RequestVerificationRefusalReason): Worded {
  switch (reason.code) {
    case 'NOT_AN_ADMIN':
      return ONLY_ADMINS;
    case 'NOTE_TOO_SHORT':
      return {
        message: 'Say how the site team can see that you act for this organisation.',
        needed: `at least ${reason.least} characters`,
        path: ['input', 'note'],
      };
    case 'NOTE_TOO_LONG':
      return {
        message: 'Make the text shorter.',
        needed: `at most ${reason.most} characters`,
        path: ['input', 'note'],
      };
    case 'VERIFICATION_ALREADY':
      return {
        message:
          reason.state === 'VERIFIED'
            ? 'The organisation is verified already.'
            : 'This was asked for already and is being looked at.',
      };
    case 'REGISTER_UNKNOWN':
      return {
        message: 'This register is not known here.',
        needed: reason.known.join(', '),
        path: ['input', 'register'],
      };
    case 'REGISTRATION_NUMBER_MALFORMED':
      return {
        message: `Numbers of the register "${reason.register}" look different.`,
        needed: `like ${reason.example}`,
        path: ['input', 'registrationNumber'],
      };
    default:
      return reason satisfies never;
  }
}
