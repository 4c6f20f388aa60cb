import type { Browser, BrowserContext, Page } from '@playwright/test';

import { test } from './test.js';

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

  /** The same, led to an address and ready to be used. */
  async at(handle: string, path: string): Promise<Page> {
    const page = await this.as(handle);
    await page.goto(path, { waitUntil: 'networkidle' });
    return page;
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

/** The people of a journey in which each step follows from the one before. To be called once, at the top of its file. */
export function inSteps(): Pick<People, 'as' | 'at' | 'keep'> {
  let people: People;
  test.describe.configure({ mode: 'serial' });
  test.setTimeout(60_000);
  test.beforeAll(({ browser, baseURL }) => {
    people = new People(browser, baseURL!);
  });
  test.afterAll(() => people.leave());
  return {
    as: (handle) => people.as(handle),
    at: (handle, path) => people.at(handle, path),
    keep: (handle, page) => people.keep(handle, page),
  };
}
