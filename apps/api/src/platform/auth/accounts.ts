import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins';
import type pg from 'pg';

import { handleFromName, PASSWORD_MAX_CHARACTERS, PASSWORD_MIN_CHARACTERS } from '@openimpact/domain';

import { newId } from '../database/index.js';
import { requestContext } from '../observability/request-context.js';

import { hashPassword, verifyPassword } from './password-hash.js';
import { LOOPBACK_COOKIE, SECURE_COOKIE, SESSION_SECONDS } from './session-cookie.js';

/** Minutes a one-time link works. */
export const LINK_MINUTES = 15;
const LINK_SECONDS = LINK_MINUTES * 60;

export type AccountMail =
  | { readonly kind: 'CONFIRM_ADDRESS'; readonly to: string; readonly url: string }
  | { readonly kind: 'ONE_TIME_LINK'; readonly to: string; readonly url: string }
  | { readonly kind: 'NEW_PASSWORD'; readonly to: string; readonly url: string };

export interface AccountsOptions {
  readonly pool: pg.Pool;
  readonly secret: string;
  /** Where links in mails lead. */
  readonly baseUrl: string;
  readonly secureCookies: boolean;
  readonly sendMail: (mail: AccountMail) => Promise<void>;
  readonly reportFault: (message: string, error: unknown) => void;
}

export type Accounts = ReturnType<typeof createAccounts>;

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

/**
 * Accounts, passwords, one-time links and sessions. An account's id is the person's: the database makes the person in
 * the same statement (`auth_users_make_person`), so that neither exists without the other.
 *
 * A person who did not prove their address cannot sign in, and sign-up answers alike whether the address was known or
 * not: whoever reads mail at the address learns which, nobody else does.
 */
export function createAccounts(options: AccountsOptions) {
  const { pool, secret, baseUrl, sendMail } = options;
  const page = (path: string, parameters: Record<string, string>): string =>
    `${baseUrl}${path}?${new URLSearchParams(parameters).toString()}`;

  const auth = betterAuth({
    appName: 'OpenImpact',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    database: pool,
    // Whoever may ask at all was decided by the routes; what arrives here carries this origin.
    trustedOrigins: [new URL(baseUrl).origin],
    telemetry: { enabled: false },
    // Its messages contain addresses; what goes wrong is reported without them.
    logger: {
      disabled: false,
      level: 'error',
      log: (level, message, ...rest) => {
        if (level === 'error') options.reportFault(message.replaceAll(/\S+@\S+/g, '[address]'), rest[0]);
      },
    },
    // Counted by `auth-routes.ts`, by hashed address and by account.
    rateLimit: { enabled: false },
    user: {
      modelName: 'auth_users',
      fields: { emailVerified: 'email_verified', ...TIMES },
      additionalFields: {
        handleWish: { type: 'string', required: false, input: false, returned: false, fieldName: 'handle_wish' },
        languageWish: { type: 'string', required: false, input: false, returned: false, fieldName: 'language_wish' },
      },
    },
    session: {
      modelName: 'auth_sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...TIMES,
      },
      expiresIn: SESSION_SECONDS,
      updateAge: 60 * 60 * 24,
    },
    account: {
      modelName: 'auth_accounts',
      fields: {
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...TIMES,
      },
    },
    verification: { modelName: 'auth_verifications', fields: { expiresAt: 'expires_at', ...TIMES } },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_MIN_CHARACTERS,
      maxPasswordLength: PASSWORD_MAX_CHARACTERS,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
      sendResetPassword: ({ user, token }) =>
        sendMail({ kind: 'NEW_PASSWORD', to: user.email, url: page('/sign-in/new-password', { token }) }),
      // A one-time link also takes the account back from somebody who signed up with this address before its owner:
      // until the address is proven their password counts for nothing, and the link removes it.
      onExistingUserSignUp: async ({ user }) => {
        await auth.api.signInMagicLink({ body: { email: user.email }, headers: new Headers() });
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      expiresIn: 60 * 60 * 24,
      sendVerificationEmail: ({ user, url }) => sendMail({ kind: 'CONFIRM_ADDRESS', to: user.email, url }),
    },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        storeToken: 'hashed',
        // The mail leads to a page with a button: mail scanners follow links, and would use it up.
        sendMagicLink: ({ email, url, token }) => {
          const to = new URL(url).searchParams.get('callbackURL') ?? '/';
          return sendMail({ kind: 'ONE_TIME_LINK', to: email, url: page('/sign-in/link', { token, to }) });
        },
      }),
    ],
    databaseHooks: {
      user: {
        // The database takes the wish, or the wish with a number where somebody has it.
        create: {
          before: async (user) => ({
            data: { ...user, handleWish: handleFromName(user.name), languageWish: requestContext.language },
          }),
        },
      },
      session: {
        // A session needs no record of the device or the network it came from.
        create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) },
      },
    },
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookies: {
        session_token: { name: options.secureCookies ? SECURE_COOKIE : LOOPBACK_COOKIE },
        dont_remember: { name: `${options.secureCookies ? SECURE_COOKIE : LOOPBACK_COOKIE}-short` },
      },
      defaultCookieAttributes: { secure: options.secureCookies, httpOnly: true, sameSite: 'lax', path: '/' },
      // Not awaited, so that the time of an answer does not say whether a mail was sent.
      backgroundTasks: {
        handler: (promise) => {
          promise.catch((error: unknown) => options.reportFault('A mail of the sign-in could not be written.', error));
        },
      },
    },
  });
  return auth;
}
