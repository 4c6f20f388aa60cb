import { accept, refuse, type Decision } from '../shared/decision.js';
import type { OutputKind } from '../shared/vocabulary.js';

/** What happened when an address was looked at, once, from outside. */
export type AddressLook = 'FILE' | 'PAGE' | 'SOMETHING_LARGE' | 'NOT_THERE' | 'NOT_PUBLIC' | 'NOT_REACHED';

export type AddressRefusal =
  | { readonly code: 'ADDRESS_NOT_PUBLIC'; readonly path: readonly string[] }
  | { readonly code: 'ADDRESS_NOT_THERE'; readonly path: readonly string[] }
  | { readonly code: 'ADDRESS_IS_A_PAGE'; readonly path: readonly string[] };

const FILE_ENDING = /\.(?:csv|json|jsonld|geojson|xlsx|ods|pdf|docx|odt|zip|gz|ya?ml|txt)$/i;
const FILES: ReadonlySet<OutputKind> = new Set(['DATASET']);

/**
 * Decides from what was seen whether an address may stand. What is not there, or is only reachable from inside, is no
 * evidence; a page where a file was promised is what a broken link answers with. An address that did not answer this time
 * is an observation with a date and no reason to refuse anything.
 */
export function judgeAddress(
  look: AddressLook,
  work: { readonly kind: OutputKind; readonly address: string },
): Decision<'ANSWERED' | 'NOT_REACHED', AddressRefusal> {
  const path = ['input', 'address'];
  if (look === 'NOT_PUBLIC') return refuse([{ code: 'ADDRESS_NOT_PUBLIC', path }]);
  if (look === 'NOT_THERE') return refuse([{ code: 'ADDRESS_NOT_THERE', path }]);
  const promisesFile = FILES.has(work.kind) || FILE_ENDING.test(work.address.split(/[?#]/)[0] ?? '');
  if (look === 'PAGE' && promisesFile) return refuse([{ code: 'ADDRESS_IS_A_PAGE', path }]);
  return accept(look === 'NOT_REACHED' ? 'NOT_REACHED' : 'ANSWERED');
}
