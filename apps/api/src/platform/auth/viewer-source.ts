import type { FastifyRequest } from 'fastify';

import type { Viewer } from './viewer.js';

/** What says who asks: the headers of a request, and the name it has in logs. */
export type Asking = Pick<FastifyRequest, 'headers' | 'id'>;

/** Turns a request into the viewer behind it: session cookie, API token, or nobody. */
export abstract class ViewerSource {
  abstract viewerOf(request: Asking): Promise<Viewer>;

  /** Who this was before, with the claim that it still is; undefined for whom nothing is remembered of. */
  abstract claimedBy(request: Asking): Viewer | undefined;

  /** Whether a viewer is who was claimed: asked now where no statement asked it yet. */
  abstract stillHolds(viewer: Viewer): Promise<boolean>;
}
