import { createHash } from 'node:crypto';

export interface AttemptRule {
  readonly most: number;
  readonly seconds: number;
}

/**
 * Counts attempts by a key in a fixed window, in memory: what guesses passwords or sends mail is slowed per process.
 * Keys are hashed, so that a dump of memory holds no list of addresses, and their number is bounded.
 */
export class Attempts {
  private readonly windows = new Map<string, { count: number; endsAt: number }>();

  constructor(private readonly clock: () => number = Date.now) {}

  /** Counts one attempt. Answers the seconds to wait when there were too many, else undefined. */
  take(kind: string, key: string, rule: AttemptRule): number | undefined {
    const now = this.clock();
    const id = createHash('sha256').update(`${kind}\0${key}`).digest('base64url');
    const window = this.windows.get(id);
    if (window === undefined || window.endsAt <= now) {
      if (this.windows.size >= 50_000) this.forgetFinished(now);
      this.windows.set(id, { count: 1, endsAt: now + rule.seconds * 1000 });
      return undefined;
    }
    window.count += 1;
    return window.count > rule.most ? Math.ceil((window.endsAt - now) / 1000) : undefined;
  }

  private forgetFinished(now: number): void {
    for (const [id, { endsAt }] of this.windows) if (endsAt <= now) this.windows.delete(id);
    if (this.windows.size >= 50_000) this.windows.clear();
  }
}
