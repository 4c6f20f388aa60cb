import type { ShareEntryRefusal } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordLicence, wordSharedContent } from '../../returns/index.js';

export function wordShareEntry(reason: ShareEntryRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_ORGANISATION':
      return { message: 'You can only give something for an organisation you act for.', path: reason.path };
    case 'OUTPUT_KIND_UNKNOWN':
      return { message: 'Choose what kind of thing it is.', current: reason.given, path: reason.path };
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
    default:
      return wordSharedContent(reason);
  }
}
