import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { generate } from 'selfsigned';

import { Outgoing, type OutgoingSettings } from '../../src/platform/outgoing/index.js';

/** An address of the public internet, where every name of the test internet is unless it says otherwise. */
export const PUBLIC = '93.184.215.14';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine that stands for the internet: names, what each answers, and where each is. */
export interface TestInternet {
  /** What the server was asked for: host and path. */
  readonly asked: string[];
  /** Addresses that were dialled. */
  readonly dialled: string[];
  /** What stands at a host and path: `repo.example/a.yml`. */
  readonly at: Map<string, Answer>;
  /** Addresses of a name, one list a question; the last is given again and again. */
  readonly names: Map<string, string[][]>;
  outgoing(settings?: OutgoingSettings): Outgoing;
  close(): Promise<void>;
}

export function text(body: string, type = 'text/plain; charset=utf-8'): Answer {
  return (_request, response) => response.writeHead(200, { 'content-type': type }).end(body);
}

/** The certificate is for these names; a host that is none of them has another name's certificate. */
export async function anInternet(
  certified: readonly string[] = ['repo.example', 'other.example'],
): Promise<TestInternet> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: certified[0] ?? '' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: certified.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  const asked: string[] = [];
  const dialled: string[] = [];
  const at = new Map<string, Answer>();
  const names = new Map<string, string[][]>();
  const server: Server = createServer({ cert, key }, (request, response) => {
    const where = `${request.headers.host}${request.url}`;
    asked.push(where);
    const answer = at.get(where);
    if (answer) answer(request, response);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('Nothing here.');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    dialled,
    at,
    names,
    outgoing: (settings = {}) =>
      new Outgoing({
        ca: cert,
        resolve: async (name) => {
          const answers = names.get(name) ?? [[PUBLIC]];
          const addresses = answers.length > 1 ? (answers.shift() ?? []) : (answers[0] ?? []);
          return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
        },
        dial: (address) => {
          dialled.push(address);
          return { address: '127.0.0.1', port };
        },
        ...settings,
      }),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
