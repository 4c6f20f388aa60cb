import { useEffect, useRef, type ReactNode } from 'react';
import { cx } from './class-names.js';
import css from './menu.module.css';

interface MenuProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
  /** At which end of its handle it opens. */
  readonly align?: 'start' | 'end';
}

/**
 * A few things behind one handle. It is the browser's own disclosure: it works before and without
 * JavaScript, its contents are ordinary links and buttons, and Escape or a click elsewhere closes it.
 */
export function Menu({ label, children, align = 'start' }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = details.current;
      if (menu?.open !== true) return;
      const escape = event instanceof KeyboardEvent;
      if (escape ? event.key !== 'Escape' : event.target instanceof Node && menu.contains(event.target)) return;
      menu.open = false;
      if (escape) menu.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details className={css.menu} ref={details}>
      <summary className={css.handle}>{label}</summary>
      <div className={cx(css.panel, align === 'end' && css.end)}>{children}</div>
    </details>
  );
}
