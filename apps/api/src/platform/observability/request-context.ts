import { AsyncLocalStorage } from 'node:async_hooks';

import type { Language } from '../words/index.js';

/** What every log line, error and sentence of one request carries. No personal data. */
export interface RequestContext {
  readonly requestId: string;
  /** What whoever asked reads. */
  readonly language: Language;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const requestContext = {
  /** Everything that follows in this asynchronous chain belongs to the request. */
  enter(context: RequestContext): void {
    storage.enterWith(context);
  },
  /** The same for what `work` begins, and for nothing else. */
  during<T>(context: RequestContext, work: () => T): T {
    return storage.run(context, work);
  },
  get requestId(): string | undefined {
    return storage.getStore()?.requestId;
  },
  /** English where nobody asked: in jobs, and on connections of subscriptions. */
  get language(): Language {
    return storage.getStore()?.language ?? 'en';
  },
};
