import { resolve } from 'node:path';
import { z } from 'zod';

import { REPOSITORY } from './repository.js';
import { StartupError } from './startup-error.js';

const switchedOn = z
  .enum(['0', '1'])
  .optional()
  .transform((value) => value === '1');

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  OPENIMPACT_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  OPENIMPACT_DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  OPENIMPACT_DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  OPENIMPACT_DATA_DIR: z.string().min(1).optional(),
  OPENIMPACT_DEMO: switchedOn,
  OPENIMPACT_DEMO_PUBLIC: switchedOn,
  OPENIMPACT_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENIMPACT_MAIL_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  OPENIMPACT_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  OPENIMPACT_SOURCE_URL: z.url({ protocol: /^https?$/ }).optional(),
});

/** What this installation was told, parsed once at start. Addresses are absolute, paths too. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Unset: the embedded PostgreSQL below `dataDir` is used. */
  readonly databaseUrl: string | undefined;
  /** The role that owns the tables and runs migrations; the app's own role when unset. */
  readonly ownerUrl: string | undefined;
  /** A connection that no pooler sits on, for migrations, tail, listener and jobs. */
  readonly directUrl: string | undefined;
  readonly dataDir: string;
  readonly demonstration: boolean;
  readonly demonstrationIsPublic: boolean;
  readonly baseUrl: string | undefined;
  readonly mailUrl: string | undefined;
  readonly secret: string | undefined;
  readonly sourceUrl: string | undefined;
}

/**
 * Reads the configuration from environment variables.
 *
 * @throws {StartupError} naming each variable that is wrong and what would be right.
 */
export function parseConfig(variables: NodeJS.ProcessEnv): Config {
  const result = environment.safeParse(
    Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== '')),
  );
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new StartupError(`The configuration is not right: ${faults.join('; ')}.`);
  }
  const env = result.data;
  const { OPENIMPACT_BASE_URL: baseUrl } = env;
  if (baseUrl?.startsWith('http:') && !isLoopback(new URL(baseUrl).hostname)) {
    throw new StartupError(
      `OPENIMPACT_BASE_URL is ${baseUrl}: plain http is only for this machine itself, because sign-in cookies must travel encrypted. Put an https proxy in front and use its address.`,
    );
  }
  return {
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.OPENIMPACT_DATABASE_URL,
    ownerUrl: env.OPENIMPACT_DATABASE_OWNER_URL,
    directUrl: env.OPENIMPACT_DATABASE_DIRECT_URL,
    dataDir: resolve(REPOSITORY, env.OPENIMPACT_DATA_DIR ?? '.openimpact'),
    demonstration: env.OPENIMPACT_DEMO,
    demonstrationIsPublic: env.OPENIMPACT_DEMO_PUBLIC,
    baseUrl: baseUrl?.replace(/\/$/, ''),
    mailUrl: env.OPENIMPACT_MAIL_URL,
    secret: env.OPENIMPACT_SECRET,
    sourceUrl: env.OPENIMPACT_SOURCE_URL,
  };
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** The injection token of the parsed configuration. */
export const CONFIG = Symbol('Config');
