import type { FastifyRequest } from 'fastify';

import type { Viewer } from './viewer.js';

/** Turns a request into the viewer behind it: session cookie, API token, or nobody. */
export abstract class ViewerSource {
  abstract viewerOf(request: FastifyRequest): Promise<Viewer>;
}
