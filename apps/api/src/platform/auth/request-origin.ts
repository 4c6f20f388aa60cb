import type { FastifyRequest } from 'fastify';

import { type Config, isLoopback } from '../config/index.js';

/** Where this installation is reached: its configured address, else this machine's. */
export function installationUrl(config: Config): string {
  if (config.baseUrl !== undefined) return config.baseUrl;
  const host = isLoopback(config.host) ? config.host : '127.0.0.1';
  return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${config.port}`;
}

const FORWARDING = ['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'true-client-ip', 'cf-connecting-ip'];

/** Whether somebody between the browser and this server passed the request on. */
export function isForwarded(request: FastifyRequest): boolean {
  return Object.keys(request.headers).some((name) => name.startsWith('x-forwarded-') || FORWARDING.includes(name));
}

function hostnameOf(request: FastifyRequest): string | undefined {
  return URL.parse(`http://${request.headers.host ?? ''}`)?.hostname;
}

/** From this machine, for this machine's own name, with nobody in between. */
export function isForThisMachine(request: FastifyRequest): boolean {
  const hostname = hostnameOf(request);
  const from = request.raw.socket.remoteAddress?.replace(/^::ffff:/, '');
  return (
    hostname !== undefined && isLoopback(hostname) && from !== undefined && isLoopback(from) && !isForwarded(request)
  );
}

/** Whether a request is addressed to the installation's configured host. */
export function isForBaseUrl(request: FastifyRequest, config: Config): boolean {
  return config.baseUrl !== undefined && request.headers.host === new URL(config.baseUrl).host;
}

/**
 * Whether a page of this site sent the request, as far as the browser says so. A request without an origin is no
 * browser's cross-site one: browsers state it on every POST.
 */
export function isFromThisSite(request: Pick<FastifyRequest, 'headers'>, config: Config): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (origin === new URL(installationUrl(config)).origin) return true;
  // A machine has several names for itself; a name that only resolves to it (DNS rebinding) is not one of them.
  const parsed = URL.parse(origin);
  return (
    config.baseUrl === undefined &&
    parsed !== null &&
    isLoopback(parsed.hostname) &&
    parsed.host === request.headers.host
  );
}
