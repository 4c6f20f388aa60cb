import type {
  ChangePolicyRefusal,
  DecideReportRefusal,
  RedactRefusal,
  ReportRefusal,
  SetVotesAsideRefusal,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordTextFault } from '../../ideas/index.js';
import type { DecideHeldPostReason } from '../application/decide-held-post.js';
import type { KeepPersonalDataReason } from '../application/keep-personal-data.js';
import type { LookAtIdentityReason } from '../application/look-at-identity.js';

const ONLY_STEWARDS = { message: 'Only the site team does this.' };
const OWN_MATTER = { message: 'You have a part in this. Somebody else of the site team has to decide it.' };
const DECIDED = { message: 'It was decided already.' };

export function wordKeepPersonalData(reason: KeepPersonalDataReason): Worded {
  switch (reason.code) {
    case 'NOTHING_WAS_ASKED':
      return { message: 'Nobody asked you about this text within the last day.', path: ['input', 'found'] };
    default:
      return reason.code satisfies never;
  }
}

export function wordRedact(reason: RedactRefusal): Worded {
  const path = ['input', 'text'];
  switch (reason.code) {
    case 'NOT_A_STEWARD':
      return ONLY_STEWARDS;
    case 'TEXT_TOO_SHORT_TO_REDACT':
      return {
        message: 'Give more of it: so few letters stand in half of what was ever written.',
        needed: `at least ${reason.least} letters or figures`,
        path,
      };
    case 'TEXT_TOO_LONG_TO_REDACT':
      return { message: 'Give only what must go.', needed: `at most ${reason.most} characters`, path };
    case 'TEXT_NOT_FOUND':
      return { message: 'It stands nowhere. Copy it exactly as it is written.', path };
    case 'TEXT_IN_TOO_MANY_PLACES':
      return {
        message: 'It stands in so many places that it is hardly a secret. Give more of it.',
        current: `${reason.places} places`,
        needed: `at most ${reason.most}`,
        path,
      };
    default:
      return reason satisfies never;
  }
}

export function wordReport(reason: ReportRefusal): Worded {
  switch (reason.code) {
    case 'NOTHING_TO_REPORT':
      return { message: 'There are no words left here to report.' };
    case 'REPORTED_ALREADY':
      return { message: 'You reported this already. The site team has not decided yet.' };
    default:
      return wordTextFault(reason);
  }
}

export function wordDecideReport(reason: DecideReportRefusal): Worded {
  switch (reason.code) {
    case 'NOT_A_STEWARD':
      return ONLY_STEWARDS;
    case 'OWN_MATTER':
      return OWN_MATTER;
    case 'DECIDED_ALREADY':
      return DECIDED;
    default:
      return wordTextFault(reason);
  }
}

export function wordDecideHeldPost(reason: DecideHeldPostReason): Worded {
  return reason.code === 'CANNOT_BE_PUBLISHED'
    ? { message: 'It cannot be published as it stands. Decline it and say why.', current: reason.because }
    : wordDecideReport(reason);
}

export function wordLookAtIdentity(reason: LookAtIdentityReason): Worded {
  return reason.code === 'NOT_NAMED_FOR_SAFEGUARDING'
    ? { message: 'Only those of the site team who are named for safeguarding see who it is.' }
    : wordTextFault(reason);
}

export function wordSetVotesAside(reason: SetVotesAsideRefusal): Worded {
  switch (reason.code) {
    case 'NOT_A_STEWARD':
      return ONLY_STEWARDS;
    case 'OWN_MATTER':
      return OWN_MATTER;
    case 'NO_SUCH_VOTES':
      return { message: 'None of these votes stands.' };
    case 'VOTES_ARE_FINAL':
      return { message: 'The work has begun, and votes no longer change.' };
    default:
      return wordTextFault(reason);
  }
}

export function wordChangePolicy(reason: ChangePolicyRefusal): Worded {
  switch (reason.code) {
    case 'NOT_A_STEWARD':
      return ONLY_STEWARDS;
    case 'NOTHING_CHANGED':
      return { message: 'Nothing is different from what is in force already.' };
    case 'POLICY_CHANGE_WAITS':
      return { message: 'Another change waits for its second person. Decide that one first.' };
    case 'NUMBER_OUT_OF_RANGE':
      return {
        message: 'This number cannot be asked for.',
        current: String(reason.given),
        needed: `from ${reason.least} to ${reason.most}`,
        path: reason.path,
      };
    default:
      return wordTextFault(reason);
  }
}
