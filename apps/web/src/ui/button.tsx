import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from '../lib/router.js';
import { cx } from './class-names.js';
import css from './button.module.css';

export interface ButtonLook {
  /** `primary`: the one thing to do next, once a page; `quiet`: beside it; `plain`: reads as a link; `danger`: cannot be undone. */
  readonly look?: 'primary' | 'quiet' | 'plain' | 'danger';
  readonly small?: boolean;
}

export interface ButtonProps extends ButtonLook, ButtonHTMLAttributes<HTMLButtonElement> {
  /** While what it started is under way; it stays focusable and is not pressed twice. */
  readonly busy?: boolean;
}

/** Does something. Its words begin with a verb. */
export function Button({
  look = 'quiet',
  small,
  busy = false,
  className,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={cx(css.button, css[look], small && css.small, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {children}
    </button>
  );
}

interface LinkButtonProps extends ButtonLook {
  /** Where it leads. An address outside this site is an ordinary link. */
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Leads somewhere, and looks like what one does next. */
export function LinkButton({ to, look = 'quiet', small, className, children }: LinkButtonProps) {
  const classes = cx(css.button, css[look], small && css.small, className);
  return to.startsWith('/') ? (
    <Link to={to} className={classes}>
      {children}
    </Link>
  ) : (
    <a href={to} className={classes}>
      {children}
    </a>
  );
}
