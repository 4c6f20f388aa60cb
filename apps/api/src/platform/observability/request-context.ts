import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line and error of one request carries. No personal data. */
export interface RequestContext {
  readonly requestId: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const requestContext = {
  /** Everything that follows in this asynchronous chain belongs to the request. */
  enter(context: RequestContext): void {
    storage.enterWith(context);
  },
  get requestId(): string | undefined {
    return storage.getStore()?.requestId;
  },
};
