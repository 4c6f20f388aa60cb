import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';

import { isPublicAddress } from './public-address.js';

/** Why nothing was fetched. Stable, for programs; none of them tells what answered inside a private network. */
export type NotFetched =
  | 'ADDRESS_NOT_HTTPS'
  | 'ADDRESS_HAS_CREDENTIALS'
  | 'ADDRESS_NOT_PUBLIC'
  | 'NAME_NOT_FOUND'
  | 'CERTIFICATE_WRONG'
  | 'TOO_SLOW'
  | 'TOO_LARGE'
  | 'TOO_MANY_REDIRECTS'
  | 'NOT_THERE'
  | 'A_PAGE'
  | 'NO_ANSWER';

export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly url: string }
  | { readonly ok: false; readonly reason: NotFetched };

interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** What a test puts in the place of the internet. An installation has none of it. */
export interface OutgoingSettings {
  readonly resolve?: (host: string) => Promise<readonly Resolved[]>;
  /** Where a checked address is really dialled. */
  readonly dial?: (address: string, port: number) => { readonly address: string; readonly port: number };
  readonly ca?: string;
  readonly milliseconds?: number;
  readonly bytes?: number;
}

const MILLISECONDS = 10_000;
const MOST_BYTES = 1_048_576;
const MOST_REDIRECTS = 3;
const LONGEST_ADDRESS = 2_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

class Refused extends Error {
  constructor(readonly reason: NotFetched) {
    super(reason);
  }
}

/**
 * Fetches a public file for somebody who typed its address, and can reach nothing else: https only, public addresses
 * only, nobody's credentials, a limited size and time.
 *
 * A name is resolved once a hop, every address it has is checked, and the connection is made to those very addresses:
 * a name that answers differently the second time is never asked a second time. Each redirect begins anew.
 */
export class Outgoing {
  constructor(private readonly settings: OutgoingSettings = {}) {}

  async fetch(address: string): Promise<Fetched> {
    const signal = AbortSignal.timeout(this.settings.milliseconds ?? MILLISECONDS);
    try {
      return await this.follow(address, signal);
    } catch (error) {
      return { ok: false, reason: reasonOf(error, signal) };
    }
  }

  /**
   * Posts JSON to an address somebody typed, under the same rules, and follows no redirect: what is sent is for that
   * address and no other. Answers whether it was taken (2xx).
   */
  async deliver(address: string, body: string, headers: Readonly<Record<string, string>>): Promise<boolean> {
    const signal = AbortSignal.timeout(this.settings.milliseconds ?? MILLISECONDS);
    try {
      const url = checked(address);
      const answer = await this.ask(url, await this.publicAddresses(url, signal), signal, { body, headers });
      const { statusCode = 0 } = answer;
      answer.destroy();
      return statusCode >= 200 && statusCode < 300;
    } catch {
      return false;
    }
  }

  private async follow(address: string, signal: AbortSignal): Promise<Fetched> {
    let url = checked(address);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const answer = await this.ask(url, await this.publicAddresses(url, signal), signal);
      const { location } = answer.headers;
      if (REDIRECTS.has(answer.statusCode ?? 0) && location !== undefined) {
        answer.destroy();
        url = checked(location, url);
        continue;
      }
      return { ok: true, bytes: await this.body(answer), url: url.href };
    }
    throw new Refused('TOO_MANY_REDIRECTS');
  }

  private async publicAddresses(url: URL, signal: AbortSignal): Promise<readonly Resolved[]> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await this.resolve(host, signal);
    if (addresses.length === 0) throw new Refused('NAME_NOT_FOUND');
    // One private address among public ones is a way in: none of them is dialled then.
    if (!addresses.every((one) => isPublicAddress(one.address))) throw new Refused('ADDRESS_NOT_PUBLIC');
    return addresses;
  }

  private async resolve(host: string, signal: AbortSignal): Promise<readonly Resolved[]> {
    const resolve = this.settings.resolve ?? ((name) => lookup(name, { all: true }));
    const tooLong = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Refused('TOO_SLOW')), { once: true });
    });
    try {
      return await Promise.race([resolve(host), tooLong]);
    } catch (error) {
      throw error instanceof Refused ? error : new Refused('NAME_NOT_FOUND');
    }
  }

  private ask(
    url: URL,
    addresses: readonly Resolved[],
    signal: AbortSignal,
    posted?: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  ): Promise<IncomingMessage> {
    const [first] = addresses;
    const port = Number(url.port || 443);
    const dialled = this.settings.dial?.(first?.address ?? '', port);
    const given = dialled ? [{ address: dialled.address, family: isIP(dialled.address) }] : addresses;
    return new Promise((resolve, reject) => {
      const asking = request(
        {
          host: url.hostname.replace(/^\[|\]$/g, ''),
          port: dialled?.port ?? port,
          method: posted === undefined ? 'GET' : 'POST',
          path: `${url.pathname}${url.search}`,
          headers: {
            host: url.host,
            accept: 'text/plain, application/yaml, */*;q=0.1',
            'accept-encoding': 'identity',
            'user-agent': 'OpenImpact',
            ...(posted === undefined
              ? {}
              : {
                  ...posted.headers,
                  'content-type': 'application/json',
                  'content-length': String(Buffer.byteLength(posted.body)),
                }),
          },
          // No pool: a connection that lives on would outlive the check of its address.
          agent: false,
          signal,
          ...(this.settings.ca === undefined ? {} : { ca: this.settings.ca }),
          lookup: (_host, options, answer) => {
            if (options.all === true) answer(null, [...given]);
            else answer(null, given[0]?.address ?? '', given[0]?.family);
          },
        },
        resolve,
      );
      asking.once('error', reject);
      asking.end(posted?.body);
    });
  }

  private async body(answer: IncomingMessage): Promise<Uint8Array> {
    const most = this.settings.bytes ?? MOST_BYTES;
    try {
      // A service that is down, or wants a pause, may have it all the same.
      const status = answer.statusCode ?? 0;
      if (status >= 500 || status === 429) throw new Refused('NO_ANSWER');
      if (status !== 200) throw new Refused('NOT_THERE');
      const {
        'content-type': type = '',
        'content-encoding': encoding = 'identity',
        'content-length': length,
      } = answer.headers;
      if (/html/i.test(type)) throw new Refused('A_PAGE');
      // Packed, a small answer could be of any size; we asked for it as it is.
      if (encoding !== 'identity') throw new Refused('NO_ANSWER');
      if (Number(length ?? 0) > most) throw new Refused('TOO_LARGE');
      const parts: Uint8Array[] = [];
      let size = 0;
      for await (const part of answer as AsyncIterable<Uint8Array>) {
        size += part.length;
        if (size > most) throw new Refused('TOO_LARGE');
        parts.push(part);
      }
      const bytes = Buffer.concat(parts);
      if (/^\s*<(!doctype\s+html|html)/i.test(bytes.subarray(0, 500).toString('latin1'))) throw new Refused('A_PAGE');
      return bytes;
    } finally {
      answer.destroy();
    }
  }
}

function checked(address: string, base?: URL): URL {
  const url =
    address.length <= LONGEST_ADDRESS && URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
  if (url === undefined || url.protocol !== 'https:' || url.hostname === '') throw new Refused('ADDRESS_NOT_HTTPS');
  if (url.username !== '' || url.password !== '') throw new Refused('ADDRESS_HAS_CREDENTIALS');
  // Another port is another service of the same machine, and repositories are not behind one.
  if (url.port !== '') throw new Refused('ADDRESS_NOT_PUBLIC');
  return url;
}

/** Faults of certificates that Node names: https://nodejs.org/api/tls.html#x509-certificate-error-codes. */
const CERTIFICATE = /CERT|ERR_TLS|ALTNAME|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;

function reasonOf(error: unknown, signal: AbortSignal): NotFetched {
  if (error instanceof Refused) return error.reason;
  if (signal.aborted) return 'TOO_SLOW';
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return CERTIFICATE.test(code) ? 'CERTIFICATE_WRONG' : 'NO_ANSWER';
}
