import type {
  AddressRefusal,
  EntryFault,
  ReviseEntryRefusal,
  ShareEntryRefusal,
  UseEntryRefusal,
  WithdrawEntryRefusal,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { HIDDEN_WHILE_LOOKED_AT, wordTextFault } from '../../ideas/index.js';
import { wordAddress, wordLicence, wordResearch, wordSharedContent } from '../../returns/index.js';
import { type AttachRefusal, wordAttach } from '../../uploads/index.js';
import type { LinkEntryRefusal } from '../application/link-entry.js';

function wordEntry(reason: EntryFault): Worded {
  switch (reason.code) {
    case 'THEME_UNKNOWN':
      return { message: 'There is no such theme.', current: reason.given, path: reason.path };
    case 'LICENCE_NEEDS_A_REASON':
      return {
        message: `Nobody wrote down whether this licence is open. ${reason.why} Say why it is.`,
        path: reason.path,
      };
    case 'LICENCE_NOT_UNDERSTOOD':
      return wordLicence(reason);
    case 'LICENCE_DOES_NOT_SATISFY':
      return {
        message: `This licence is not open for this kind of thing. ${reason.why}`,
        needed: 'an open licence, such as MIT for software or CC-BY-4.0 for text and data',
        path: reason.path,
      };
    case 'DAY_NOT_VALID':
    case 'DAY_IN_THE_FUTURE':
      return wordResearch(reason);
    case 'STRATEGY_EMPTY':
      return { message: 'Write one line for each step.', path: reason.path };
    case 'STRATEGY_TOO_LONG':
      return {
        message: 'This is longer than anybody reads. Keep the steps that matter.',
        current: `${reason.lines} lines`,
        needed: `at most ${reason.most}`,
        path: reason.path,
      };
    case 'STRATEGY_LINE_TOO_LONG':
      return {
        message: `Line ${reason.line} is too long for one step.`,
        needed: `at most ${reason.most} characters`,
        path: reason.path,
      };
    case 'STRATEGY_LINK_UNKNOWN':
      return { message: `Line ${reason.line} leads to “${reason.to}”, and no line is called that.`, path: reason.path };
    case 'STRATEGY_GOES_IN_A_CIRCLE':
      return {
        message: `These lead in a circle: ${reason.titles.join(' → ')}. Take one arrow out.`,
        path: reason.path,
      };
    default:
      return wordSharedContent(reason);
  }
}

export function wordShareEntry(reason: ShareEntryRefusal | AttachRefusal | AddressRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_ORGANISATION':
      return { message: 'You can only give something for an organisation you act for.', path: reason.path };
    case 'OUTPUT_KIND_UNKNOWN':
      return { message: 'Choose what kind of thing it is.', current: reason.given, path: reason.path };
    case 'ADDRESS_NOT_PUBLIC':
    case 'ADDRESS_NOT_THERE':
    case 'ADDRESS_IS_A_PAGE':
      return wordAddress(reason);
    case 'UPLOAD_NOT_READY':
    case 'TOO_MANY_FILES':
    case 'PERSONAL_DATA_IN_FILE':
      return wordAttach(reason);
    default:
      return wordEntry(reason);
  }
}

const NOT_THE_GIVER = 'Only who gave it can change it: people who act for its organisation.';
const WITHDRAWN = 'It was taken back.';

export function wordReviseEntry(reason: ReviseEntryRefusal | AttachRefusal | AddressRefusal): Worded {
  switch (reason.code) {
    case 'NOT_THE_GIVER':
      return { message: NOT_THE_GIVER };
    case 'ENTRY_WITHDRAWN':
      return { message: WITHDRAWN };
    case 'HIDDEN_WHILE_LOOKED_AT':
      return HIDDEN_WHILE_LOOKED_AT;
    case 'ENTRY_CHANGED_MEANWHILE':
      return {
        message: 'Somebody changed it while you wrote. What you typed is still here; look at the newest version first.',
        current: `version ${reason.version}`,
      };
    default:
      return wordShareEntry(reason);
  }
}

export function wordConfirmEntry({ code }: { readonly code: 'NOT_THE_GIVER' | 'ENTRY_WITHDRAWN' }): Worded {
  return { message: code === 'NOT_THE_GIVER' ? NOT_THE_GIVER : WITHDRAWN };
}

export function wordWithdrawEntry(reason: WithdrawEntryRefusal): Worded {
  switch (reason.code) {
    case 'NOT_THE_GIVER':
      return { message: 'Who gave it takes it back, or the site team.' };
    case 'ALREADY_WITHDRAWN':
      return { message: 'It was taken back already.' };
    case 'REPLACEMENT_NOT_THERE':
      return { message: 'What should be used instead is not in the library.', path: reason.path };
    case 'REPLACEMENT_ONLY_WHEN_SUPERSEDED':
      return { message: 'Name something else only when that is why this one goes.', path: reason.path };
    default:
      return wordTextFault(reason);
  }
}

export function wordUseEntry(reason: UseEntryRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_ORGANISATION':
      return { message: 'You can only speak for an organisation you act for.', path: reason.path };
    case 'ENTRY_WITHDRAWN':
      return { message: WITHDRAWN };
    case 'DAY_NOT_VALID':
      return { message: 'This is no day.', current: reason.given, needed: 'a day like 2026-03-01', path: reason.path };
    default:
      return wordTextFault(reason);
  }
}

export function wordLinkEntry({ code }: LinkEntryRefusal): Worded {
  switch (code) {
    case 'NOT_AN_AUTHOR_OR_GIVER':
      return { message: 'The idea’s author says what it began with, or who gave the entry.' };
    case 'ENTRY_WITHDRAWN':
      return { message: WITHDRAWN };
    case 'ALREADY_LINKED':
      return { message: 'They are linked already.' };
    default:
      return code satisfies never;
  }
}
