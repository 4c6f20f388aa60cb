import { createElement, type ReactNode } from 'react';
import type { Failure } from '../lib/failure.js';
import { Button } from './button.js';
import css from './states.module.css';
import { useUiWords } from './words.js';

/** Something is being fetched. Said to screen readers once, without stealing the focus. */
export function Loading({ label }: { readonly label?: string }) {
  const t = useUiWords();
  return (
    <p className={css.loading} role="status">
      <span className={css.stitches} aria-hidden="true" />
      {label ?? t('loading')}
    </p>
  );
}

interface EmptyStateProps {
  readonly title: ReactNode;
  /** What would be here and why that is good. */
  readonly children?: ReactNode;
  /** The first step: a LinkButton or Button. */
  readonly action?: ReactNode;
}

/** Nothing here yet: says what would be, and offers the first step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      {children === undefined ? null : <div className={css.text}>{children}</div>}
      {action}
    </div>
  );
}

interface ErrorStateProps {
  readonly failure: Failure;
  readonly onRetry?: (() => void) | undefined;
  /** `h1` when it is the whole page. */
  readonly heading?: 'h1' | 'h2' | 'p';
}

/** What could not be read or done, in words about what to do next. */
export function ErrorState({ failure, onRetry, heading = 'p' }: ErrorStateProps) {
  const t = useUiWords();
  const wordings = {
    NOT_FOUND: [t('failure.notFound'), t('failure.notFound.next')],
    UNAUTHENTICATED: [t('failure.unauthenticated'), t('failure.unauthenticated.next')],
    FORBIDDEN: [t('failure.forbidden'), t('failure.forbidden.next')],
    RATE_LIMITED: [
      t('failure.rateLimited'),
      t('failure.rateLimited.next', { seconds: failure.retryAfterSeconds ?? 60 }),
    ],
    NEW_VERSION: [t('failure.newVersion'), t('failure.newVersion.next')],
    OFFLINE: [t('failure.offline'), t('failure.offline.next')],
    CONFLICT: [t('failure.conflict'), t('failure.conflict.next')],
    // Who only wanted to read a page has sent nothing.
    UNAVAILABLE: [
      t('failure.unavailable'),
      t(heading === 'h1' ? 'failure.unavailable.page' : 'failure.unavailable.next'),
    ],
    INTERNAL: [t('failure.internal'), t('failure.internal.next')],
  } as const satisfies Record<Failure['code'], readonly [string, string]>;
  const [what, next] = wordings[failure.code];
  return (
    <div className={css.error} role="alert">
      {createElement(heading, { className: css.title }, what)}
      <p>{next}</p>
      {failure.requestId === undefined ? null : (
        <p className={css.reference}>{t('failure.reference', { id: failure.requestId })}</p>
      )}
      {onRetry === undefined ? null : <Button onClick={onRetry}>{t('retry')}</Button>}
    </div>
  );
}
