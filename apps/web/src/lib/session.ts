/** What signing in or up may answer: done, or what to tell beside the form. */
export type SessionAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly retryAfterSeconds?: number };

/** Signs out everywhere this browser is concerned, and begins again with nothing remembered of the person. */
export async function signOut(): Promise<void> {
  await send('/api/auth/sign-out', {});
  location.assign('/');
}

/** Opens a session with an address and a password. */
export function signIn(email: string, password: string): Promise<SessionAnswer> {
  return send('/api/auth/sign-in/email', { email, password });
}

/** Makes an account and opens a session. */
export function signUp(person: {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}): Promise<SessionAnswer> {
  return send('/api/auth/sign-up/email', person);
}

/** Opens a session as an invented person; only a demonstration answers this. */
export function signInAsDemonstration(handle: string): Promise<SessionAnswer> {
  return send('/api/demo/sign-in', { handle });
}

/**
 * Goes to a page of this site with a fresh start, so that nothing read as somebody else stays in memory.
 * An address of another site is not followed: a link could send people there after they signed in.
 */
export function continueTo(address: string | null): void {
  location.assign(localAddress(address));
}

export function localAddress(address: string | null): string {
  if (address === null) return '/';
  const url = URL.parse(address, 'https://here.invalid');
  return url?.origin === 'https://here.invalid' ? url.pathname + url.search : '/';
}

async function send(path: string, body: object): Promise<SessionAnswer> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return { ok: true };
  const answer = (await response.json().catch(() => ({}))) as { code?: string };
  const retryAfter = Number(response.headers.get('retry-after'));
  return {
    ok: false,
    code: answer.code ?? `HTTP_${response.status}`,
    ...(retryAfter > 0 ? { retryAfterSeconds: retryAfter } : {}),
  };
}
