import { accept, type Decision, refuse } from '../shared/decision.js';

export const WEBHOOKS_MOST = 10;
export const WEBHOOK_KINDS_MOST = 20;
const LONGEST_ADDRESS = 2_000;

export interface WebhookAsk {
  readonly address: string;
  /** Kinds of activity, as the log names them; none means all. */
  readonly kinds: readonly string[];
}

export type CreateWebhookRefusal =
  | { readonly code: 'WEBHOOK_ADDRESS_NOT_HTTPS' }
  | { readonly code: 'WEBHOOK_ADDRESS_HAS_CREDENTIALS' }
  | { readonly code: 'WEBHOOK_KIND_UNKNOWN'; readonly kinds: readonly string[] }
  | { readonly code: 'TOO_MANY_KINDS'; readonly kinds: number; readonly most: number }
  | { readonly code: 'TOO_MANY_WEBHOOKS'; readonly most: number };

/**
 * Decides whether a program is told what happens. What the address leads to is checked each time something is sent: a
 * name that is public today may be none tomorrow.
 */
export function createWebhook(
  ask: WebhookAsk,
  facts: { readonly held: number; readonly known: (kind: string) => boolean },
): Decision<WebhookAsk, CreateWebhookRefusal> {
  const reasons: CreateWebhookRefusal[] = [];
  const url = ask.address.length <= LONGEST_ADDRESS ? URL.parse(ask.address.trim()) : null;
  if (url === null || url.protocol !== 'https:' || url.port !== '') reasons.push({ code: 'WEBHOOK_ADDRESS_NOT_HTTPS' });
  else if (url.username !== '' || url.password !== '') reasons.push({ code: 'WEBHOOK_ADDRESS_HAS_CREDENTIALS' });
  const kinds = [...new Set(ask.kinds)];
  if (kinds.length > WEBHOOK_KINDS_MOST)
    reasons.push({ code: 'TOO_MANY_KINDS', kinds: kinds.length, most: WEBHOOK_KINDS_MOST });
  const unknown = kinds.filter((kind) => !facts.known(kind));
  if (unknown.length > 0) reasons.push({ code: 'WEBHOOK_KIND_UNKNOWN', kinds: unknown.slice(0, WEBHOOK_KINDS_MOST) });
  if (facts.held >= WEBHOOKS_MOST) reasons.push({ code: 'TOO_MANY_WEBHOOKS', most: WEBHOOKS_MOST });
  if (url === null || reasons.length > 0) return refuse(reasons);
  return accept({ address: url.href, kinds });
}
