import catalogue from '../../messages/en/webhooks.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useWebhookWords = words('webhooks', catalogue);
