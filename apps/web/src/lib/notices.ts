import { ApolloLink } from '@apollo/client';
import { tap } from 'rxjs';

/** What the whole page should say, whichever request found it out. */
export type Notice = 'NEW_VERSION' | 'OFFLINE';

const shown = new Set<Notice>();
const listeners = new Set<() => void>();
let snapshot: readonly Notice[] = [];

export function raiseNotice(notice: Notice): void {
  if (!shown.has(notice)) change(() => shown.add(notice));
}

export function clearNotice(notice: Notice): void {
  if (shown.has(notice)) change(() => shown.delete(notice));
}

function change(how: () => void): void {
  how();
  snapshot = [...shown];
  for (const listener of listeners) listener();
}

export const notices = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  now: () => snapshot,
};

/** Notices that the server no longer knows this page's operations: a newer version is there. */
export function noticeLink(): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap((result) => {
        if (result.errors?.some((error) => error.extensions?.['code'] === 'PERSISTED_QUERY_NOT_FOUND')) {
          raiseNotice('NEW_VERSION');
        }
      }),
    ),
  );
}
