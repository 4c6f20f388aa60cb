import type { ReactNode } from 'react';
import { Link } from '../lib/router.js';
import css from './card.module.css';

interface CardProps {
  readonly title: ReactNode;
  readonly to: string;
  readonly kicker?: ReactNode;
  /** Language of the title and text, when it is not the page's. */
  readonly lang?: string | undefined;
  readonly children?: ReactNode;
  readonly footer?: ReactNode;
  readonly level?: 2 | 3 | 4;
}

/** One thing in a list, in the manner of a short newspaper item: its title is the link. */
export function Card({ title, to, kicker, lang, children, footer, level = 3 }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className={css.card}>
      {kicker === undefined ? null : <div className={css.kicker}>{kicker}</div>}
      <Heading className={css.title} lang={lang}>
        <Link to={to}>{title}</Link>
      </Heading>
      {children === undefined ? null : (
        <div className={css.text} lang={lang}>
          {children}
        </div>
      )}
      {footer === undefined ? null : <div className={css.footer}>{footer}</div>}
    </article>
  );
}
