import type { ConcludeLicenceRefusal } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordTextFault } from '../../ideas/index.js';
import type { RegisterComponentReason } from '../application/register-component.js';

export function wordRegisterComponent(reason: RegisterComponentReason): Worded {
  switch (reason.code) {
    case 'FILE_NOT_READ':
      return { message: `This file could not be read. ${reason.why}`, path: reason.path };
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
    case 'LICENCE_NOT_UNDERSTOOD':
      return { message: reason.why, path: reason.path };
    default:
      return wordTextFault(reason);
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
