import type { ReactNode } from 'react';
import { cx } from './class-names.js';
import css from './notice.module.css';

interface NoticeProps {
  /** `attention`: read before going on; `problem`: something is wrong; `good`: something was done. */
  readonly tone?: 'plain' | 'good' | 'attention' | 'problem';
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** Something to know before going on, standing in the text. */
export function Notice({ tone = 'plain', title, children }: NoticeProps) {
  return (
    <div className={cx(css.notice, css[tone])}>
      {title === undefined ? null : <p className={css.title}>{title}</p>}
      {children}
    </div>
  );
}

/** A short word about something: its kind, its licence, its state. */
export function Tag({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'good' | 'attention' | 'problem';
  readonly children: ReactNode;
}) {
  return <span className={cx(css.tag, css[`tag_${tone}`])}>{children}</span>;
}
