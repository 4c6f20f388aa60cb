import type { Browser, BrowserContext, Page } from '@playwright/test';

/** The demonstration's people, each at a browser of their own. */
export class People {
  private readonly contexts = new Map<string, Promise<{ context: BrowserContext; page: Page }>>();

  constructor(
    private readonly browser: Browser,
    private readonly baseURL: string,
  ) {}

  /** The page of somebody who is signed in; the same one each time, as a person keeps their tab. */
  async as(handle: string): Promise<Page> {
    let known = this.contexts.get(handle);
    if (known === undefined) {
      known = this.signIn(handle);
      this.contexts.set(handle, known);
    }
    return (await known).page;
  }

  /** Keeps a page that signed in by itself. */
  keep(handle: string, page: Page): void {
    this.contexts.set(handle, Promise.resolve({ context: page.context(), page }));
  }

  async leave(): Promise<void> {
    for (const known of this.contexts.values()) await (await known).context.close();
  }

  private async signIn(handle: string) {
    const context = await this.browser.newContext({ baseURL: this.baseURL, locale: 'en-GB', reducedMotion: 'reduce' });
    const answer = await context.request.post('/api/demo/sign-in', { data: { handle } });
    if (!answer.ok()) throw new Error(`${handle} could not sign in: ${answer.status()} ${await answer.text()}`);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return { context, page };
  }
}
