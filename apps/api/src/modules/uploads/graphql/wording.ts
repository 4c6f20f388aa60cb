import type {
  CleaningFault,
  FileNameFault,
  ReceiveUploadRefusal,
  RequestUploadRefusal,
  SeenFormat,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { personalDataInWords, wordTextFault } from '../../ideas/index.js';
import type { AttachRefusal } from '../application/uploads.js';

/** A size as a person would write it: 3.2 MB. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

function seenInWords(seen: SeenFormat): string {
  switch (seen) {
    case 'UNKNOWN':
      return 'something else';
    case 'PLAIN':
    case 'TEXT':
      return 'plain text';
    default:
      return `a ${seen} file`;
  }
}

function cleaningInWords(fault: CleaningFault): string {
  switch (fault) {
    case 'BROKEN':
      return 'This file is damaged, so what is hidden in it cannot be taken out. Save it again and send it anew.';
    case 'LOCKED':
      return 'This file is locked with a password. Save it without one.';
    case 'EXPANDS_TOO_FAR':
      return 'This file becomes far too large when it is opened. Save it smaller, or give an address where it is.';
    case 'HOLDS_PROGRAMS':
      return 'This file holds macros or programs, which readers should not have to trust. Save it without them.';
    case 'HOLDS_OTHER_FILES':
      return 'This file has other files inside it that cannot be looked into. Take them out, or send them one by one.';
    case 'TOOK_TOO_LONG':
      return 'It took too long to look through this file. Send it in parts, or give an address where it is.';
    default:
      return fault satisfies never;
  }
}

function wordFileName(fault: FileNameFault): Worded {
  if (fault.code !== 'FILE_NAME_NOT_SAFE') return wordTextFault(fault);
  return {
    message: 'Give the file a plain name, without folders or signs that some computers do not allow.',
    current: fault.found,
    needed: 'a name like results-2026.csv',
    path: fault.path,
  };
}

export function wordRequestUpload(reason: RequestUploadRefusal): Worded {
  switch (reason.code) {
    case 'FILE_TYPE_NOT_TAKEN':
      return {
        message: 'This kind of file cannot be taken. Save it as another, or give an address where it is.',
        needed: reason.taken.join(', '),
        path: reason.path,
      };
    case 'FILE_EMPTY':
      return { message: 'This file is empty.', path: reason.path };
    case 'FILE_TOO_LARGE':
      return {
        message: 'This file is too large. Make it smaller, or keep it where it is and give its address.',
        current: sizeInWords(reason.bytes),
        needed: `at most ${sizeInWords(reason.most)}`,
        path: reason.path,
      };
    case 'TOO_MUCH_IN_A_DAY':
      return {
        message: 'You have sent much today. Send the rest tomorrow, or give an address where it is.',
        current: sizeInWords(reason.bytes),
        needed: `at most ${sizeInWords(reason.most)} a day`,
      };
    case 'PEOPLE_SHOWN_MISSING':
      return { message: 'Say whether anyone appears who has not agreed.', path: reason.path };
    case 'PEOPLE_HAVE_NOT_AGREED':
      return {
        message: 'Somebody appears who has not agreed to be shown. Ask them first, or choose another picture.',
        path: reason.path,
      };
    default:
      return wordFileName(reason);
  }
}

export function wordReceiveUpload(reason: ReceiveUploadRefusal): Worded {
  switch (reason.code) {
    case 'FILE_NOT_AS_ANNOUNCED':
      return {
        message: 'What arrived has another size than the file. Send it again.',
        current: sizeInWords(reason.received),
        needed: sizeInWords(reason.announced),
      };
    case 'FILE_NOT_ITS_NAME':
      return {
        message: 'The content of this file is not what its name says.',
        current: seenInWords(reason.seen),
        needed: seenInWords(reason.claimed),
      };
    case 'FILE_CANNOT_BE_CLEANED':
      return { message: cleaningInWords(reason.fault) };
    default:
      return reason satisfies never;
  }
}

/** Words for files named in the input of another mutation. */
export function wordAttach(reason: AttachRefusal): Worded {
  const { path } = reason;
  switch (reason.code) {
    case 'UPLOAD_NOT_READY':
      return { message: 'This file is not here any more, or belongs to something else. Send it again.', path };
    case 'TOO_MANY_FILES':
      return { message: 'Choose fewer files.', current: String(reason.given), needed: `at most ${reason.most}`, path };
    case 'PERSONAL_DATA_IN_FILE': {
      const kinds = reason.kinds.map(personalDataInWords).join(', ');
      return {
        message: `In ${reason.file} there may be personal data. Look through it before everybody can.`,
        current: kinds,
        path,
      };
    }
    default:
      return reason satisfies never;
  }
}
