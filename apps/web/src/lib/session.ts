import { forgetKeptPages } from './kept-pages.js';

/** What the sign-in part of the server may answer: done, or a code to be worded beside the form. */
export type SessionAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly retryAfterSeconds?: number };

/** Ends the session, and begins again with nothing remembered of the person. */
export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {});
  await forgetKeptPages();
  location.assign('/');
}

export function signIn(email: string, password: string): Promise<SessionAnswer> {
  return post('/api/auth/sign-in/email', { email, password });
}

/** Makes an account. Its address has to be proven by the link in a mail, which also signs in and leads to `to`. */
export function signUp(person: {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly to: string;
}) {
  const { to, ...rest } = person;
  return post('/api/auth/sign-up/email', { ...rest, callbackURL: to });
}

/** Sends a link that signs in once and leads to `to`. The answer is the same whether the address is known or not; `name` is of somebody new. */
export function sendOneTimeLink(email: string, to: string, name?: string): Promise<SessionAnswer> {
  return post('/api/auth/sign-in/magic-link', { email, callbackURL: to, ...(name === undefined ? {} : { name }) });
}

/** The address that uses a one-time link up and goes on. Opened by a person, because mail scanners follow links. */
export function oneTimeLink(token: string, to: string): string {
  return `/api/auth/magic-link/verify?${new URLSearchParams({ token, callbackURL: localAddress(to) })}`;
}

export function sendNewPasswordLink(email: string): Promise<SessionAnswer> {
  return post('/api/auth/request-password-reset', { email });
}

export function setNewPassword(token: string, newPassword: string): Promise<SessionAnswer> {
  return post('/api/auth/reset-password', { token, newPassword });
}

/** Changes the password of who is signed in; every other session ends. */
export function changePassword(currentPassword: string, newPassword: string): Promise<SessionAnswer> {
  return post('/api/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true });
}

/** An invented person of a demonstration, with what one can see as them. */
export interface DemonstrationPerson {
  readonly handle: string;
  readonly name: string;
  readonly does: string;
  readonly steward: boolean;
  readonly organisations: readonly { readonly name: string }[];
}

/** Who may be chosen; none where demonstration sign-in is not offered. */
export async function demonstrationPeople(): Promise<readonly DemonstrationPerson[]> {
  const response = await fetch('/api/demo/people', { credentials: 'same-origin' });
  if (!response.ok) return [];
  return ((await response.json()) as { people: readonly DemonstrationPerson[] }).people;
}

export function signInAsDemonstration(handle: string): Promise<SessionAnswer> {
  return post('/api/demo/sign-in', { handle });
}

/** Goes to a page of this site from the beginning, so that nothing read as somebody else stays in memory. */
export function continueTo(address: string | null): void {
  void forgetKeptPages().then(() => location.assign(localAddress(address)));
}

/** An address of this site, whatever was asked for: a link must not send people elsewhere after they signed in. */
export function localAddress(address: string | null): string {
  const url = address === null ? null : URL.parse(address, HERE);
  return url?.origin === HERE ? url.pathname + url.search : '/';
}

const HERE = 'https://here.invalid';

async function post(path: string, body: object): Promise<SessionAnswer> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return { ok: true };
  const said = (await response.json().catch(() => ({}))) as { code?: string; retryAfterSeconds?: number };
  return {
    ok: false,
    code: said.code ?? 'UNKNOWN',
    ...(said.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: said.retryAfterSeconds }),
  };
}
