import { createHmac } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { SignInSettings } from '../../../platform/auth/index.js';

/**
 * Signs what is sent, in the form of the Standard Webhooks specification, for which receivers find libraries:
 * HMAC-SHA256 over `id.timestamp.body`. The timestamp lets a receiver refuse what somebody sends again later.
 *
 * A secret is derived from the installation's own and the webhook's id, so that none is stored: it is shown once because
 * nobody keeps it, and nobody who reads the database can sign.
 */
@Injectable()
export class WebhookSignature {
  private readonly key: Buffer;

  constructor(settings: SignInSettings) {
    this.key = createHmac('sha256', settings.secret).update('webhooks').digest();
  }

  secretOf(webhookId: string): string {
    return `whsec_${this.secret(webhookId).toString('base64')}`;
  }

  headers(webhookId: string, messageId: string, sentAt: Date, body: string): Readonly<Record<string, string>> {
    const timestamp = String(Math.floor(sentAt.getTime() / 1_000));
    const signature = createHmac('sha256', this.secret(webhookId))
      .update(`${messageId}.${timestamp}.${body}`)
      .digest('base64');
    return { 'webhook-id': messageId, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
  }

  private secret(webhookId: string): Buffer {
    return createHmac('sha256', this.key).update(webhookId).digest();
  }
}
