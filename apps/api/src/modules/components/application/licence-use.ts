import type { LicenceRecord, LicenceUse } from '@openimpact/domain';
import { judge } from '@openimpact/licences';

import { componentLicence } from './component-licence.js';

const ASKED = [
  ['PERMISSIVE', 'ANY_USE'],
  ['WEAK_COPYLEFT', 'SHARE_ITS_CHANGES'],
  ['SHARE_ALIKE', 'SHARE_THE_WHOLE'],
] as const;

/** What the licence that counts lets one do, as a word a person can look for. What nobody can say is for a person to say. */
export function licenceUse(record: LicenceRecord): LicenceUse {
  const { licence } = componentLicence(record);
  if (licence === null) return 'ASK_A_PERSON';
  for (const [condition, use] of ASKED) {
    const judged = judge({ expression: licence, condition, kind: 'software' });
    if (judged.ok && judged.value.verdict === 'SATISFIES') return use;
  }
  return 'ASK_A_PERSON';
}
