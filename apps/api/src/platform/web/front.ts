import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { preferences } from './shared-answers.js';

/** What metrics and log hear of an answer. Nothing of who asked. */
export interface Answered {
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** Answers a request it knows how to answer, and says whether it did. `next` hands it on after all. */
export type Taker = (request: IncomingMessage, response: ServerResponse, next: () => void) => boolean;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What is kept of an answer: its bytes, and those bytes once more for each way a browser reads them faster. */
interface Kept {
  readonly until: number;
  readonly etag: string | undefined;
  readonly route: string;
  readonly head: readonly string[];
  readonly body: Buffer;
  readonly encoded: Map<Encoding, Buffer | Promise<Buffer>>;
  /** Whether somebody was handed on to have it made anew. */
  renewing: boolean;
}

type Encoding = 'br' | 'gzip';

/** Together, whatever addresses are invented. */
const MOST_KEPT_BYTES = 16 * 2 ** 20;
/** How much longer an answer is given to others while it is made anew for one; then they are handed on as well. */
const LONGEST_RENEWAL_MS = 1_000;
/** Less is as fast uncompressed; the same threshold as for every other answer. */
const LEAST_COMPRESSED_BYTES = 1_024;
const LONGEST_ADDRESS = 4_096;

declare module 'node:http' {
  // As it is declared there.
  interface ServerResponse<Request extends IncomingMessage = IncomingMessage> {
    /** Whether it is counted among those that are waited for. */
    isHeld?: boolean;
  }
}

declare module 'fastify' {
  interface FastifyReply {
    /** Until when (milliseconds since 1970) whoever asks the same without an account is given these bytes. */
    keptUntil: number;
  }
}

/**
 * What stands between the socket and the framework, for what is asked most.
 *
 * An answer that is the same for everybody without an account is kept as bytes until it is a second old: what is asked a
 * thousand times a second is routed, rendered and compressed once. The first who asks after that has it made anew, and
 * those who ask meanwhile do not wait: they are given the old one, for another second at most. Others may take a request
 * here too. Nothing is kept of what was answered to somebody who is signed in, and a request with a session or a token is
 * never given what is kept.
 */
export class Front {
  private readonly kept = new Map<string, Kept>();
  private keptBytes = 0;
  private readonly takers: Taker[] = [];
  private readonly observers: ((answered: Answered) => void)[] = [];
  private open = true;
  /**
   * Counted, not collected: the table of a set that is added to all the time is replaced by another again and again, each
   * leads to the next, and so the engine keeps what was in any of them until it looks through everything.
   */
  private waiting = 0;

  /** @param mostBytes what is kept together, at most. */
  constructor(private readonly mostBytes = MOST_KEPT_BYTES) {}

  /** The server below the framework's. */
  readonly serverFactory = (
    handler: Handler,
    { keepAliveTimeout, requestTimeout }: { readonly keepAliveTimeout?: number; readonly requestTimeout?: number },
  ): Server => {
    const server = createServer((request, response) => {
      const next = () => handler(request, response);
      if (!this.open || request.method !== 'GET') return next();
      if (this.answerKept(request, response)) return undefined;
      for (const take of this.takers) if (take(request, response, next)) return undefined;
      return next();
    });
    server.keepAliveTimeout = keepAliveTimeout ?? server.keepAliveTimeout;
    server.requestTimeout = requestTimeout ?? server.requestTimeout;
    return server;
  };

  take(taker: Taker): void {
    this.takers.push(taker);
  }

  /** Lets metrics and log hear of every answer, whoever gave it. */
  whenAnswered(observe: (answered: Answered) => void): void {
    this.observers.push(observe);
  }

  answered(answered: Answered): void {
    for (const observe of this.observers) observe(answered);
  }

  /** From now on everything goes to the framework, which knows how to refuse. */
  close(): void {
    this.open = false;
  }

  get isOpen(): boolean {
    return this.open;
  }

  /** How many wait for an answer, so that a server that stops lets them have it. */
  get answering(): number {
    return this.waiting;
  }

  hold(response: ServerResponse): void {
    // Whoever hung up meanwhile waits for nothing, and would not be seen to go.
    if (response.destroyed || response.isHeld === true) return;
    response.isHeld = true;
    this.waiting += 1;
    response.once('close', () => {
      this.waiting -= 1;
    });
  }

  /** Keeps what the framework answers, as it leaves it: to be called when every header that all answers carry is set. */
  watch(fastify: FastifyInstance): void {
    fastify.decorateReply('keptUntil', 0);
    fastify.addHook('onSend', async (request, reply, payload) => {
      if (reply.keptUntil > Date.now() && reply.statusCode === 200 && typeof payload === 'string')
        this.keep(request, reply, payload);
    });
    fastify.addHook('onResponse', async ({ id, method, routeOptions }, { statusCode, elapsedTime }) => {
      this.answered({
        requestId: id,
        method,
        route: routeOptions.url ?? 'unknown',
        status: statusCode,
        milliseconds: elapsedTime,
      });
    });
  }

  private keep(request: FastifyRequest, reply: FastifyReply, payload: string): void {
    const key = keyOf(request.raw);
    const headers = reply.getHeaders();
    if (key === undefined || headers['set-cookie'] !== undefined) return;
    const left = new Set(['content-length', 'connection', 'vary']);
    const head = Object.entries(headers).flatMap(([name, value]) =>
      left.has(name) || value === undefined ? [] : [name, String(value)],
    );
    const vary = headers['vary'] === undefined ? '' : `${String(headers['vary'])}, `;
    const body = Buffer.from(payload);
    this.forget(key);
    this.makeRoom(body.length);
    this.keptBytes += body.length;
    this.kept.set(key, {
      until: reply.keptUntil,
      etag: headers['etag'] as string | undefined,
      route: request.routeOptions.url ?? 'unknown',
      head: [...head, 'vary', `${vary}accept-encoding`],
      body,
      encoded: new Map(),
      renewing: false,
    });
  }

  /** The oldest go as soon as nobody may be given them any more. */
  private makeRoom(length: number): void {
    const now = Date.now();
    for (const [key, { until }] of this.kept) {
      if (until + LONGEST_RENEWAL_MS > now && this.keptBytes + length <= this.mostBytes) break;
      this.forget(key);
    }
  }

  private forget(key: string): void {
    this.keptBytes -= this.kept.get(key)?.body.length ?? 0;
    this.kept.delete(key);
  }

  private answerKept(request: IncomingMessage, response: ServerResponse): boolean {
    if (this.kept.size === 0) return false;
    const key = keyOf(request);
    const kept = key === undefined ? undefined : this.kept.get(key);
    if (kept === undefined || !mayBeGiven(kept)) return false;
    const { route, head, body, etag } = kept;
    const done = (status: number) => this.answered({ requestId: '', method: 'GET', route, status, milliseconds: 0 });
    if (etag !== undefined && request.headers['if-none-match'] === etag) {
      response.writeHead(304, head as string[]).end();
      done(304);
      return true;
    }
    const encoding = body.length < LEAST_COMPRESSED_BYTES ? undefined : encodingFor(request);
    const send = (bytes: Buffer) => {
      const packed = encoding === undefined ? [] : ['content-encoding', encoding];
      response.writeHead(200, [...head, ...packed, 'content-length', String(bytes.length)]).end(bytes);
      done(200);
    };
    const bytes = encoding === undefined ? body : encodedAs(kept, encoding);
    if ('then' in bytes) {
      this.hold(response);
      void bytes.then(send);
    } else send(bytes);
    return true;
  }
}

/** Of those who ask for what is no longer fresh, the first is handed on. */
function mayBeGiven(kept: Kept): boolean {
  const now = Date.now();
  if (now < kept.until) return true;
  if (kept.renewing) return now < kept.until + LONGEST_RENEWAL_MS;
  kept.renewing = true;
  return false;
}

/** Everything an answer to somebody without an account depends on; undefined for what is not to be shared. */
function keyOf({ url = '', headers }: IncomingMessage): string | undefined {
  const { authorization, cookie, host = '', accept = '', range, 'accept-language': language = '' } = headers;
  if (authorization !== undefined || range !== undefined || url.length > LONGEST_ADDRESS) return undefined;
  if (cookie !== undefined && mayHoldSession(cookie)) return undefined;
  // The proof that no plain link asks: without it, the graph refuses.
  const proof = headers['apollo-require-preflight'] ?? headers['x-apollo-operation-name'];
  return `${host} ${url} ${accept} ${language} ${preferences(cookie)} ${proof === undefined ? '' : 'asked'}`;
}

/** Whether a session's cookie may be among these; which it is, and of whom, is for others to find out. */
export function mayHoldSession(cookie: string): boolean {
  return cookie.includes('openimpact=');
}

const ACCEPTED: Readonly<Record<Encoding, RegExp>> = {
  br: /(?:^|,)\s*br\s*(?:,|;\s*q=(?!0(?:\.0*)?\s*(?:,|$))|$)/i,
  gzip: /(?:^|,)\s*gzip\s*(?:,|;\s*q=(?!0(?:\.0*)?\s*(?:,|$))|$)/i,
};

function encodingFor({ headers }: IncomingMessage): Encoding | undefined {
  const { 'accept-encoding': accepted = '' } = headers;
  return (['br', 'gzip'] as const).find((encoding) => ACCEPTED[encoding].test(accepted));
}

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };

function compressed(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'gzip'
    ? compress.gzip(body)
    : compress.br(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}

/** At once where somebody asked for it before. */
function encodedAs({ body, encoded }: Kept, encoding: Encoding): Buffer | Promise<Buffer> {
  const known = encoded.get(encoding);
  if (known !== undefined) return known;
  const packing = compressed(body, encoding).then((bytes) => {
    encoded.set(encoding, bytes);
    return bytes;
  });
  encoded.set(encoding, packing);
  return packing;
}

/** Sends a text as the browser reads it fastest. `head` are names and values in turn, without its length. */
export async function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  head: readonly string[],
  text: string,
): Promise<void> {
  const encoding = text.length < LEAST_COMPRESSED_BYTES ? undefined : encodingFor(request);
  if (encoding === undefined) {
    response.writeHead(200, [...head, 'content-length', String(Buffer.byteLength(text))]).end(text);
    return;
  }
  const bytes = await compressed(Buffer.from(text), encoding);
  response.writeHead(200, [...head, 'content-encoding', encoding, 'content-length', String(bytes.length)]).end(bytes);
}
