import { createHash } from 'node:crypto';

/** An answer to anyone who is not signed in, with a name for its content. */
export interface SharedAnswer {
  readonly body: string;
  readonly etag: string;
}

/** How long an answer is shared: a campaign that sends 100,000 people to one idea costs one answer a second. */
const SHARED_MS = 1_000;

/** An answer, and until when (milliseconds since 1970) it is given to others. */
export type Shared<Answer> = Answer & { readonly until: number };

/**
 * Answers that are the same for everybody without an account, each made once a second however many ask for it at once.
 *
 * The key must hold everything an answer depends on. An answer that failed, or that `make` decides not to share, is
 * forgotten at once.
 */
export class SharedAnswers<Answer extends object> {
  private readonly known = new Map<
    string,
    { readonly until: number; readonly answer: Promise<Shared<Answer> | undefined> }
  >();

  constructor(private readonly most: number) {}

  get(key: string, make: () => Promise<Answer | undefined>): Promise<Shared<Answer> | undefined> {
    const now = Date.now();
    const found = this.known.get(key);
    if (found && found.until > now) return found.answer;
    const until = now + SHARED_MS;
    const answer = make().then((made) => made && { ...made, until });
    this.makeRoom(now);
    this.known.delete(key);
    this.known.set(key, { until, answer });
    answer.then(
      (made) => made === undefined && this.known.delete(key),
      () => this.known.delete(key),
    );
    return answer;
  }

  /** What is over is not kept, and addresses are free to invent: what is kept is bounded. */
  private makeRoom(now: number): void {
    for (const [key, { until }] of this.known) {
      if (until > now && this.known.size < this.most) break;
      this.known.delete(key);
    }
  }
}

export function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** Only the web application's own preference cookies change what an anonymous answer looks like. */
export function preferences(cookie: string | undefined): string {
  if (cookie === undefined) return '';
  return cookie
    .split('; ')
    .filter((pair) => pair.startsWith('openimpact-theme=') || pair.startsWith('openimpact-language='))
    .toSorted()
    .join(';');
}
