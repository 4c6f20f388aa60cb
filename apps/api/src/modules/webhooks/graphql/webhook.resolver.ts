import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { CreateWebhookRefusal } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { globalId, rowId, sql } from '../../../platform/database/index.js';
import {
  NodeKinds,
  NotFoundError,
  RefusalObject,
  SignedIn,
  type Viewed,
  Views,
  type Worded,
} from '../../../platform/graphql/index.js';
import { ViewerObject } from '../../people/index.js';
import { CreateWebhook } from '../application/create-webhook.js';
import { DeleteWebhook } from '../application/delete-webhook.js';
import { webhookView } from '../application/webhook-view.js';
import {
  CreateWebhookInput,
  CreateWebhookResult,
  DeleteWebhookInput,
  DeleteWebhookResult,
  WebhookObject,
} from './webhook.object.js';

@Resolver(() => WebhookObject)
export class WebhookResolver {
  constructor(
    private readonly views: Views,
    private readonly createUseCase: CreateWebhook,
    private readonly deleteUseCase: DeleteWebhook,
    nodes: NodeKinds,
  ) {
    nodes.register('webhook', {
      view: webhookView,
      from: (webhook, id, viewer) =>
        sql`webhooks ${webhook} where ${webhook}.id = ${id} and ${webhook}.person_id = ${viewer.person?.id ?? null}`,
    });
  }

  @Mutation(() => CreateWebhookResult, { description: 'Has a program of yours told what happens, signed, in order.' })
  async createWebhook(
    @Args('input') input: CreateWebhookInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.createUseCase.execute(viewer, {
      address: input.address,
      kinds: input.kinds ?? [],
      aboutId: aboutOf(input.aboutId),
    });
    if (!decision.ok) return RefusalObject.from(decision, wordCreateWebhook);
    const { webhookId, secret } = decision.value;
    const payload = await this.views.payload(info, viewer, 'CreateWebhookPayload', 'webhook', webhookId);
    return { ...payload, secret };
  }

  @Mutation(() => DeleteWebhookResult, { description: 'Tells a program of yours nothing any more.' })
  async deleteWebhook(@Args('input') input: DeleteWebhookInput, @SignedIn() viewer: SignedInViewer) {
    const id = rowId('webhook', input.webhookId);
    if (id === undefined) throw new NotFoundError('That webhook');
    const { value } = await this.deleteUseCase.execute(viewer, id);
    return { __typename: 'DeleteWebhookPayload', webhookId: globalId('webhook', value.webhookId) };
  }
}

@Resolver(() => ViewerObject)
export class ViewerWebhooksResolver {
  @ResolveField(() => [WebhookObject], { description: 'Your programs that are told what happens, at most ten.' })
  webhooks(@Parent() viewer: Viewed) {
    return viewer['webhooks'];
  }
}

function aboutOf(opaque: string | null | undefined): string | null {
  if (opaque === null || opaque === undefined) return null;
  const id = ['idea', 'venture', 'organisation'].map((kind) => rowId(kind, opaque)).find((each) => each !== undefined);
  if (id === undefined) throw new NotFoundError('What it should be told about');
  return id;
}

function wordCreateWebhook(reason: CreateWebhookRefusal): Worded {
  const address = ['input', 'address'];
  const kinds = ['input', 'kinds'];
  switch (reason.code) {
    case 'WEBHOOK_ADDRESS_NOT_HTTPS':
      return { message: 'Give a whole address that begins with https:// and names no port.', path: address };
    case 'WEBHOOK_ADDRESS_HAS_CREDENTIALS':
      return { message: 'Leave the password out of the address. What is sent is signed instead.', path: address };
    case 'WEBHOOK_KIND_UNKNOWN':
      return {
        message: 'There are no such kinds of activity to be told of.',
        current: reason.kinds.join(', '),
        path: kinds,
      };
    case 'TOO_MANY_KINDS':
      return { message: 'Choose fewer kinds, or none for all.', needed: `at most ${reason.most}`, path: kinds };
    case 'TOO_MANY_WEBHOOKS':
      return { message: 'Remove a webhook first.', needed: `at most ${reason.most}` };
    default:
      return reason satisfies never;
  }
}
