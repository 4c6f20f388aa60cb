import { Module } from '@nestjs/common';

import { CreateWebhook } from './application/create-webhook.js';
import { DeleteWebhook } from './application/delete-webhook.js';
import { DeliverWebhooks } from './application/deliver-webhooks.js';
import { WebhookData } from './application/webhook-data.js';
import { WebhookSignature } from './application/webhook-signature.js';
import { ViewerWebhooksResolver, WebhookResolver } from './graphql/webhook.resolver.js';

@Module({
  providers: [
    WebhookSignature,
    CreateWebhook,
    DeleteWebhook,
    DeliverWebhooks,
    WebhookData,
    WebhookResolver,
    ViewerWebhooksResolver,
  ],
})
export class WebhooksModule {}
