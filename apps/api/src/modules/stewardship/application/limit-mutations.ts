import { Injectable } from '@nestjs/common';

import { RateLimits } from '../../../platform/auth/index.js';
import { type MutationCall, MutationGuards, RateLimitedError } from '../../../platform/graphql/index.js';

/** Far above what anybody does by hand, and far below what a script can do. */
const ANYTHING = { most: 400, seconds: 300 } as const;
/** What others have to read. */
const POSTS = { most: 60, seconds: 3_600 } as const;
const REPORTS = { most: 20, seconds: 3_600 } as const;
const READ_BY_OTHERS: ReadonlySet<string> = new Set([
  'logIdea',
  'addComment',
  'offerReuse',
  'shareEntry',
  'postUpdate',
]);

/** Slows who sends too much, whatever it is. Work within this process (commands, approved posts) is nobody's rush. */
@Injectable()
export class LimitMutations {
  constructor(
    guards: MutationGuards,
    private readonly limits: RateLimits,
  ) {
    guards.register((call) => this.look(call));
  }

  private async look({ name, viewer, context }: MutationCall): Promise<undefined> {
    if (context.request === undefined) return undefined;
    const person = viewer.person.id;
    const rule = name === 'reportContent' ? REPORTS : READ_BY_OTHERS.has(name) ? POSTS : undefined;
    const wait =
      (await this.limits.take('mutations', { person }, ANYTHING)) ??
      (rule && (await this.limits.take(rule === REPORTS ? 'reports' : 'posts', { person }, rule)));
    if (wait !== undefined) throw new RateLimitedError(wait);
    return undefined;
  }
}
