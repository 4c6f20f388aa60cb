import { recognise } from '@openimpact/licences';
import { Injectable } from '@nestjs/common';

import { type Fetched, type NotFetched, Outgoing } from '../../../platform/outgoing/index.js';
import { addressesOf } from './component-addresses.js';

/** The metadata of a repository as it was found there. */
export interface FoundFile {
  readonly publiccode: string;
  readonly from: string;
  /** The licence whose text lies beside it; null when there is none, or it is none that is known. */
  readonly licenceFound: string | null;
}
export type FileSearch =
  | ({ readonly ok: true } & FoundFile)
  | { readonly ok: false; readonly reason: NotFetched; readonly repository: string };

/** Looks for the metadata of a repository that somebody named, through the guard. */
@Injectable()
export class FetchComponentFile {
  constructor(private readonly outgoing: Outgoing) {}

  async execute(repository: string): Promise<FileSearch> {
    const addresses = addressesOf(repository);
    if (addresses === null) return { ok: false, reason: 'ADDRESS_NOT_HTTPS', repository };
    const [file, licence] = await Promise.all([this.first(addresses.metadata), this.first(addresses.licence)]);
    if (!file.ok) return { ok: false, reason: file.reason, repository };
    const publiccode = new TextDecoder().decode(file.bytes);
    const licenceFound = licence.ok ? licenceOf(new TextDecoder().decode(licence.bytes)) : null;
    return { ok: true, publiccode, from: file.url, licenceFound };
  }

  /** One after another: the likeliest place nearly always answers, and nobody is asked six questions at once. */
  private async first(addresses: readonly string[]): Promise<Fetched> {
    let answer: Fetched = { ok: false, reason: 'NOT_THERE' };
    for (const address of addresses) {
      answer = await this.outgoing.fetch(address);
      // Elsewhere on the same machine nothing else will answer differently to these.
      if (answer.ok || !(answer.reason === 'NOT_THERE' || answer.reason === 'A_PAGE')) return answer;
    }
    return answer;
  }
}

/** A text that stands for two identifiers is written as a choice between them: it does not say which. */
function licenceOf(text: string): string | null {
  const ids = recognise(text);
  return ids.length === 0 ? null : ids.join(' OR ');
}
