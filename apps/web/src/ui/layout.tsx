import { createElement, type ReactNode } from 'react';
import { cx } from './class-names.js';
import css from './layout.module.css';

type Space = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

interface StackProps {
  readonly children: ReactNode;
  /** How far apart, in steps of the scale: 4 is one line of text. */
  readonly gap?: Space;
  readonly as?: 'div' | 'section' | 'ul' | 'ol' | 'article' | 'header' | 'footer' | 'main' | 'aside' | 'nav';
  readonly className?: string | undefined;
  readonly 'aria-labelledby'?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly id?: string | undefined;
}

/** One thing below the other. */
export function Stack({ children, gap = 4, as = 'div', className, ...rest }: StackProps) {
  return createElement(as, { className: cx(css.stack, css[`gap${gap}`], className), ...rest }, children);
}

/** One thing after the other on a line, going on below where there is no room. */
export function Row({ children, gap = 3, as = 'div', className, ...rest }: StackProps) {
  return createElement(as, { className: cx(css.row, css[`gap${gap}`], className), ...rest }, children);
}

interface ColumnsProps {
  readonly children: ReactNode;
  /** `aside`: a wide column and a narrow one; `even`: as many of equal width as there is room for. */
  readonly kind?: 'aside' | 'even';
  readonly as?: 'div' | 'ul' | 'section';
  /** A hairline between columns, as in a newspaper. */
  readonly ruled?: boolean;
  readonly className?: string | undefined;
}

/** Side by side on a desk, one below the other on a phone. */
export function Columns({ children, kind = 'even', as = 'div', ruled = false, className }: ColumnsProps) {
  return createElement(as, { className: cx(css.columns, css[kind], ruled && css.ruled, className) }, children);
}

interface PageProps {
  readonly children: ReactNode;
  /** Text and forms read best narrow; lists and tables want the width. */
  readonly width?: 'wide' | 'narrow';
}

/** The body of a page between header and footer. */
export function PageBody({ children, width = 'wide' }: PageProps) {
  return <div className={cx(css.page, width === 'narrow' && css.narrow)}>{children}</div>;
}

interface SectionProps {
  readonly heading: ReactNode;
  readonly children: ReactNode;
  readonly level?: 2 | 3;
  /** Something to do about the whole section, at its end of the line. */
  readonly action?: ReactNode;
  readonly id?: string;
}

/** A part of a page under a rule, as in a newspaper. */
export function Section({ heading, children, level = 2, action, id }: SectionProps) {
  return (
    <section className={cx(css.section, level === 3 && css.minor)} id={id} aria-labelledby={id && `${id}-heading`}>
      <header className={css.sectionHead}>
        {createElement(`h${level}`, { id: id && `${id}-heading` }, heading)}
        {action}
      </header>
      {children}
    </section>
  );
}

interface PageHeadProps {
  readonly title: ReactNode;
  /** What kind of page this is, above the title: "Idea", "Open offer to fund". */
  readonly kicker?: ReactNode;
  readonly lead?: ReactNode;
  readonly lang?: string | undefined;
  readonly actions?: ReactNode;
}

/** The top of a page: what it is, its one h1, a sentence, and what one can do. */
export function PageHead({ title, kicker, lead, lang, actions }: PageHeadProps) {
  return (
    <header className={css.pageHead}>
      {kicker === undefined ? null : <p className={css.kicker}>{kicker}</p>}
      <h1 tabIndex={-1} lang={lang}>
        {title}
      </h1>
      {lead === undefined ? null : <p className={css.lead}>{lead}</p>}
      {actions === undefined ? null : <div className={css.actions}>{actions}</div>}
    </header>
  );
}

/** For screen readers only. */
export function VisuallyHidden({
  children,
  as = 'span',
}: {
  readonly children: ReactNode;
  readonly as?: 'span' | 'h2' | 'h3' | 'div';
}) {
  return createElement(as, { className: css.hidden }, children);
}

/** The first thing the keyboard meets: past the header to what the page is about. */
export function SkipLink({ children, to }: { readonly children: ReactNode; readonly to: string }) {
  return (
    <a className={css.skip} href={to}>
      {children}
    </a>
  );
}
