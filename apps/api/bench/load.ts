// The asking program, in a process of its own: connections that each send their next request when the answer is there.
// It reads of an answer where it ends and no more, because it runs on the same cores as what is measured.
import { connect, type Socket } from 'node:net';

/** What is to be asked: requests as they go over the wire, one after the other, from the first again after the last. */
export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly requests: readonly string[];
  /** How long, or how many in all. */
  readonly seconds?: number;
  readonly amount?: number;
}

export interface Loaded {
  readonly answers: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Other answers than 2xx, and connections that broke. */
  readonly failed: number;
}

const HEAD_ENDS = Buffer.from('\r\n\r\n');
const CHUNKS_END = Buffer.from('\r\n0\r\n\r\n');

/** Follows the answers of one connection. */
class Answers {
  private head = '';
  /** Bytes of the body that are still to come; undefined while the head is read; for chunks, until their end. */
  private left: number | 'CHUNKS' | undefined;
  private tail = Buffer.alloc(0);
  status = 0;

  /** Takes what arrived and says whether an answer is whole now. One is asked for at a time. */
  take(bytes: Buffer): boolean {
    let body = bytes;
    if (this.left === undefined) {
      const end = bytes.indexOf(HEAD_ENDS);
      this.head += bytes.toString('latin1', 0, end === -1 ? bytes.length : end + 2);
      if (end === -1) return false;
      this.status = Number(this.head.slice(9, 12));
      const length = /\r\ncontent-length: *(\d+)/i.exec(this.head)?.[1];
      this.left = length === undefined ? (this.status === 304 || this.status === 204 ? 0 : 'CHUNKS') : Number(length);
      body = bytes.subarray(end + HEAD_ENDS.length);
    }
    if (this.left === 'CHUNKS') {
      // The end may have been torn in two.
      this.tail = Buffer.concat([this.tail, body]).subarray(-CHUNKS_END.length);
      if (!this.tail.equals(CHUNKS_END)) return false;
    } else {
      this.left -= body.length;
      if (this.left > 0) return false;
    }
    this.head = '';
    this.left = undefined;
    this.tail = Buffer.alloc(0);
    return true;
  }
}

export async function ask({ port, connections, requests, seconds, amount }: Load): Promise<Loaded> {
  const bytes = requests.map((request) => Buffer.from(request));
  const latencies: number[] = [];
  let [sent, failed] = [0, 0];
  const begun = performance.now();
  const until = seconds === undefined ? Number.POSITIVE_INFINITY : begun + seconds * 1_000;
  const isOver = () => performance.now() >= until || (amount !== undefined && sent >= amount);

  const one = () =>
    new Promise<void>((settle) => {
      const answers = new Answers();
      let asked = 0;
      const next = (socket: Socket) => {
        if (isOver()) {
          socket.destroy();
          settle();
          return;
        }
        asked = performance.now();
        socket.write(bytes[sent % bytes.length] ?? '');
        sent += 1;
      };
      const socket = connect({
        port,
        host: '127.0.0.1',
        noDelay: true,
        onread: {
          // One place for all that arrives, used again and again.
          buffer: Buffer.alloc(65_536),
          callback: (length, buffer) => {
            if (!answers.take((buffer as Buffer).subarray(0, length))) return true;
            latencies.push(performance.now() - asked);
            if (answers.status < 200 || answers.status > 299) failed += 1;
            next(socket);
            return true;
          },
        },
      });
      socket.on('connect', () => next(socket));
      socket.on('error', () => (failed += 1));
      socket.on('close', () => settle());
    });
  await Promise.all(Array.from({ length: connections }, one));
  const took = (performance.now() - begun) / 1_000;
  const sorted = Float64Array.from(latencies).sort();
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { answers: latencies.length, seconds: took, p50: at(0.5), p99: at(0.99), failed };
}

process.on('message', (load: Load) => {
  void ask(load).then((loaded) => process.send?.(loaded));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
