import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../auth/viewer.js';
import { scopeOf } from '../auth/scopes.js';
import { ForbiddenError, UnauthenticatedError } from './errors.js';

/**
 * What a resolver can reach of the request it answers. `request` and `reply` are absent for in-process execution and
 * subscriptions.
 */
export interface GraphqlContext {
  readonly viewer: Viewer;
  readonly request?: FastifyRequest;
  readonly reply?: FastifyReply;
  /** Present in a subscription: the viewer at this moment, because a session can end while its connection stays open. */
  readonly viewerNow?: () => Promise<Viewer>;
}

function viewerOf(execution: ExecutionContext): Viewer {
  return GqlExecutionContext.create(execution).getContext<GraphqlContext>().viewer;
}

/** The viewer, signed in or not. */
export const CurrentViewer = createParamDecorator((_: unknown, execution: ExecutionContext) => viewerOf(execution));

/** The viewer, who must be signed in: otherwise UNAUTHENTICATED. A token needs the scope of the mutation: otherwise FORBIDDEN. */
export const SignedIn = createParamDecorator((_: unknown, execution: ExecutionContext): SignedInViewer => {
  const viewer = viewerOf(execution);
  if (viewer.person === null) throw new UnauthenticatedError();
  const { operation, fieldName } = GqlExecutionContext.create(execution).getInfo<GraphQLResolveInfo>();
  if (viewer.scopes !== null && operation.operation === 'mutation') {
    const scope = scopeOf(fieldName);
    if (!viewer.scopes.includes(scope)) throw new ForbiddenError(scope);
  }
  return { ...viewer, person: viewer.person };
});
