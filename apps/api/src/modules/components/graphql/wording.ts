import type { ConcludeLicenceRefusal, ReimportComponentRefusal } from '@openimpact/domain';

import { saidOfFile, type Worded } from '../../../platform/graphql/index.js';
import type { NotFetched } from '../../../platform/outgoing/index.js';
import { wordTextFault } from '../../ideas/index.js';
import type { RegisterComponentReason } from '../application/register-component.js';

export function wordRegisterComponent(reason: RegisterComponentReason): Worded {
  switch (reason.code) {
    case 'FILE_NOT_READ':
      return { message: `This file could not be read. ${saidOfFile(reason.why)}`, path: reason.path };
    case 'COMPONENT_ALREADY_REGISTERED':
      return {
        message: 'Something with the same repository is registered already.',
        current: `/components/${reason.slug}`,
        path: reason.path,
      };
    case 'THEME_UNKNOWN':
      return { message: `There is no theme called ${reason.given}.`, path: reason.path };
    case 'TOO_MANY_THEMES':
      return {
        message: 'Choose fewer themes.',
        current: String(reason.themes),
        needed: `at most ${reason.most}`,
        path: reason.path,
      };
    case 'NOT_YOUR_ORGANISATION':
      return { message: 'Choose an organisation you belong to.', path: reason.path };
    case 'FUNCTION_UNKNOWN':
      return { message: `${reason.given} is nothing that can be chosen here.`, path: reason.path };
    case 'TOO_MANY_FUNCTIONS':
      return {
        message: 'Choose fewer things it does.',
        current: String(reason.functions),
        needed: `at most ${reason.most}`,
        path: reason.path,
      };
    case 'LICENCE_NOT_UNDERSTOOD':
      return { message: reason.why, path: reason.path };
    default:
      return wordTextFault(reason);
  }
}

export type PreviewReason =
  | { readonly code: 'ONE_WAY_ONLY'; readonly ways: number }
  | Extract<RegisterComponentReason, { code: 'FILE_NOT_READ' }>
  | { readonly code: NotFetched; readonly path: readonly string[] };

const NOT_FETCHED: Readonly<Record<NotFetched, string>> = {
  ADDRESS_NOT_HTTPS: 'Write an address that begins with https://.',
  ADDRESS_HAS_CREDENTIALS: 'Write the address without a name and a password in it.',
  ADDRESS_NOT_PUBLIC: 'This address is not one of the public internet, so it is not asked.',
  NAME_NOT_FOUND: 'There is no such place on the internet. Look at the address again.',
  CERTIFICATE_WRONG: 'This place could not prove that it is what it says it is, so nothing was fetched.',
  TOO_SLOW: 'This place did not answer in time. Try again later, or paste the file.',
  TOO_LARGE: 'What lies there is too large to be a publiccode.yml.',
  TOO_MANY_REDIRECTS: 'This address sends one on and on. Use the one it ends at.',
  NOT_THERE: 'There is no publiccode.yml at the top of this repository. Paste it, or say by hand what it is.',
  A_PAGE: 'A web page lies there and no file. It may ask to sign in: a repository has to be public.',
  NO_ANSWER: 'This place did not answer. Try again later, or paste the file.',
};

export function wordPreview(reason: PreviewReason): Worded {
  switch (reason.code) {
    case 'ONE_WAY_ONLY':
      return {
        message: 'Give a file, an address or your own words: one of them.',
        current: String(reason.ways),
        needed: '1',
      };
    case 'FILE_NOT_READ':
      return wordRegisterComponent(reason);
    default:
      return { message: NOT_FETCHED[reason.code], path: reason.path };
  }
}

export function wordReimport(reason: ReimportComponentRefusal): Worded {
  switch (reason.code) {
    case 'MAY_NOT_CHANGE':
      return {
        message: 'Only who registered it, people of the organisation that looks after it and the site team change it.',
      };
    case 'FILE_NOT_READ':
      return wordRegisterComponent(reason);
    case 'ANOTHER_REPOSITORY':
      return {
        message: 'This file is of another repository. Add it as something of its own.',
        current: reason.file,
        needed: reason.here,
        path: reason.path,
      };
    case 'FIELD_UNKNOWN':
      return { message: `${reason.given} is no part of a file.`, path: reason.path };
    case 'FUNCTION_UNKNOWN':
    case 'TOO_MANY_FUNCTIONS':
      return wordRegisterComponent(reason);
    default:
      return reason satisfies never;
  }
}

export function wordConcludeLicence(reason: ConcludeLicenceRefusal): Worded {
  switch (reason.code) {
    case 'MAY_NOT_CONCLUDE':
      return {
        message:
          'Only who registered it, people of the organisation that looks after it and the site team decide this.',
      };
    case 'LICENCE_NOT_UNDERSTOOD':
      return { message: reason.why, path: reason.path };
    default:
      return wordTextFault(reason);
  }
}
