import type {
  AddressRefusal,
  ObligationRecord,
  RequestChangesRefusal,
  ReturnContentFault,
  ResearchFault,
  SubmitReturnRefusal,
  VerifierRefusal,
  VerifyReturnRefusal,
  WaiveRefusal,
  LicenceRefusal,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordContentFault, wordTextFault } from '../../ideas/index.js';
import { type AttachRefusal, wordAttach } from '../../uploads/index.js';

/** What a promise is, as a page says it. */
export function promiseInWords(record: ObligationRecord): string {
  switch (record) {
    case 'PROMISED':
      return 'promised';
    case 'SUBMITTED':
      return 'waiting to be checked';
    case 'CHANGES_REQUESTED':
      return 'changes asked for';
    case 'VERIFIED':
      return 'kept';
    case 'WAIVED':
      return 'let go by its funders';
    case 'REOPENED':
      return 'opened again';
    case 'DISCHARGED':
      return 'closed when the project stopped';
    default:
      return record satisfies never;
  }
}

/** What is wrong with something that is shared, beside its field. */
export function wordSharedContent(fault: ReturnContentFault): Worded {
  switch (fault.code) {
    case 'NOTHING_SHARED':
      return { message: 'Give the address where it is, or paste the text itself.', path: fault.path };
    case 'ADDRESS_NOT_VALID':
    case 'PERSONAL_DATA_FOUND':
      return wordContentFault(fault);
    default:
      return wordTextFault(fault);
  }
}

/** What is wrong with what research is based on. */
export function wordResearch(fault: ResearchFault): Worded {
  switch (fault.code) {
    case 'DAY_NOT_VALID':
      return { message: 'This is no day.', current: fault.given, needed: 'a day like 2026-03-01', path: fault.path };
    case 'DAY_IN_THE_FUTURE':
      return { message: 'This day has not come yet.', current: fault.given, path: fault.path };
    default:
      return wordTextFault(fault);
  }
}

export function wordLicence(reason: LicenceRefusal): Worded {
  const { path } = reason;
  switch (reason.code) {
    case 'LICENCE_NOT_UNDERSTOOD':
      return { message: reason.why, needed: 'a licence like MIT or CC-BY-4.0', path };
    case 'LICENCE_DOES_NOT_SATISFY': {
      const because = reason.component === null ? '' : ` It builds on ${reason.component}.`;
      return { message: `This licence does not meet what was agreed.${because} ${reason.why}`, path };
    }
    default:
      return reason satisfies never;
  }
}

export function wordSubmitReturn(reason: SubmitReturnRefusal): Worded {
  switch (reason.code) {
    case 'NOT_IN_THE_VENTURE':
      return { message: 'The coordinating team and the organisations that deliver share what was promised.' };
    case 'PROMISE_NOT_OPEN':
      return { message: 'Nothing can be shared for this promise now.', current: promiseInWords(reason.record) };
    case 'COMPONENT_NOT_FOUND':
      return { message: 'There is no such component.', current: reason.given, path: reason.path };
    case 'TOO_MANY_COMPONENTS':
      return {
        message: 'Name fewer components.',
        current: String(reason.given),
        needed: `at most ${reason.most}`,
        path: reason.path,
      };
    case 'LICENCE_NOT_UNDERSTOOD':
    case 'LICENCE_DOES_NOT_SATISFY':
      return wordLicence(reason);
    case 'DAY_NOT_VALID':
    case 'DAY_IN_THE_FUTURE':
      return wordResearch(reason);
    default:
      return wordSharedContent(reason);
  }
}

/** What was seen at an address that cannot be evidence. */
export function wordAddress({ code, path }: AddressRefusal): Worded {
  switch (code) {
    case 'ADDRESS_NOT_PUBLIC':
      return { message: 'This address is only reachable from inside. Give one that everybody can open.', path };
    case 'ADDRESS_NOT_THERE':
      return { message: 'There is nothing at this address. Open it yourself, and give the one you see.', path };
    case 'ADDRESS_IS_A_PAGE':
      return { message: 'A web page answers there, not the file. Give the address of the file itself.', path };
    default:
      return code satisfies never;
  }
}

/** The same with what is wrong with its files. */
export function wordSubmit(reason: SubmitReturnRefusal | AttachRefusal | AddressRefusal): Worded {
  switch (reason.code) {
    case 'ADDRESS_NOT_PUBLIC':
    case 'ADDRESS_NOT_THERE':
    case 'ADDRESS_IS_A_PAGE':
      return wordAddress(reason);
    case 'UPLOAD_NOT_READY':
    case 'TOO_MANY_FILES':
    case 'PERSONAL_DATA_IN_FILE':
      return wordAttach(reason);
    default:
      return wordSubmitReturn(reason);
  }
}

function wordVerifier(reason: VerifierRefusal): Worded {
  switch (reason.code) {
    case 'NOT_A_VERIFIER':
      return { message: 'Somebody of a funder checks what was shared.' };
    case 'STEWARD_MUST_WAIT':
      return {
        message: 'The funders check first. After 15 working days the site team may.',
        current: `${reason.workingDaysLeft} working days left`,
        needed: '0',
      };
    case 'PAID_BY_THE_VENTURE':
      return { message: `The project pays ${reason.organisations.join(', ')}, so somebody else has to check this.` };
    case 'OWNS_A_COMPONENT':
      return {
        message: `It builds on ${reason.components.join(', ')}, which is yours, so somebody else has to check this.`,
      };
    case 'HOLDS_A_TEAM_ROLE':
      return { message: 'You are in the coordinating team, so somebody else has to check this.' };
    case 'SUBMITTED_IT':
      return { message: 'You shared it, so somebody else has to check it.' };
    case 'STEWARDS_OWN_ORGANISATION':
      return { message: 'An organisation of yours is part of the project, so somebody else has to check this.' };
    default:
      return reason satisfies never;
  }
}

export function wordVerifyReturn(reason: VerifyReturnRefusal): Worded {
  switch (reason.code) {
    case 'LICENCE_NEEDS_A_REASON':
      return {
        message: `Nobody wrote down whether this licence will do. ${reason.why} Say why it may stand.`,
        path: reason.path,
      };
    case 'LICENCE_NOT_UNDERSTOOD':
    case 'LICENCE_DOES_NOT_SATISFY':
      return { ...wordLicence(reason), path: undefined };
    default:
      return wordRequestChanges(reason);
  }
}

export function wordRequestChanges(reason: RequestChangesRefusal): Worded {
  switch (reason.code) {
    case 'NOT_WAITING_FOR_VERIFICATION':
      return { message: 'There is nothing to check for this promise now.', current: promiseInWords(reason.record) };
    case 'RETURN_REPLACED':
      return { message: 'Something newer was shared since. Look at that.' };
    case 'NOT_A_VERIFIER':
    case 'STEWARD_MUST_WAIT':
    case 'PAID_BY_THE_VENTURE':
    case 'OWNS_A_COMPONENT':
    case 'HOLDS_A_TEAM_ROLE':
    case 'SUBMITTED_IT':
    case 'STEWARDS_OWN_ORGANISATION':
      return wordVerifier(reason);
    default:
      return wordTextFault(reason);
  }
}

export function wordWaive(reason: WaiveRefusal): Worded {
  switch (reason.code) {
    case 'PROMISE_SETTLED':
      return { message: 'This promise is settled.', current: promiseInWords(reason.record) };
    case 'NOT_A_FUNDER':
      return { message: 'Only organisations that fund it can let a promise go.', path: ['input', 'organisationId'] };
    case 'MAY_NOT_ANSWER_FOR_IT':
      return { message: 'An admin or approver of a funder answers for it.', path: ['input', 'organisationId'] };
    case 'ALREADY_ANSWERED':
      return { message: 'This organisation has answered already.', path: ['input', 'organisationId'] };
    case 'RELEASE_NOT_POSITIVE':
      return { message: 'Say how much was for it, or leave it empty.', path: ['input', 'release'] };
    case 'RELEASE_EXCEEDS_UNCALLED_MONEY':
      return {
        message: 'Not so much of the agreed money is left that nobody asked for yet.',
        path: ['input', 'release'],
      };
    case 'RELEASE_COMES_WITH_THE_PROPOSAL':
      return { message: 'Whoever proposes to let it go says how much was for it.', path: ['input', 'release'] };
    case 'NOTHING_TO_DISSENT_FROM':
      return { message: 'Nobody has proposed to let this promise go.', path: ['input', 'answer'] };
    default:
      return wordTextFault(reason);
  }
}
