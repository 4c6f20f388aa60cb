import type {
  ChangeStageRefusal,
  IdeaContentFault,
  IdeaStage,
  LogIdeaRefusal,
  PersonalDataKind,
  ReviseIdeaRefusal,
  TextFault,
} from '@openimpact/domain';
import { WHY_PERSONAL_DATA_MATTERS } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import type { SaveIdeaDraftReason } from '../application/save-idea-draft.js';
import type { WithdrawIdeaReason } from '../application/withdraw-idea.js';

const count = new Intl.NumberFormat('en-GB');

/** A stage as it is called on a page. */
export function stageInWords(stage: IdeaStage): string {
  switch (stage) {
    case 'LOGGED':
      return 'logged';
    case 'SUPPORTED':
      return 'has backing';
    case 'SHAPED':
      return 'ready to fund';
    case 'FUNDING':
      return 'raising money';
    case 'DELIVERY':
      return 'being built';
    case 'COMMONS':
      return 'in the shared library';
    case 'WITHDRAWN':
      return 'withdrawn';
    case 'MERGED':
      return 'merged into another idea';
    case 'DECLINED':
      return 'declined';
    case 'STOPPED':
      return 'stopped early';
    default:
      return stage satisfies never;
  }
}

/** Said wherever somebody wants to change what the site team has taken away from there. */
export const HIDDEN_WHILE_LOOKED_AT: Worded = {
  message: 'The site team hid it to look at it, or removed it. It can be changed once it is back.',
};

/** What is wrong with a text somebody typed, in any field of any form. */
export function wordTextFault(fault: TextFault): Worded {
  const { path } = fault;
  switch (fault.code) {
    case 'TEXT_MISSING':
      return { message: 'Write something here.', path };
    case 'TEXT_TOO_SHORT':
      return {
        message: 'Write a little more.',
        current: `${count.format(fault.characters)} characters`,
        needed: `at least ${count.format(fault.least)} characters`,
        path,
      };
    case 'TEXT_TOO_LONG':
      return {
        message: 'Make this shorter.',
        current: `${count.format(fault.characters)} characters`,
        needed: `at most ${count.format(fault.most)} characters`,
        path,
      };
    case 'TEXT_HAS_HIDDEN_CHARACTERS':
      return {
        message:
          'This contains characters that cannot be seen. They often come along when text is pasted; take them out.',
        current: fault.found.join(', '),
        path,
      };
    case 'TEXT_LINK_NOT_SAFE':
      return {
        message: 'A link may lead to a web page, an email address or a telephone number, and nowhere else.',
        current: `${fault.scheme}:`,
        needed: 'https:',
        path,
      };
    default:
      return fault satisfies never;
  }
}

export function wordContentFault(fault: IdeaContentFault): Worded {
  const { path } = fault;
  switch (fault.code) {
    case 'THEME_MISSING':
      return { message: 'Choose at least one theme, so that people who care about it find it.', path };
    case 'THEME_UNKNOWN':
      return { message: 'There is no such theme.', current: fault.given, path };
    case 'TOO_MANY_ITEMS':
      return { message: 'Choose fewer.', current: String(fault.count), needed: `at most ${fault.most}`, path };
    case 'ADDRESS_NOT_VALID':
      return { message: 'Give the whole web address.', current: fault.given, needed: 'https://…', path };
    case 'LANGUAGE_UNKNOWN':
      return { message: 'This is no language tag. Write it like en or cy.', current: fault.given, path };
    case 'PERSONAL_DATA_FOUND':
      return {
        message: `This looks like ${personalDataInWords(fault.kind)}. ${WHY_PERSONAL_DATA_MATTERS[fault.kind]} Take it out, or say that it is nobody’s secret.`,
        current: fault.found,
        path,
      };
    default:
      return wordTextFault(fault);
  }
}

/** A kind of personal data as a page calls it. */
export function personalDataInWords(kind: PersonalDataKind): string {
  switch (kind) {
    case 'EMAIL':
      return 'an email address';
    case 'PHONE':
      return 'a telephone number';
    case 'POSTCODE_UK':
    case 'POSTCODE_SG':
      return 'a postcode';
    case 'ADDRESS':
      return 'a street address';
    case 'NATIONAL_INSURANCE_NUMBER':
      return 'a National Insurance number';
    case 'NHS_NUMBER':
      return 'an NHS number';
    case 'NRIC':
      return 'a Singapore identity number';
    case 'SOCIAL_SECURITY_NUMBER':
      return 'a social security number';
    case 'DATE_OF_BIRTH':
      return 'a date of birth';
    case 'CARD_NUMBER':
      return 'a payment card number';
    case 'NAMED_PERSON':
      return 'the name of somebody you help';
    default:
      return kind satisfies never;
  }
}

export function wordLogIdea(reason: LogIdeaRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_ORGANISATION':
      return { message: 'You can only speak for an organisation you belong to.', path: reason.path };
    default:
      return wordContentFault(reason);
  }
}

export function wordReviseIdea(reason: ReviseIdeaRefusal): Worded {
  switch (reason.code) {
    case 'NOT_AN_AUTHOR':
      return { message: 'Only the authors can change this idea.' };
    case 'IDEA_NOT_REVISABLE':
      return {
        message: 'The text can no longer change: people have promised money to what it says.',
        current: stageInWords(reason.stage),
      };
    case 'NOTHING_CHANGED':
      return { message: 'Nothing is different from what is there already.' };
    case 'HIDDEN_WHILE_LOOKED_AT':
      return HIDDEN_WHILE_LOOKED_AT;
    case 'REVISED_MEANWHILE':
      return {
        message: 'Somebody else changed it while you were writing. Look at their version, then save again.',
        current: `version ${reason.newest}`,
        needed: `version ${reason.read}`,
        path: ['input', 'readVersion'],
      };
    default:
      return wordContentFault(reason);
  }
}

/** Only gates have requirements, and no gate stands before a move that a person asks for here. */
export function wordChangeStage(reason: ChangeStageRefusal): Worded {
  switch (reason.code) {
    case 'STAGE_NOT_REACHABLE':
      return {
        message: `An idea that ${stageInWords(reason.from)} cannot become one that ${stageInWords(reason.to)}.`,
        current: stageInWords(reason.from),
      };
    case 'GATE_NOT_MET':
      return { message: 'Something is still needed first.' };
    default:
      return reason satisfies never;
  }
}

export function wordWithdrawIdea(reason: WithdrawIdeaReason): Worded {
  switch (reason.code) {
    case 'NOT_THE_AUTHOR':
      return { message: 'Only the person who logged it can withdraw it.' };
    case 'IDEA_NOT_WITHDRAWABLE':
      return {
        message:
          reason.stage === 'FUNDING'
            ? 'Money is being raised for it. The lead organisation closes the round first, and funders are told why.'
            : 'It can no longer be withdrawn.',
        current: stageInWords(reason.stage),
      };
    case 'STAGE_NOT_REACHABLE':
    case 'GATE_NOT_MET':
      return wordChangeStage(reason);
    default:
      return wordTextFault(reason);
  }
}

export function wordSaveIdeaDraft(reason: SaveIdeaDraftReason): Worded {
  switch (reason.code) {
    case 'TOO_MANY_DRAFTS':
      return { message: 'Throw away a draft you no longer need first.', needed: `at most ${reason.most} drafts` };
    case 'DRAFT_TOO_LONG':
      return { message: 'This is too long to keep. It is still in your browser; make it shorter.' };
    case 'NOT_YOUR_DRAFT':
      return { message: 'This draft belongs to somebody else.', path: ['input', 'draftId'] };
    default:
      return reason satisfies never;
  }
}

/** What a reader must do before they may do anything. */
export const SIGN_IN_FIRST = { code: 'SIGN_IN_FIRST' } as const;

export function wordSignIn(reason: typeof SIGN_IN_FIRST): Worded {
  switch (reason.code) {
    case 'SIGN_IN_FIRST':
      return { message: 'Sign in first.' };
    default:
      return reason.code satisfies never;
  }
}
