import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

import { Injectable } from '@nestjs/common';

import { Reader, sql } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import { SignInSettings } from './sign-in-settings.js';

export interface AttemptRule {
  readonly most: number;
  readonly seconds: number;
}

/** Whose attempts are counted: somebody's, an account's whoever asks, or those from a network. */
export type Counted = { readonly person: string } | { readonly account: string } | { readonly address: string };

interface Lease {
  left: number;
  endsAt: number;
  /** Nothing is left of the window anywhere. */
  spent: boolean;
}

const MOST_LEASES = 50_000;

/**
 * Counts attempts in a fixed window in the database, so that a limit holds over processes and restarts.
 *
 * A process takes attempts in small leases (a twentieth of the limit), and has one lease before it asks at all: what
 * people do by hand costs the database nothing, and a limit is passed by at most one lease a process. Limits under
 * forty, which guard passwords and mail, are counted one by one.
 */
@Injectable()
export class RateLimits {
  private readonly leases = new Map<string, Lease>();

  constructor(
    private readonly reader: Reader,
    private readonly settings: SignInSettings,
    jobs: Jobs,
  ) {
    jobs.every('forget_attempts', 60, () => this.forget());
  }

  /** Counts one attempt. Answers the seconds to wait when there were too many, else undefined. */
  async take(kind: string, counted: Counted, rule: AttemptRule): Promise<number | undefined> {
    const now = Date.now();
    const key = this.keyOf(counted, now);
    const id = `${kind}:${key.toString('base64url')}`;
    const size = Math.max(1, Math.floor(rule.most / 20));
    let lease = this.leases.get(id);
    if (lease === undefined || lease.endsAt <= now) {
      if (this.leases.size >= MOST_LEASES) this.leases.clear();
      lease = { left: size > 1 ? size : 0, endsAt: now + rule.seconds * 1000, spent: false };
      this.leases.set(id, lease);
    }
    if (lease.left > 0) {
      lease.left -= 1;
      return undefined;
    }
    if (!lease.spent) {
      const row = await this.reader.one<{ used: number; seconds: number }>(sql`
        insert into rate_limits as r (kind, key, window_ends_at, used)
        values (${kind}, ${key}, clock_timestamp() + make_interval(secs => ${rule.seconds}), ${size})
        on conflict (kind, key) do update set
          used = case when r.window_ends_at <= clock_timestamp() then excluded.used else r.used + excluded.used end,
          window_ends_at = case when r.window_ends_at <= clock_timestamp() then excluded.window_ends_at else r.window_ends_at end
        returning used, greatest(1, ceil(extract(epoch from window_ends_at - clock_timestamp())))::int as seconds`);
      if (row !== undefined) {
        lease.endsAt = now + row.seconds * 1000;
        const granted = Math.min(size, rule.most - (row.used - size));
        if (granted > 0) {
          lease.left = granted - 1;
          return undefined;
        }
      }
      lease.spent = true;
    }
    return Math.max(1, Math.ceil((lease.endsAt - now) / 1000));
  }

  /** Windows that ended tell nothing any more. */
  async forget(): Promise<void> {
    await this.reader.query(sql`delete from rate_limits where window_ends_at < statement_timestamp()`);
  }

  /** An address under a key of the day, and only its network: what was counted yesterday cannot be compared with today. */
  private keyOf(counted: Counted, now: number): Buffer {
    const said =
      'person' in counted
        ? `person\0${counted.person}`
        : 'account' in counted
          ? `account\0${counted.account}`
          : `address\0${Math.floor(now / 86_400_000)}\0${networkOf(counted.address)}`;
    return createHmac('sha256', this.settings.secret).update(`attempts\0${said}`).digest();
  }
}

/** The network an address belongs to: the first 24 bits of an IPv4 address, the first 48 of an IPv6 one. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined
      ? before
      : [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
  return groups
    .slice(0, 3)
    .map((group) => group.padStart(4, '0'))
    .join(':');
}
