/**
 * The idempotency key of a request that moves money, made and kept in this browser before it is sent: after a lost
 * answer, a reload and a second try it is the same request, and takes effect once.
 */
export function keptKey(name: string, request: unknown): string {
  const asked = JSON.stringify(request);
  const kept = read(name);
  if (kept !== null && kept.request === asked) return kept.key;
  const key = crypto.randomUUID();
  write(name, JSON.stringify({ request: asked, key }));
  return key;
}

/** Forgets a key once its answer is here. */
export function forgetKey(name: string): void {
  write(name, null);
}

function read(name: string): { readonly request: string; readonly key: string } | null {
  try {
    return JSON.parse(localStorage.getItem(`openimpact.key.${name}`) ?? 'null') as never;
  } catch {
    return null;
  }
}

function write(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`openimpact.key.${name}`);
    else localStorage.setItem(`openimpact.key.${name}`, value);
  } catch {
    // Without storage a key lasts as long as the page, which still covers a retry on it.
  }
}
